// @ts-check
/** A form and the day whose rules apply go in; the bar of the days that the rule is known for shows where that day is. */

const BAR = 1000;
const MARK = 8;

/**
 * Mark the day, written year-month-day; nothing is marked where there is none.
 * @param {ParentNode} form
 * @param {string | null} day
 */
export function markDay(form, day) {
  const lines = [...form.querySelectorAll(".calculator-days li")].flatMap((line) => (line instanceof HTMLElement ? [line] : []));
  const bars = [...form.querySelectorAll(".calculator-days rect:not(.chosen)")];
  const index = lines.findIndex(({ dataset: { from = "", until = "" } }) => day && from <= day && (!until || day <= until));
  const line = lines[index];
  for (const other of lines) other.toggleAttribute("data-chosen", other === line);
  const words = form.querySelector(".calculator-day");
  const { when = "", state = "" } = line?.dataset ?? {};
  if (words) words.textContent = line ? `Your day falls in a time that is ${state}: ${when}.` : "";
  const mark = form.querySelector(".calculator-days .chosen");
  mark?.setAttribute("visibility", line ? "visible" : "hidden");
  if (line && day) mark?.setAttribute("x", String(placeOf(day, line.dataset, bars[index])));
}

/**
 * Where on the bar the day is. The last stretch is open: its days stand in its middle.
 * @param {string} day
 * @param {DOMStringMap} stretch
 * @param {Element | undefined} bar
 */
function placeOf(day, { from = "", until = "" }, bar) {
  const left = Number(bar?.getAttribute("x"));
  const width = Number(bar?.getAttribute("width"));
  const days = until ? Date.parse(until) - Date.parse(from) : 0;
  const share = days ? (Date.parse(day) - Date.parse(from)) / days : 0.5;
  return Math.min(BAR - MARK, Math.round(left + share * width));
}
