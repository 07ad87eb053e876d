// @ts-check
/** Words about a calculator go in; they are shown in its place for them, or told to those who hear the page. */

import { part } from "./form.mjs";

export class Voice {
  #announcement = 0;

  /** @param {Element} calculator */
  constructor(calculator) {
    this.calculator = calculator;
  }

  /**
   * @param {string} words
   * @param {boolean} aloud whether they are told as well
   */
  say(words, aloud = false) {
    part(this.calculator, ".calculator-words").textContent = words;
    if (aloud) this.announce(words);
  }

  /**
   * Tell those who hear the page, once and whole, when a second has passed without a change.
   * @param {string} words
   */
  announce(words) {
    this.hush();
    this.#announcement = setTimeout(() => {
      part(this.calculator, "[role=status]").textContent = words;
    }, 1_000);
  }

  hush() {
    clearTimeout(this.#announcement);
  }
}
