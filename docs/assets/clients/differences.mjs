// @ts-check
/** Both answers of a comparison in, what sets them apart out: in words and amounts, then the steps where they part. */

import { element } from "../calculator/answer.mjs";
import { keepTexts } from "../calculator/kept.mjs";
import { without } from "../calculator/share.mjs";
import { addressOf, fold, table } from "./parts.mjs";

/**
 * @import { Part, Rules } from "./parts.mjs"
 * @typedef {{ title: string, standing: string, sentence: string }} Other
 * @typedef {{
 *   errors?: { input: string, message: string }[], missing?: string[], asked?: string[], read?: Record<string, string>, in_force_on?: string | null,
 *   sentence?: string, others?: Other[], typed?: Record<string, string>,
 *   taken?: { rule: string, input: string, sentence: string, typed: Record<string, string> }[],
 * }} CaseSaid
 * @typedef {{ label: string, texts: string[], same: boolean }} Step
 * @typedef {{ cases: CaseSaid[], differences: (Step & { words: string })[], steps: Step[] }} Compared
 */

/**
 * @param {Compared} said
 * @param {string[]} names
 * @param {string} rule
 * @param {Rules} rules
 * @param {Record<string, string>[]} texts of what was typed in each case, what no link carries
 * @returns {Part[]}
 */
export function apart(said, names, rule, rules, texts) {
  const rows = said.differences.map(({ label, texts, words }) => [label, ...texts, words]);
  const cases = said.cases.map((one, index) => oneCase(one, names[index] ?? "", rule, rules, texts[index] ?? {}));
  const parted = said.steps.filter(({ same }) => !same);
  const steps = (/** @type {Step[]} */ all) => all.map(({ label, texts }) => [label, ...texts]);
  return [
    element("h2", {}, "What sets them apart"),
    table("Both answers, and the difference", ["Answer", ...names, "Difference"], rows),
    parted.length
      ? table("Steps in which they part", ["Step", ...names], steps(parted))
      : element("p", {}, "Every step gives the same in both."),
    said.steps.length > parted.length
      ? fold("All steps", () => [table("Every step of both", ["Step", ...names], steps(said.steps))])
      : "",
    element("div", { class: "compare-said" }, ...cases),
  ];
}

/**
 * What is told to those who hear the page.
 * @param {Compared} said
 */
export function spoken(said) {
  return said.differences.map(({ label, words }) => `${label}: ${words}`).join(" ");
}

/**
 * @param {CaseSaid} said
 * @param {string} name
 * @param {string} rule
 * @param {Rules} rules
 * @param {Record<string, string>} texts
 */
function oneCase({ sentence = "", taken = [], others = [], typed = {} }, name, rule, rules, texts) {
  const unseen = element("span", { class: "clients-unseen" }, ` (${name})`);
  const steps = element("a", { href: addressOf(rules, rule, without(typed, texts)) }, "Every step of this case", unseen);
  if (Object.keys(texts).length) steps.addEventListener("click", () => keepTexts(rule, texts));
  const first = taken.map((one) =>
    element("li", {}, `${one.sentence} `, element("a", { href: addressOf(rules, one.rule, one.typed) }, rules[one.rule]?.question ?? "")),
  );
  const read = others.map((other) => element("li", {}, `Read otherwise (${other.title}): ${other.sentence}`));
  return element(
    "section",
    {},
    element("h3", {}, name),
    element("p", {}, sentence),
    first.length + read.length ? element("ul", {}, ...first, ...read) : "",
    element("p", {}, steps),
  );
}
