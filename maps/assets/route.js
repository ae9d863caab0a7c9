// Legs and shaded areas: SVG paths; over the lines of each leg lies one wide clear path that is clicked and focused.

const HEDGED = ["planned", "possible", "denied"];

/** The class that gives a journey its colour, or grey to an earlier trip. */
const toneOf = (journey) => (journey.earlier ? "earlier" : `tone${journey.tone}`);

function drawAreas(layer, drawing, journeys) {
  for (const journey of journeys) {
    for (const stop of journey.stops.filter((each) => each.area)) {
      const className = `shade ${stop.status} ${toneOf(journey)} ${drawing.broad.includes(stop.id) ? "broad" : ""}`;
      const options = { pane: "areas", interactive: false, className, fillRule: "evenodd" };
      const rings = drawing.areas[stop.id];
      const box = drawing.boxes[stop.id];
      if (rings) L.polygon(rings.map((flat) => decode(flat, drawing.step)), options).addTo(layer);
      else if (box) L.rectangle([[box[1], box[0]], [box[3], box[2]]], options).addTo(layer);
    }
  }
}

/** Draw the legs: earlier trips behind, then what is only planned or possible, and what is reported on top. Returns the leg's points by its id. */
function drawLegs(layer, drawing, journeys) {
  const ways = new Map();
  const legs = journeys.flatMap((journey) => journey.legs.map((leg) => ({ journey, leg })));
  const rank = ({ journey, leg }) => (journey.earlier ? 0 : HEDGED.includes(leg.status) ? 1 : 2);
  for (const { journey, leg } of legs.sort((a, b) => rank(a) - rank(b))) {
    const flat = drawing.legs[leg.id];
    if (!flat) continue;
    const points = decode(flat, drawing.step);
    ways.set(leg.id, points);
    for (const other of drawing.others[leg.id] || []) drawPlain(layer, decode(other, drawing.step), `other ${toneOf(journey)}`);
    drawLeg(layer, journey, leg, points, drawing.access[leg.id] || [0, 0], sideways(points, drawing.beside[leg.id] || 0));
  }
  return ways;
}

/** How far, in pixels, to shift a leg to the right of its way so that it lies beside the legs that take the same way. */
function sideways(points, places) {
  const [first, last] = [points[0], points[points.length - 1]].map((point) => L.CRS.EPSG3857.project(L.latLng(point)));
  const length = first.distanceTo(last) || 1;
  const [across, down] = [(last.y - first.y) / length, (last.x - first.x) / length];
  return { x: across * places * 7, y: down * places * 7 };
}

const drawPlain = (layer, points, className) => L.polyline(points, { className: `leg-line ${className}`, interactive: false, smoothFactor: 0.8 }).addTo(layer);

/** Draw a leg; `access` tells whether its first and last piece only join a stop to the network. */
function drawLeg(layer, journey, leg, points, access, shift) {
  const tone = toneOf(journey);
  const inferred = leg.basis === "reported" ? "" : "inferred";
  const vague = (id) => journey.stops.some((stop) => stop.id === id && stop.area);
  const pieces = faded(points.slice(access[0], points.length - access[1]), vague(leg.from), vague(leg.to));
  const joins = [access[0] ? points.slice(0, 2) : [], access[1] ? points.slice(-2) : []];
  for (const join of joins.filter((each) => each.length)) drawPlain(layer, join, `access ${tone}`);
  const line = (className) => pieces.forEach(({ way, strength }) => {
    const piece = drawPlain(layer, way, className);
    piece.getElement().style.transform = `translate(${shift.x}px, ${shift.y}px)`;
    if (strength < 1) piece.getElement().style.opacity = strength;
  });
  if (!journey.earlier) line("casing");
  line(`run ${leg.mode} ${leg.status} ${inferred} ${tone}`);
  if (leg.mode === "train" && !journey.earlier && !HEDGED.includes(leg.status) && leg.status !== "under_way") line("ties");
  arrow(layer, points, shift, `${leg.mode} ${leg.status} ${tone}`);
}

