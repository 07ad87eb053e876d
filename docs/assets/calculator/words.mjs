// @ts-check
/** What the calculator says about itself; what it says about a rule comes from Python. */

const KEPT = "What you type is kept in this tab only, until you close or clear it, and is sent nowhere.";

export const WORDS = {
  untouched: `${KEPT} The calculator is fetched, about 3 MB, when you first use it.`,
  quiet: KEPT,
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
  cleared: "Your answers are cleared.",
  before: "A link filled this in. What you had typed before is kept.",
  bringBefore: "Bring back what I had typed",
  changed: "You changed what the link had filled in, and that is kept.",
  bringLink: "Fill in the link's answers again",
  adopted: "Use the reading we adopted",
  next: "Continue",
  work: "Work it out",
  chooseOne: "Choose an answer.",
  writeOne: "Write an answer.",
  today: "Filled in: today.",
  holds: "The link holds your answers after its #, which no server is sent.",
  leavesOut: "It leaves out what you wrote under",
  copied: "Copied.",
  byHand: "Your browser does not let a page copy. It is marked here: copy it with your keyboard or by a long touch.",
};

/** @param {string[]} names */
export function unknownInLink(names) {
  return `The link also gives ${names.join(", ")}, which this calculator does not know.`;
}
