// @ts-check
/** A calculator goes in, what its page knows and an answer does not comes out: links to sources, the words of questions. */

import { element } from "./answer.mjs";
import { localDay } from "./day.mjs";
import { linkTo, startedIn, textsIn, wordsOf } from "./form.mjs";
import { keeping } from "./keeping.mjs";
import { hashOf } from "./share.mjs";

/**
 * @import { Page } from "./answer.mjs"
 * @import { Answered } from "./place.mjs"
 * @import { Asked } from "./runtime.mjs"
 * @import { Said } from "./share.mjs"
 * @typedef {{ question: Asked, said: Said, turnTo: (name: string) => void, use: (reading: string) => void,
 *   tell: (words: string) => void }} Around
 */

/**
 * @param {Element} calculator
 * @param {HTMLFormElement} form
 * @param {Answered} answered
 * @param {Around} around the question as it was put, and what the element does about it
 * @returns {Page}
 */
export function surroundings(calculator, form, answered, { question, said, turnTo, use, tell }) {
  const datedBy = calculator.getAttribute("dated") ?? "";
  const { answer } = answered;
  const hash = hashOf(said, answer.answers);
  const leftOut = Object.keys(textsIn(form)).map((name) => wordsOf(form, name));
  return {
    source: (id) => source(calculator, id),
    question: (name, words) => linkTo(form, name, words ?? wordsOf(form, name), () => turnTo(name)),
    dated: answer.read[datedBy] ?? "",
    datedBy,
    started: startedIn(form, localDay()),
    keeping: keeping(answered, { question, hash, leftOut, unsure: said.unsure, sources: titles(calculator), tell }),
    use,
  };
}

/**
 * @param {Element} calculator
 * @param {string} id
 */
function source(calculator, id) {
  const known = calculator.querySelector(`.calculator-sources [data-source="${CSS.escape(id)}"]`);
  return known?.cloneNode(true) ?? element("a", { href: `${calculator.getAttribute("sources")}#${id}` }, id);
}

/** @param {Element} calculator */
function titles(calculator) {
  const links = [...calculator.querySelectorAll(".calculator-sources [data-source]")];
  return Object.fromEntries(links.map((link) => [link.getAttribute("data-source") ?? "", link.textContent ?? ""]));
}
