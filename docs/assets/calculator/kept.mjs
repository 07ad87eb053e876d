// @ts-check
/**
 * A rule's answers go in, and come out again after a reload, a way back or another page of the same visit.
 *
 * They are kept by the browser for this tab alone, and are gone when it is closed or when the reader clears them.
 */

/**
 * `before` is what stood in the form when a link or a swap replaced it: it can be brought back, so nothing typed is lost.
 * @typedef {{ typed: Record<string, string>, unsure: string[], reading: string, wanted: boolean }} Filled
 * @typedef {Filled & { link: string, before?: Filled }} Kept
 */

/** Where a browser allows no keeping, at least until the page is left. @type {Map<string, string>} */
const here = new Map();

/**
 * @param {string} rule
 * @returns {Kept | undefined}
 */
export function recall(rule) {
  try {
    const text = here.get(place(rule)) ?? sessionStorage.getItem(place(rule));
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} rule
 * @param {Kept} kept
 */
export function keep(rule, kept) {
  const text = JSON.stringify(kept);
  try {
    sessionStorage.setItem(place(rule), text);
    here.delete(place(rule));
  } catch {
    here.set(place(rule), text);
  }
}

/**
 * Keep texts for a rule's form besides what is kept for it: a link to its page carries none.
 * @param {string} rule
 * @param {Record<string, string>} texts
 */
export function keepTexts(rule, texts) {
  const { typed = {}, unsure = [], reading = "", wanted = false, link = "" } = recall(rule) ?? {};
  keep(rule, { typed: { ...typed, ...texts }, unsure, reading, wanted, link });
}

/** @param {string} rule */
export function forget(rule) {
  here.delete(place(rule));
  try {
    sessionStorage.removeItem(place(rule));
  } catch {
    // Where nothing may be kept, nothing was.
  }
}

/**
 * Whether two forms hold the same answers.
 * @param {Filled} one
 * @param {Filled} other
 */
export function alike(one, other) {
  return told(one) === told(other);
}

/** @param {Filled} filled */
function told({ typed, unsure, reading }) {
  return JSON.stringify([Object.entries(typed).sort(), [...unsure].sort(), reading]);
}

/** @param {string} rule */
function place(rule) {
  return `smallprint ${rule}`;
}
