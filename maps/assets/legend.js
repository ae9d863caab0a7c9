// The legend: only what this map uses, each mark drawn as it is drawn on the map.

const STATUSES = ["happened", "under_way", "planned", "possible", "denied"];
const MODES = ["train", "plane", "car", "ship", "foot", "other", "unknown"];
/** The list under the map has them all. */
const MOST_DISPUTES = 2;
const statusWords = (status) => say(status === "denied" ? "legend.denied" : `status.${status}`);

function legendRows(journeys) {
  const main = journeys.filter((journey) => !journey.earlier);
  const stops = main.flatMap((journey) => journey.stops);
  const legs = main.flatMap((journey) => journey.legs);
  const rows = [];
  for (const status of STATUSES) {
    if (stops.some((each) => each.status === status && !each.inferred)) rows.push([makePin({ label: "1", status }, "span"), statusWords(status)]);
  }
  const inferredStop = stops.find((each) => each.inferred);
  if (inferredStop) rows.push([makePin({ ...inferredStop, label: "1", area: false }, "span"), say("inferred.legend")]);
  const done = legs.filter((leg) => leg.status === "happened");
  for (const mode of MODES) {
    if (done.some((leg) => leg.mode === mode)) rows.push([lineSwatch(`run ${mode}`, mode === "train"), say(mode === "unknown" ? "legend.unknown" : `mode.${mode}`)]);
  }
  for (const status of ["under_way", ...HEDGED]) {
    if (legs.some((leg) => leg.status === status)) rows.push([lineSwatch(`run ${status}`), say("legend.way", { status: statusWords(status) })]);
  }
  const inferred = done.find((leg) => leg.basis !== "reported");
  if (inferred) rows.push([lineSwatch(`run inferred ${inferred.mode}`, inferred.mode === "train"), say("legend.lighter")]);
  if (legs.some((leg) => leg.other)) rows.push([lineSwatch("other"), say("legend.other")]);
  if (legs.some((leg) => leg.access)) rows.push([lineSwatch("access"), say("legend.access")]);
  if (stops.some((stop) => stop.area)) rows.push([make("span", "swatch"), say("legend.area")]);
  if (journeys.some((journey) => journey.meetings.length)) rows.push([make("span", "pin meeting"), say("legend.meeting")]);
  if (journeys.some((journey) => journey.earlier)) rows.push([lineSwatch("run earlier"), say("legend.earlier")]);
  if (main.some((journey) => journey.stops.filter((stop) => stop.clock.length).length > 1)) rows.push([make("span", "mover"), say("legend.moving")]);
  const disputed = stops.filter((stop) => stop.disputes.length).slice(0, MOST_DISPUTES);
  for (const stop of disputed) rows.push(...stop.disputes.map((words) => [makePin(stop, "span"), words]));
  return rows;
}

function lineSwatch(className, ties = false) {
  const line = (name) => makeSvg("line", { x1: 0, y1: 6, x2: 40, y2: 6, class: `leg-line ${name}` });
  return makeSvg("svg", { width: 40, height: 12, "aria-hidden": "true" }, line(className), ...(ties ? [line("ties")] : []));
}

/** The legend and the credit stand under the map, where they can cover nothing; on a phone the legend is folded. */
function addLegend(picture, journeys, attribution) {
  const rows = legendRows(journeys);
  const list = make("ul", "", ...rows.map(([mark, words]) => make("li", "", mark, make("span", "", words))));
  const legend = make("details", "legend", make("summary", "", say("legend.title")), list);
  legend.open = matchMedia("(min-width: 820px), print").matches;
  picture.append(...(rows.length ? [legend] : []), make("p", "attribution", attribution));
}
