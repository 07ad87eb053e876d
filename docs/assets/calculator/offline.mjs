// @ts-check
/** A visit goes in; what it used is kept by the guide's service worker, so that it can be read again without a connection. */

import { idle } from "./intent.mjs";
import { guide, isMixed, release } from "./release.mjs";
import { runtime } from "./runtime.mjs";

/** @typedef {{ visited: string } | { started: string }} Told what docs/service-worker.js hears: a page's address, or the release whose Python runs */

/** The theme's stream of pages, each as it is shown. */
const { document$, livereload } = /** @type {{ document$?: { subscribe(hear: () => void): void }, livereload?: unknown }} */ (
  /** @type {unknown} */ (window)
);

document$?.subscribe(() => {
  if (isMixed()) location.reload();
  else tellOfVisit();
});
runtime.addEventListener("phase", () => {
  if (runtime.phase === "ready" && release) tell({ started: release });
});
offerWayBack();

async function tellOfVisit() {
  const page = location.href.replace(/[?#].*$/, "");
  // A missing page has no address of its own to be kept under.
  if (release && document.querySelector("[data-release]")) tell({ visited: page });
}

/** @param {Told} what */
async function tell(what) {
  const worker = await keeper();
  worker?.postMessage(what);
}

/** The service worker, when it is there; undefined where the browser has none, or the guide is being written just now. */
async function keeper() {
  if (!isSecureContext || !navigator.serviceWorker || livereload) return;
  await quiet();
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", guide), { updateViaCache: "none" });
    return (await navigator.serviceWorker.ready).active;
  } catch {
    // The guide works without; the next visit tries again.
  }
}

/** The page has loaded and the browser has nothing more urgent to do. */
async function quiet() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve));
  await idle();
}

/** The page that says that there is no connection knows after the `#` which page was asked for. */
function offerWayBack() {
  const link = document.querySelector("a[data-try-again]");
  const wanted = new URL(location.hash.slice(1) || ".", guide).href;
  if (link && wanted.startsWith(guide)) link.setAttribute("href", wanted);
}
