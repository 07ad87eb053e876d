// @ts-check
/** A calculator goes in; it is started as soon as its reader seems to want it and the connection is free for it. */

import { runtime } from "./runtime.mjs";

/**
 * Start at the first touch; and already when in view, where the browser is idle and says that its connection is fast and
 * not metered.
 * @param {Element} calculator
 * @param {AbortSignal} signal
 */
export function startOnIntent(calculator, signal) {
  for (const intent of ["focusin", "pointerenter", "pointerdown"]) {
    calculator.addEventListener(intent, () => runtime.start(), { signal });
  }
  const { connection } = /** @type {{ connection?: { saveData: boolean, effectiveType: string, type?: string } }} */ (navigator);
  const unmetered = connection && !connection.saveData && connection.effectiveType === "4g" && connection.type !== "cellular";
  if (!unmetered) return;
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    requestIdleCallback(() => signal.aborted || runtime.start());
  });
  seen.observe(calculator);
  signal.addEventListener("abort", () => seen.disconnect());
}
