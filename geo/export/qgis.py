"""A QGIS project over the GeoPackage: layers styled by certainty, with names, licence and credits."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from geo.export.columnar import about
from geo.export.credits import credit_words
from geo.export.geopackage import LAYERS
from geo.export.table import rows_of
from geo.export.wording import STATUS_WORDS
from geo.export.xml_text import element
from geo.features import STATUS_COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["project_bytes"]

#: A moment for the archive's entry: the earliest that a zip file can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
#: Dots and hollow marks tell certainty without colour.
_LINES = {"happened": "solid", "under_way": "dash", "planned": "dot", "possible": "dot", "denied": "dash dot", "past": "solid"}
_FILLED = ("happened", "past", "mentioned")
_MENTION = "#9aa5ad"
#: The oldest QGIS that the project was opened with; a newer one says nothing of it, an older one warns.
_VERSION = "3.22.0"
#: Whose name stands where there is room for one, 0 to 10.
_PRIORITIES = {"stop": "10", "meeting": "5", "mention": "0"}
#: Round the stops, as a share of their extent, and at least so many degrees.
_MARGIN, _LEAST = 0.15, 0.5


def project_bytes(collection: Mapping[str, Any], package: str, *, packed: bool = True) -> bytes:
    """Write a project whose layers lie in the GeoPackage of this name, in the same folder: as .qgz, or not ``packed`` as .qgs."""
    project = _project(collection, package)
    if not packed:
        return project.encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("journey.qgs", _MOMENT), project, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _project(collection: Mapping[str, Any], package: str) -> str:
    facts = about(collection)
    rows = rows_of(collection)
    # The project draws the first layer of its tree on top.
    shown = [(role, *LAYERS[role]) for role in reversed(LAYERS)]
    tree = [
        element("layer-tree-layer", "", id=_id(layer), name=layer, source=_source(package, layer), providerKey="ogr", checked="Qt::Checked", expanded="1")
        for _, layer, _ in shown
    ]  # fmt: skip
    layers = [_layer(role, layer, shape, package, [row for row in rows if row["role"] == role]) for role, layer, shape in shown]
    content = [
        element("title", facts["title"]),
        element("projectCrs", [_crs()]),
        *_view(rows),
        element("layer-tree-group", tree),
        element("projectlayers", layers),
        element("layerorder", [element("layer", "", id=_id(layer)) for _, layer, _ in shown]),
        _metadata(facts, collection),
        # Without it the project's reference system is not read.
        element("properties", [element("SpatialRefSys", [element("ProjectionsEnabled", "1", type="int")])]),
    ]
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{element('qgis', content, version=_VERSION, projectname=facts['title'])}\n"


def _id(layer: str) -> str:
    """Name a layer; QGIS puts an id of its own in place of one of ten letters or fewer, and then misses the layer in its tree."""
    return f"dateline_{layer}"


def _view(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Open the project on the stops, or on whatever there is."""
    placed = [row for row in rows if row["geometry"] and row["geometry"]["type"] == "Point"]
    points = [row["geometry"]["coordinates"] for row in placed if row["role"] == "stop"]
    points = points or [row["geometry"]["coordinates"] for row in placed]
    if not points:
        return []
    lons, lats = zip(*points, strict=True)
    across = max((max(lons) - min(lons)) * _MARGIN, _LEAST)
    up = max((max(lats) - min(lats)) * _MARGIN, _LEAST)
    edges = {"xmin": min(lons) - across, "ymin": min(lats) - up, "xmax": max(lons) + across, "ymax": max(lats) + up}
    shown = element("extent", [element(name, f"{value:.4f}") for name, value in edges.items()])
    canvas = element("mapcanvas", [element("units", "degrees"), shown, element("destinationsrs", [_crs()])], name="theMapCanvas")
    whole = element("DefaultViewExtent", [_crs()], **{name: f"{value:.4f}" for name, value in edges.items()})
    return [canvas, element("ProjectViewSettings", [whole], UseProjectScales="0")]


def _source(package: str, layer: str) -> str:
    return f"./{package}|layername={layer}"


def _crs() -> str:
    # The code alone is not enough: QGIS goes by it only where one of proj4, wkt or its own number stands beside it.
    named = {"proj4": "+proj=longlat +datum=WGS84 +no_defs", "srid": "4326", "authid": "EPSG:4326", "description": "WGS 84"}
    return element("spatialrefsys", [element(name, value) for name, value in named.items()])


