// @ts-check
/**
 * The element `<policy-calculator rule="…">`: a form and an answer's place come in with the page; here is when things happen.
 *
 * Its attribute `state` is one of static, loading, ready, working, answered, mistaken and failed. It dispatches `answered`
 * (also when inputs are missing) and `mistaken`, with the answer's object as `detail`.
 */

import { element, inOneSentence, showAnswer, showMissing } from "./answer.mjs";
import { fillIn, fillToday, focusOn, linkTo, namesIn, part, showMistakes, showQuestions, showRead, typedIn, wordsOf } from "./form.mjs";
import { runtime } from "./runtime.mjs";
import { hashOf, readHash } from "./share.mjs";
import { unknownInLink, WORDS } from "./words.mjs";

/**
 * @import { Answer, Mistaken, Page } from "./answer.mjs"
 * @typedef {"static" | "loading" | "ready" | "working" | "answered" | "mistaken" | "failed"} State
 */

const CALM = 300;

class PolicyCalculator extends HTMLElement {
  /** Ends everything that listens for this element, when it leaves the page. */
  #left = new AbortController();
  /** The number of the last question put; an answer to an earlier one is dropped. */
  #asked = 0;
  /** Whether the reader wants answers: from the first press of the button on. */
  #wanted = false;
  /** Whether the next answer takes the focus, as after a press, or leaves it where the reader types. */
  #pressed = false;
  #change = 0;
  #announcement = 0;

