// @ts-check
/**
 * The page's side of the calculators' thread: questions go in, the answers' JSON comes out; one thread serves the whole visit.
 *
 * A thread that dies is started again once and gets its questions again; if it dies again, whoever waits is told.
 */

/**
 * @import { Bundle, Question, Reply } from "./worker.mjs"
 * @typedef {{ rule: string, typed: Record<string, string>, today: string, reading: string }} Asked what `ask` answers
 * @typedef {"idle" | "loading" | "slow" | "late" | "ready" | "failed"} Phase
 * @typedef {{ question: Question, resolve: (answer: string) => void, reject: (problem: Error) => void, timer?: number }} Waiting
 */

/** Dispatches `phase` when `phase` changes, and `progress` when more of the files has arrived. */
export class Runtime extends EventTarget {
  /** @type {Phase} */
  phase = "idle";
  /** Whether it was ever ready: what fails then did not fail to start. */
  served = false;
  /** How many bytes of the files are here, of how many; 0 of 0 as long as that is not known. */
  arrived = 0;
  total = 0;
  /** @type {Worker | undefined} */
  #worker;
  /** Whether this start is the second one, after the thread died. */
  restarted = false;
  #numbers = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {number[]} */
  #timers = [];

  /** Start downloading, unless that was done; after a failure, start anew. */
  start() {
    if (this.phase !== "idle" && this.phase !== "failed") return;
    this.restarted = false;
    this.#launch();
  }

  /**
   * The JSON that answers what a reader typed.
   * @param {Asked} question
   */
  ask(question) {
    return this.call("ask", question);
  }

  /**
   * The JSON that answers this, as Python wrote it. Rejects when the thread failed, broke on it, or took 30 seconds.
   * @param {string} call one of the names in calculators/calls.py
   * @param {object} question
   * @returns {Promise<string>}
   */
  call(call, question) {
    this.start();
    const id = ++this.#numbers;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { question: { id, call, question }, resolve, reject });
      if (this.phase === "ready") this.#send(id);
    });
  }

  /** Whether this browser has all that is needed from an earlier visit. */
  async isKept() {
    try {
      const { base, files } = /** @type {Bundle} */ (await bundle);
      const kept = Object.values(files).map((file) => caches.match(new URL(file, base)));
      return (await Promise.all(kept)).every(Boolean);
    } catch {
      return false; // it may be forbidden to keep anything, or the connection is gone
    }
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.phase = phase;
    this.dispatchEvent(new Event("phase"));
  }

  /** @param {{ arrived: number, total: number }} progress */
  #arrive({ arrived, total }) {
    this.arrived = arrived;
    this.total = total;
    this.dispatchEvent(new Event("progress"));
  }

  async #launch() {
    this.#arrive({ arrived: 0, total: 0 });
    const slow = setTimeout(() => this.#enter("slow"), 8_000);
    const late = setTimeout(() => this.#enter("late"), 30_000);
    this.#timers = [slow, late];
    this.#enter("loading");
    try {
      const { base, files, sizes, lock } = await readBundle();
      const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module", name: "calculators" });
      this.#worker = worker;
      const alive = `calculators ${Math.random()}`;
      worker.addEventListener("message", ({ data }) => this.#hear(worker, data, alive));
      worker.addEventListener("error", (event) => this.#died(worker, event.message ?? "its script could not be read"));
      worker.postMessage({ start: { base, files, sizes, lock, alive } });
    } catch (problem) {
      this.#fail(String(problem));
    }
  }

  /**
   * @param {Worker} worker
   * @param {Reply} reply
   * @param {string} alive
   */
  #hear(worker, reply, alive) {
    if (worker !== this.#worker) return;
    if ("alive" in reply) navigator.locks.request(alive, () => this.#died(worker, "the browser ended it"));
    else if ("failed" in reply) this.#fail(reply.failed);
    else if ("ready" in reply) this.#ready();
    else if ("arrived" in reply) this.#arrive(reply);
    else if ("answer" in reply) this.#take(reply.id)?.resolve(reply.answer);
    else this.#take(reply.id)?.reject(new Error(reply.broken));
  }

  #ready() {
    this.#stopTimers();
    this.served = true;
    for (const id of this.#waiting.keys()) this.#send(id);
    this.#enter("ready");
  }

  /** @param {number} id */
  #send(id) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#worker?.postMessage(waiting.question);
    waiting.timer = setTimeout(() => this.#fail("no answer in 30 seconds"), 30_000);
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  /**
   * @param {Worker} worker
   * @param {string} why
   */
  #died(worker, why) {
    if (worker !== this.#worker) return;
    if (this.restarted) return this.#fail(why);
    this.restarted = true;
    this.#end();
    this.#launch();
  }

  /** @param {string} why */
  #fail(why) {
    this.#end();
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(new Error(why));
    this.#enter("failed");
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#stopTimers();
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
  }

  #stopTimers() {
    this.#timers.forEach(clearTimeout);
  }
}

/** The one thread of this visit. */
export const runtime = new Runtime();

const BUNDLE = new URL("../bundle/bundle.mjs", import.meta.url);
// Asked for with the page, so that the first touch need not wait for it; a failure is met again, and told, at the start.
let bundle = import(BUNDLE.href);
bundle.catch(() => {});

async function readBundle() {
  // A module that failed to load stays failed under its address, so the second attempt takes another.
  bundle = bundle.catch(() => import(`${BUNDLE.href}?again=${Date.now()}`));
  return /** @type {Promise<Bundle>} */ (bundle);
}
