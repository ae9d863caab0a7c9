// The story beside the map: it says all that the map says, in words, in order.

class Panel {
  constructor(root, choose) {
    this.choose = choose;
    this.body = make("div", "");
    root.append(this.body);
  }

  draw(story) {
    this.rows = new Map();
    this.order = [];
    const main = story.journeys.filter((journey) => !journey.earlier);
    const earlier = story.journeys.filter((journey) => journey.earlier);
    this.body.replaceChildren(
      ...main.map((journey) => this.journey(journey, main.length > 1)),
      ...(story.partial ? [] : [...balance(story), ...corrections(story)]),
      ...(earlier.length ? [make("h2", "", say("page.earlier")), ...earlier.map((journey) => this.journey(journey, true))] : []),
      ...(story.partial ? [] : places(story)),
      ...sources(story),
    );
  }

  journey(journey, titled) {
    const section = make("section", toneOf(journey));
    section.setAttribute("aria-label", journey.title);
    section.append(make(journey.earlier ? "h3" : "h2", titled ? "journey" : "", titled ? [journey.letter, journey.title].filter(Boolean).join(". ") : say("page.stops")));
    if (journey.dates && titled) section.append(make("p", "when", journey.dates));
    const list = make("ol", "stops");
    for (const stop of journey.stops) {
      for (const leg of journey.legs.filter((each) => each.to === stop.id)) list.append(this.leg(leg));
      list.append(this.stop(stop));
    }
    section.append(list);
    for (const meeting of journey.meetings) section.append(this.meeting(meeting));
    return section;
  }

  stop(stop) {
    this.order.push(stop.id);
    const also = stop.inText ? make("span", "also", ` ${say("page.in_text", { name: stop.inText })}`) : "";
    const words = make("span", "", make("span", "name", stop.name), also, " ", make("span", `word ${stop.status}`, stop.word));
    this.told(words, stop.times, stop.sources);
    return this.row("li", "stop", stop, [makePin(stop, "span"), words]);
  }

  /** Add lines under a name: times, then the number of sources. */
  told(words, times, sources) {
    for (const time of times.filter(Boolean)) words.append(make("br"), make("span", "when", time));
    if (sources) words.append(make("br"), make("span", "count", sources));
  }

  leg(leg) {
    const word = leg.status === "happened" || leg.status === "past" ? "" : make("span", `word ${leg.status}`, `, ${leg.word}`);
    return this.row("li", "leg", leg, [leg.listed, word], () => [make("p", "when", `${capital(leg.line)}.`), ...this.remarks(leg)]);
  }

  /** What the line of a leg does not show, and what speaks against its times. */
  remarks(leg) {
    const note = leg.note ? [make("p", "when", leg.note)] : [];
    if (leg.noteLang) note[0].lang = leg.noteLang;
    return [...(leg.doubt ? [make("p", "note", leg.doubt)] : []), ...note];
  }

  meeting(meeting) {
    const mark = make("span", `pin meeting ${meeting.status}`);
    mark.setAttribute("aria-hidden", "true");
    const words = make("span", "", make("span", "name", say("page.meeting", { name: meeting.name })), " ", make("span", `word ${meeting.status}`, meeting.word));
    this.told(words, [meeting.participants, ...meeting.times], meeting.sources);
    return this.row("div", "stop", meeting, [mark, words]);
  }

  /** A row is a button that opens the quotes it stands on; they are made when it is opened first. */
  row(tag, className, element, words, more = () => []) {
    const button = make("button", "", ...words);
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    const guard = () => [element.inferred, element.protected].filter(Boolean).map((note) => make("p", "note", note));
    const detail = make("div", "detail");
    detail.hidden = true;
    button.addEventListener("click", () => this.choose(button.getAttribute("aria-expanded") === "true" ? null : element.id));
    this.rows.set(element.id, { button, detail, fill: () => detail.append(...more(), ...guard(), ...element.quotes.map(quoted)) });
    return make(tag, className, button, detail);
  }

  /** Open one row and close the one that was open. */
  open(id) {
    this.show(this.chosen, false);
    this.chosen = id;
    this.show(id, true);
    const row = this.rows.get(id);
    if (row && matchMedia("(min-width: 820px)").matches) row.button.parentElement.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  }

  show(id, open) {
    const row = this.rows.get(id);
    if (!row) return;
    if (open && !row.detail.hasChildNodes()) row.fill();
    row.button.setAttribute("aria-expanded", String(open));
    row.detail.hidden = !open;
  }

  /** The stop that lies some steps on, the first or last where none is open; at the ends it stays. */
  beside(by) {
    const at = this.order.indexOf(this.chosen);
    return this.order[at < 0 ? (by > 0 ? 0 : this.order.length - 1) : Math.max(0, Math.min(this.order.length - 1, at + by))];
  }
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

function quoted(quote) {
  const article = makeLink(quote.url, quote.title);
  return make("figure", "quote", quote.text ? make("blockquote", "", say("page.quote", { text: quote.text })) : make("p", "note", quote.note), make("p", "", `${quote.source}. `, article, `, ${quote.published}`));
}
