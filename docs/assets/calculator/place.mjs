// @ts-check
/**
 * What the calculators answered goes in; it stands in the answer's place, with all that goes with it, and is told to those
 * who hear the page.
 */

import { element, inOneSentence, showAnswer, showMissing } from "./answer.mjs";
import { tellAround } from "./explored.mjs";
import { missingFor } from "./fitting.mjs";
import { formOf, part } from "./form.mjs";
import { takeAlong, takeNothing } from "./onward.mjs";
import { changedSince, showEither } from "./otherwise.mjs";
import { surroundings } from "./surroundings.mjs";
import { WORDS } from "./words.mjs";

/**
 * @import { Answer, Page } from "./answer.mjs"
 * @import { Since } from "./asking.mjs"
 * @import { Either } from "./otherwise.mjs"
 * @import { Asked } from "./runtime.mjs"
 * @import { Said } from "./share.mjs"
 * @import { Voice } from "./voice.mjs"
 * @typedef {{ answer: Answer, either?: Either, since?: Since }} Answered
 * @typedef {{ question: Asked, said: Said, turnTo: (name: string) => void, use: (reading: string) => void }} About the question
 *   as it was put, what a link to it says, how to turn to a question, and to have another reading ("" for the adopted one)
 */

export class Place {
  #voice;

  /**
   * @param {Element} calculator
   * @param {Voice} voice
   */
  constructor(calculator, voice) {
    this.calculator = calculator;
    this.#voice = voice;
  }

  /**
   * @param {Answered} answered
   * @param {About} about
   */
  show({ answer, either, since }, about) {
    const page = this.#page({ answer, either, since }, about);
    if (either) {
      showEither(this.#place, either, page);
      this.#voice.announce(this.#place.querySelector(".sentence")?.textContent ?? "");
      return;
    }
    showAnswer(this.#place, answer, page);
    if (since) this.#place.prepend(changedSince(since, answer.shown));
    tellAround(this.#place, about.question, about.said, page);
    takeAlong(this.calculator, answer, about.question.typed);
    this.#voice.announce(inOneSentence(answer));
  }

  /**
   * Show the questions that are still open.
   * @param {Answered} answered
   * @param {About} about
   */
  lack(answered, about) {
    showMissing(this.#place, missingFor(answered), this.#page(answered, about));
  }

  empty() {
    takeNothing(this.calculator);
    this.#place.replaceChildren(element("p", { class: "calculator-empty" }, WORDS.empty));
  }

  /** What stands here is no longer the answer to what stands in the form; whether anything does. */
  outdate() {
    this.#place.toggleAttribute("data-stale", true);
    takeNothing(this.calculator);
    return this.#place.hasChildNodes();
  }

  /** What will stand here is up to date. */
  update() {
    this.#place.toggleAttribute("data-stale", false);
  }

  /**
   * Take the room that an answer may need, so that its coming moves nothing in sight; or only what is needed.
   * @param {boolean} wholly
   */
  reserve(wholly) {
    this.#place.toggleAttribute("data-reserved", wholly);
    this.#place.style.minHeight = "";
  }

  /** Give up what is reserved beyond the window's end: that moves nothing in sight. What is in sight stays as it is. */
  ease() {
    const place = this.#place;
    if (!place.hasAttribute("data-reserved")) return;
    const { top, height } = place.getBoundingClientRect();
    place.style.minHeight = `${Math.min(height, Math.max(0, innerHeight - top))}px`;
  }

  /** Bring the answer in sight, by its own height: the room that is reserved around it is nothing to look at. */
  scrollTo() {
    const reserved = this.#place.hasAttribute("data-reserved");
    this.reserve(false);
    this.#place.scrollIntoView({ block: "nearest" });
    this.reserve(reserved);
  }

  focus() {
    this.#place.focus();
  }

  get #place() {
    return part(this.calculator, ".calculator-answer");
  }

  /**
   * @param {Answered} answered
   * @param {About} about
   * @returns {Page}
   */
  #page(answered, about) {
    const { answer } = answered;
    return surroundings(this.calculator, formOf(this.calculator), answered, {
      ...about,
      use: (reading) => about.use(answer.readings.some((one) => one.id === reading && one.standing === "adopted") ? "" : reading),
      tell: (words) => this.#voice.announce(words),
    });
  }
}

/**
 * Once there is an answer, a short one takes no more room than reaches to the window's end where the reader scrolls, and no
 * more than it needs where the reader does anything else.
 * @param {Element} calculator
 * @param {Place} place
 * @param {AbortSignal} signal
 */
export function settle(calculator, place, signal) {
  const answered = () => calculator.getAttribute("state") === "answered";
  for (const deed of ["click", "keydown"]) addEventListener(deed, () => answered() && place.reserve(false), { signal });
  addEventListener("scroll", () => answered() && place.ease(), { signal, passive: true });
}
