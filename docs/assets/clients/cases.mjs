// @ts-check
/** Addresses of rules' pages in, one form for each of two cases out: the pages' own questions, told apart by their ids. */

import { element } from "../calculator/answer.mjs";

/**
 * @typedef {{ name: string, form: HTMLFormElement }} Case
 */

/** @type {Map<string, Promise<Document>>} pages that were fetched in this visit */
const fetched = new Map();

/**
 * Two forms with the questions of these pages, each name once; `omitted` names are not asked. Rejects where a page cannot
 * be had.
 * @param {string[]} addresses
 * @param {Set<string>} omitted
 * @param {string[]} names
 * @returns {Promise<Case[]>}
 */
export async function cases(addresses, omitted, names) {
  const pages = await Promise.all(addresses.map(page));
  /** @type {Map<string, HTMLElement>} */
  const asked = new Map();
  for (const one of pages) {
    for (const question of one.querySelectorAll("policy-calculator form [data-input]")) {
      const name = question.getAttribute("data-input") ?? "";
      if (question instanceof HTMLElement && !omitted.has(name) && !asked.has(name)) asked.set(name, question);
    }
  }
  return names.map((name, index) => ({ name, form: form(name, index, [...asked.values()]) }));
}

/** @param {string} address */
function page(address) {
  const known = fetched.get(address) ?? fetch(address).then(parsed);
  fetched.set(address, known);
  known.catch(() => fetched.delete(address));
  return known;
}

/** @param {Response} response */
async function parsed(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/**
 * @param {string} name
 * @param {number} index
 * @param {HTMLElement[]} questions
 */
function form(name, index, questions) {
  const heading = element("h2", { id: `case-${index}` }, name);
  const summary = element("div", { class: "calculator-summary", tabindex: "-1" }, element("p", {}, element("strong", {}, "There is something to change")), element("ul", {}));
  summary.hidden = true;
  const own = questions.map((question) => apart(/** @type {HTMLElement} */ (document.importNode(question, true)), index));
  const made = element("form", { class: "compare-case", novalidate: "novalidate", autocomplete: "off", "aria-labelledby": heading.id }, heading, summary, ...own);
  return /** @type {HTMLFormElement} */ (made);
}

/**
 * The same question, with ids that no other case has.
 * @param {HTMLElement} question
 * @param {number} index
 */
function apart(question, index) {
  // A comparison takes what is known; what nobody knows is asked both ways on the question's own page.
  for (const one of question.querySelectorAll("[data-unsure]")) one.closest("label")?.remove();
  const other = (/** @type {string} */ ids) => ids.split(" ").map((id) => `${id}-${index}`).join(" ");
  for (const attribute of ["id", "for", "aria-describedby", "aria-labelledby"]) {
    for (const one of question.querySelectorAll(`[${attribute}]`)) {
      one.setAttribute(attribute, other(one.getAttribute(attribute) ?? ""));
    }
  }
  return question;
}
