// @ts-check
/**
 * An answer goes in, the ways to keep it come out: its link, copies as text, Python and JSON, paper, and a calendar file.
 */

import { element } from "./answer.mjs";
import { runtime } from "./runtime.mjs";
import { addressOf } from "./share.mjs";
import { WORDS } from "./words.mjs";

/**
 * @import { Answered } from "./place.mjs"
 * @import { Asked } from "./runtime.mjs"
 * @typedef {{ question: Asked, hash: string, leftOut: string[], unsure: string[], sources: Record<string, string>, tell: (words: string) => void }} About
 */

/**
 * The part of the answer's place that keeps it. `about` is the question as it was put, the link's hash, the questions whose
 * replies are not in it, what the reader does not know, the titles of sources, and how to tell those who hear the page.
 * @param {Answered} answered
 * @param {About} about
 */
export function keeping(answered, about) {
  const { answer } = answered;
  const { question } = about;
  const address = addressOf(about.hash);
  const shown = element("div", { class: "calculator-copied" });
  const copied = (/** @type {() => string | Promise<string>} */ text) => async () => {
    shown.replaceChildren();
    await copy(await text(), shown, about.tell);
  };
  const called = (/** @type {string} */ name) => () => runtime.call(name, { ...question, address, unsure: about.unsure, sources: about.sources });
  const dates = answer.shown.some((one) => one.about);
  return element(
    "section",
    { class: "calculator-keep", "aria-label": "Keep this answer" },
    element("a", { href: about.hash }, "Link to this answer"),
    button("Copy link", copied(() => address)),
    ...(dates ? [button("Add to calendar", () => saveCalendar({ ...question, address }))] : []),
    button("Print", () => print()),
    button("Copy as text", copied(called("text"))),
    button("Copy as Python", copied(called("python"))),
    button("Copy as JSON", copied(() => JSON.stringify(asShown(answered), null, 2))),
    shown,
    element("p", { class: "calculator-holds" }, holds(about)),
    element("p", { class: "calculator-printed" }, `Answered on ${answer.answered_on} at ${address}`),
  );
}

/**
 * What the link holds, and what it does not.
 * @param {About} about
 */
function holds({ leftOut }) {
  const names = leftOut.map((words) => `“${words}”`).join(" and ");
  return leftOut.length ? `${WORDS.holds} ${WORDS.leavesOut} ${names}.` : WORDS.holds;
}

/**
 * What the page shows of it, as data: the answer for each reply that is not known, and what a link of older rules answered.
 * @param {Answered} answered
 */
function asShown({ answer, either, since }) {
  return { ...answer, ...either, ...(since ? { then: since.then } : {}) };
}

/**
 * @param {string} words
 * @param {() => void} press
 */
function button(words, press) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", press);
  return made;
}

/**
 * Where a page may not copy, as on a plain http address, the text stands there marked, to be copied by hand.
 * @param {string} text
 * @param {HTMLElement} shown
 * @param {(words: string) => void} tell
 */
async function copy(text, shown, tell) {
  try {
    await navigator.clipboard.writeText(text);
    shown.replaceChildren(element("p", {}, WORDS.copied));
    tell(WORDS.copied);
  } catch {
    const field = element("textarea", { readonly: "readonly", rows: "5" });
    field.textContent = text;
    shown.replaceChildren(element("label", {}, element("span", {}, WORDS.byHand), field));
    if (field instanceof HTMLTextAreaElement) field.select();
    field.focus();
  }
}

/** @param {Asked & { address: string }} question */
async function saveCalendar(question) {
  const file = await runtime.call("calendar", { ...question, stamp: new Date().toISOString() });
  const address = URL.createObjectURL(new Blob([file], { type: "text/calendar" }));
  element("a", { href: address, download: `${question.rule}.ics` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
