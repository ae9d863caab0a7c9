// Names: placed anew after each move, in order of importance, none over a mark or another name.

const GAP = 3;

class Labels {
  constructor(map, pins, marks, ways, ground) {
    this.map = map;
    this.ways = ways;
    this.pins = pins;
    this.marks = marks;
    map.createPane("names-ground").style.zIndex = 350;
    map.createPane("names").style.zIndex = 620;
    this.stops = pins.filter((pin) => pin.slot === 0).map((pin) => this.stopLabel(pin));
    this.ground = ground.map((each) => ({ ...each, node: this.node("names-ground", `label ${each.tier}`, each.name) }));
    map.on("zoomstart", () => this.hide(true));
    map.on("zoomend moveend resize", () => this.place());
    this.place();
  }

  node(pane, className, ...children) {
    const node = make("div", `${className} off`, ...children);
    node.setAttribute("aria-hidden", "true"); // the list and the pins say the same to a screen reader
    this.map.getPane(pane).append(node);
    return node;
  }

  stopLabel(pin) {
    const word = pin.stop.status === "happened" || pin.stop.status === "past" || pin.mention ? "" : make("small", "", pin.stop.word);
    const className = pin.mention ? "label mention-name" : `label stop-name ${pin.earlier ? "earlier" : ""}`;
    return { pin, node: this.node("names", className, pin.stop.name, word) };
  }

  hide(all) {
    for (const { node } of [...this.stops, ...this.ground]) node.classList.toggle("off", all);
  }

  /** Decide for each name where it stands, if anywhere. */
  place() {
    const taken = [...this.pins, ...this.marks].map((pin) => this.boxOf(pin));
    const frame = this.frame();
    const furniture = this.furniture();
    this.beads = this.strung(frame);
    for (const label of this.stops) this.placeStop(label, taken, frame, furniture);
    for (const label of this.ground) this.placeGround(label, taken, frame, furniture);
  }

  boxOf({ marker, shift, drop = 0, size }) {
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
    return [...this.map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const seen = control.getBoundingClientRect();
      const at = this.map.containerPointToLayerPoint([seen.left - origin.left, seen.top - origin.top]);
      return { left: at.x, top: at.y, right: at.x + seen.width, bottom: at.y + seen.height };
    });
  }

  placeStop(label, taken, frame, furniture) {
    const { pin, node } = label;
    const at = this.map.latLngToLayerPoint(pin.marker.getLatLng());
    const width = node.offsetWidth;
    const height = node.offsetHeight;
    const half = pin.size / 2;
    const row = (pin.slots * pin.size) / 2;
    const right = [row + GAP + width / 2, 0];
    const left = [-row - GAP - width / 2, 0];
    const above = [0, -half - GAP - height / 2];
    const below = [0, half + GAP + height / 2];
    const corners = [[right[0] - 4, above[1] + 6], [right[0] - 4, below[1] - 6], [left[0] + 4, above[1] + 6], [left[0] + 4, below[1] - 6]];
    const spots = [right, left, below, above, ...corners].map(([dx, dy]) => box(at.x + dx, at.y + dy, width, height));
    const free = spots.filter((spot) => ![...taken, ...furniture].some((other) => meet(spot, other)));
    const inside = free.filter((spot) => within(spot, frame));
    this.settle(node, this.clearest(inside.length ? inside : free), taken);
  }

  placeGround(label, taken, frame, furniture) {
    const at = this.map.latLngToLayerPoint([label.at[1], label.at[0]]);
    const { node } = label;
    const beside = label.tier === "city" ? node.offsetWidth / 2 + 5 : 0;
    const shifts = label.tier === "city" || label.tier === "lake" ? [[0, 0]] : ROAM;
    const spots = shifts.map(([dx, dy]) => box(at.x + beside + dx, at.y + dy, node.offsetWidth, node.offsetHeight));
    const obstacles = [...taken, ...furniture, ...this.beads];
    const claim = label.tier === "city" ? (spot) => spot : padded;
    const free = (spot) => within(spot, frame) && !obstacles.some((other) => meet(claim(spot), other));
    this.settle(node, spots.find(free), taken);
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

/** How far a country's or a sea's name may move from its middle, in pixels, to find room. */
const ROAM = [[0, 0], [0, -26], [0, 26], [-46, 0], [46, 0], [0, -52], [0, 52]];

const padded = (spot) => ({ left: spot.left - 8, right: spot.right + 8, top: spot.top - 4, bottom: spot.bottom + 4 });
const box = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
const meet = (a, b) => a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
const within = (a, frame) => a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;
