// Legs and shaded areas: SVG paths, each leg one focusable element over its casing and line.

const HEDGED = ["planned", "possible", "denied"];

function drawAreas(map, drawing, journeys) {
  map.createPane("areas").style.zIndex = 300;
  for (const journey of journeys) {
    for (const stop of journey.stops.filter((each) => each.area)) {
      const className = `shade ${stop.status} ${journey.earlier ? "earlier" : ""}`;
      const options = { pane: "areas", interactive: false, className, fillRule: "evenodd" };
      const rings = drawing.areas[stop.id];
      const box = drawing.boxes[stop.id];
      if (rings) L.polygon(rings.map((flat) => decode(flat, drawing.step)), options).addTo(map);
      else if (box) L.rectangle([[box[1], box[0]], [box[3], box[2]]], options).addTo(map);
    }
  }
}

/** Draw the legs, the earlier trips first so that they lie behind; returns the leg's points by its id. */
function drawLegs(map, drawing, journeys, choose) {
  const ways = new Map();
  for (const journey of [...journeys].sort((a, b) => b.earlier - a.earlier)) {
    for (const leg of journey.legs) {
      const flat = drawing.legs[leg.id];
      if (!flat) continue;
      const points = decode(flat, drawing.step);
      ways.set(leg.id, points);
      drawLeg(map, journey, leg, points, () => choose(leg.id));
    }
  }
  return ways;
}

function drawLeg(map, journey, leg, points, choose) {
  const earlier = journey.earlier ? "earlier" : "";
  const inferred = leg.basis === "reported" ? "" : "inferred";
  const line = (className) => L.polyline(points, { className: `leg-line ${className}`, interactive: false, smoothFactor: 0.8 }).addTo(map);
  if (!earlier) line("casing");
  line(`run ${leg.mode} ${leg.status} ${inferred} ${earlier}`);
  if (leg.mode === "train" && !earlier && !HEDGED.includes(leg.status) && leg.status !== "under_way") line("ties");
  const hit = L.polyline(points, { className: "hit", smoothFactor: 2 }).addTo(map).on("click", choose);
  const path = hit.getElement();
  path.setAttribute("tabindex", "0");
  path.setAttribute("role", "button");
  path.setAttribute("aria-label", `${leg.name}, ${leg.how}, ${leg.word}`);
  path.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose();
    }
  });
  arrow(map, points, `${leg.mode} ${leg.status} ${earlier}`);
}

/** Put an arrow at the middle of a line, pointing the way it is travelled; on Mercator its angle holds at every zoom. */
function arrow(map, points, className) {
  const flat = points.map((point) => L.CRS.EPSG3857.project(L.latLng(point)));
  const lengths = flat.slice(1).map((point, i) => point.distanceTo(flat[i]));
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  if (half === 0) return;
  let at = 0;
  let run = 0;
  while (run + lengths[at] < half) run += lengths[at++];
  const share = (half - run) / lengths[at];
  const spot = flat[at].add(flat[at + 1].subtract(flat[at]).multiplyBy(share));
  const reach = half * 0.04;
  const behind = [...flat.slice(0, at + 1)].reverse().find((point) => point.distanceTo(spot) >= reach) || flat[0];
  const ahead = flat.slice(at + 1).find((point) => point.distanceTo(spot) >= reach) || flat[flat.length - 1];
  const angle = (Math.atan2(behind.y - ahead.y, ahead.x - behind.x) * 180) / Math.PI;
  const head = makeSvg("path", { d: "M-5,-5.5 L6,0 L-5,5.5 L-2.5,0 Z", transform: `rotate(${angle.toFixed(1)})` });
  const svg = makeSvg("svg", { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" }, head);
  const icon = L.divIcon({ className: `arrow ${className}`, html: svg, iconSize: [14, 14] });
  L.marker(L.CRS.EPSG3857.unproject(spot), { icon, interactive: false, keyboard: false, zIndexOffset: -2000 }).addTo(map);
}
