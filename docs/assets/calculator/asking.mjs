// @ts-check
/** A question goes in, what the calculators answer comes out, with what hangs on replies that the reader cannot give. */

import { runtime } from "./runtime.mjs";
import { carried } from "./share.mjs";

/**
 * @import { Answer, Mistaken, Shown } from "./answer.mjs"
 * @import { Either } from "./otherwise.mjs"
 * @import { Asked } from "./runtime.mjs"
 * @typedef {{ then: Shown[], now: Shown[] }} Since both in the same words, as a link carries answers
 * @typedef {{ answer: Answer | Mistaken, either?: Either, since?: Since }} Heard
 */

/**
 * Where the answer waits for what the reader does not know, `either` has what each reply would give. `since` is what a
 * link of older rules was answered, and what is answered now.
 * @param {Asked} question
 * @param {string[]} unsure
 * @param {Record<string, string> | undefined} then
 * @returns {Promise<Heard>}
 */
export async function hear(question, unsure, then) {
  /** @type {Answer | Mistaken} */
  const answer = JSON.parse(await runtime.ask(question));
  if (answer.errors) return { answer };
  if (answer.missing.some((name) => unsure.includes(name))) {
    return { answer, either: JSON.parse(await runtime.call("unsure", { ...question, unsure })) };
  }
  if (!then) return { answer };
  const [before, now] = await Promise.all(
    [then, carried(answer.answers)].map((answers) => runtime.call("then", { rule: question.rule, answers })),
  );
  return { answer, since: { then: JSON.parse(before ?? "[]"), now: JSON.parse(now ?? "[]") } };
}
