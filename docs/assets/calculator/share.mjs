// @ts-check
/**
 * What was typed goes in, a link's hash comes out, and back: `#amount=600&paid_on=2021-06-01`, sorted by name.
 *
 * What follows the hash stays in the browser: no server is ever sent it. Names with a point are the link's own, which no
 * input can have: the version of the rule, the reading, the questions nobody could answer, and what was answered.
 */

/**
 * @import { Answers, Finding } from "./answer.mjs"
 * @typedef {{ typed: Record<string, string>, unsure: string[], reading: string, version: string }} Said
 * @typedef {Said & { then: Record<string, string>, unknown: string[] }} Link
 */

const VERSION = "rule.version";
const READING = "rule.reading";
const UNSURE = "rule.unsure";
const THEN = "then.";
/** Longer answers are texts, which a link does not carry. */
const LONGEST = 30;
const EMPTY = "none";

/**
 * The part of a link that brings these answers back.
 * @param {Said} said
 * @param {Answers} answers
 */
export function hashOf({ typed, unsure, reading, version }, answers) {
  /** @type {Record<string, string>} */
  const all = { ...typed, [VERSION]: version, [READING]: reading, [UNSURE]: unsure.join(" ") };
  for (const [name, answer] of Object.entries(carried(answers))) all[THEN + name] = answer;
  const sorted = Object.entries(all).filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `#${new URLSearchParams(sorted)}`;
}

/**
 * Answers as a link carries them: of a list the ids of what is in it. Texts stay behind, so that no link puts its own words
 * on a page.
 * @param {Answers} answers
 */
export function carried(answers) {
  const all = Object.entries(answers).map(([name, answer]) => [name, Array.isArray(answer) ? idsOf(answer) : String(answer)]);
  return /** @type {Record<string, string>} */ (
    Object.fromEntries(all.filter(([name = "", text = ""]) => Array.isArray(answers[name]) || text.length <= LONGEST))
  );
}

/** @param {Finding[]} items */
function idsOf(items) {
  return [...new Set(items.map(({ id }) => id))].join(" ") || EMPTY;
}

/**
 * What was typed, without these.
 * @param {Record<string, string>} typed
 * @param {Record<string, string>} others
 */
export function without(typed, others) {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in others)));
}

/**
 * The address that leads to the page with these answers. From a frame on another site that is the guide's own page, to which
 * the framed one links.
 * @param {string} hash
 */
export function addressOf(hash) {
  const guide = document.querySelector("a[data-guide]");
  return new URL(hash, guide instanceof HTMLAnchorElement ? guide.href : location.href).href;
}

/**
 * What a link says, apart by the names a form has; all empty where the hash is that of a heading.
 * @param {string} hash
 * @param {Set<string>} names
 * @returns {Link}
 */
export function readHash(hash, names) {
  const all = hash.includes("=") ? [...new URLSearchParams(hash.slice(1))] : [];
  const own = new Map(all);
  const then = all.filter(([name]) => name.startsWith(THEN));
  return {
    typed: Object.fromEntries(all.filter(([name]) => names.has(name))),
    unsure: (own.get(UNSURE) ?? "").split(" ").filter((name) => names.has(name)),
    reading: own.get(READING) ?? "",
    version: own.get(VERSION) ?? "",
    then: Object.fromEntries(then.map(([name, answer]) => [name.slice(THEN.length), answer])),
    unknown: all.map(([name]) => name).filter((name) => !names.has(name) && !isOwn(name)),
  };
}

/** @param {string} name */
function isOwn(name) {
  return [VERSION, READING, UNSURE].includes(name) || name.startsWith(THEN);
}
