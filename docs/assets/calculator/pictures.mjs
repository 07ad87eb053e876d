// @ts-check
/**
 * An answer on the page goes in, its rule's pictures are drawn again with the reader's own case, by Python in the worker.
 *
 * Until then, and again when an answer cannot be had, the pictures of the examples stand there, which came with the page.
 */

import { element } from "./answer.mjs";
import { localDay } from "./day.mjs";
import { typedIn } from "./form.mjs";
import { runtime } from "./runtime.mjs";

/**
 * @import { Answer } from "./answer.mjs"
 * @typedef {{ title: string, whose: string, wide: string, narrow: string, table: string[][], notes: string[] }} Picture
 */

const TABLE = "The numbers of this picture";

/** @type {WeakMap<Element, ChildNode[]>} What a picture was when it came with the page. */
const came = new WeakMap();
/** @type {WeakMap<Element, number>} The number of the last question about a picture; an earlier one's answer is dropped. */
const asked = new WeakMap();

document.addEventListener("answered", (event) => {
  const { detail, target } = /** @type {CustomEvent<Answer>} */ (event);
  const form = target instanceof Element && target.querySelector("form");
  if (!form || !target) return;
  const question = { rule: detail.rule, typed: typedIn(form), today: localDay(), reading: detail.reading };
  for (const figure of picturesBeside(target)) {
    if (detail.missing.length) bringBack(figure);
    else redraw(figure, question);
  }
});

document.addEventListener("mistaken", ({ target }) => picturesBeside(target).forEach(bringBack));

document.addEventListener("input", ({ target }) => {
  const calculator = target instanceof Element && target.closest("policy-calculator");
  if (calculator) picturesBeside(calculator).forEach((figure) => figure.toggleAttribute("data-stale", came.has(figure)));
});

/** @param {EventTarget | null} calculator */
function picturesBeside(calculator) {
  const rule = calculator instanceof Element ? (calculator.getAttribute("rule") ?? "") : "";
  return [...document.querySelectorAll(`.pictures[data-rule="${CSS.escape(rule)}"] .picture`)];
}

/**
 * @param {Element} figure
 * @param {{ rule: string, typed: Record<string, string>, today: string, reading: string }} question
 */
async function redraw(figure, question) {
  const number = (asked.get(figure) ?? 0) + 1;
  asked.set(figure, number);
  try {
    const name = figure.getAttribute("data-picture") ?? "";
    /** @type {Picture | Record<string, never>} */
    const picture = JSON.parse(await runtime.call("picture", { ...question, picture: name, yours: true }));
    if (asked.get(figure) !== number) return;
    if (picture.title) show(figure, /** @type {Picture} */ (picture));
    else bringBack(figure);
  } catch (problem) {
    console.error(problem);
    if (asked.get(figure) === number) bringBack(figure);
  }
}

/**
 * @param {Element} figure
 * @param {Picture} picture
 */
function show(figure, picture) {
  if (!came.has(figure)) came.set(figure, [...figure.childNodes]);
  const details = element("details", figure.querySelector("details")?.open ? { open: "open" } : {});
  details.append(element("summary", {}, TABLE), table(picture));
  const notes = element("ul", { class: "picture-notes" }, ...picture.notes.map((note) => element("li", {}, note)));
  notes.hidden = !picture.notes.length;
  keepHeight(figure);
  figure.replaceChildren(
    element("figcaption", {}, element("span", { class: "picture-title" }, picture.title), " ", element("span", { class: "picture-about" }, picture.whose)),
    element("div", { class: "picture-drawing" }, drawing(picture.wide), drawing(picture.narrow)),
    notes,
    details,
  );
  figure.toggleAttribute("data-stale", false);
}

/** @param {Element} figure */
function bringBack(figure) {
  asked.set(figure, (asked.get(figure) ?? 0) + 1);
  const nodes = came.get(figure);
  came.delete(figure);
  figure.toggleAttribute("data-stale", false);
  if (nodes) figure.replaceChildren(...nodes);
}

/**
 * What stands below a picture does not move up when the next one is lower.
 * @param {Element} figure
 */
function keepHeight(figure) {
  if (!(figure instanceof HTMLElement)) return;
  const open = figure.querySelector("details")?.open;
  figure.style.minHeight = open ? "" : `${figure.offsetHeight}px`;
}

/**
 * The drawing as a part of this page. It is read as the markup it is and nothing else: what is no drawing is refused.
 * @param {string} svg
 */
function drawing(svg) {
  const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (documentElement.localName !== "svg") throw new Error("the picture cannot be read");
  return document.importNode(documentElement, true);
}

/** @param {Picture} picture */
function table({ title, table: [head = [], ...rows] }) {
  const cells = head.map((cell) => element("th", { scope: "col" }, cell));
  const lines = rows.map(([first = "", ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell))),
  );
  const made = element("table", { class: "picture-table" }, element("thead", {}, element("tr", {}, ...cells)), element("tbody", {}, ...lines));
  return element("div", { class: "picture-scroll", role: "region", "aria-label": title, tabindex: "0" }, made);
}
