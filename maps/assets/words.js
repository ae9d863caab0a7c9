// The phrases of the page's language, which come with the data, and its days and counts.

const tongue = { lang: "en", phrases: {} };

/** Fill in a phrase; what is filled in is never read as a phrase. */
const say = (key, values = {}) => tongue.phrases[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

function counted(number, noun) {
  const form = `count.${noun}.${new Intl.PluralRules(tongue.lang).select(number)}`;
  return say(form in tongue.phrases ? form : `count.${noun}.other`, { number });
}

/** Days since 1 January of the year 1, as Python counts them, of 1 January 1970. */
const EPOCH = 719163;

function dayWords(day) {
  const date = new Date((Math.floor(day) - EPOCH) * 864e5);
  const weekday = tongue.phrases["time.weekdays"][(date.getUTCDay() + 6) % 7];
  const month = tongue.phrases["time.months"][date.getUTCMonth()];
  return say("time.day_full", { weekday, day: date.getUTCDate(), month, year: date.getUTCFullYear() });
}

const isoWords = (iso) => dayWords(Date.parse(iso) / 864e5 + EPOCH);
