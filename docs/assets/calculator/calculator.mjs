// @ts-check
/**
 * The element `<policy-calculator rule="…">`: a form and an answer's place come in with the page; here is when things happen.
 *
 * Its attribute `state` is one of static, loading, ready, working, answered, mistaken and failed. It dispatches `answered`
 * (also when inputs are missing) and `mistaken`, with the answer's object as `detail`.
 */

import { Answers } from "./answers.mjs";
import { hear } from "./asking.mjs";
import { localDay } from "./day.mjs";
import { fit, missingFor, unfit } from "./fitting.mjs";
import { focusOn, formOf, part, writeIn } from "./form.mjs";
import { startOnIntent } from "./intent.mjs";
import { showMistakes } from "./mistakes.mjs";
import { Place, settle } from "./place.mjs";
import { shareInWords, showProgress } from "./progress.mjs";
import { isMixed } from "./release.mjs";
import { runtime } from "./runtime.mjs";
import { Stepping } from "./stepping.mjs";
import { Voice } from "./voice.mjs";
import { WORDS } from "./words.mjs";

/**
 * @import { Mistaken } from "./answer.mjs"
 * @import { Heard } from "./asking.mjs"
 * @import { Answered } from "./place.mjs"
 * @typedef {"static" | "loading" | "ready" | "working" | "answered" | "mistaken" | "failed"} State
 */

const CALM = 300;

class PolicyCalculator extends HTMLElement {
  /** Ends everything that listens for this element, when it leaves the page. */
  #left = new AbortController();
  /** The number of the last question put; an answer to an earlier one is dropped. */
  #asked = 0;
  /** Whether the next answer takes the focus, as after a press, or leaves it where the reader types. */
  #pressed = false;
  #change = 0;
  #voice = new Voice(this);
  #place = new Place(this, this.#voice);
  /** What is in the form, kept and brought back. */
  #answers = new Answers(this);
  /** How the questions are asked one by one, where they are. */
  #stepping = new Stepping(this);

