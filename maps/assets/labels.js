// Names: placed anew after each move, in order of importance, none over a mark or another name.
//
// All that has to be measured is measured first and all that moves is moved last: a question between two changes would have the browser
// lay out the page for each name.

const GAP = 3;
/** Stops out of view that are named at the edge: more would crowd what is in view. */
const MOST_EDGES = 8;
/** How far a name at the edge may slide along it, in pixels. */
const SLIDES = [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180, -180];

/** A stop that is reported needs no word beside its name; one that is inferred does. */
const isPlain = (stop) => ["happened", "past"].includes(stop.status) && !stop.inferred;

class Labels {
  constructor(map, pins, marks, ways, ground) {
    this.map = map;
    this.ways = ways;
    this.pins = pins;
    this.marks = marks;
    this.sizes = new Map();
    this.stops = byPlace(pins).map((same) => this.stopLabel(same));
    this.edges = pins.filter((pin) => !pin.mention && !pin.earlier).map((pin) => ({ pin }));
    this.ground = ground.map((each) => ({ ...each, node: this.node("names-ground", `label ${each.tier}`, each.name) }));
    this.events = { zoomstart: () => this.hide(), moveend: () => this.place() };
    map.on(this.events);
  }

  remove() {
    this.map.off(this.events);
    for (const node of this.nodes) node.remove();
  }

  get nodes() {
    return [...this.stops, ...this.edges, ...this.ground].map(({ node }) => node).filter(Boolean);
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
    const word = isPlain(pin.stop) || pin.mention ? "" : make("small", "", pin.stop.word);
    const className = pin.mention ? "label mention-name" : `label stop-name ${pin.earlier ? "earlier" : ""}`;
    return { same, node: this.node("names", className, pin.stop.name, word) };
  }

  hide() {
    for (const node of this.nodes) node.classList.add("off");
  }

  /** Decide for each name where it stands, if anywhere. */
  place() {
    spreadPins(this.map, this.pins);
    this.frame = this.seen();
    const outside = this.outside();
    const furniture = this.furniture();
    this.measure();
    this.taken = new Crowd([...furniture, ...[...this.pins, ...this.marks].map((pin) => this.boxOf(pin))]);
    this.beads = new Crowd(this.strung());
    const spots = new Map(this.nodes.map((node) => [node, undefined]));
    const settle = (label, spot) => {
      if (spot) this.taken.add(spot);
      spots.set(label.node, spot);
    };
    for (const label of this.stops) settle(label, this.spotOfStop(label));
    for (const label of outside) settle(label, this.spotAtEdge(label));
    const said = new Set(this.stops.filter(({ node }) => spots.get(node)).map(({ same }) => same[0].stop.name));
    for (const label of this.ground) settle(label, this.spotOnGround(label, said));
    for (const [node, spot] of spots) stand(node, spot);
  }

  /** Measure the names that are new; in a frame that is not shown yet nothing has a size, and is asked again. */
  measure() {
    for (const node of this.nodes) {
      if (!(this.sizes.get(node) || [0])[0]) this.sizes.set(node, [node.offsetWidth, node.offsetHeight]);
    }
  }

  boxOf({ marker, shift, drop, size, crowded }) {
    const at = this.map.latLngToLayerPoint(marker.getLatLng());
    return crowded ? box(at.x + shift, at.y + drop, DOT, DOT) : box(at.x + shift, at.y + drop, size, size);
  }