  connectedCallback() {
    this.#left = new AbortController();
    const { signal } = this.#left;
    fillToday(this.#form, localDay());
    part(this, "button[type=submit]").removeAttribute("disabled");
    this.#say(WORDS.untouched);
    this.#form.addEventListener("submit", (event) => this.#press(event), { signal });
    this.#form.addEventListener("input", () => this.#changed(), { signal });
    for (const intent of ["focusin", "pointerenter", "pointerdown"]) {
      this.addEventListener(intent, () => runtime.start(), { signal });
    }
    runtime.addEventListener("phase", () => this.#phase(), { signal });
    addEventListener("hashchange", () => this.#restore(), { signal });
    startWhenSeen(this, signal);
    this.#phase();
    this.#restore();
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#asked++;
    clearTimeout(this.#change);
    clearTimeout(this.#announcement);
  }

  get #form() {
    const form = this.querySelector("form");
    if (!form) throw new Error("a calculator stands around a form");
    return form;
  }

  get #place() {
    return part(this, ".calculator-answer");
  }

  /** @param {State} state */
  set #state(state) {
    this.setAttribute("state", state);
  }

  /** @param {SubmitEvent} event */
  #press(event) {
    event.preventDefault();
    this.#wanted = this.#pressed = true;
    runtime.start();
    if (runtime.phase === "late") this.#waits();
    this.#work();
  }

  #changed() {
    clearTimeout(this.#change);
    this.#pressed = false;
    if (this.#wanted) {
      this.#asked++;
      this.#place.toggleAttribute("data-stale", true);
      if (runtime.phase === "ready") {
        this.#state = "working";
        this.#say(this.#place.hasChildNodes() ? WORDS.stale : WORDS.working);
      }
    }
    if (runtime.phase === "ready") this.#change = setTimeout(() => this.#work(), CALM);
  }

  #restore() {
    const { typed, unknown } = readHash(location.hash, namesIn(this.#form));
    if (!Object.keys(typed).length) return;
    fillIn(this.#form, typed);
    part(this, ".calculator-unknown").textContent = unknown.length ? unknownInLink(unknown) : "";
    showQuestions(this.#form, new Set(Object.keys(typed)));
    this.#wanted = true;
    runtime.start();
    this.#work();
  }

  /** What the runtime is doing concerns this calculator until it answers. */
  #phase() {
    switch (runtime.phase) {
      case "idle":
        return;
      case "loading":
      case "slow":
        return this.#waits();
      case "ready":
        this.#state = "ready";
        this.#say(WORDS.quiet);
        return this.#work();
      case "late":
        return this.#failed(WORDS.late);
      case "failed":
        return this.#failed(runtime.served ? WORDS.stopped : WORDS.failed);
    }
  }

  #waits() {
    this.#state = "loading";
    const words = runtime.phase === "loading" ? (runtime.restarted ? WORDS.again : WORDS.loading) : WORDS.slow;
    this.#say(words);
    if (this.#wanted) this.#announce(words);
  }

  /** Put what is typed to the rule; until the reader wants an answer, only to learn which questions matter. */
  async #work() {
    clearTimeout(this.#change);
    if (runtime.phase !== "ready") return;
    const number = ++this.#asked;
    const rule = this.getAttribute("rule") ?? "";
    if (this.#wanted) {
      this.#state = "working";
      this.#say(WORDS.working);
    }
    try {
      const text = await runtime.ask({ rule, typed: typedIn(this.#form), today: localDay(), reading: "" });
      if (number === this.#asked) this.#heard(JSON.parse(text));
    } catch (problem) {
      if (number !== this.#asked) return;
      console.error(problem);
      if (runtime.phase === "ready") this.#failed(WORDS.broken);
    }
  }

  /** @param {Answer | Mistaken} answer */
  #heard(answer) {
    if (!answer.errors) this.#askWhatMatters(answer);
    if (!this.#wanted) return;
    this.#place.toggleAttribute("data-stale", false);
    const pressed = this.#pressed;
    this.#pressed = false;
    if (answer.errors) this.#mistaken(answer, pressed);
    else this.#answered(answer, pressed);
  }

  /** @param {Answer} answer */
  #askWhatMatters(answer) {
    const compared = answer.readings.flatMap((reading) => reading.missing ?? []);
    showQuestions(this.#form, new Set([...answer.asked, ...answer.missing, ...compared]));
    showRead(this.#form, answer.read);
  }

  /**
   * @param {Answer} answer
   * @param {boolean} pressed
   */
  #answered(answer, pressed) {
    showMistakes(this.#form, []);
    this.#say(WORDS.quiet);
    if (answer.missing.length) {
      showMissing(this.#place, answer.missing, this.#page(answer));
      this.#announce(WORDS.missing);
      if (pressed) focusOn(this.#form, answer.missing[0] ?? "");
    } else {
      showAnswer(this.#place, answer, this.#page(answer));
      this.#announce(inOneSentence(answer));
      if (pressed) this.#place.scrollIntoView({ block: "nearest" });
    }
    this.#state = "answered";
    this.dispatchEvent(new CustomEvent("answered", { detail: answer, bubbles: true }));
  }

  /**
   * @param {Mistaken} mistaken
   * @param {boolean} pressed
   */
  #mistaken(mistaken, pressed) {
    showMistakes(this.#form, mistaken.errors);
    this.#empty();
    this.#say(WORDS.quiet);
    this.#state = "mistaken";
    if (pressed) part(this, ".calculator-summary").focus();
    else this.#announce(WORDS.mistaken);
    this.dispatchEvent(new CustomEvent("mistaken", { detail: mistaken, bubbles: true }));
  }

  /** @param {string} words */
  #failed(words) {
    this.#empty();
    this.#state = "failed";
    this.#say(words);
    this.#announce(words);
  }

  /**
   * What the page knows and the answer does not: its links, and the words of its questions.
   * @param {Answer} answer
   * @returns {Page}
   */
  #page(answer) {
    const link = element("a", { href: hashOf(typedIn(this.#form)) }, "Link to this answer");
    return {
      source: (id) => this.#source(id),
      question: (name) => linkTo(this.#form, name, wordsOf(this.#form, name)),
      dated: answer.read[this.getAttribute("dated") ?? ""] ?? "",
      link,
    };
  }

  /** @param {string} id */
  #source(id) {
    const known = this.querySelector(`.calculator-sources [data-source="${CSS.escape(id)}"]`);
    return known?.cloneNode(true) ?? element("a", { href: `${this.getAttribute("sources")}#${id}` }, id);
  }

  #empty() {
    this.#place.replaceChildren(element("p", { class: "calculator-empty" }, WORDS.empty));
  }

  /** @param {string} words */
  #say(words) {
    part(this, ".calculator-words").textContent = words;
  }

  /**
   * Tell those who hear the page, once and whole, when a second has passed without a change.
   * @param {string} words
   */
  #announce(words) {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      part(this, "[role=status]").textContent = words;
    }, 1_000);
  }
}

/** The reader's own date: a rule never reads a clock, so the page tells it which day today is. */
function localDay() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Start as soon as the calculator is in view, where the browser is idle and says that its connection is fast and not metered.
 * @param {Element} calculator
 * @param {AbortSignal} signal
 */
function startWhenSeen(calculator, signal) {
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

if (!customElements.get("policy-calculator")) customElements.define("policy-calculator", PolicyCalculator);
