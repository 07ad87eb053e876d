// @ts-check
/**
 * Requests of the guide's pages go in; answers come out of the network or, without one, of what this browser kept.
 *
 * A page names the release of scripts that it runs (see smallprint/release.py), so any version of this file can serve any
 * page, and takes over at once. What is named by its content never changes and is taken from what is kept; everything else
 * is asked of the host first. Addresses are kept without what follows `?` and `#`: nothing that a reader types is among it.
 */

/** @typedef {{ page: string[], python: string[], hashes: Record<string, string> }} Release what release.json holds */
/** @typedef {{ visited: string } | { started: string }} Told what pages say: their address; the release whose Python runs */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { scope } = worker.registration;
// Another way to keep things takes other names; what lies under earlier ones is removed.
const OURS = `smallprint ${scope}`;
const PAGES = `${OURS} pages 1`;
const FILES = `${OURS} files 1`;
const OFFLINE = new URL("offline/", scope).href;
// What every page of the theme asks for.
const SHARED = ["sitemap.xml", "search/search_index.json", "assets/images/favicon.png"].map((path) => new URL(path, scope).href);
const PATIENCE = 3_000;
const NAMED_BY_CONTENT = /\/assets\/(release-[0-9a-f]{12}\/|bundle\/[^/]+-[0-9a-f]{12}\.|.*\.[0-9a-f]{8}\.min\.)/;

/** The last work on what is kept. Each waits for the one before, or what one keeps another would remove as needed by no page. */
let last = Promise.resolve();

worker.addEventListener("install", (event) => {
  // A host that cannot be reached in the middle of this leaves things as they were: the browser tries again later.
  event.waitUntil(keepPage(OFFLINE).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  event.respondWith(NAMED_BY_CONTENT.test(request.url) ? named(event) : current(event));
});

worker.addEventListener("message", (event) => {
  const told = /** @type {Told} */ (event.data);
  event.waitUntil(inTurn(() => ("visited" in told ? visited(bare(told.visited)) : keepPython(told.started))));
});

async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${OURS} `) && name !== PAGES && name !== FILES);
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/**
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function named(event) {
  const address = bare(event.request.url);
  const kept = await (await caches.open(FILES)).match(address);
  if (kept) return kept;
  const response = await fetch(event.request);
  // The theme's own files: of ours, whole releases are kept, and each file is looked at first.
  if (/\.min\.\w+$/.test(address) && isScriptOrStyle(response)) event.waitUntil(put(FILES, address, response.clone()));
  return response;
}

/**
 * What the host has now; where it has nothing to say, or not soon, what was kept.
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function current(event) {
  const address = bare(event.request.url);
  const navigates = event.request.mode === "navigate";
  const kept = await (await caches.open(PAGES)).match(address);
  const coming = answered(event).then((response) => {
    if (response.status >= 500 && kept) return kept;
    const copy = response.clone();
    event.waitUntil(inTurn(() => keep(address, copy)));
    return response;
  });
  if (kept) return Promise.race([coming.catch(() => kept), after(PATIENCE).then(() => kept)]);
  if (!navigates) return coming;
  return coming.catch(() => Response.redirect(`${OFFLINE}#${address.slice(scope.length)}`));
}

/**
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function answered(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

/**
 * Keep what the host sent for an address; a page with everything it needs, and none that is not the guide's.
 * @param {string} address
 * @param {Response} response
 */
async function keep(address, response) {
  if (response.status === 404 || response.status === 410) return void (await (await caches.open(PAGES)).delete(address));
  if (!response.ok || response.redirected || response.type !== "basic") return;
  if (!response.headers.get("content-type")?.startsWith("text/html")) return put(PAGES, address, response);
  const text = await response.clone().text();
  const release = releaseOf(text);
  if (!release) return;
  await keepRelease(release);
  await Promise.all(filesIn(text, address).map(keepFile));
  await put(PAGES, address, response);
}

/** @param {string} address */
async function keepPage(address) {
  // Not from the browser's own keeping: an old page there would name files that the host no longer has.
  await keep(address, await fetch(address, { cache: "no-cache" }));
  if (!(await (await caches.open(PAGES)).match(address))) throw new Error(`${address} is not to be had`);
}

/**
 * A page was opened: it may have come before this worker was there. Then, where no other page is open that might still
 * need an older release, renew the pages of older ones and remove what no page names any more.
 * @param {string} address
 */
