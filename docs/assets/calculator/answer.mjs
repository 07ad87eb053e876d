// @ts-check
/**
 * The answer's JSON goes in, its place in the page is filled: figures, sentence, readings and steps, as text nodes only.
 *
 * Every amount, date and sentence is shown as Python wrote it; nothing is worked out or formatted here.
 */

import { WORDS } from "./words.mjs";

/**
 * @typedef {{ input: string, message: string, offers?: string[] }} Mistake
 * @typedef {{ name: string, label: string, text: string, about?: string }} Shown
 * @typedef {{ name: string, label: string, text: string, because?: string }} Given
 * @typedef {{ id: string, text: string, what?: string, sources?: string[] }} Finding
 * @typedef {Record<string, string | number | boolean | Finding[]>} Answers
 * @typedef {{ label: string, shown: string }} Part
 * @typedef {{ name: string, label: string, value: unknown, shown: string, formula: string, because: string, sources: string[],
 *   parts?: Part[], unrounded?: { shown: string } }} Step
 * @typedef {{ id: string, standing: string, title: string, because: string, held_by: string[], sentence: string,
 *   answers: Answers, shown: Shown[], missing?: string[], errors?: Mistake[] }} Reading
 * @typedef {{ rule: string, in_force_on: string | null, reading: string, answers: Answers, sentence: string, shown: Shown[],
 *   steps: Step[], readings: Reading[], asked: string[], missing: string[], read: Record<string, string>, given: Given[],
 *   assumed: Given[], answered_on: string, errors?: undefined }} Answer
 * @typedef {{ errors: Mistake[] }} Mistaken
 * @typedef {{ source: (id: string) => Node, question: (input: string, words?: string) => Node, dated: string, datedBy: string,
 *   started: string[], keeping: Node, use: (reading: string) => void }} Page
 */

const STANDINGS = new Map([
  ["adopted", "the reading we use"],
  ["disputed", "disputed: a reasonable source reads it so"],
  ["contradicted", "contradicted by official text"],
  ["outdated", "outdated: it was so once"],
]);

/**
 * Fill `place` with what was worked out. `page` gives what the page knows: links to sources, the questions' words.
 * @param {Element} place
 * @param {Answer} answer
 * @param {Page} page
 */
export function showAnswer(place, answer, page) {
  place.replaceChildren(
    ...figures(answer.answers, answer.shown, page),
    ...sentence(answer),
    ...inForce(page),
    ...byAnotherReading(answer, page),
    ...given(answer),
    ...takenForGranted(answer, page),
    ...readings(answer, page),
    ...steps(answer, page),
    page.keeping,
  );
}

/**
 * Fill `place` with the questions that are still open.
 * @param {Element} place
 * @param {string[]} missing
 * @param {Page} page
 */
export function showMissing(place, missing, page) {
  const lines = missing.map((name) => element("li", {}, page.question(name)));
  place.replaceChildren(element("p", { class: "calculator-open" }, "To work this out, answer:"), element("ul", {}, ...lines));
}

/** @param {Page} page */
function inForce({ dated, datedBy, question }) {
  if (!dated) return [];
  const words = element("strong", {}, dated);
  return [element("p", { class: "calculator-dated" }, "By the rules in force on ", words, ". ", question(datedBy, "Change the day"))];
}

/**
 * What was given stands in the form already; on paper the form is left out.
 * @param {Answer} answer
 */
function given({ given: all }) {
  const rows = all.map(({ label, text }) => element("div", {}, element("dt", {}, label), element("dd", {}, text)));
  return [element("h2", { class: "calculator-on-paper" }, "Given"), element("dl", { class: "calculator-given calculator-on-paper" }, ...rows)];
}

/**
 * @param {Answer} answer
 * @param {Page} page
 */
function takenForGranted({ assumed, given: all, asked }, page) {
  const started = all.filter(({ name }) => page.started.includes(name) && asked.includes(name));
  const lines = [...assumed, ...started.map((one) => ({ ...one, because: WORDS.today }))].map(({ name, label, text, because }) =>
    element("li", {}, page.question(name, label), `: ${text}. ${because ?? ""}`),
  );
  if (!lines.length) return [];
  return [element("h2", {}, "Taken for granted"), element("ul", { class: "calculator-assumed" }, ...lines)];
}

/**
 * The sentence, unless it says no more than a figure above it, as that of a verdict may.
 * @param {{ sentence?: string, shown?: Shown[] }} answer
 */
export function sentence({ sentence = "", shown = [] }) {
  const said = shown.some(({ text }) => text === sentence || `${text}.` === sentence);
  return sentence && !said ? [element("p", { class: "sentence" }, sentence)] : [];
}

/**
 * The answers in one sentence, for those who hear the page.
 * @param {Answer} answer
 */
export function inOneSentence(answer) {
  return answer.sentence || answer.shown.map(({ label, text }) => `${label}: ${text}.`).join(" ");
}

/**
 * @param {Answers} answers
 * @param {Shown[]} shown
 * @param {Page} page
 */
