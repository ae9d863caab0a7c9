// The legend: only what this map uses, each mark drawn as it is drawn on the map.

const STATUS_LEGEND = {
  happened: "reported",
  under_way: "under way",
  planned: "planned",
  possible: "possible",
  denied: "denied or cancelled",
};
const MODE_LEGEND = { train: "by train", plane: "by air", car: "by road", ship: "by sea", foot: "on foot", other: "by other means", unknown: "means not reported" };

function legendRows(journeys) {
  const main = journeys.filter((journey) => !journey.earlier);
  const stops = main.flatMap((journey) => journey.stops);
  const legs = main.flatMap((journey) => journey.legs);
  const rows = [];
  for (const [status, words] of Object.entries(STATUS_LEGEND)) {
    const stop = stops.find((each) => each.status === status);
    if (stop) rows.push([makePin({ label: "1", status }, "span"), words]);
  }
  const done = legs.filter((leg) => leg.status === "happened");
  for (const [mode, words] of Object.entries(MODE_LEGEND)) {
    if (done.some((leg) => leg.mode === mode)) rows.push([lineSwatch(`run ${mode}`, mode === "train"), words]);
  }
  for (const status of ["under_way", ...HEDGED]) {
    if (legs.some((leg) => leg.status === status)) rows.push([lineSwatch(`run ${status}`), `way ${STATUS_LEGEND[status]}`]);
  }
  const inferred = done.find((leg) => leg.basis !== "reported");
  if (inferred) rows.push([lineSwatch(`run inferred ${inferred.mode}`, inferred.mode === "train"), "lighter: the way is our inference"]);
  if (stops.some((stop) => stop.area)) rows.push([make("span", "swatch"), "somewhere in this area"]);
  if (journeys.some((journey) => journey.meetings.length)) rows.push([make("span", "pin meeting"), "meeting"]);
  if (journeys.some((journey) => journey.earlier)) rows.push([lineSwatch("run earlier"), "earlier trip"]);
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
  const legend = make("details", "legend", make("summary", "", "Legend"), list);
  legend.open = matchMedia("(min-width: 820px), print").matches;
  picture.append(...(rows.length ? [legend] : []), make("p", "attribution", attribution));
}
