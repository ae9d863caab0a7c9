// Where a traveller may have been at a moment: at a stop, or on the way between two, as far along as the time between them has run.

/** The stops of a journey whose time is known, and the way from each to the next. */
function trackOf(journey, ways, places) {
  const timed = journey.stops.filter((stop) => stop.clock.length && places.has(stop.id));
  return timed.map((stop, i) => ({ stop, at: places.get(stop.id), first: stop.clock[0], last: stop.clock[1], way: i + 1 < timed.length ? wayBetween(journey, ways, stop, timed[i + 1]) : [] }));
}

/** Join the legs that lead from one stop to another; empty where the articles tell of none. */
function wayBetween(journey, ways, from, to) {
  const points = [];
  for (let at = from.id, steps = 0; at !== to.id; steps++) {
    const leg = journey.legs.find((each) => each.from === at && ways.has(each.id));
    if (!leg || steps > journey.legs.length) return [];
    points.push(...ways.get(leg.id));
    at = leg.to;
  }
  return points;
}

/** Return the point and what to say of it; null before the first and after the last time that is known. */
function placeAt(track, moment) {
  const i = track.findLastIndex((mark) => mark.first <= moment);
  if (i < 0) return null;
  const [mark, next] = [track[i], track[i + 1]];
  const day = dayWords(moment);
  if (moment <= mark.last || !next) return { at: mark.at, words: say("page.at", { day, name: mark.stop.name }) };
  const share = (moment - mark.last) / (next.first - mark.last);
  const way = mark.way.length > 1 ? between(mark.way, 0, share) : [mark.at];
  return { at: way[way.length - 1], words: say("page.between", { day, first: mark.stop.name, last: next.stop.name }) };
}

/** The marks that move along the journeys. */
class Movers {
  constructor(map, layer, story, ways, pins) {
    const places = new Map(pins.map((pin) => [pin.id, pin.marker.getLatLng()]));
    this.movers = story.journeys
      .filter((journey) => story.timed && !journey.earlier)
      .map((journey) => ({ journey, track: trackOf(journey, ways, places) }))
      .filter(({ track }) => track.length > 1)
      .map((each) => ({ ...each, marker: this.marker(each.journey) }));
    this.map = map;
    this.layer = layer;
  }

  marker(journey) {
    const dot = make("span", "mover");
    dot.setAttribute("aria-hidden", "true"); // the slider says where it is
    const icon = L.divIcon({ className: toneOf(journey), html: dot, iconSize: [24, 24] });
    return L.marker([0, 0], { icon, interactive: false, keyboard: false, zIndexOffset: 2000 });
  }

  /** First and last moment that is known of any journey; null where there is nothing to move. */
  get span() {
    const marks = this.movers.flatMap(({ track }) => track);
    return marks.length ? [Math.floor(Math.min(...marks.map((mark) => mark.first))), Math.max(...marks.map((mark) => mark.last))] : null;
  }

  /** Put the marks where they may have been and return that in words. */
  show(moment) {
    const told = [];
    for (const { journey, track, marker } of this.movers) {
      const place = placeAt(track, moment);
      if (!place) marker.remove();
      if (!place) continue;
      marker.setLatLng(place.at);
      if (!this.map.hasLayer(marker)) marker.addTo(this.layer);
      told.push(this.movers.length > 1 ? `${journey.letter}. ${place.words}` : place.words);
    }
    return told.join("; ") || dayWords(moment);
  }

  hide() {
    for (const { marker } of this.movers) marker.remove();
  }
}