export function figures(answers, shown, page) {
  const short = shown.filter(({ name }) => !Array.isArray(answers[name]));
  const rows = short.map(({ label, text, about }) =>
    element(
      "div",
      { class: text.length > 60 ? "calculator-long" : "" },
      element("dt", {}, label),
      element("dd", {}, text, said("calculator-about", about ?? "")),
    ),
  );
  const lists = shown.flatMap(({ name, label }) => {
    const items = answers[name];
    return Array.isArray(items) ? [findings(label, items, page)] : [];
  });
  return [...(rows.length ? [element("dl", { class: "calculator-figures" }, ...rows)] : []), ...lists];
}

/**
 * @param {string} label
 * @param {Finding[]} items
 * @param {Page} page
 */
function findings(label, items, page) {
  const lines = items.map(({ text, what, sources = [] }) =>
    element("li", {}, ...(what ? [element("q", {}, what), " "] : []), text, cites(sources, page)),
  );
  const list = items.length ? element("ul", {}, ...lines) : element("p", {}, "None.");
  return element("div", { class: "calculator-findings" }, element("p", {}, element("strong", {}, label)), list);
}

/**
 * @param {Answer} answer
 * @param {Page} page
 */
function readings({ answers, reading, readings: all }, page) {
  if (all.length < 2) return [];
  const worked = all.filter(({ missing, errors }) => !missing && !errors);
  const same = worked.every((one) => JSON.stringify(one.answers) === JSON.stringify(answers));
  if (same && worked.length === all.length) {
    return [element("p", { class: "calculator-agree" }, "All readings of this rule agree on this.")];
  }
  const cards = all.map((one) => card(one, one.id === reading, page));
  return [element("h2", {}, "Not everybody reads this alike"), element("div", { class: "calculator-readings" }, ...cards)];
}

/**
 * @param {Answer} answer
 * @param {Page} page
 */
function byAnotherReading({ reading, readings: all }, page) {
  const main = all.find(({ id }) => id === reading);
  const adopted = all.find(({ standing }) => standing === "adopted");
  if (!main || main === adopted) return [];
  const back = adopted ? [useButton(WORDS.adopted, adopted.id, page)] : [];
  return [element("p", { class: "calculator-other" }, `Worked out by another reading: ${main.title}. `, ...back)];
}

/**
 * @param {string} words
 * @param {string} reading
 * @param {Page} page
 */
function useButton(words, reading, page) {
  const button = element("button", { type: "button", class: "calculator-use" }, words);
  button.addEventListener("click", () => page.use(reading));
  return button;
}

/**
 * @param {Reading} reading
 * @param {boolean} main
 * @param {Page} page
 */
function card(reading, main, page) {
  const { id, title, standing, because, held_by, missing = [], errors = [] } = reading;
  const open = missing.length ? [element("p", {}, "To compare, answer: ", ...joined(missing.map((name) => page.question(name))))] : [];
  return element(
    "section",
    { class: `reading ${standing}` },
    element("h3", {}, title),
    element("p", { class: "standing" }, STANDINGS.get(standing) ?? standing),
    ...figures(reading.answers, reading.shown, page),
    ...open,
    ...errors.map(({ message }) => element("p", {}, message)),
    element("p", {}, because),
    cites(held_by, page),
    main || missing.length || errors.length ? "" : useButton("Use this reading", id, page),
  );
}

/**
 * The same list that the worked examples of the page have. A list that is an answer stands above already; here it is counted.
 * @param {Answer} answer
 * @param {Page} page
 */
function steps({ answers, steps: all }, page) {
  if (!all.length) return [];
  const lines = all.map((one) => {
    const list = answers[one.name];
    return step(Array.isArray(list) ? { ...one, shown: String(list.length || "none") } : one, page);
  });
  return [element("h2", {}, "How we worked this out"), element("ol", { class: "steps" }, ...lines)];
}

/**
 * @param {Step} step
 * @param {Page} page
 */
function step({ label, value, shown, parts = [], unrounded, formula, because, sources }, page) {
  const inside = parts.map((part) => element("li", {}, ...labelled(part.label, part.shown)));
  return element(
    "li",
    {},
    ...labelled(label, shown),
    inside.length ? element("ul", { class: "parts" }, ...inside) : "",
    said("rounded", unrounded ? `${unrounded.shown}, rounded to the cent` : ""),
    formula === "published" || formula === value ? "" : said("formula", formula),
    said("because", because),
    cites(sources, page),
  );
}

/**
 * @param {string} label
 * @param {string} value
 */
function labelled(label, value) {
  return [element("span", { class: "label" }, label), " ", element("span", { class: "value" }, value)];
}

/**
 * @param {string} kind
 * @param {string} words
 */
function said(kind, words) {
  return words ? element("span", { class: kind }, words) : "";
}

/**
 * @param {string[]} ids
 * @param {Page} page
 */
export function cites(ids, page) {
  if (!ids.length) return "";
  return element("span", { class: "cites" }, ...joined(ids.map(page.source)));
}

/** @param {Node[]} nodes */
function joined(nodes) {
  return nodes.flatMap((node, index) => (index ? [" · ", node] : [node]));
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} inside
 */
export function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
  made.append(...inside);
  return made;
}
