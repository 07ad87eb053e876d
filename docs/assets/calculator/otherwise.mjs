// @ts-check
/**
 * What an answer was at another time, or would be for each reply that a reader cannot give, goes in; its words come out.
 */

import { element, figures, sentence } from "./answer.mjs";

/**
 * @import { Answers, Mistake, Page, Shown } from "./answer.mjs"
 * @import { Since } from "./asking.mjs"
 * @typedef {{ given: Shown[], answers?: Answers, shown?: Shown[], sentence?: string, errors?: Mistake[] }} Way
 * @typedef {{ either: Way[], missing: string[], same: boolean }} Either
 */

/**
 * Fill `place` with what each reply would give. Not knowing is never taken for a no.
 * @param {Element} place
 * @param {Either} told
 * @param {Page} page
 */
export function showEither(place, { either, same }, page) {
  const [first] = either;
  if (same && first) {
    const words = element("p", { class: "sentence" }, "What you do not know makes no difference.");
    place.replaceChildren(...figures(first.answers ?? {}, first.shown ?? [], page), words, page.keeping);
    return;
  }
  const cards = either.map((way) => waysCard(way, page));
  place.replaceChildren(
    element("p", { class: "sentence" }, "It depends on what you do not know."),
    element("div", { class: "calculator-readings" }, ...cards),
    page.keeping,
  );
}

/**
 * @param {Way} way
 * @param {Page} page
 */
function waysCard(way, page) {
  const { given, answers = {}, shown = [], errors = [] } = way;
  const replies = given.map(({ name, label, text }) => element("p", {}, page.question(name, label), " ", element("strong", {}, text)));
  return element(
    "section",
    { class: "reading" },
    ...replies,
    ...figures(answers, shown, page),
    ...sentence(way),
    ...errors.map(({ message }) => element("p", {}, message)),
  );
}

/**
 * What a link of older rules answered beside what these answer. `then` is empty where the link does not say.
 * @param {Since} since
 * @param {Shown[]} shown all that is answered now
 */
export function changedSince({ then, now }, shown) {
  const words = "The rules of this calculator have changed since this link was made.";
  const before = new Map(then.map(({ name, text }) => [name, text]));
  const pairs = now.filter(({ name, text }) => before.has(name) && before.get(name) !== text);
  if (!then.length) return element("p", { class: "calculator-since" }, words);
  if (!pairs.length) {
    const same = shown.every(({ name }) => before.has(name)) ? "The answer is the same." : "As far as the link says, the answer is the same.";
    return element("p", { class: "calculator-since" }, `${words} ${same}`);
  }
  const lines = pairs.map(({ name, label, text }) => {
    const [was, is] = [element("strong", {}, before.get(name) ?? ""), element("strong", {}, text)];
    return element("li", {}, `${label}: then `, was, ", now ", is);
  });
  return element("div", { class: "calculator-since" }, element("p", {}, `${words} It answered:`), element("ul", {}, ...lines));
}
