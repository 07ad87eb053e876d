// @ts-check
/**
 * The calculators' thread: a bundle's file names come in and Pyodide starts; then questions come in and answers go out.
 *
 * Every file is asked for at once and the WebAssembly is compiled while it arrives, so Pyodide finds all it fetches under way.
 */

/**
 * @typedef {"loader" | "glue" | "wasm" | "library" | "calculators"} Part
 * @typedef {"identity" | "br" | "gzip"} Coding how a host sent a file
 * @typedef {{ base: string, files: Record<Part, string>, sizes: Record<Part, Record<Coding, number>>, lock: object }} Bundle
 * @typedef {{ start: Bundle & { alive: string } }} Start
 * @typedef {{ id: number, call: string, question: object }} Question
 * @typedef {{ alive: true } | { ready: true } | { failed: string } | { arrived: number, total: number }} News
 * @typedef {News | { id: number, answer: string } | { id: number, broken: string }} Reply
 */

/** @type {Promise<(call: string, question: string) => string>} */
let answering;

addEventListener("message", async (/** @type {MessageEvent<Start | Question>} */ { data }) => {
  if ("start" in data) {
    holdLock(data.start.alive);
    answering = startPython(data.start);
    answering.then(() => reply({ ready: true }), (problem) => reply({ failed: String(problem) }));
    return;
  }
  try {
    const answer = await answering;
    reply({ id: data.id, answer: answer(data.call, JSON.stringify(data.question)) });
  } catch (problem) {
    reply({ id: data.id, broken: String(problem) });
  }
});

/** @param {Reply} message */
function reply(message) {
  postMessage(message);
}

/**
 * Hold a lock for as long as this thread lives: a thread that the browser ends says nothing, but its lock comes free.
 * @param {string} name
 */
function holdLock(name) {
  navigator.locks?.request(name, () => {
    reply({ alive: true });
    return new Promise(() => {});
  });
}

const ENTRY = `
from calculators.calls import call

call
`;

/** @param {Bundle} bundle */
async function startPython({ base, files, sizes, lock }) {
  const url = (/** @type {Part} */ part) => new URL(files[part], base).href;
  const arrivals = new Arrivals(sizes);
  const download = (/** @type {Part} */ part) => keptOrFetched(url(part), part, arrivals);
  const wasm = compile(() => download("wasm"));
  const library = download("library");
  const calculators = download("calculators").then((response) => response.arrayBuffer());
  const modules = Promise.all([imported("loader"), imported("glue")]);
  const [[{ loadPyodide }]] = await Promise.all([modules, wasm, library, calculators]);
  const asked = new URL("pyodide.asm.wasm", base).href;
  const takeBack = lend(new Map([[url("library"), library], [asked, library]]), wasm);
  const pyodide = await loadPyodide({
    indexURL: base,
    stdLibURL: url("library"),
    lockFileContents: lock,
    packageBaseUrl: base,
    env: { PYTHONPATH: "/lib/calculators.zip" },
    fsInit: async (/** @type {{ writeFile(path: string, content: Uint8Array): void }} */ disk) =>
      disk.writeFile("/lib/calculators.zip", new Uint8Array(await calculators)),
  });
  takeBack();
  return pyodide.runPython(ENTRY);

  /** @param {Part} part */
  async function imported(part) {
    const module = await import(url(part));
    arrivals.whole(part);
    return module;
  }
}

/**
 * What this browser kept of an earlier visit, already unpacked, or what the host sends.
 * @param {string} url
 * @param {Part} part
 * @param {Arrivals} arrivals
 * @returns {Promise<Response>}
 */
async function keptOrFetched(url, part, arrivals) {
  // A browser may forbid a page to keep anything; then there is nothing kept.
  const kept = await globalThis.caches?.match(url).catch(() => undefined);
  if (kept) {
    arrivals.whole(part);
    return kept;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  arrivals.count(part, response.clone());
  return response;
}

/** Counts what has arrived of all files, in bytes as the host sends them, and tells the page at most ten times a second. */
class Arrivals {
  #sizes;
  /** @type {Coding} How the host sends; until it has answered, as hosts are told to. */
  #coding = "br";
  /** @type {Map<string, number>} Of each part, the share that is here. */
  #shares = new Map();
  #told = -Infinity;
  #toTell = 0;

  /** @param {Bundle["sizes"]} sizes */
  constructor(sizes) {
    this.#sizes = sizes;
  }

  /** @param {Part} part */
  whole(part) {
    this.#shares.set(part, 1);
    this.#tell();
  }

  /**
   * A browser unpacks before it hands over: the share is that of the unpacked bytes.
   * @param {Part} part
   * @param {Response} response
   */
  async count(part, response) {
    const coding = response.headers.get("content-encoding");
    this.#coding = coding === "br" || coding === "gzip" ? coding : "identity";
    const reader = response.body?.getReader();
    let bytes = 0;
    try {
      for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
        bytes += chunk.value.length;
        this.#shares.set(part, Math.min(bytes / this.#sizes[part].identity, 1));
        this.#tell();
      }
    } catch {
      // Whoever reads the other copy of the response meets the same failure and tells it.
    }
  }

  #tell() {
    clearTimeout(this.#toTell);
    let arrived = 0;
    let total = 0;
    for (const [part, size] of Object.entries(this.#sizes)) {
      total += size[this.#coding];
      arrived += Math.floor(size[this.#coding] * (this.#shares.get(part) ?? 0));
    }
    const wait = arrived < total ? this.#told + 100 - performance.now() : 0;
    if (wait > 0) {
      // Told in any case: nothing more may come for a while.
      this.#toTell = setTimeout(() => this.#tell(), wait);
      return;
    }
    this.#told = performance.now();
    reply({ arrived, total });
  }
}

/**
 * Compile while it downloads; where the host gives the file another type than application/wasm, afterwards.
 * @param {() => Promise<Response>} download
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(download) {
  try {
    return await WebAssembly.compileStreaming(download());
  } catch {
    return WebAssembly.compile(await (await download()).arrayBuffer());
  }
}

/**
 * Until the function it returns is called, whoever fetches one of `responses` or starts WebAssembly gets what is here already.
 * @param {Map<string, Promise<Response>>} responses
 * @param {Promise<WebAssembly.Module>} wasm
 */
function lend(responses, wasm) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = (what, how) => responses.get(String(what)) ?? fetch(what, how);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return () => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}
