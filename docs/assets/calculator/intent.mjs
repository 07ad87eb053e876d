// @ts-check
/** A calculator goes in; it is started as soon as its reader seems to want it, and costs no more than time of the processor. */

import { runtime } from "./runtime.mjs";

/**
 * Start at the first touch; and already when in view and the browser is idle, where the connection is fast and not metered,
 * or where nothing need be fetched.
 * @param {Element} calculator
 * @param {AbortSignal} signal
 */
export function startOnIntent(calculator, signal) {
  for (const intent of ["focusin", "pointerenter", "pointerdown"]) {
    calculator.addEventListener(intent, () => runtime.start(), { signal });
  }
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    if (!isUnmetered() && !(await runtime.isKept())) return;
    await idle();
    if (!signal.aborted) runtime.start();
  });
  seen.observe(calculator);
  signal.addEventListener("abort", () => seen.disconnect());
}

/** Whether the browser says so; most do not. */
function isUnmetered() {
  const { connection } = /** @type {{ connection?: { saveData: boolean, effectiveType: string, type?: string } }} */ (navigator);
  return connection && !connection.saveData && connection.effectiveType === "4g" && connection.type !== "cellular";
}

/** The browser has nothing more urgent to do. Not every browser tells. */
export function idle() {
  return new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(resolve) : setTimeout(resolve, 500)));
}
