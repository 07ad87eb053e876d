// @ts-check
/** How much of the calculator has arrived goes in; a bar and words such as "1.2 of 2.7 MB" come out, beside the form's button. */

import { part } from "./form.mjs";

/**
 * @import { Runtime } from "./runtime.mjs"
 */

/**
 * Keep a calculator's bar at what has arrived. It is seen only while the calculator waits (see the styles), and heard by
 * those who go to it; what is said aloud is the caller's choice.
 * @param {Element} calculator
 * @param {Runtime} runtime
 * @param {AbortSignal} signal
 */
export function showProgress(calculator, runtime, signal) {
  const place = part(calculator, ".calculator-progress");
  const bar = place.querySelector("progress");
  const words = part(place, "span");
  const show = () => {
    const { arrived, total } = runtime;
    // Without a value the bar only says that something is under way: Python starting, or a download not yet begun.
    if (total && arrived < total) bar?.setAttribute("value", String(arrived / total));
    else bar?.removeAttribute("value");
    words.textContent = !total ? "" : arrived < total ? `${megabytes(arrived)} of ${megabytes(total)} MB` : "All here; starting";
  };
  runtime.addEventListener("progress", show, { signal });
  show();
}

/**
 * For those who hear the page, at the moments when something is said to them anyway.
 * @param {Runtime} runtime
 */
export function shareInWords({ arrived, total }) {
  return total ? `${Math.floor((100 * arrived) / total)}% has arrived.` : "";
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