  connectedCallback() {
    if (isMixed()) return; // the page is about to be loaded anew (see offline.mjs)
    this.#left = new AbortController();
    const { signal } = this.#left;
    for (const button of this.#form.querySelectorAll("button")) button.disabled = false;
    this.#voice.say(WORDS.untouched);
    this.#form.addEventListener("submit", (event) => this.#press(event), { signal });
    this.#form.addEventListener("input", () => this.#changed(), { signal });
    this.#form.addEventListener("click", (event) => this.#clicked(event), { signal });
    runtime.addEventListener("phase", () => this.#phase(), { signal });
    addEventListener("hashchange", () => this.#answers.follow() && this.#restored(), { signal });
    showProgress(this, runtime, signal);
    settle(this, this.#place, signal);
    startOnIntent(this, signal);
    const restored = this.#answers.restore();
    this.#stepping.start();
    this.#phase();
    if (restored) this.#restored();
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#asked++;
    clearTimeout(this.#change);
    this.#voice.hush();
  }

  get #form() {
    return formOf(this);
  }

  /** @param {State} state */
  set #state(state) {
    this.setAttribute("state", state);
  }

  /** @param {SubmitEvent} event */
  #press(event) {
    event.preventDefault();
    const open = this.#stepping.unanswered();
    if (open) return this.#mistaken({ errors: [open] }, true);
    this.#answers.wanted = this.#pressed = true;
    this.#answers.keep();
    this.#place.reserve(true);
    runtime.start();
    if (runtime.phase === "late") this.#waits();
    this.#work();
  }

  #changed() {
    clearTimeout(this.#change);
    this.#pressed = false;
    this.#place.reserve(false);
    this.#answers.change();
    if (this.#answers.wanted) this.#outdate();
    if (this.#stepping.current) return;
    if (runtime.phase === "ready") this.#change = setTimeout(() => this.#work(), CALM);
  }

  /** What stands in the answer's place is no longer the answer to what stands in the form. */
  #outdate() {
    this.#asked++;
    const stands = this.#place.outdate();
    if (runtime.phase !== "ready" || this.#stepping.current) return;
    this.#state = "working";
    this.#voice.say(stands ? WORDS.stale : WORDS.working);
  }

  /** @param {MouseEvent} event */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button || button.type === "submit") return;
    if (button.dataset.reading !== undefined) return this.#use("");
    if (button.dataset.change) return this.#toQuestion(button.dataset.change);
    if (button.dataset.offerFor) return this.#mean(button.dataset.offerFor, button.value);
    if (button.classList.contains("calculator-clear")) return this.#clear();
    if (button.classList.contains("calculator-bring") && this.#answers.bring()) this.#restored();
  }

  /**
   * @param {string} name
   * @param {string} meant
   */
  #mean(name, meant) {
    if (!writeIn(this.#form, name, meant)) return;
    this.#changed();
    if (this.#stepping.current) this.#form.requestSubmit();
  }

  #clear() {
    this.#answers.clear();
    this.#asked++;
    this.#stepping.start();
    unfit(this.#form);
    this.#place.empty();
    this.#state = runtime.phase === "ready" ? "ready" : "static";
    this.#voice.say(WORDS.cleared, true);
    this.#work();
  }

  /** The form was filled by a link or from what was kept. */
  #restored() {
    this.#stepping.start();
    if (!this.#answers.wanted) return void this.#work();
    this.#outdate();
    this.#place.reserve(true);
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
        this.#voice.say(WORDS.quiet);
        return void this.#work();
      case "late":
        return this.#failed(WORDS.late);
      case "failed":
        return this.#failed(runtime.served ? WORDS.stopped : WORDS.failed);
    }
  }

  #waits() {
    this.#state = "loading";
    const words = runtime.phase === "loading" ? (runtime.restarted ? WORDS.again : WORDS.loading) : WORDS.slow;
    this.#voice.say(words);
    if (this.#answers.wanted) this.#voice.announce(`${words} ${shareInWords(runtime)}`.trim());
  }

  /** Put what is typed to the rule; until the reader wants an answer, only to learn which questions matter. */
  async #work() {
    clearTimeout(this.#change);
    if (runtime.phase !== "ready") return;
    const number = ++this.#asked;
    if (this.#answers.wanted) {
      this.#state = "working";
      this.#voice.say(WORDS.working);
    }
    try {
      const { unsure, then } = this.#answers;
      const heard = await hear(this.#question(), unsure, then);
      if (number === this.#asked) this.#heard(heard);
    } catch (problem) {
      if (number !== this.#asked) return;
      console.error(problem);
      if (runtime.phase === "ready") this.#failed(WORDS.broken);
    }
  }

  #question() {
    const { typed, reading } = this.#answers;
    return { rule: this.getAttribute("rule") ?? "", typed, today: localDay(), reading };
  }

  /** @param {Heard} heard */
  #heard({ answer, either, since }) {
    const { errors } = answer;
    if (!errors) this.#askWhatMatters({ answer, either });
    if (!this.#answers.wanted) return;
    this.#place.update();
    const pressed = this.#pressed;
    this.#pressed = false;
    if (errors) this.#mistaken({ errors }, pressed);
    else this.#answered({ answer, either, since }, pressed);
  }

  /** @param {Answered} answered */
  #askWhatMatters(answered) {
    fit(this.#form, answered);
    if (this.#answers.wanted) this.#stepping.next(missingFor(answered));
    else this.#stepping.stay();
  }

  /**
   * @param {Answered} answered
   * @param {boolean} pressed
   */
  #answered(answered, pressed) {
    const missing = missingFor(answered);
    showMistakes(this.#form, []);
    this.#voice.say(WORDS.quiet);
    if (missing.length) {
      if (this.#stepping.current) this.#place.empty();
      else this.#place.lack(answered, this.#about());
      this.#voice.announce(WORDS.missing);
      if (pressed) focusOn(this.#form, this.#stepping.current ?? missing[0] ?? "");
    } else {
      this.#place.show(answered, this.#about());
      if (pressed) this.#place.scrollTo();
    }
    this.#state = "answered";
    this.#place.ease();
    this.dispatchEvent(new CustomEvent("answered", { detail: answered.answer, bubbles: true }));
  }

  /**
   * @param {Mistaken} mistaken
   * @param {boolean} pressed
   */
  #mistaken(mistaken, pressed) {
    showMistakes(this.#form, mistaken.errors);
    this.#place.empty();
    this.#place.reserve(false);
    this.#voice.say(WORDS.quiet);
    this.#state = "mistaken";
    if (pressed) part(this, ".calculator-summary").focus();
    this.#voice.announce(pressed ? "" : WORDS.mistaken); // a summary that has the focus is read by itself
    this.dispatchEvent(new CustomEvent("mistaken", { detail: mistaken, bubbles: true }));
  }

  /** @param {string} words */
  #failed(words) {
    this.#place.empty();
    this.#place.reserve(false);
    this.#state = "failed";
    this.#voice.say(words, true);
  }

  #about() {
    return {
      question: this.#question(),
      said: this.#answers.said,
      turnTo: (/** @type {string} */ name) => this.#toQuestion(name),
      use: (/** @type {string} */ reading) => this.#use(reading),
    };
  }

  /** @param {string} name */
  #toQuestion(name) {
    this.#stepping.turnTo(name);
    focusOn(this.#form, name);
  }

  /** @param {string} reading empty for the adopted one */
  #use(reading) {
    this.#answers.reading = reading;
    this.#changed();
    this.#place.focus();
  }
}

if (!customElements.get("policy-calculator")) customElements.define("policy-calculator", PolicyCalculator);
