// Where the page begins: the map that folium made, and the data beside it.

/** Draw the story on a Leaflet map. */
function start(map, data) {
  const { story, drawing, view } = data;
  const stage = map.getContainer().parentElement;
  addLegend(stage.parentElement, story.journeys, data.attribution);
  map.invalidateSize({ animate: false });
  fit(map, view);
  map.setMinZoom(Math.min(map.getZoom() - 3, 2));
  addScale(map);
  drawGround(map, data.ground);
  drawAreas(map, drawing, story.journeys);
  const open = (id) => choose(id);
  const ways = drawLegs(map, drawing, story.journeys, open);
  const pins = drawPins(map, drawing, story.journeys, open); // in the order of travel, the earlier trips last
  const meetings = drawMeetings(map, drawing, story.journeys, open);
  const mentions = story.journeys.length ? [] : drawMentions(map, drawing, story.mentions);
  tameGestures(map, stage);
  const panel = new Panel(document.getElementById("panel"), story, open);
  addInset(map, data.ground, view, [...pins.map((pin) => pin.marker.getLatLng()), ...[...ways.values()].flat()]);
  const labels = new Labels(map, [...pins, ...mentions], meetings, [...ways.values()], data.labels);
  const card = L.popup({ maxWidth: Math.min(270, map.getSize().x * 0.62), minWidth: 160, offset: [0, -10], autoPanPadding: [20, 20] });
  map.on("popupclose", () => mark(null));

  /** Choose a stop, leg or meeting by its id; null closes what is open. */
  function choose(id) {
    panel.open(id);
    const mark_ = [...pins, ...meetings].find((pin) => pin.id === id);
    if (mark_) showStop(mark_);
    else map.closePopup();
    mark(id);
    if (ways.has(id)) map.flyToBounds(L.latLngBounds(ways.get(id)), { padding: [60, 60], maxZoom: map.getZoom() + 1, animate: !calm() });
  }

  function showStop(pin) {
    const at = pin.marker.getLatLng();
    if (!map.getBounds().pad(-0.08).contains(at)) map.setView(at, map.getZoom(), { animate: !calm() });
    const words = find(story, pin.id);
    card.setLatLng(at).setContent(cardOf(words)).openOn(map);
  }

  function mark(id) {
    for (const pin of [...pins, ...meetings]) pin.button.setAttribute("aria-current", String(pin.id === id));
  }

  document.addEventListener("keydown", (event) => event.key === "Escape" && choose(null));
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    map.invalidateSize({ animate: false });
    fit(map, view);
  });
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(stage);
  (document.fonts ? document.fonts.ready : Promise.resolve()).then(() => labels.place());
}

const find = (story, id) => story.journeys.flatMap((journey) => [...journey.stops, ...journey.meetings]).find((each) => each.id === id);

function cardOf(element) {
  const card = make("div", "card");
  const title = element.label ? `${element.label}. ${element.name}` : `Meeting in ${element.name}`;
  card.append(make("h3", "", title), make("p", "word", element.word), ...element.times.map((time) => make("p", "when", time)));
  const [first] = element.quotes;
  if (first) card.append(quoted(first));
  if (element.quotes.length > 1) card.append(make("p", "when", `${element.quotes.length - 1} more in the list`));
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
