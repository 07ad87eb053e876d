// @ts-check
/** Words and other parts in, the page's elements out: buttons, tables that become cards on a phone, links filled in. */

import { element } from "../calculator/answer.mjs";

/**
 * @typedef {Node | string} Part
 * @typedef {{ [rule: string]: { address: string, question: string } }} Rules
 */

/**
 * @param {string} words
 * @param {() => void} press
 * @param {Record<string, string>} attributes
 */
export function button(words, press, attributes = {}) {
  const made = element("button", { type: "button", class: "md-button", ...attributes }, words);
  made.addEventListener("click", press);
  return made;
}

/**
 * A table whose rows begin with a heading of their own; on a phone each row is a card.
 * @param {string} caption
 * @param {string[]} heading
 * @param {Part[][]} rows
 */
export function table(caption, heading, rows) {
  const top = element("tr", {}, ...heading.map((words) => element("th", { scope: "col" }, words)));
  return element(
    "table",
    { class: "stacked" },
    element("caption", {}, caption),
    element("thead", {}, top),
    element("tbody", {}, ...rows.map((cells) => row(cells, heading))),
  );
}

/**
 * @param {Part[]} cells
 * @param {string[]} heading
 */
function row([first = "", ...others], heading) {
  const rest = others.map((cell, index) =>
    element("td", { "data-label": heading[index + 1] ?? "" }, element("span", { class: amount(cell) }, cell)),
  );
  return element("tr", {}, element("th", { scope: "row" }, first), ...rest);
}

/** @param {Part} cell */
function amount(cell) {
  return typeof cell === "string" && /^-?\$[\d,.]+$/.test(cell) ? "clients-amount" : "";
}

/**
 * A fold that is only made when it is opened: a year of payments is long.
 * @param {string} summary
 * @param {() => Part[]} inside
 */
export function fold(summary, inside) {
  const made = element("details", { class: "clients-fold" }, element("summary", {}, summary));
  made.addEventListener("toggle", () => made.append(...inside()), { once: true });
  return made;
}

/**
 * The address of a rule's calculator with these inputs in its form.
 * @param {Rules} rules
 * @param {string} rule
 * @param {Record<string, string>} typed
 */
export function addressOf(rules, rule, typed) {
  const sorted = Object.entries(typed).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${rules[rule]?.address ?? ""}#${new URLSearchParams(sorted)}`;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page lacks ${selector}`);
  return found;
}

/**
 * So many of something, in words.
 * @param {number} number
 * @param {string} one
 * @param {string} many
 */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
