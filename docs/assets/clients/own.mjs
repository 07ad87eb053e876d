// @ts-check
/**
 * A page in, what it needs of the scripts beside this one loaded: most pages have no clients and no comparison.
 *
 * Where a calculator has answered, the page's link to a comparison takes what was typed along, into both of its cases; a
 * text stays in this tab, and is found there.
 */

import { textsIn, typedIn } from "../calculator/form.mjs";
import { without } from "../calculator/share.mjs";
import { beginAnew } from "./texts.mjs";

/** @typedef {{ document$?: { subscribe: (seen: () => void) => void } }} Theme going from page to page without a reload */

const ELEMENTS = /** @type {const} */ ([["policy-clients", "./clients.mjs"], ["policy-compare", "./compare.mjs"]]);

function loadWhatIsThere() {
  for (const [name, script] of ELEMENTS) if (document.querySelector(name)) import(script);
}

/** @param {Event} event */
function takeAlong({ target }) {
  const form = target instanceof Element && target.querySelector("form");
  const link = document.querySelector("a[data-compare]");
  if (!form || !(link instanceof HTMLAnchorElement)) return;
  const { compare: rule = "" } = link.dataset;
  const all = new URLSearchParams({ rule });
  const typed = without(typedIn(form), textsIn(form));
  for (const side of ["one", "two"]) {
    for (const [name, value] of Object.entries(typed)) all.set(`${side}.${name}`, value);
  }
  beginAnew(rule);
  link.hash = String(all);
}

document.addEventListener("answered", takeAlong);
const { document$ } = /** @type {Theme} */ (/** @type {unknown} */ (window));
if (document$) document$.subscribe(loadWhatIsThere);
else loadWhatIsThere();