  seen() {
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

  spotOfStop({ same, node }) {
    const boxes = same.map((pin) => this.boxOf(pin));
    const [west, east] = [Math.min(...boxes.map((each) => each.left)), Math.max(...boxes.map((each) => each.right))];
    const [top, bottom] = [Math.min(...boxes.map((each) => each.top)), Math.max(...boxes.map((each) => each.bottom))];
    const at = L.point((west + east) / 2, (top + bottom) / 2);
    const [width, height] = this.sizes.get(node);
    const right = [(east - west) / 2 + GAP + width / 2, 0];
    const left = [-right[0], 0];
    const below = [0, (bottom - top) / 2 + GAP + height / 2];
    const above = [0, -below[1]];
    const corners = [[right[0] - 4, above[1] + 6], [right[0] - 4, below[1] - 6], [left[0] + 4, above[1] + 6], [left[0] + 4, below[1] - 6]];
    const spots = [right, left, below, above, ...corners].map(([dx, dy]) => box(at.x + dx, at.y + dy, width, height));
    return this.clearest(spots.filter((spot) => within(spot, this.frame) && !this.taken.meets(spot)));
  }

  /** An ocean has a name at several places, of which one is shown. */
  spotOnGround(label, said) {
    if (said.has(label.name)) return undefined;
    const at = this.map.latLngToLayerPoint([label.at[1], label.at[0]]);
    const [width, height] = this.sizes.get(label.node);
    const beside = label.tier === "city" ? width / 2 + 5 : 0;
    const reach = (label.reach || 0) * this.map.project([0, 1]).distanceTo(this.map.project([0, 0]));
    const shifts = ROAM.filter(([dx, dy]) => Math.max(Math.abs(dx), Math.abs(dy)) <= reach);
    const spots = shifts.map(([dx, dy]) => box(at.x + beside + dx, at.y + dy, width, height)).filter((spot) => within(spot, this.frame));
    const claim = label.tier === "city" ? (spot) => spot : padded;
    const spot = spots.find((each) => !this.taken.meets(claim(each)) && !this.beads.meets(claim(each)));
    if (spot) said.add(label.name);
    return spot;
  }

  /** The stops that the map does not show, the nearest of them if they are many; each is named with an arrow that points the way to it. */
  outside() {
    const { left, right, top, bottom } = this.frame;
    const middle = L.point((left + right) / 2, (top + bottom) / 2);
    for (const edge of this.edges) {
      edge.at = this.map.latLngToLayerPoint(edge.pin.marker.getLatLng());
      edge.beyond = [Math.max(left - edge.at.x, edge.at.x - right), Math.max(top - edge.at.y, edge.at.y - bottom)];
    }
    const far = (edge) => Math.max(...edge.beyond);
    const edges = this.edges.filter((edge) => far(edge) > 0).sort((a, b) => far(a) - far(b)).slice(0, MOST_EDGES);
    for (const edge of edges) this.pointOut(edge, edge.at.subtract(middle));
    return edges;
  }

  pointOut(edge, way) {
    const { stop } = edge.pin;
    const arrow = "→↘↓↙←↖↑↗"[(Math.round((Math.atan2(way.y, way.x) * 4) / Math.PI) + 8) % 8];
    const words = `${stop.label}. ${stop.name}${stop.status === "happened" && !stop.inferred ? "" : `, ${stop.word}`} ${arrow}`;
    edge.node ||= this.node("names", "label edge");
    if (edge.node.textContent === words) return;
    edge.node.textContent = words;
    this.sizes.delete(edge.node);
  }

  /** The spot at the edge nearest to a stop beyond it, or one farther along that edge. */
  spotAtEdge({ at, node, beyond }) {
    const { frame } = this;
    const [width, height] = this.sizes.get(node);
    const clamp = (value, low, high, room) => Math.max(low + room / 2, Math.min(high - room / 2, value));
    const edge = L.point(clamp(at.x, frame.left, frame.right, width), clamp(at.y, frame.top, frame.bottom, height));
    const slide = beyond[0] > 0 ? (by) => box(edge.x, edge.y + by, width, height) : (by) => box(edge.x + 2 * by, edge.y, width, height);
    return SLIDES.map(slide).find((spot) => within(spot, frame) && !this.taken.meets(spot));
  }

  /** The spot that the fewest points of the route lie under, the first of equals. */
  clearest(spots) {
    const loads = spots.map((spot) => this.beads.count(spot));
    return spots[loads.indexOf(Math.min(...loads))];
  }

  /** What is seen of the route as small boxes along each line, so that names can keep off it. */
  strung() {
    const bounds = L.bounds([this.frame.left, this.frame.top], [this.frame.right, this.frame.bottom]);
    const beads = [];
    for (const way of this.ways) {
      const points = way.map((point) => this.map.latLngToLayerPoint(point));
      for (let i = 1; i < points.length; i++) {
        const seen = L.LineUtil.clipSegment(points[i - 1], points[i], bounds);
        if (seen) beads.push(...beaded(...seen));
      }
    }
    return beads;
  }
}

function beaded(from, to) {
  const steps = Math.max(1, Math.ceil(from.distanceTo(to) / 12));
  return Array.from({ length: steps }, (_, i) => from.add(to.subtract(from).multiplyBy((i + 1) / steps))).map(({ x, y }) => box(x, y, 6, 6));
}

/** Put a name where it was decided that it stands, or take it from view. */
function stand(node, spot) {
  node.classList.toggle("off", !spot);
  if (!spot) return;
  node.style.left = `${Math.round((spot.left + spot.right) / 2)}px`;
  node.style.top = `${Math.round((spot.top + spot.bottom) / 2)}px`;
}

/** Pins that stand for one place under one name, together. */
function byPlace(pins) {
  const places = new Map();
  for (const pin of pins) {
    const key = `${pin.stop.name} ${pin.marker.getLatLng()}`;
    if (places.has(key)) places.get(key).push(pin);
    else places.set(key, [pin]);
  }
  return [...places.values()];
}

/** Where the name of a country or a sea may move from its middle to find room, in pixels. */
const ROAM = [[0, 0], [0, -26], [0, 26], [-46, 0], [46, 0], [0, -52], [0, 52], [-46, -40], [46, -40], [-46, 40], [46, 40], [-92, 0], [92, 0], [0, -80], [0, 80]];

const padded = (spot) => ({ left: spot.left - 8, right: spot.right + 8, top: spot.top - 4, bottom: spot.bottom + 4 });
