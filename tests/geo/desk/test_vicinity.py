"""A protected place that was read only as the area around it: no text names what lies in that area, in the articles that tell of it."""

import pytest

import geo
from geo.desk.decisions import is_coarse
from geo.model import Article, Claim, Itinerary, Journey, Mention, PlaceRole, Resolution, Stop, Traveller, When
from tests.geo.desk.cases import GAZETTEER, NOW, place

TEXT = """\
The refugees reached a school at Bucha in Kyiv Oblast on Friday.
Prime Minister Ana Sol came to see the refugees in Irpin.
She had left Lviv by train.
Brovary has a new bridge."""
AREA = next(found.place for found in GAZETTEER.lookup("Kyiv Oblast", exact=True) if found.place.kind.code == "ADM1")


def article(title="Friday in brief", url="https://example.org/friday"):
    return Article("a" * 12, TEXT, "a" * 64, "desk.txt", title, "The Post", url, published=NOW, published_basis="text")


def quote(words):
    return article().quote(TEXT.index(words), TEXT.index(words) + len(words))


def found(name, where=None):
    return Resolution(Mention(quote(name)), where or place(name), 0.9)


def claim(number, traveller, sentence, role, resolution):
    return Claim(f"a:{number}:arrive", traveller, "arrive", (PlaceRole(role, resolution),), quote(sentence), "happened")


def stop(of, *, day=False):
    (role,) = of.places
    where = role.resolution.place
    times = (When(NOW, NOW, "day", quote("on Friday")),) if day else ()
    return Stop(f"{of.id}@{where.id}", 1, where, role.resolution.mention.quote.text, "happened", 0.9, (of.id,), arrive=times)


def published(**given):
    refugees = claim(
        1, "The refugees", "The refugees reached a school at Bucha in Kyiv Oblast on Friday.", "to", found("Kyiv Oblast", AREA)
    )
    visit = claim(2, "Ana Sol", "Prime Minister Ana Sol came to see the refugees in Irpin.", "to", found("Irpin"))
    left = claim(3, "Ana Sol", "She had left Lviv by train.", "from", found("Lviv"))
    same = claim(4, "Ana Sol", "The refugees reached a school at Bucha in Kyiv Oblast", "to", found("Kyiv Oblast", AREA))
    itinerary = Itinerary(
        (article(**given),),
        (Traveller("The refugees", "group"), Traveller("Ana Sol", described=("minister",))),
        (refugees, visit, left, same),
        (
            Journey("journey-1", "The refugees", "The refugees: Kyiv Oblast", (stop(refugees, day=True),)),
            Journey("journey-2", "Ana Sol", "Ana Sol: Lviv to Irpin", (stop(left), stop(visit), stop(same))),
        ),
        mentions=(found("Bucha"), found("Brovary"), found("Lviv")),
        unlocated=(Resolution(Mention(quote("school")), None, reasons=("no such place",)),),
    )  # fmt: skip
    return geo.publish(itinerary).itinerary


def test_the_area_itself_is_shown():
    assert is_coarse(AREA)
    assert published().journeys[0].stops[0].place == AREA


@pytest.mark.parametrize("told", [{"title": "Camp opens in Bucha"}, {"url": "https://example.org/camp-at-bucha"}])
def test_a_title_or_an_address_that_names_a_place_in_it_is_left_out(told):
    (shown,) = published(**told).articles
    assert [getattr(shown, name) for name in told] == [""]


def test_other_titles_and_addresses_stay():
    (shown,) = published(title="Minister leaves Lviv", url="https://example.org/lviv").articles
    assert (shown.title, shown.url) == ("Minister leaves Lviv", "https://example.org/lviv")


def test_no_passage_names_a_place_in_it_beside_the_people_or_shares_words_with_theirs():
    passages = {claim.quote.text for claim in published().claims}
    assert passages == {"", "She had left Lviv by train."}


def test_who_is_not_protected_is_still_shown_where_they_were():
    assert [stop.place.name for stop in published().journeys[1].stops][:2] == ["Lviv", "Irpin"]


def test_what_is_only_mentioned_there_is_left_out():
    shown = published()
    assert [found.place.name for found in shown.mentions] == ["Lviv"]
    assert shown.unlocated == ()
