// @ts-check
/** What the calculator says about itself; what it says about a rule comes from Python. */

export const WORDS = {
  untouched: "What you type stays on this page. The calculator is fetched, about 3 MB, when you first use it.",
  quiet: "What you type stays on this page.",
  empty: "The answer appears here.",
  loading: "Getting the calculator ready (first time only)…",
  again: "The calculator stopped and is starting again; your answers are kept.",
  slow: "Still downloading; your answers are kept.",
  late: "This is taking too long. Try again, or use the worked examples below.",
  failed: "The calculator could not be started. Check your connection and try again, or use the worked examples below.",
  stopped: "The calculator stopped. Try again, or use the worked examples below.",
  broken: "The calculator could not answer this. Try again, or use the worked examples below.",
  working: "Working it out…",
  stale: "You changed something; working it out again…",
  missing: "One more thing has to be known.",
  mistaken: "There is something to change.",
};

/** @param {string[]} names */
export function unknownInLink(names) {
  return `The link also gives ${names.join(", ")}, which this calculator does not know.`;
}
