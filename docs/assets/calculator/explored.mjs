// @ts-check
/**
 * An answer that has been shown goes in; what would change it, where its readings agree and what it was at other times are
 * added to it, once Python has told them. Nothing waits for this: another answer in the same place drops it.
 */

import { element } from "./answer.mjs";
import { runtime } from "./runtime.mjs";
import { hashOf } from "./share.mjs";

/**
 * @import { Page, Shown } from "./answer.mjs"
 * @import { Asked } from "./runtime.mjs"
 * @import { Said } from "./share.mjs"
 * @typedef {Shown & { was: string }} Then
 * @typedef {{ value: string, text: string, answers: Then[], because: string, missing: string[] }} Change
 * @typedef {{ input: string, noun: string, changes: Change[], none: string }} Matter
 * @typedef {{ label: string, before: string, after: string, sources: string[] }} Figure
 * @typedef {{ start: string | null, when: string, now: boolean, answers: Shown[], missing: { input: string, question: string }[],
 *   unknown: string, figures: Figure[] }} Era
 * @typedef {{ state: string, at: number, width: number, now: boolean }} Part
 * @typedef {{ matters: Matter[], agree: { text: string }[], changed: Era[], periods: Part[] }} Explored
 */

/** Long enough that whoever is still typing is answered first: one thread does both. */
const CALM = 500;
/** How high the last telling was in each place, so that the next one moves nothing. @type {WeakMap<Element, number>} */
const heights = new WeakMap();

/**
 * Add to the answer in `place` what lies around it, as soon as that is known.
 * @param {Element} place
 * @param {Asked} question
 * @param {Said} said what a link to this answer says
 * @param {Page} page
 */
export function tellAround(place, question, said, page) {
  const slot = element("div", { class: "calculator-around" });
  slot.style.minHeight = `${heights.get(place) ?? 0}px`;
  place.append(slot); // below all that stands in sight already: it comes later, and would push it down
  setTimeout(async () => {
    if (!holds(slot, place)) return;
    try {
      /** @type {Explored} */
      const told = JSON.parse(await runtime.call("explore", question));
      if (!holds(slot, place)) return;
      slot.replaceChildren(...matters(told.matters, place, said, page), ...agreed(told), ...times(told, page));
      slot.style.minHeight = "";
      heights.set(place, slot.getBoundingClientRect().height);
    } catch (problem) {
      console.error(problem);
    }
  }, CALM);
}

/**
 * Whether the answer that this belongs to is still the one in its place.
 * @param {Element} slot
 * @param {Element} place
 */
function holds(slot, place) {
  return slot.isConnected && !place.hasAttribute("data-stale");
}

/**
 * @param {Matter[]} all
 * @param {Element} place
 * @param {Said} said
 * @param {Page} page
 */
function matters(all, place, said, page) {
  const lines = all.flatMap(({ input, noun, changes }) =>
    changes.map((change) => {
      const href = hashOf({ ...said, typed: { ...said.typed, [input]: change.value } }, {});
      const link = element("a", { href }, `${noun}: ${change.text}`);
      link.addEventListener("click", (event) => follow(event, href, place));
      return element("li", {}, element("span", { class: "title" }, link), ...gives(change, page));
    }),
  );
  const none = all.filter(({ changes }) => !changes.length).map(({ noun, none }) => `${noun}: ${none}`);
  if (!all.length) return [];
  return [
    element("h2", {}, "What would change this"),
    ...(lines.length ? [element("ul", { class: "matters" }, ...lines)] : []),
    ...(none.length ? [element("p", { class: "calculator-none" }, none.join(" "))] : []),
  ];
}

/**
 * Go to the link's answers on this very page. The theme would fetch the page again; and the link goes with the answer it
 * stands in, so whoever follows it goes on from the new one.
 * @param {MouseEvent} event
 * @param {string} href
 * @param {Element} place
 */
function follow(event, href, place) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  history.pushState(history.state, "", href);
  dispatchEvent(new HashChangeEvent("hashchange"));
  if (place instanceof HTMLElement) place.focus();
}

/**
 * @param {Change} change
 * @param {Page} page
 */
function gives({ answers, because, missing }, page) {
  const pairs = answers.filter(({ text, was }) => text !== was).map(pair);
  const asks = missing.map((name) => element("span", { class: "pair" }, "Then it also depends on this: ", page.question(name)));
  return [...pairs, ...asks, ...(because ? [element("span", { class: "because" }, because)] : [])];
}

/** @param {Explored} told */
function agreed({ agree }) {
  const sentences = [...new Set(agree.map(({ text }) => text).filter(Boolean))];
  if (!sentences.length) return [];
  const lines = sentences.map((text) => element("li", {}, text));
  return [element("h2", {}, "Where the readings agree"), element("ul", {}, ...lines)];
}

/**
 * @param {Explored} told
 * @param {Page} page
 */
function times({ changed, periods }, page) {
  if (!changed.length) return [];
  const lines = changed.map((era) => time(era, page));
  return [
    element("h2", {}, "What changed over the years"),
    element("p", { class: "calculator-dated" }, "The same answers to the questions, by the rules of each time."),
    bar(periods),
    element("ol", { class: "versions" }, ...lines),
  ];
}

/**
 * @param {Era} era
 * @param {Page} page
 */
function time({ start, when, now, answers, missing, unknown, figures }, page) {
  const asks = missing.map(({ input, question }) =>
    element("span", { class: "pair" }, "Then it depended on this: ", page.question(input, question)),
  );
  const changes = figures.flatMap(({ label, before, after, sources }) => [
    element("span", { class: "because" }, `${label}: ${after} instead of ${before}.`),
    element("span", { class: "cites" }, ...sources.flatMap((id, index) => [index ? " · " : "", page.source(id)])),
  ]);
  const gap = unknown ? [element("span", { class: "value" }, start ? `Not known. ${unknown}` : "Not known.")] : [];
  const days = element("span", { class: "when" }, when.charAt(0).toUpperCase() + when.slice(1));
  if (now) days.append(element("strong", {}, " (your day)"));
  return element("li", { class: unknown ? "gap" : "" }, days, element("span", { class: "what" }, ...gap, ...answers.map(pair), ...asks, ...changes));
}

/** @param {Shown} shown */
function pair({ label, text }) {
  return element("span", { class: "pair" }, `${label} `, element("strong", {}, text));
}

/**
 * The periods as a bar. The list below says the same in words.
 * @param {Part[]} periods
 */
function bar(periods) {
  const svg = drawn("svg", { class: "times", viewBox: "0 0 1000 12", preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const { state, at, width, now } of periods) {
    svg.append(drawn("rect", { class: now ? `${state} now` : state, x: `${at}`, width: `${width}`, height: "12" }));
  }
  return svg;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function drawn(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
