// Pins: real buttons in the order of travel, so that Tab reaches every stop and Enter opens it.

const PIN = 28;
/** A longer row would lead away from where its stops are; a closer look parts them. */
const LONGEST_ROW = 5;
/** Where pins would cover each other all the same, those that give way are dots of this size. */
const DOT = 14;
/** As much as two pins may share and still be read. */
const OVERLAP = 10;

function drawPins(map, layer, drawing, journeys, choose) {
  const pins = [];
  for (const journey of [...journeys].sort((a, b) => a.earlier - b.earlier)) {
    for (const stop of journey.stops) {
      pins.push(drawPin(map, layer, drawing, journey, stop, choose));
    }
  }
  return pins;
}

function drawPin(map, layer, drawing, journey, stop, choose) {
  const [lon, lat] = drawing.stops[stop.id];
  const size = journey.earlier ? 22 : PIN;
  const button = makePin(stop);
  button.setAttribute("aria-label", `${stop.label}. ${stop.name}, ${stop.word}${stop.times.length ? `, ${stop.times.join(", ")}` : ""}`);
  button.addEventListener("click", () => choose(stop.id));
  button.addEventListener("focus", () => showFocused(map, button, [[lat, lon]], [lat, lon]));
  L.DomEvent.disableClickPropagation(button); // a click on the map would close the card again
  const icon = L.divIcon({ className: toneOf(journey), html: button, iconSize: [size, size] });
  const marker = L.marker([lat, lon], { icon, keyboard: false, zIndexOffset: journey.earlier ? -1000 : 1000 }).addTo(layer);
  const end = [journey.stops[0], journey.stops.at(-1)].includes(stop);
  return { id: stop.id, stop, end, earlier: journey.earlier, marker, button, size, crowded: false, shift: 0, drop: 0 };
}

/** Bring what the keyboard has come to into view where nothing of it is; a click needs no help, and would miss what moves away. */
function showFocused(map, element, points, middle) {
  const view = map.getBounds().pad(-0.04);
  if (element.matches(":focus-visible") && !points.some((point) => view.contains(point))) map.setView(middle, map.getZoom(), { animate: false });
}

/** Stand pins that would cover each other side by side, the western one first and those of one place in the order of travel; anew at each zoom. */
function spreadPins(map, pins) {
  const rows = [];
  for (const pin of pins) {
    const at = map.latLngToLayerPoint(pin.marker.getLatLng());
    const row = rows.find((each) => Math.abs(each.at.x - at.x) < PIN && Math.abs(each.at.y - at.y) < PIN);
    if (row) row.pins.push({ pin, at });
    else rows.push({ at, pins: [{ pin, at }] });
  }
  for (const row of rows) {
    if (row.pins.length <= LONGEST_ROW) standInRow(row.pins.sort((a, b) => a.at.x - b.at.x));
    else for (const member of row.pins) standInRow([member]);
  }
  giveWay(rows.flatMap((row) => row.pins));
}

/** Draw as dots the pins that would lie on others; the ends of journeys go before the stops between, which go in the order of travel. */
function giveWay(members) {
  const crowd = new Crowd();
  const buttons = members.filter(({ pin }) => !pin.mention);
  for (const { pin, at } of buttons.sort((a, b) => b.pin.end - a.pin.end)) {
    const size = pin.size - OVERLAP;
    const room = box(at.x + pin.shift, at.y + pin.drop, size, size);
    const crowded = crowd.meets(room);
    if (!crowded) crowd.add(room);
    if (crowded !== pin.crowded) pin.marker.setZIndexOffset(pin.earlier ? -1000 : crowded ? 500 : 1000);
    pin.crowded = crowded;
    pin.button.classList.toggle("crowded", crowded);
  }
}

function standInRow(members) {
  const width = members.reduce((sum, { pin }) => sum + pin.size, 0);
  const middle = (axis) => members.reduce((sum, { at }) => sum + at[axis], 0) / members.length;
  let x = middle("x") - width / 2;
  for (const { pin, at } of members) {
    pin.shift = Math.round(x + pin.size / 2 - at.x);
    pin.drop = Math.round(middle("y") - at.y);
    const { style } = pin.marker.getElement();
    style.marginLeft = `${pin.shift - pin.size / 2}px`;
    style.marginTop = `${pin.drop - pin.size / 2}px`;
    x += pin.size;
  }
}

/** The mark of a stop, the same on the map, in the list and in the legend. */
function makePin(stop, tag = "button") {
  const pin = make(tag, `pin ${stop.status}${stop.inferred ? " inferred" : ""}${stop.area ? " area" : ""}${stop.label.length > 2 ? " long" : ""}`, stop.label);
  if (tag === "button") pin.type = "button";
  else pin.setAttribute("aria-hidden", "true");
  return pin;
}

function drawMeetings(map, layer, drawing, journeys, choose) {
  const marks = [];
  for (const journey of journeys) {
    for (const meeting of journey.meetings) {
      const [lon, lat] = drawing.meetings[meeting.id];
      const button = make("button", `pin meeting ${meeting.status}`);
      button.type = "button";
      button.setAttribute("aria-label", `${say("page.meeting", { name: meeting.name })}, ${meeting.word}`);
      button.addEventListener("click", () => choose(meeting.id));
      button.addEventListener("focus", () => showFocused(map, button, [[lat, lon]], [lat, lon]));
      L.DomEvent.disableClickPropagation(button);
      const icon = L.divIcon({ className: "", html: button, iconSize: [PIN, PIN], iconAnchor: [PIN / 2, -9] });
      marks.push({ id: meeting.id, marker: L.marker([lat, lon], { icon, keyboard: false }).addTo(layer), button, shift: 0, drop: PIN / 2 + 9, size: 22 });
    }
  }
  return marks;
}

function drawMentions(layer, drawing, mentions) {
  return mentions.map((mention) => {
    const [lon, lat] = drawing.mentions[mention.id];
    const dot = make("span", "mention-dot");
    dot.setAttribute("aria-hidden", "true");
    const icon = L.divIcon({ className: "", html: dot, iconSize: [24, 24] });
    const marker = L.marker([lat, lon], { icon, keyboard: false, interactive: false }).addTo(layer);
    return { id: mention.id, stop: { name: mention.name, status: "mention", word: "" }, marker, shift: 0, drop: 0, size: 12, mention: true };
  });
}
