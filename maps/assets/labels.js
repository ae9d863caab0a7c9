// Names: placed anew after each move, in order of importance, none over a mark or another name.

const GAP = 3;

class Labels {
  constructor(map, pins, marks, ways, ground) {
    this.map = map;
    this.ways = ways;
    this.pins = pins;
    this.marks = marks;
    this.stops = byPlace(pins).map((same) => this.stopLabel(same));
    this.edges = pins.filter((pin) => !pin.mention && !pin.earlier).map((pin) => ({ pin, node: this.node("names", "label edge") }));
    this.ground = ground.map((each) => ({ ...each, node: this.node("names-ground", `label ${each.tier}`, each.name) }));
    this.events = { zoomstart: () => this.hide(true), zoomend: () => this.place(), moveend: () => this.place(), resize: () => this.place() };
    map.on(this.events);
    this.place();
  }

  remove() {
    this.map.off(this.events);
    for (const { node } of [...this.stops, ...this.edges, ...this.ground]) node.remove();
  }

  node(pane, className, ...children) {
    const node = make("div", `${className} off`, ...children);
    node.setAttribute("aria-hidden", "true"); // the list and the pins say the same to a screen reader
    this.map.getPane(pane).append(node);
    return node;
  }

  /** One name for all the pins of a place; the first of them, in the order of travel, gives the word. */
  stopLabel(same) {
    const [pin] = same;
    const word = pin.stop.status === "happened" || pin.stop.status === "past" || pin.mention ? "" : make("small", "", pin.stop.word);
    const className = pin.mention ? "label mention-name" : `label stop-name ${pin.earlier ? "earlier" : ""}`;
    return { same, node: this.node("names", className, pin.stop.name, word) };
  }

  hide(all) {
    for (const { node } of [...this.stops, ...this.edges, ...this.ground]) node.classList.toggle("off", all);
  }

  /** Decide for each name where it stands, if anywhere. */
  place() {
    spreadPins(this.map, this.pins);
    const taken = [...this.pins, ...this.marks].map((pin) => this.boxOf(pin));
    const frame = this.frame();
    const furniture = this.furniture();
    this.beads = this.strung(frame);
    for (const label of this.stops) this.placeStop(label, taken, frame, furniture);
    for (const label of this.edges) this.placeEdge(label, taken, frame, furniture);
    const said = new Set();
    for (const label of this.ground) this.placeGround(label, taken, frame, furniture, said);
  }

  boxOf({ marker, shift, drop, size }) {
    const at = this.map.latLngToLayerPoint(marker.getLatLng());
    return box(at.x + shift, at.y + drop, size, size);
  }

  frame() {
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    const size = this.map.getSize();
    return { left: corner.x + 4, top: corner.y + 4, right: corner.x + size.x - 4, bottom: corner.y + size.y - 4 };
  }

  /** The boxes of the buttons and the legend, which lie over the map. */
  furniture() {
    const origin = this.map.getContainer().getBoundingClientRect();
    return [...this.map.getContainer().parentElement.querySelectorAll(".leaflet-control, .draft")].map((control) => {
      const seen = control.getBoundingClientRect();
      const at = this.map.containerPointToLayerPoint([seen.left - origin.left, seen.top - origin.top]);
      return { left: at.x, top: at.y, right: at.x + seen.width, bottom: at.y + seen.height };
    });
  }

  placeStop(label, taken, frame, furniture) {
    const { same, node } = label;
    const boxes = same.map((pin) => this.boxOf(pin));
    const [west, east] = [Math.min(...boxes.map((each) => each.left)), Math.max(...boxes.map((each) => each.right))];
    const [top, bottom] = [Math.min(...boxes.map((each) => each.top)), Math.max(...boxes.map((each) => each.bottom))];
    const at = L.point((west + east) / 2, (top + bottom) / 2);
    const width = node.offsetWidth;
    const height = node.offsetHeight;
    const right = [(east - west) / 2 + GAP + width / 2, 0];
    const left = [-right[0], 0];
    const below = [0, (bottom - top) / 2 + GAP + height / 2];
    const above = [0, -below[1]];
    const corners = [[right[0] - 4, above[1] + 6], [right[0] - 4, below[1] - 6], [left[0] + 4, above[1] + 6], [left[0] + 4, below[1] - 6]];
    const spots = [right, left, below, above, ...corners].map(([dx, dy]) => box(at.x + dx, at.y + dy, width, height));
    const free = spots.filter((spot) => ![...taken, ...furniture].some((other) => meet(spot, other)));
    const inside = free.filter((spot) => within(spot, frame));
    this.settle(node, this.clearest(inside.length ? inside : free), taken);
  }

