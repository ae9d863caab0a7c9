// The ground: land, water and borders, drawn once as SVG in panes under everything else.

/** Undo the difference coding of a line: [x, y, dx, dy, ...] in steps, to Leaflet's [lat, lon]. */
function decode(flat, step) {
  const points = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < flat.length; i += 2) {
    x += flat[i];
    y += flat[i + 1];
    points.push([y * step, x * step]);
  }
  return points;
}

const RIVER_WEIGHT = 1.1;

function drawGround(map, windows) {
  map.createPane("ground").style.zIndex = 200;
  const renderer = L.svg({ pane: "ground", padding: 0.4 });
  const common = { renderer, pane: "ground", interactive: false, smoothFactor: 0.5 };
  const rings = (window, name) => (window[name] || []).map((flat) => decode(flat, window.step));
  const area = (window, name, className) => L.polygon(rings(window, name), { ...common, className, stroke: false, fillOpacity: 1 }).addTo(map);
  const lines = (window, name, className, weight) => L.polyline(rings(window, name), { ...common, className, weight }).addTo(map);
  for (const window of windows) {
    area(window, "land", "land");
    area(window, "lakes", "lake");
    lines(window, "rivers", "river", RIVER_WEIGHT);
    lines(window, "admin1", "admin1", 1);
    lines(window, "borders", "border", 1);
    lines(window, "disputed", "disputed", 1);
  }
}
