// @ts-check
/** An answer and the form it answers go in; the form shows what belongs to it: its questions, how they were read, its day. */

import { markDay } from "./days.mjs";
import { showQuestions, showRead } from "./form.mjs";
import { showMistakes } from "./mistakes.mjs";

/** @import { Answered } from "./place.mjs" */

/**
 * What lacks for an answer: where the reader does not know something, what every reply to it lacks.
 * @param {Answered} answered
 */
export function missingFor({ answer, either }) {
  return either?.missing ?? answer.missing;
}

/**
 * Which questions are seen before anything is typed is worked out the same way when the guide is built.
 * @param {HTMLFormElement} form
 * @param {Answered} answered
 */
export function fit(form, answered) {
  const { asked, missing, readings, read, in_force_on: day } = answered.answer;
  const compared = readings.flatMap((reading) => reading.missing ?? []);
  showQuestions(form, new Set([...asked, ...missing, ...missingFor(answered), ...compared]));
  showRead(form, read);
  markDay(form, day);
}

/** @param {HTMLFormElement} form */
export function unfit(form) {
  showMistakes(form, []);
  showRead(form, {});
  markDay(form, null);
}