  /** An ocean has a name at several places, of which one is shown. */
  placeGround(label, taken, frame, furniture, said) {
    const at = this.map.latLngToLayerPoint([label.at[1], label.at[0]]);
    const { node } = label;
    const beside = label.tier === "city" ? node.offsetWidth / 2 + 5 : 0;
    const reach = (label.reach || 0) * this.map.project([0, 1]).distanceTo(this.map.project([0, 0]));
    const shifts = ROAM.filter(([dx, dy]) => Math.max(Math.abs(dx), Math.abs(dy)) <= reach);
    const spots = shifts.map(([dx, dy]) => box(at.x + beside + dx, at.y + dy, node.offsetWidth, node.offsetHeight));
    const obstacles = [...taken, ...furniture, ...this.beads];
    const claim = label.tier === "city" ? (spot) => spot : padded;
    const free = (spot) => within(spot, frame) && !obstacles.some((other) => meet(claim(spot), other));
    const spot = said.has(label.name) ? undefined : spots.find(free);
    if (spot) said.add(label.name);
    this.settle(node, spot, taken);
  }

  /** A stop that the map does not show is named at the edge, with the way to it. */
  placeEdge({ pin, node }, taken, frame, furniture) {
    const at = this.map.latLngToLayerPoint(pin.marker.getLatLng());
    const outside = at.x < frame.left || at.x > frame.right || at.y < frame.top || at.y > frame.bottom;
    if (!outside) return this.settle(node, undefined, taken);
    const middle = L.point((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2);
    const way = at.subtract(middle);
    const arrow = "→↘↓↙←↖↑↗"[(Math.round((Math.atan2(way.y, way.x) * 4) / Math.PI) + 8) % 8];
    const word = pin.stop.status === "happened" ? "" : `, ${pin.stop.word}`;
    node.textContent = `${pin.stop.label}. ${pin.stop.name}${word} ${arrow}`;
    const [width, height] = [node.offsetWidth, node.offsetHeight];
    const clamp = (value, low, high, room) => Math.max(low + room / 2, Math.min(high - room / 2, value));
    const edge = L.point(clamp(at.x, frame.left, frame.right, width), clamp(at.y, frame.top, frame.bottom, height));
    const tries = [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180, -180];
    const spots = tries.flatMap((by) => [box(edge.x, edge.y + by, width, height), box(edge.x + 2 * by, edge.y, width, height)]);
    const free = (spot) => within(spot, frame) && ![...taken, ...furniture].some((other) => meet(spot, other));
    return this.settle(node, spots.find(free), taken);
  }

  /** The spot that the fewest points of the route lie under, the first of equals. */
  clearest(spots) {
    const load = (spot) => this.beads.filter((bead) => meet(spot, bead)).length;
    return spots.reduce((best, spot) => (best && load(best) <= load(spot) ? best : spot), undefined);
  }

  /** The route as small boxes along each line, so that names can keep off it. */
  strung(frame) {
    const beads = [];
    for (const way of this.ways) {
      const points = way.map((point) => this.map.latLngToLayerPoint(point));
      for (let i = 1; i < points.length; i++) {
        const steps = Math.min(400, Math.ceil(points[i].distanceTo(points[i - 1]) / 12));
        for (let step = 1; step <= steps; step++) {
          const at = points[i - 1].add(points[i].subtract(points[i - 1]).multiplyBy(step / steps));
          const bead = box(at.x, at.y, 6, 6);
          if (meet(bead, frame)) beads.push(bead);
        }
      }
    }
    return beads;
  }

  settle(node, spot, taken) {
    node.classList.toggle("off", !spot);
    if (!spot) return;
    taken.push(spot);
    node.style.left = `${Math.round((spot.left + spot.right) / 2)}px`;
    node.style.top = `${Math.round((spot.top + spot.bottom) / 2)}px`;
  }
}

/** Pins that stand for one place under one name, together. */
function byPlace(pins) {
  const places = new Map();
  for (const pin of pins) {
    const key = `${pin.stop.name} ${pin.marker.getLatLng()}`;
    places.set(key, [...(places.get(key) || []), pin]);
  }
  return [...places.values()];
}

/** Where the name of a country or a sea may move from its middle to find room, in pixels. */
const ROAM = [[0, 0], [0, -26], [0, 26], [-46, 0], [46, 0], [0, -52], [0, 52]];

const padded = (spot) => ({ left: spot.left - 8, right: spot.right + 8, top: spot.top - 4, bottom: spot.bottom + 4 });
const box = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
const meet = (a, b) => a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
const within = (a, frame) => a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;
