// @ts-check
/**
 * A calculator's form goes in; what the reader gave in it comes out, is kept in this tab, and is filled in again from there or
 * from a link. What a link or a swap replaces is kept too, and can be brought back.
 */

import { element } from "./answer.mjs";
import { localDay } from "./day.mjs";
import { fillIn, fillToday, formOf, namesIn, ownIn, part, questions, showQuestions, textsAmong, textsIn, typedIn, unsureIn } from "./form.mjs";
import { alike, forget, keep, recall } from "./kept.mjs";
import { readHash, without } from "./share.mjs";
import { unknownInLink, WORDS } from "./words.mjs";

/** @import { Filled } from "./kept.mjs" */

export class Answers {
  /** The reading to stand at the top; empty for the adopted one. */
  reading = "";
  /** Whether the reader wants answers: from the first press of the button on. */
  wanted = false;
  /**
   * What a link of older rules was answered, until something is changed.
   * @type {Record<string, string> | undefined}
   */
  then;
  /** The hash that filled the form, so that it does not overwrite later changes after a reload. */
  #link = "";
  /** @type {Filled | undefined} */
  #before;
  /** The questions that are seen first. @type {Set<string>} */
  #first = new Set();

  /** @param {Element} calculator */
  constructor(calculator) {
    this.calculator = calculator;
  }

  get typed() {
    return typedIn(this.#form);
  }

  get unsure() {
    return unsureIn(this.#form);
  }

  /** What a link to these answers says. */
  get said() {
    return { typed: without(this.typed, textsIn(this.#form)), unsure: this.unsure, reading: this.reading, version: this.#version };
  }

  /** Fill the form from the page's address or from what was kept; whether that brought anything. */
  restore() {
    const seen = questions(this.#form).filter((question) => !question.hidden);
    this.#first = new Set(seen.map(({ dataset }) => dataset.input ?? ""));
    const kept = recall(this.#rule);
    if (!kept || this.#linked() !== undefined && kept.link !== location.hash) {
      // What was typed before this script had come stays.
      return this.follow() || (this.#fill(this.#holdsSomething() ? this.#filled() : undefined) && this.wanted);
    }
    this.#link = kept.link;
    this.#before = kept.before;
    const linked = this.#linked();
    if (linked && !alike(linked, kept)) this.#before = linked;
    else if (linked) this.then = this.#older();
    return this.#fill(kept);
  }

  /** Fill the form from the page's address, where that gives answers; whether it did. */
  follow() {
    const linked = this.#linked();
    if (!linked) return false;
    const now = this.#holdsSomething() ? this.#filled() : recall(this.#rule);
    this.#before = now && holds(now) && !alike(now, linked) ? bare(now) : undefined;
    this.#link = location.hash;
    this.then = this.#older();
    this.#fill(linked);
    this.keep();
    return true;
  }

  /** Swap what stands in the form for what stood there before; whether there was anything. */
  bring() {
    const before = this.#before;
    if (!before) return false;
    this.#before = this.#filled();
    this.then = undefined;
    this.#fill({ ...before, wanted: before.wanted || this.wanted });
    this.keep();
    return true;
  }

  /** The reader changed something. */
  change() {
    this.then = undefined;
    this.keep();
  }

  keep() {
    keep(this.#rule, { ...this.#filled(), link: this.#link, ...(this.#before ? { before: this.#before } : {}) });
  }

  /** Empty the form and forget what it held, in the page's address too. */
  clear() {
    forget(this.#rule);
    if (this.#linked()) history.replaceState(history.state, "", location.pathname + location.search);
    this.#link = "";
    this.#before = this.then = undefined;
    this.#fill(undefined);
    showQuestions(this.#form, this.#first);
  }

  /** @param {Filled | undefined} filled */
  #fill(filled) {
    fillIn(this.#form, filled?.typed ?? {}, filled?.unsure ?? []);
    fillToday(this.#form, localDay());
    this.reading = filled?.reading ?? "";
    this.wanted = filled?.wanted ?? false;
    this.#sayWhatElse();
    if (filled) showQuestions(this.#form, new Set([...this.#first, ...Object.keys(filled.typed), ...filled.unsure]));
    return filled !== undefined;
  }

  /** @returns {Filled} */
  #filled() {
    return { typed: ownIn(this.#form, localDay()), unsure: this.unsure, reading: this.reading, wanted: this.wanted };
  }

  #holdsSomething() {
    return holds(this.#filled());
  }

  /**
   * What the link gives, with the texts that are here already: a link carries none, and takes none away.
   * @returns {Filled | undefined}
   */
  #linked() {
    const { typed, unsure, reading } = this.#hash;
    const gives = Object.keys(typed).length > 0 || unsure.length > 0;
    return gives ? { typed: { ...this.#texts(), ...typed }, unsure, reading, wanted: true } : undefined;
  }

  #texts() {
    return textsAmong(this.#form, this.#holdsSomething() ? this.typed : (recall(this.#rule)?.typed ?? {}));
  }

  /** What the link was answered, where it was made under other rules than these. */
  #older() {
    const { version, then } = this.#hash;
    return version && version !== this.#version ? then : undefined;
  }

  /** Names of the link that no question has, and what can be brought back. */
  #sayWhatElse() {
    const { unknown } = this.#hash;
    const lines = this.#linked() && unknown.length ? [element("p", {}, unknownInLink(unknown))] : [];
    if (this.#before) {
      const linked = this.#linked();
      const changed = linked !== undefined && alike(this.#before, linked);
      const words = changed ? WORDS.bringLink : WORDS.bringBefore;
      const button = element("button", { type: "button", class: "calculator-bring" }, words);
      lines.push(element("p", {}, changed ? WORDS.changed : WORDS.before, " ", button));
    }
    part(this.calculator, ".calculator-brought").replaceChildren(...lines);
  }

  get #hash() {
    return readHash(location.hash, namesIn(this.#form));
  }

  get #form() {
    return formOf(this.calculator);
  }

  get #rule() {
    return this.calculator.getAttribute("rule") ?? "";
  }

  get #version() {
    return this.calculator.getAttribute("version") ?? "";
  }
}

/** @param {Filled} filled */
function holds({ typed, unsure }) {
  return Object.keys(typed).length > 0 || unsure.length > 0;
}

/**
 * @param {Filled} filled
 * @returns {Filled}
 */
function bare({ typed, unsure, reading, wanted }) {
  return { typed, unsure, reading, wanted };
}