/** Lay over each leg, in the order of the story and not of painting, what is clicked and what Tab reaches; main journeys lie on top. */
function drawGrips(map, layer, drawing, journeys, ways, choose) {
  for (const journey of journeys) {
    const pane = journey.earlier ? "grips-earlier" : "grips";
    for (const leg of journey.legs.filter((each) => ways.has(each.id))) {
      const points = ways.get(leg.id);
      const grip = L.polyline(points, { pane, className: "hit", smoothFactor: 2 }).addTo(layer);
      const shift = sideways(points, drawing.beside[leg.id] || 0);
      grip.on("click", (event) => {
        L.DomEvent.stop(event);
        choose(leg.id);
      });
      const path = grip.getElement();
      path.style.transform = `translate(${shift.x}px, ${shift.y}px)`;
      path.setAttribute("tabindex", "0");
      path.setAttribute("role", "button");
      path.setAttribute("aria-label", `${leg.name}, ${leg.how}, ${leg.word}`);
      path.addEventListener("focus", () => showFocused(map, path, points, middleOf(points)));
      path.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choose(leg.id);
        }
      });
    }
  }
}

const middleOf = (points) => between(points, 0, 0.5).at(-1);

const FADE = [0.75, 0.5, 0.28, 0.1];

/** Cut a line so that an end that lies somewhere in an area fades out instead of pointing at a spot. */
function faded(points, fromArea, toArea) {
  if (!fromArea && !toArea) return [{ way: points, strength: 1 }];
  if (fromArea && toArea) return [{ way: points, strength: FADE[1] }];
  const way = toArea ? points : [...points].reverse();
  const cuts = [0, 0.5, 0.64, 0.77, 0.89, 1];
  const pieces = cuts.slice(1).map((end, i) => ({ way: between(way, cuts[i], end), strength: [1, ...FADE][i] }));
  return toArea ? pieces : pieces.map((piece) => ({ ...piece, way: [...piece.way].reverse() }));
}

/** The part of a line between two shares of its length. */
function between(points, from, to) {
  const lengths = points.map((point, i) => (i ? Math.hypot(point[0] - points[i - 1][0], point[1] - points[i - 1][1]) : 0));
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
  const part = [];
  let run = 0;
  for (let i = 1; i < points.length; i++) {
    const [start, end] = [run / whole, (run + lengths[i]) / whole];
    const at = (share) => points[i].map((value, axis) => points[i - 1][axis] + (value - points[i - 1][axis]) * ((share - start) / (end - start || 1)));
    if (end >= from && start <= to) {
      if (!part.length) part.push(at(Math.max(from, start)));
      part.push(at(Math.min(to, end)));
    }
    run += lengths[i];
  }
  return part;
}

/** Put an arrow at the middle of a line, pointing the way it is travelled; on Mercator its angle holds at every zoom. */
function arrow(layer, points, shift, className) {
  const flat = points.map((point) => L.CRS.EPSG3857.project(L.latLng(point)));
  const lengths = flat.slice(1).map((point, i) => point.distanceTo(flat[i]));
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  if (half === 0) return;
  let at = 0;
  let run = 0;
  while (run + lengths[at] < half) run += lengths[at++];
  const share = (half - run) / lengths[at];
  const spot = flat[at].add(flat[at + 1].subtract(flat[at]).multiplyBy(share));
  const reach = half * 0.2;
  const behind = [...flat.slice(0, at + 1)].reverse().find((point) => point.distanceTo(spot) >= reach) || flat[0];
  const ahead = flat.slice(at + 1).find((point) => point.distanceTo(spot) >= reach) || flat[flat.length - 1];
  const angle = (Math.atan2(behind.y - ahead.y, ahead.x - behind.x) * 180) / Math.PI;
  const head = makeSvg("path", { d: "M-6,-4.4 L7.5,0 L-6,4.4 L-3.6,0 Z", transform: `rotate(${angle.toFixed(1)})` });
  const svg = makeSvg("svg", { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" }, head);
  const icon = L.divIcon({ className: `arrow ${className}`, html: svg, iconSize: [14, 14], iconAnchor: [7 - shift.x, 7 - shift.y] });
  L.marker(L.CRS.EPSG3857.unproject(spot), { icon, interactive: false, keyboard: false, zIndexOffset: -2000 }).addTo(layer);
}
