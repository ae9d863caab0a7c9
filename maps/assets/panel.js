// The story beside the map: it says all that the map says, in words, in order.

class Panel {
  constructor(root, story, choose) {
    this.choose = choose;
    this.rows = new Map();
    this.order = [];
    if (story.journeys.length) root.append(this.steps());
    const main = story.journeys.filter((journey) => !journey.earlier);
    const earlier = story.journeys.filter((journey) => journey.earlier);
    root.append(...main.map((journey) => this.journey(journey, main.length > 1)));
    root.append(...balance(story.balance));
    if (earlier.length) root.append(make("h2", "", "Earlier trips"), ...earlier.map((journey) => this.journey(journey, true)));
    root.append(...places(story), ...sources(story));
  }

  steps() {
    const step = (words, by) => {
      const button = make("button", "", words);
      button.type = "button";
      button.addEventListener("click", () => this.step(by));
      return button;
    };
    const bar = make("div", "steps", step("← Previous", -1), step("Next →", 1));
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Go through the stops");
    return bar;
  }

  journey(journey, titled) {
    const section = make("section", toneOf(journey));
    section.setAttribute("aria-label", journey.title);
    section.append(make(titled ? "h3" : "h2", "", titled ? [journey.letter, journey.title].filter(Boolean).join(". ") : "Stops in order"));
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
    const also = stop.inText ? make("span", "also", ` (“${stop.inText}” in the text)`) : "";
    const words = make("span", "", make("span", "name", stop.name), also, " ", make("span", `word ${stop.status}`, stop.word));
    for (const time of stop.times) words.append(make("br"), make("span", "when", time));
    words.append(make("br"), make("span", "count", stop.sources));
    return this.row("li", "stop", stop, [makePin(stop, "span"), words]);
  }

  leg(leg) {
    const word = leg.status === "happened" || leg.status === "past" ? "" : make("span", `word ${leg.status}`, `, ${leg.word}`);
    return this.row("li", "leg", leg, [leg.how, word], make("p", "when", `${capital(leg.line)}.`));
  }

  meeting(meeting) {
    const words = [make("span", `pin meeting ${meeting.status}`), make("span", "", make("span", "name", `Meeting in ${meeting.name}`), " ", make("span", `word ${meeting.status}`, meeting.word))];
    words[0].setAttribute("aria-hidden", "true");
    if (meeting.participants) words[1].append(make("br"), make("span", "when", meeting.participants));
    for (const time of meeting.times) words[1].append(make("br"), make("span", "when", time));
    words[1].append(make("br"), make("span", "count", meeting.sources));
    return this.row("div", "stop", meeting, words);
  }

  /** A row is a button that opens the quotes it stands on. */
  row(tag, className, element, words, ...more) {
    const button = make("button", "", ...words);
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    const detail = make("div", "detail", ...more, ...element.quotes.map(quoted));
    detail.hidden = true;
    button.addEventListener("click", () => this.choose(button.getAttribute("aria-expanded") === "true" ? null : element.id));
    this.rows.set(element.id, { button, detail });
    return make(tag, className, button, detail);
  }

  /** Open one row and close the others. */
  open(id) {
    this.chosen = id;
    for (const [key, { button, detail }] of this.rows) {
      button.setAttribute("aria-expanded", String(key === id));
      detail.hidden = key !== id;
    }
    const row = this.rows.get(id);
    if (row && matchMedia("(min-width: 820px)").matches) row.button.parentElement.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  }

  step(by) {
    const at = this.order.indexOf(this.chosen);
    const next = at < 0 ? (by > 0 ? 0 : this.order.length - 1) : Math.max(0, Math.min(this.order.length - 1, at + by));
    this.choose(this.order[next]);
  }
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

function quoted(quote) {
  const article = makeLink(quote.url, quote.title);
  return make("figure", "quote", make("blockquote", "", `“${quote.text}”`), make("p", "", `${quote.source}. `, article, `, ${quote.published}`));
}

function balance({ known, unknown }) {
  if (!known.length && !unknown.length) return [];
  const list = (title, sentences) => (sentences.length ? [make("h2", "", title), make("ul", "", ...sentences.map((words) => make("li", "", words)))] : []);
  return [make("section", "box columns", ...list("What we know", known), ...list("What we don’t", unknown))];
}

function places(story) {
  const item = (name, note) => make("li", "", name, note ? make("span", "note", ` (${note})`) : "");
  const list = (title, items) => (items.length ? [make("h2", "", title), make("ul", "plain", ...items)] : []);
  return [
    ...list("Places only mentioned", story.mentions.map((place) => item(place.name, place.note))),
    ...list("Named, but not located", story.unlocated.map((place) => item(place.name, place.reason))),
  ];
}

function sources(story) {
  const items = story.articles.map((article) => make("li", "", makeLink(article.url, article.title), make("span", "note", ` ${[article.publisher, article.published].filter(Boolean).join(", ")}`)));
  const parts = items.length ? [make("h2", "", "Articles"), make("ul", "plain", ...items)] : [];
  return [...parts, make("p", "credits", [story.review, ...story.credits].filter(Boolean).join(" "))];
}
