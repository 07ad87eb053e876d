// @ts-check
/**
 * The answer's JSON goes in, its place in the page is filled: figures, sentence, readings and steps, as text nodes only.
 *
 * Every amount, date and sentence is shown as Python wrote it; nothing is worked out or formatted here.
 */

/**
 * @typedef {{ input: string, message: string }} Mistake
 * @typedef {{ name: string, label: string, text: string }} Shown
 * @typedef {{ id: string, text: string, what?: string, sources?: string[] }} Finding
 * @typedef {Record<string, string | number | boolean | Finding[]>} Answers
 * @typedef {{ label: string, shown: string }} Part
 * @typedef {{ name: string, label: string, value: unknown, shown: string, formula: string, because: string, sources: string[],
 *   parts?: Part[] }} Step
 * @typedef {{ id: string, standing: string, title: string, because: string, held_by: string[], sentence: string,
 *   answers: Answers, shown: Shown[], missing?: string[], errors?: Mistake[] }} Reading
 * @typedef {{ rule: string, in_force_on: string | null, reading: string, answers: Answers, sentence: string, shown: Shown[],
 *   steps: Step[], readings: Reading[], asked: string[], missing: string[], read: Record<string, string>, errors?: undefined }} Answer
 * @typedef {{ errors: Mistake[] }} Mistaken
 * @typedef {{ source: (id: string) => Node, question: (input: string) => Node, dated: string, link: Node }} Page
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
    ...(answer.sentence ? [element("p", { class: "sentence" }, answer.sentence)] : []),
    ...(page.dated ? [element("p", { class: "calculator-dated" }, "By the rules in force on ", element("strong", {}, page.dated), ".")] : []),
    ...readings(answer, page),
    ...steps(answer, page),
    element("p", { class: "calculator-keep" }, page.link),
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
  place.replaceChildren(element("p", {}, "To work this out, answer:"), element("ul", {}, ...lines));
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
function figures(answers, shown, page) {
  const short = shown.filter(({ name }) => !Array.isArray(answers[name]));
  const rows = short.map(({ label, text }) =>
    element("div", { class: text.length > 60 ? "calculator-long" : "" }, element("dt", {}, label), element("dd", {}, text)),
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
function readings({ answers, readings: all }, page) {
  if (all.length < 2) return [];
  const worked = all.filter(({ missing, errors }) => !missing && !errors);
  const same = worked.every((one) => JSON.stringify(one.answers) === JSON.stringify(answers));
  if (same && worked.length === all.length) {
    return [element("p", { class: "calculator-agree" }, "All readings of this rule agree on this.")];
  }
  const cards = all.map((one) => card(one, page));
  return [element("h2", {}, "Not everybody reads this alike"), element("div", { class: "calculator-readings" }, ...cards)];
}

/**
 * @param {Reading} reading
 * @param {Page} page
 */
function card(reading, page) {
  const { title, standing, because, held_by, missing = [], errors = [] } = reading;
  const open = missing.length ? [element("p", {}, "To compare, answer: ", ...joined(missing.map(page.question)))] : [];
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
function step({ label, value, shown, parts = [], formula, because, sources }, page) {
  const inside = parts.map((part) => element("li", {}, ...labelled(part.label, part.shown)));
  return element(
    "li",
    {},
    ...labelled(label, shown),
    inside.length ? element("ul", { class: "parts" }, ...inside) : "",
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
function cites(ids, page) {
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
