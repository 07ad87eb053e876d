// @ts-check
/**
 * The calculators' thread: a bundle's file names come in and Pyodide starts; then questions come in and answers go out.
 *
 * Every file is asked for at once and the WebAssembly is compiled while it arrives, so Pyodide finds all it fetches under way.
 */

/**
 * @typedef {{ loader: string, glue: string, wasm: string, library: string, calculators: string }} Files
 * @typedef {{ start: { base: string, files: Files, lock: object, alive: string } }} Start
 * @typedef {{ id: number, call: string, question: object }} Question
 * @typedef {{ alive: true } | { ready: true } | { failed: string }} News
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

/** @param {Start["start"]} bundle */
async function startPython({ base, files, lock }) {
  const url = (/** @type {string} */ name) => new URL(name, base).href;
  const wasm = compile(url(files.wasm));
  const library = download(url(files.library));
  const calculators = download(url(files.calculators)).then((response) => response.arrayBuffer());
  const modules = Promise.all([import(url(files.loader)), import(url(files.glue))]);
  const [[{ loadPyodide }]] = await Promise.all([modules, wasm, library, calculators]);
  const takeBack = lend(new Map([[url(files.library), library], [url("pyodide.asm.wasm"), library]]), wasm);
  const pyodide = await loadPyodide({
    indexURL: base,
    stdLibURL: url(files.library),
    lockFileContents: lock,
    packageBaseUrl: base,
    env: { PYTHONPATH: "/lib/calculators.zip" },
    fsInit: async (/** @type {{ writeFile(path: string, content: Uint8Array): void }} */ disk) =>
      disk.writeFile("/lib/calculators.zip", new Uint8Array(await calculators)),
  });
  takeBack();
  return pyodide.runPython(ENTRY);
}

/**
 * @param {string} url
 * @returns {Promise<Response>}
 */
async function download(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/**
 * Compile while it downloads; where the host gives the file another type than application/wasm, afterwards.
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(url) {
  try {
    return await WebAssembly.compileStreaming(download(url));
  } catch {
    return WebAssembly.compile(await (await download(url)).arrayBuffer());
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
