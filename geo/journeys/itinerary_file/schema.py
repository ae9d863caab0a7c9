"""Check an itinerary file against its JSON Schema, gathering every fault with its line.

Only the part of JSON Schema that ``schema.json`` uses is understood: ``type``, ``enum``, ``const``, ``pattern``, ``format: date``, ``minimum``,
``maximum``, ``minItems``, ``maxItems``, ``items``, ``properties``, ``required``, ``additionalProperties: false``, ``anyOf`` between
types, and ``$ref`` into ``$defs``. A general validator would need the values without their lines, and would report
``'2023-09-12' is not of type string`` where the person forgot nothing but quotes.
"""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.journeys.itinerary_file.yaml_tree import Node

__all__ = ["Faults", "Record", "check", "itinerary_schema"]

#: What a scalar without quotes says when it says nothing.
_NOTHING = frozenset({"", "~", "null"})
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")


class Record(dict[str, Any]):
    """A mapping that was read from a file, with its line."""

    line: int = 0


@dataclass(slots=True)
class Faults:
    """What is wrong with a file, by line."""

    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str) -> None:
        """Note one fault."""
        self.found.append((line, what))

    def sentence(self, name: str, most: int = 20) -> str:
        """Say what is wrong in one sentence; of several faults each on a line of its own, in the order of the file, beyond ``most`` only their number."""
        ordered = sorted(dict.fromkeys(self.found))
        told = [f"line {line}: {what}" for line, what in ordered[:most]]
        if len(told) == 1:
            return f"{name}: mend this and try again: {told[0]}."
        more = [f"and {len(ordered) - most} more"] if len(ordered) > most else []
        return "\n  ".join([f"{name}: mend these {len(ordered)} things and try again:", *told, *more])


@cache
def itinerary_schema() -> dict[str, Any]:
    """Load the JSON Schema (draft 2020-12) of the itinerary file."""
    loaded: dict[str, Any] = json.loads(files("geo.journeys.itinerary_file").joinpath("schema.json").read_text(encoding="utf-8"))
    return loaded


def check(node: Node, faults: Faults) -> Any:
    """Turn the tree of an itinerary file into plain values: `Record`, list, str, int, float, bool.

    Fields that hold nothing are left out, unknown ones are refused with the nearest known name. A value with a fault is None.
    """
    return _Checker(itinerary_schema()["$defs"], faults).value(node, itinerary_schema(), "the file")


def _is_nothing(node: Node) -> bool:
    return node.plain and isinstance(node.value, str) and node.value.lower() in _NOTHING


def _shape(node: Node) -> str:
    if isinstance(node.value, dict):
        return "object"
    return "array" if isinstance(node.value, list) else "scalar"


class _Checker:
    def __init__(self, definitions: dict[str, Any], faults: Faults) -> None:
        self._definitions = definitions
        self._faults = faults

    def value(self, node: Node, schema: dict[str, Any], name: str) -> Any:
        schema = self._choose(node, schema)
        kind = schema["type"]
        if kind == "object":
            return self._record(node, schema, name)
        if kind == "array":
            return self._list(node, schema, name)
        if not isinstance(node.value, str):
            return self._fault(node, f"{name} must be a single {kind}")
        return self._scalar(node, node.value, schema, name)

    def _choose(self, node: Node, schema: dict[str, Any]) -> dict[str, Any]:
        """Follow references, and of several forms take the one of the node's shape."""
        if "$ref" in schema:
            return self._choose(node, self._definitions[schema["$ref"].rpartition("/")[2]])
        if "anyOf" in schema:
            forms = [self._choose(node, form) for form in schema["anyOf"]]
            of_shape = (form for form in forms if form["type"] == _shape(node))
            return next(of_shape, forms[0])
        return schema

    def _record(self, node: Node, schema: dict[str, Any], name: str) -> Any:
        if not isinstance(node.value, dict):
            return self._fault(node, f"{name} must have fields of its own, such as {', '.join(list(schema['properties'])[:3])}")
        record = Record()
        record.line = node.line
        for key, child in node.value.items():
            if key not in schema["properties"]:
                self._faults.add(child.line, self._unknown(key, list(schema["properties"]), name))
            elif not _is_nothing(child):
                record[key] = self.value(child, schema["properties"][key], key)
        missing = [key for key in schema.get("required", ()) if key not in record]
        if missing:
            self._faults.add(node.line, f"{name} has no {' and no '.join(missing)}")
        return record

    def _unknown(self, key: str, known: list[str], name: str) -> str:
        near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
        hint = f"did you mean '{near[0]}'?" if near else f"it may have {', '.join(known)}"
        return f"{name} has no field '{key}': {hint}"

    def _list(self, node: Node, schema: dict[str, Any], name: str) -> Any:
        if not isinstance(node.value, list):
            return self._fault(node, f"{name} must be a list, each item after a dash")
        if not schema.get("minItems", 0) <= len(node.value) <= schema.get("maxItems", len(node.value)):
            return self._fault(node, f"{name} must have {schema['minItems']} items, not {len(node.value)}")
        item_name = name.removesuffix("s")
        return [self.value(item, schema["items"], item_name) for item in node.value]

    def _scalar(self, node: Node, text: str, schema: dict[str, Any], name: str) -> Any:
        kind = schema["type"]
        if kind == "boolean":
            return text == "true" if text in ("true", "false") else self._fault(node, f"{name} is true or false, not '{text}'")
        if kind in ("number", "integer"):
            return self._number(node, text, schema, name)
        if "enum" in schema and text not in schema["enum"]:
            near = difflib.get_close_matches(text, schema["enum"], n=1)
            hint = f" (did you mean '{near[0]}'?)" if near else ""
            return self._fault(node, f"{name} '{text}' is none of {', '.join(schema['enum'])}{hint}")
        if "pattern" in schema and not re.search(schema["pattern"], text):
            return self._fault(node, f"{name} '{text}' is not {schema['description']}")
        if schema.get("format") == "date" and not _is_day(text):
            return self._fault(node, f"there is no day {text}")
        return text

    def _number(self, node: Node, text: str, schema: dict[str, Any], name: str) -> Any:
        if not _NUMBER.fullmatch(text):
            return self._fault(node, f"{name} '{text}' is not a number")
        number = float(text)
        if schema["type"] == "integer":
            if not number.is_integer():
                return self._fault(node, f"{name} {text} is not a whole number")
            number = int(number)
        if "const" in schema and number != schema["const"]:
            return self._fault(node, f"{name} is {text}, and this program reads version {schema['const']}")
        low, high = schema.get("minimum", number), schema.get("maximum", number)
        if not low <= number <= high:
            return self._fault(
                node, f"{name} {text} must be {low} or more" + (f" and {high} or less" if "maximum" in schema else "")
            )
        return number

    def _fault(self, node: Node, what: str) -> None:
        self._faults.add(node.line, what)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
