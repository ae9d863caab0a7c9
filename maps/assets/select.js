// What of the story a reader asked to see: one traveller's journeys, what one source says, what had been reported by a day.

const STRENGTH = ["happened", "past", "under_way", "planned", "possible", "denied"];

/** Narrow the story; an element stays if a passage that was asked for supports it, and is then no more certain than that passage. */
function select(story, { traveller, source, asOf }) {
  const wanted = (quote) => (!source || quote.by.includes(source)) && (!asOf || (quote.day !== "" && quote.day <= asOf));
  const keep = (elements) => (source || asOf ? elements.map((each) => narrowed(each, each.quotes.filter(wanted))).filter(Boolean) : elements);
  const journeys = story.journeys
    .filter((journey) => !traveller || journey.traveller === traveller)
    .map((journey) => {
      const stops = keep(journey.stops);
      const here = new Set(stops.map((stop) => stop.id));
      const legs = keep(journey.legs).filter((leg) => here.has(leg.from) && here.has(leg.to));
      return { ...journey, dates: source || asOf ? "" : journey.dates, stops, legs, meetings: keep(journey.meetings) };
    })
    .filter((journey) => journey.stops.length || journey.meetings.length);
  return { ...story, journeys, partial: Boolean(traveller || source || asOf), timed: !source && !asOf };
}

/** An element as some of its passages tell it: times and counts that stand on the others are left out. */
function narrowed(element, quotes) {
  if (quotes.length === element.quotes.length) return element;
  if (!quotes.length) return null;
  const told = quotes.map((quote) => quote.status);
  const status = told.includes(element.status) ? element.status : STRENGTH.find((each) => told.includes(each));
  const inferred = quotes.every((quote) => quote.inferred);
  return { ...element, quotes, status, ...standing(status, inferred), times: [], disputes: [], sources: "" };
}

/** The word of a status; what is inferred says so, and is never called reported. */
function standing(status, inferred) {
  const word = say(`status.${status}`);
  if (!inferred) return { word };
  return { word: status === "happened" ? say("inferred.word") : say("inferred.hedged", { word }), inferred: say("inferred.note") };
}

/** Who is cited, the most often cited first. */
function sourcesOf(story) {
  const counts = new Map();
  for (const quote of story.journeys.flatMap((journey) => [...journey.stops, ...journey.legs, ...journey.meetings]).flatMap((each) => each.quotes)) {
    for (const name of quote.by) counts.set(name, (counts.get(name) || 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
}

/** The days on which the articles that tell of the journeys appeared. */
function daysOf(story) {
  const quotes = story.journeys.flatMap((journey) => journey.stops).flatMap((stop) => stop.quotes);
  return [...new Set(quotes.map((quote) => quote.day).filter(Boolean))].sort();
}
