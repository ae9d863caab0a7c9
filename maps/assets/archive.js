// Where the page of an archive begins: a grid over the ground, each cell as dark as it has mentions.

/** Draw the cells of an archive on a Leaflet map. */
function startArchive(map, data) {
  Object.assign(tongue, { lang: data.lang, phrases: data.phrases });
  const stage = map.getContainer().parentElement;
  stage.parentElement.append(shades(data), make("p", "attribution", data.attribution));
  map.invalidateSize({ animate: false });
  fit(map, data.view);
  map.setMinZoom(Math.min(map.getZoom() - 3, 2));
  L.control.zoom({ zoomInTitle: say("page.zoom_in"), zoomOutTitle: say("page.zoom_out") }).addTo(map);
  addScale(map);
  drawGround(map, data.ground);
  drawCells(map, data.cells);
  tameGestures(map, stage);
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(stage);
}

function drawCells(map, cells) {
  map.createPane("cells").style.zIndex = 300;
  const renderer = L.svg({ pane: "cells", padding: 0.4 });
  for (const { box, shade, words } of cells) {
    const cell = L.rectangle([[box[0], box[1]], [box[2], box[3]]], { renderer, pane: "cells", className: `cell shade-${shade}`, weight: 1 });
    cell.addTo(map).bindPopup(() => make("div", "card", ...words.map((line, i) => make(i ? "p" : "h3", "", line))), { maxWidth: 270 });
  }
}

/** The key to the shades, under the map. */
function shades(data) {
  const row = ([shade, words]) => make("li", "", make("span", `swatch shade-${shade}`), make("span", "", words));
  const legend = make("details", "legend", make("summary", "", say("legend.title")), make("ul", "", ...data.shades.map(row)));
  legend.open = matchMedia("(min-width: 820px), print").matches;
  return legend;
}
