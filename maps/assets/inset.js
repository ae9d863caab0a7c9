// The locator: where in the world a regional map lies, drawn from the land that the page has anyway.

const INSET = { size: 112, widest: 24, degrees: 46 };

function addInset(map, windows, view, marks) {
  const [west, south, east, north] = view;
  if (east - west > INSET.widest || map.getSize().x < 560) return;
  const { size } = INSET;
  const middle = mercator((south + north) / 2);
  const scale = size / INSET.degrees;
  const x = (lon) => (lon - (west + east) / 2) * scale + size / 2;
  const y = (lat) => (middle - mercator(lat)) * scale + size / 2;
  const ring = (flat, step) => decode(flat, step).map(([lat, lon]) => `${x(lon).toFixed(1)},${y(lat).toFixed(1)}`).join("L");
  const outline = (window) => (window.land || []).map((flat) => `M${ring(flat, window.step)}Z`).join("");
  const land = windows.map((window) => makeSvg("path", { d: outline(window), class: "land", "fill-rule": "evenodd" }));
  const seen = map.getBounds();
  const [left, top] = [x(seen.getWest()), y(seen.getNorth())];
  const grown = (length) => Math.max(6, length).toFixed(1);
  const frame = makeSvg("rect", { x: left.toFixed(1), y: top.toFixed(1), width: grown(x(seen.getEast()) - left), height: grown(y(seen.getSouth()) - top) });
  const control = L.control({ position: emptiest(map, marks, size + 10) });
  control.onAdd = () => make("div", "inset", makeSvg("svg", { width: size, height: size, "aria-hidden": "true" }, ...land, frame));
  control.addTo(map);
}

/** Height on a Mercator map, in degrees of longitude at the equator. */
function mercator(lat) {
  const bounded = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360;
  return (Math.log(Math.tan(Math.PI / 4 + bounded)) * 180) / Math.PI;
}

/** The corner under which the fewest marks lie. */
function emptiest(map, marks, reach) {
  const { x, y } = map.getSize();
  const points = marks.map((mark) => map.latLngToContainerPoint(mark));
  const corners = { bottomright: [x - reach, y - reach, x, y], topright: [x - reach, 40, x, reach + 40], bottomleft: [0, y - reach - 50, reach, y] };
  const load = ([left, top, right, bottom]) => points.filter((at) => at.x > left - 20 && at.x < right + 20 && at.y > top - 20 && at.y < bottom + 20).length;
  return Object.keys(corners).reduce((best, corner) => (load(corners[corner]) < load(corners[best]) ? corner : best));
}
