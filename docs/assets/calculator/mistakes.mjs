// @ts-check
/** What is mistaken in a form goes in; it stands at each field, and in the summary, with what can have been meant to press. */

import { linkTo, namesIn, part, questions, show } from "./form.mjs";
import { WORDS } from "./words.mjs";

/** @import { Mistake } from "./answer.mjs" */

/**
 * Say at each field, and in the summary in the same words, what to do about it.
 * @param {HTMLFormElement} form
 * @param {Mistake[]} mistakes
 */
export function showMistakes(form, mistakes) {
  for (const question of questions(form)) {
    const own = mistakes.filter(({ input }) => input === question.dataset.input);
    const place = part(question, ".calculator-mistake");
    place.replaceChildren(own.map(({ message }) => message).join(" "), ...own.flatMap(offersOf));
    place.hidden = !own.length;
    if (own.length) show(question);
    for (const field of question.querySelectorAll("input:not([type=radio]), textarea")) {
      field.setAttribute("aria-invalid", String(own.length > 0));
    }
  }
  const summary = part(form, ".calculator-summary");
  part(summary, "ul").replaceChildren(...mistakes.map((mistake) => summaryLine(form, mistake)));
  summary.hidden = !mistakes.length;
}

/**
 * @param {HTMLFormElement} form
 * @param {Mistake} mistake
 */
function summaryLine(form, { input, message }) {
  const line = document.createElement("li");
  line.append(namesIn(form).has(input) ? linkTo(form, input, message) : message);
  if (input === "reading") line.append(" ", adoptedButton());
  return line;
}

/** A reading that does not fit the day is left with one press. */
function adoptedButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.reading = "";
  button.textContent = WORDS.adopted;
  return button;
}

/**
 * Buttons that write what can have been meant into the field.
 * @param {Mistake} mistake
 */
function offersOf({ input, offers = [] }) {
  return offers.map((offer) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "calculator-offer";
    button.dataset.offerFor = input;
    button.value = offer;
    button.textContent = `I mean ${offer}`;
    return button;
  });
}