def _metadata(facts: Mapping[str, str], collection: Mapping[str, Any]) -> str:
    rights = credit_words(collection["credits"])
    parts = [
        element("type", "dataset"),
        element("title", facts["title"]),
        element("abstract", facts["review"]),
        *([element("rights", rights), element("license", facts["licence"])] if rights else []),
    ]
    return element("projectMetadata", parts)


def _layer(role: str, layer: str, shape: str, package: str, rows: Sequence[Mapping[str, Any]]) -> str:
    statuses = [status for status in (*STATUS_COLOURS, "mentioned") if any(row["status"] == status for row in rows)]
    content = [
        element("id", _id(layer)),
        element("datasource", _source(package, layer)),
        element("layername", layer),
        element("srs", [_crs()]),
        element("provider", "ogr", encoding="UTF-8"),
        _renderer(role, statuses),
        *([] if role == "leg" else [_names(role)]),
    ]
    kind = "Line" if role == "leg" else "Point"
    return element("maplayer", content, type="vector", geometry=kind, wkbType=shape, labelsEnabled="0" if role == "leg" else "1")


def _renderer(role: str, statuses: Sequence[str]) -> str:
    """Give each status that the layer has its symbol and its word."""
    categories = [
        element("category", "", value=status, label=STATUS_WORDS[status], symbol=str(number), render="true", type="string")
        for number, status in enumerate(statuses)
    ]
    symbols = [_symbol(role, status, number) for number, status in enumerate(statuses)]
    return element(
        "renderer-v2",
        [element("categories", categories), element("symbols", symbols), element("orderby", [_earlier_first()])],
        type="categorizedSymbol",
        attr="status",
        enableorderby="1",
        forceraster="0",
    )


def _earlier_first() -> str:
    """Draw what is told of an earlier trip below the rest: both may stand at one place."""
    return element("orderByClause", "CASE WHEN \"status\" = 'past' THEN 0 ELSE 1 END", asc="1", nullsFirst="0")


def _symbol(role: str, status: str, number: int) -> str:
    colour, opacity = STATUS_COLOURS.get(status, (_MENTION, 1.0))
    line = role == "leg"
    options = _line(colour, status) if line else _mark(colour, status, role)
    drawn = element(
        "layer",
        [element("Option", [element("Option", "", name=name, value=value, type="QString") for name, value in options.items()], type="Map")],
        **{"class": "SimpleLine" if line else "SimpleMarker", "enabled": "1", "locked": "0", "pass": "0"},
    )  # fmt: skip
    return element(
        "symbol",
        [drawn],
        name=str(number),
        type="line" if line else "marker",
        alpha=f"{opacity if line else 1:g}",
        clip_to_extent="1",
    )


def _line(colour: str, status: str) -> dict[str, str]:
    return {
        "line_color": _rgba(colour),
        "line_style": _LINES[status],
        "line_width": "0.8" if status == "happened" else "0.6",
        "line_width_unit": "MM",
        "capstyle": "round",
        "joinstyle": "round",
    }


def _mark(colour: str, status: str, role: str) -> dict[str, str]:
    return {
        "name": "diamond" if role == "meeting" else "circle",
        "color": _rgba(colour) if status in _FILLED else "255,255,255,255",
        "outline_color": _rgba(colour),
        "outline_style": "solid" if status in _FILLED else "dot",
        "outline_width": "0.6",
        "outline_width_unit": "MM",
        "size": "1.8" if role == "mention" else "3.6",
        "size_unit": "MM",
    }


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"


def _names(role: str) -> str:
    """Label places by number, name and status; what was reported needs no word, and what is inferred says so."""
    status = "CASE " + " ".join(f"WHEN \"status\" = '{key}' THEN ' ({word})'" for key, word in STATUS_WORDS.items()
                                if key not in ("happened", "mentioned")) + " ELSE '' END"  # fmt: skip
    number = "\"order\" || '. ' || " if role == "stop" else ""
    if role == "stop":
        status += " || CASE WHEN \"basis\" = 'inferred' THEN ' (inferred)' ELSE '' END"
    style = element(
        "text-style",
        [element("text-buffer", "", bufferDraw="1", bufferSize="0.8", bufferColor="255,255,255,255")],
        fieldName=f'{number}"name" || {status}', isExpression="1", fontSize="9", textColor="40,40,40,255",
    )  # fmt: skip
    settings = [
        style,
        element("placement", "", placement="6", dist="1.5", distUnits="MM", offsetType="1", priority=_PRIORITIES[role]),
        element("rendering", "", drawLabels="1"),
    ]
    return element("labeling", [element("settings", settings)], type="simple")
