// @ts-check
/** Nothing goes in, the reader's own date comes out: a rule never reads a clock, so the page tells it which day today is. */

export function localDay() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