async function visited(address) {
  const pages = await caches.open(PAGES);
  for (const wanted of [address, ...SHARED]) if (!(await pages.match(wanted))) await keepPage(wanted).catch(() => {});
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const newest = releaseOf(await textOf(pages, address));
  if (open.length > 1 || !newest) return;
  for (const { url } of await pages.keys()) {
    const release = releaseOf(await textOf(pages, url));
    // What cannot be renewed now stays as it is, with its own release.
    if (release && release !== newest) await keepPage(url).catch(() => {});
  }
  await removeUnnamed();
}

async function removeUnnamed() {
  const pages = await caches.open(PAGES);
  const files = await caches.open(FILES);
  /** @type {Set<string>} */
  const needed = new Set();
  for (const { url } of await pages.keys()) {
    const text = await textOf(pages, url);
    filesIn(text, url).forEach((file) => needed.add(file));
    const folder = folderOf(releaseOf(text) ?? "");
    const listed = await files.match(`${folder}release.json`);
    if (!listed || needed.has(listed.url)) continue;
    const { page, python } = /** @type {Release} */ (await listed.json());
    for (const path of ["release.json", ...page, ...python]) needed.add(new URL(path, folder).href);
  }
  for (const { url } of await files.keys()) if (!needed.has(url)) await files.delete(url);
}

/**
 * All that a page of this release loads before Python is started; the list of it comes last, when all is there.
 * @param {string} release
 */
async function keepRelease(release) {
  const folder = folderOf(release);
  const files = await caches.open(FILES);
  if (await files.match(`${folder}release.json`)) return;
  const list = await fetched(`${folder}release.json`, release.slice("release-".length));
  const { page, hashes } = /** @type {Release} */ (await list.clone().json());
  await Promise.all(page.map((path) => keepAs(new URL(path, folder).href, hashes[path] ?? "")));
  await put(FILES, `${folder}release.json`, list);
}

/** @param {string} release */
async function keepPython(release) {
  await keepRelease(release);
  const folder = folderOf(release);
  const listed = await (await caches.open(FILES)).match(`${folder}release.json`);
  const { python } = /** @type {Release} */ (await listed?.json());
  for (const path of python) await keepAs(new URL(path, folder).href, /-([0-9a-f]{12})\.\w+$/.exec(path)?.[1] ?? "");
}

/**
 * @param {string} address
 * @param {string} hash
 */
async function keepAs(address, hash) {
  if (await (await caches.open(FILES)).match(address)) return;
  await put(FILES, address, await fetched(address, hash));
}

/**
 * A file of the theme.
 * @param {string} address
 */
async function keepFile(address) {
  if (await (await caches.open(FILES)).match(address)) return;
  const response = await fetch(address);
  if (isScriptOrStyle(response)) await put(FILES, address, response);
}

/**
 * A file that has the content it is named by: a network that answers everything with its own page is not believed.
 * @param {string} address
 * @param {string} hash the first twelve hexadecimal digits of its SHA-256
 */
async function fetched(address, hash) {
  const response = await fetch(address);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  const found = [...digest.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || found !== hash) throw new Error(`${address} is another file than its name says`);
  return response;
}

/** @param {Response} response */
function isScriptOrStyle(response) {
  return response.ok && /^(text|application)\/(javascript|css)/.test(response.headers.get("content-type") ?? "");
}

/**
 * @param {string} cache
 * @param {string} address
 * @param {Response} response
 */
async function put(cache, address, response) {
  await (await caches.open(cache)).put(address, response);
}

/**
 * @param {Cache} pages
 * @param {string} url
 */
async function textOf(pages, url) {
  const page = await pages.match(url);
  return page?.headers.get("content-type")?.startsWith("text/html") ? page.text() : "";
}

/**
 * What cannot be kept is not: the guide works without.
 * @param {() => Promise<void>} work
 */
function inTurn(work) {
  last = last.then(work).catch(() => {});
  return last;
}

/** @param {string} text */
function releaseOf(text) {
  return /data-release="(release-[0-9a-f]{12})"/.exec(text)?.[1];
}

/** @param {string} release */
function folderOf(release) {
  return new URL(`assets/${release}/`, scope).href;
}

/**
 * The theme's files that a page names, in its tags and in its settings.
 * @param {string} text
 * @param {string} address
 */
function filesIn(text, address) {
  const named = [...text.matchAll(/"([^"\s<>]*\/?assets\/[^"\s<>]+\.min\.(?:js|css))"/g)];
  return named.map(([, path]) => new URL(path ?? "", address).href).filter((file) => file.startsWith(scope));
}

/** @param {string} url */
function bare(url) {
  return url.replace(/[?#].*$/, "");
}

/** @param {number} milliseconds */
function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
