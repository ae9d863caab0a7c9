// What a reader can do with the story: go through the stops, move along the days, and ask for a part of it.

const PLAY_PACE = 2600;
const MOVE_TIME = 1500;
/** A list of more stops than this is searched. */
const LONG_LIST = 15;

class Controls {
  constructor(story, { step, narrow, travel, find }) {
    Object.assign(this, { story, step, narrow, travel, find });
    this.choice = { traveller: "", source: "", asOf: "" };
    this.element = make("div", "controls", this.steps(), this.days(), this.asOf(), this.search(), this.filters(), this.note());
  }

  steps() {
    this.play = button(`▶ ${say("page.play")}`, () => (this.timer ? this.pause() : this.start()));
    const by = (count) => () => {
      this.pause();
      this.step(count);
    };
    const bar = make("div", "steps", button(`← ${say("page.previous")}`, by(-1)), this.play, button(`${say("page.next")} →`, by(1)));
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", say("page.steps"));
    return bar;
  }

  start() {
    this.play.textContent = `❚❚ ${say("page.pause")}`;
    const tick = () => this.step(1, true) || this.pause();
    this.timer = setInterval(tick, PLAY_PACE);
    tick();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this.play.textContent = `▶ ${say("page.play")}`;
  }

  days() {
    this.day = slider(say("page.day_label"), 0, 1, 0.125);
    this.dayWords = make("output", "told");
    this.day.addEventListener("input", () => this.moveTo(Number(this.day.value)));
    this.dayRow = row(say("page.day"), this.day, this.dayWords);
    return this.dayRow;
  }

  /** Offer the days that the marks can move through. */
  offerDays(span) {
    this.dayRow.hidden = !span;
    if (!span) return;
    [this.day.min, this.day.max] = span;
    this.day.value = span[0];
    this.dayWords.textContent = dayWords(span[0]);
    this.day.setAttribute("aria-valuetext", dayWords(span[0]));
  }

  moveTo(moment) {
    const words = this.travel(moment);
    this.dayWords.textContent = words;
    this.day.setAttribute("aria-valuetext", words);
  }

  /** Let the slider run to a moment, or jump there for those who want no motion. */
  glideTo(moment) {
    const from = Number(this.day.value);
    const began = performance.now();
    const frame = (now) => {
      const share = calm() ? 1 : Math.min(1, (now - began) / MOVE_TIME);
      this.day.value = from + (moment - from) * share;
      this.moveTo(from + (moment - from) * share);
      if (share < 1) requestAnimationFrame(frame);
    };
    if (!this.dayRow.hidden) requestAnimationFrame(frame);
  }

  asOf() {
    const days = daysOf(this.story);
    const range = slider(say("page.as_of_label"), 0, days.length, 1);
    const told = make("output", "told");
    const update = () => {
      this.choice.asOf = days[Number(range.value)] || "";
      told.textContent = this.choice.asOf ? isoWords(this.choice.asOf) : say("page.as_of_all");
      range.setAttribute("aria-valuetext", told.textContent);
    };
    this.resetAsOf = () => {
      range.value = days.length;
      update();
    };
    this.resetAsOf();
    range.addEventListener("input", () => {
      update();
      this.changed();
    });
    const line = row(say("page.as_of"), range, told);
    line.hidden = days.length < 2;
    return line;
  }

  /** A box for the name or number of a stop, where there are so many that a reader has to look for one. */
  search() {
    const stops = this.story.journeys.flatMap((journey) => journey.stops);
    if (stops.length <= LONG_LIST) return "";
    const names = make("datalist", "", ...stops.map((stop) => new Option(titleOf(stop))));
    names.id = "stops";
    const field = make("input", "");
    field.type = "search";
    field.setAttribute("list", names.id);
    field.addEventListener("change", () => this.find(field.value));
    return make("div", "filters", make("label", "", make("span", "", say("page.find")), field), names);
  }

  filters() {
    const travellers = [...new Set(this.story.journeys.map((journey) => journey.traveller))];
    this.boxes = [this.box("traveller", "page.everyone", travellers), this.box("source", "page.all_sources", sourcesOf(this.story))];
    return make("div", "filters", ...this.boxes);
  }

  box(key, all, names) {
    const list = make("select", "", ...["", ...names].map((name) => new Option(name || say(all), name)));
    list.addEventListener("change", () => {
      this.choice[key] = list.value;
      this.changed();
    });
    const label = make("label", "", make("span", "", say(`page.${key}`)), list);
    label.hidden = names.length < 2;
    return label;
  }

  note() {
    this.words = make("p", "part");
    this.words.setAttribute("role", "status");
    this.reset = button(say("page.reset"), () => this.showAll());
    this.reset.hidden = true;
    return make("div", "", this.words, this.reset);
  }

  showAll() {
    this.choice = { traveller: "", source: "", asOf: "" };
    for (const box of this.boxes) box.querySelector("select").value = "";
    this.resetAsOf();
    this.changed();
    this.play.focus();
  }

  changed() {
    this.pause();
    const story = this.narrow(this.choice);
    this.reset.hidden = !story.partial;
    const stops = story.journeys.filter((journey) => !journey.earlier).reduce((sum, journey) => sum + journey.stops.length, 0);
    const day = this.choice.asOf && say("page.as_of_note", { day: isoWords(this.choice.asOf) });
    this.words.textContent = story.partial ? [day, say("page.filtered", { stops: counted(stops, "stop") })].filter(Boolean).join(" ") : "";
  }
}

function button(words, act) {
  const made = make("button", "", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function slider(label, min, max, step) {
  const made = make("input", "");
  Object.assign(made, { type: "range", min, max, step });
  made.setAttribute("aria-label", label);
  return made;
}

const row = (words, ...parts) => make("div", "slide", make("span", "", words), ...parts);
