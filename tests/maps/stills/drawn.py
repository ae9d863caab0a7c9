"""Stills of made-up journeys, drawn once and taken apart by an XML parser."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

import maps
from maps.stills.picture import picture_of
from maps.stills.sheet import card, sheet
from tests.maps import example, journeys

SVG, INKSCAPE = "{http://www.w3.org/2000/svg}", "{http://www.inkscape.org/namespaces/inkscape}"
STORIES = {
    "rail": example.rail_trip,
    "inferred": example.inferred_trip,
    "pacific": example.pacific_trip,
    "walk": journeys.walk,
    "areas": journeys.areas,
    "world": journeys.world,
    "sixty": lambda: journeys.many(3, 20),
    "nothing": example.no_journey,
    "hostile": example.hostile,
}


@cache
def pictured(story):
    return picture_of(maps.journey_map(*STORIES[story]()))


@cache
def sheet_of(story, width=960):
    return sheet(pictured(story), width)


@cache
def card_of(story):
    return card(pictured(story))


def parsed(svg):
    return ET.fromstring(svg)


def texts(root):
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def layer_of(root, key):
    return next((group for group in root.iter(f"{SVG}g") if group.get("id") == key), None)
