"""Words for persons that are no names: titles, and nouns for who is of somebody's family."""

__all__ = ["KIN", "TITLES"]

#: Words of an office or a form of address, which a name may carry and which are no name.
TITLES = frozenset(
    "adm ambassador brig capt captain cardinal chancellor cm col consort defence defense deputy dr fm foreign former gen general "
    "gov governor king lady leader lord lt maj minister mp mr mrs ms pm pope premier president prime prince princess queen "
    "rev secretary sen senator sgt sir vice".split()
)
#: Nouns for who is of somebody's family.
KIN = frozenset("baby brother child daughter family father grandchild husband kid mother parent sister son wife".split())
