// @ts-check
/**
 * The texts in a comparison's forms go in, and are found again after a reload: no link carries them, so this tab keeps them.
 * A comparison that has none of its own begins with those of the rule's page.
 */

import { textsAmong, textsIn } from "../calculator/form.mjs";
import { forget, keep, recall } from "../calculator/kept.mjs";

/** @param {string} rule */
const place = (rule) => `compare ${rule}`;

/**
 * Forget what a comparison had: it is to begin with the texts of the rule's page.
 * @param {string} rule
 */
export function beginAnew(rule) {
  forget(place(rule));
}

/**
 * @param {string} rule
 * @param {HTMLFormElement[]} forms
 */
export function keepTextsOf(rule, forms) {
  const texts = forms.flatMap((form, index) => Object.entries(textsIn(form)).map(([name, text]) => [`${index} ${name}`, text]));
  if (texts.length) keep(place(rule), { typed: Object.fromEntries(texts), unsure: [], reading: "", wanted: false, link: "" });
}

/**
 * The texts for one of the forms.
 * @param {string} rule
 * @param {HTMLFormElement} form
 * @param {number} index
 */
export function textsFor(rule, form, index) {
  const own = recall(place(rule))?.typed;
  if (!own) return textsAmong(form, recall(rule)?.typed ?? {});
  const start = `${index} `;
  const texts = Object.entries(own).filter(([name]) => name.startsWith(start)).map(([name, text]) => [name.slice(start.length), text]);
  return textsAmong(form, Object.fromEntries(texts));
}
