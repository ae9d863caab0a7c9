// What stands under the list: what is known and what is not, also as text to paste, the other places, and the articles.

function balance(story) {
  const { known, unknown } = story.balance;
  if (!known.length && !unknown.length) return [];
  const list = (title, sentences) => (sentences.length ? [make("h2", "", title), make("ul", "", ...sentences.map((words) => make("li", "", words)))] : []);
  return [make("section", "box columns", ...list(say("page.known"), known), ...list(say("page.unknown"), unknown), plainText(story))];
}

/** The box as plain text, with a button: in a sandboxed frame and from a file only the old way of copying is open. */
function plainText(story) {
  const { known, unknown } = story.balance;
  const list = (title, sentences) => (sentences.length ? [title, ...sentences.map((words) => `- ${words}`), ""] : []);
  const draft = story.review ? [story.review] : [say("page.draft")];
  const field = make("textarea", "");
  field.readOnly = true;
  field.rows = 8;
  field.value = [story.title, story.dates, "", ...list(say("page.known"), known), ...list(say("page.unknown"), unknown), ...draft].join("\n");
  field.setAttribute("aria-label", say("page.plain"));
  const told = make("span", "when");
  told.setAttribute("role", "status");
  const copy = button(say("page.copy"), () => {
    field.select();
    told.textContent = ` ${say(document.execCommand("copy") ? "page.copied" : "page.press_copy")}`;
  });
  return make("details", "paste", make("summary", "", say("page.plain")), field, make("p", "", copy, told));
}

/** What changed since the map was first published, the newest first. */
function corrections(story) {
  return story.notes.length ? [make("section", "box", make("h2", "", say("edition.notes")), make("ul", "", ...story.notes.map((words) => make("li", "", words))))] : [];
}

function places(story) {
  const item = (name, note) => make("li", "", name, note ? make("span", "note", ` (${note})`) : "");
  const list = (title, items) => (items.length ? [make("h2", "", title), make("ul", "plain", ...items)] : []);
  return [
    ...list(say("page.mentioned"), story.mentions.map((place) => item(place.name, place.note))),
    ...list(say("page.unlocated"), story.unlocated.map((place) => item(place.name, place.reason))),
  ];
}

function sources(story) {
  const items = story.articles.map((article) => make("li", "", makeLink(article.url, article.title), make("span", "note", ` ${[article.publisher, article.published].filter(Boolean).join(", ")}`)));
  const parts = items.length ? [make("h2", "", say("page.articles")), make("ul", "plain", ...items)] : [];
  return [...parts, make("p", "credits", [story.edition.words && `${story.edition.words}.`, story.review && `${story.review}.`, ...story.credits].filter(Boolean).join(" "))];
}
