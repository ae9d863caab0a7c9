// Where the page begins: the map that folium made, and the data beside it.

/** Draw the story on a Leaflet map. */
function start(map, data) {
  Object.assign(tongue, { lang: data.lang, phrases: data.phrases });
  const { story, view } = data;
  const stage = map.getContainer().parentElement;
  addLegend(stage.parentElement, story.journeys, data.attribution);
  map.invalidateSize({ animate: false });
  fit(map, view);
  map.setMinZoom(Math.min(map.getZoom() - 3, 2));
  L.control.zoom({ zoomInTitle: say("page.zoom_in"), zoomOutTitle: say("page.zoom_out") }).addTo(map);
  addScale(map);
  if (data.tiles) L.tileLayer(data.tiles).addTo(map);
  else drawGround(map, data.ground);
  tameGestures(map, stage);
  new Reader(map, data).begin();
  tellHeight(stage.closest(".dateline"), data.height);
  addEventListener("beforeprint", () => {
    map.invalidateSize({ animate: false });
    fit(map, view);
  });
  refitUntilTouched(map, view, stage);
}

/** Keep the journey in view while the page is laid out and resized, until a reader takes hold of it. */
function refitUntilTouched(map, view, stage) {
  let touched = false;
  for (const kind of ["pointerdown", "wheel", "keydown"]) addEventListener(kind, () => { touched = true; }, { once: true, passive: true, capture: true });
  let fitted = map.getSize();
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    if (touched || map.getSize().equals(fitted)) return;
    fitted = map.getSize();
    fit(map, view);
  }).observe(stage);
}

/** What happens between the map, the list and the controls when a reader chooses something. */
class Reader {
  constructor(map, data) {
    const root = document.getElementById("panel");
    const choose = (id) => this.choose(id);
    Object.assign(this, { map, data, story: data.story });
    this.picture = new Picture(map, data, choose);
    this.controls = new Controls(data.story, {
      step: (by, playing) => this.step(by, playing),
      narrow: (choice) => this.narrow(choice),
      travel: (moment) => this.picture.movers.show(moment),
      find: (words) => this.find(words),
    });
    this.announcer = make("p", "alt");
    this.announcer.setAttribute("role", "status");
    if (data.story.journeys.length) root.append(this.controls.element);
    root.append(this.announcer);
    this.panel = new Panel(root, choose);
    this.card = L.popup({ maxWidth: Math.min(270, map.getSize().x * 0.62), minWidth: 160, offset: [0, -10], autoPanPadding: [20, 20] });
    map.on("popupclose", () => this.picture.choose(null));
    map.on("popupopen", () => this.card.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", say("page.close")));
    document.addEventListener("keydown", (event) => event.key === "Escape" && choose(null));
  }

  begin() {
    this.draw(select(this.story, this.controls.choice));
    if (!this.data.tiles) addInset(this.map, this.data.ground, this.data.view, this.picture.reach);
    this.picture.labels.place();
  }

  draw(story) {
    this.map.closePopup();
    this.shown = story;
    this.picture.draw(story);
    this.panel.draw(story);
    this.controls.offerDays(this.picture.movers.span);
  }

  /** Show a part of the story, and fit the map to it when it is one traveller's. */
  narrow(choice) {
    const story = select(this.story, choice);
    this.draw(story);
    const reach = this.picture.pins.map((pin) => pin.marker.getLatLng());
    if (choice.traveller && reach.length) fit(this.map, around(L.latLngBounds(reach)));
    else fit(this.map, this.data.view);
    return story;
  }

  /** Choose a stop, leg or meeting by its id; null closes what is open. */
  choose(id) {
    this.panel.open(id);
    const mark = this.picture.markOf(id);
    const way = this.picture.ways.get(id);
    if (mark) this.showStop(mark);
    else if (way) this.showLeg(id, way);
    else this.map.closePopup();
    this.picture.choose(id);
  }

  /** Choose the stop of that number and name, else the first one whose name holds the words. */
  find(words) {
    const stops = this.shown.journeys.flatMap((journey) => journey.stops);
    const plain = (text) => text.trim().toLocaleLowerCase(tongue.lang);
    const found = stops.find((stop) => titleOf(stop) === words) || stops.find((stop) => words.trim() && plain(titleOf(stop)).includes(plain(words)));
    if (found) this.choose(found.id);
  }

  showStop(mark) {
    const at = mark.marker.getLatLng();
    if (!this.map.getBounds().pad(-0.08).contains(at)) this.map.setView(at, this.map.getZoom(), { animate: !calm() });
    this.showCard(mark.id, at);
  }

  /** Go where the whole leg is seen, then open its card at its middle, unless the reader has gone on meanwhile. */
  showLeg(id, way) {
    const open = () => this.panel.chosen === id && this.showCard(id, middleOf(way));
    const bounds = L.latLngBounds(way);
    this.map.closePopup();
    if (this.map.getBounds().contains(bounds)) return open();
    this.map.once("moveend", open);
    return this.map.flyToBounds(bounds, { padding: [60, 60], maxZoom: this.map.getZoom(), animate: !calm() });
  }

  showCard(id, at) {
    const element = find(this.shown, id);
    this.announcer.textContent = [titleOf(element), element.word, ...timesOf(element)].join(", ");
    this.card.setLatLng(at).setContent(cardOf(element)).openOn(this.map);
  }

  /** Go on by some stops; when playing, tell whether there was one to go to. */
  step(by, playing = false) {
    const next = this.panel.beside(by);
    const moved = next !== this.panel.chosen;
    if (!moved && playing) return false;
    this.choose(next);
    const { clock } = find(this.shown, next);
    if (clock.length) this.controls.glideTo(clock[1]);
    return moved;
  }
}

const around = (bounds) => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
const find = (story, id) => story.journeys.flatMap((journey) => [...journey.stops, ...journey.legs, ...journey.meetings]).find((each) => each.id === id);
const timesOf = (element) => element.times || [element.how];

function titleOf(element) {
  if (element.how) return element.name;
  return element.label ? `${element.label}. ${element.name}` : say("page.meeting", { name: element.name });
}

function cardOf(element) {
  const card = make("div", "card");
  card.append(make("h3", "", titleOf(element)), make("p", "word", element.word), ...timesOf(element).map((time) => make("p", "when", time)));
  if (element.inferred) card.append(make("p", "note", element.inferred));
  if (element.line) card.append(make("p", "when", `${capital(element.line)}.`));
  card.append(...(element.disputes || []).map((words) => make("p", "dispute", words)));
  const [first] = element.quotes;
  if (first) card.append(quoted(first));
  if (element.quotes.length > 1) card.append(make("p", "when", say("page.in_list", { number: element.quotes.length - 1 })));
  return card;
}

function fit(map, [west, south, east, north]) {
  const { x, y } = map.getSize();
  const room = [Math.min(70, x * 0.12), Math.min(56, y * 0.12)];
  map.fitBounds([[south, west], [north, east]], { padding: room, animate: false, maxZoom: 11 });
}

/** A scale in kilometres and miles, hidden where the map shows so much of the world that no one length holds. */
function addScale(map) {
  const scale = L.control.scale({ position: "bottomleft" }).addTo(map);
  const update = () => { scale.getContainer().hidden = map.getZoom() < 3.2; };
  map.on("zoomend", update);
  update();
}
