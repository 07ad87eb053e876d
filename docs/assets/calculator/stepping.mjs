// @ts-check
/**
 * A form that asks one question at a time goes in, with the one to ask now; past answers are listed above it, to change.
 *
 * Questions that start with today's date stand beside the one that is asked: they are no step of their own.
 */

import { element } from "./answer.mjs";
import { part, questions, typedIn, unsureIn } from "./form.mjs";
import { WORDS } from "./words.mjs";

/** @import { Mistake } from "./answer.mjs" */

export class Stepping {
  /**
   * The question that is open; undefined where all are answered, or where the form asks them all at once.
   * @type {string | undefined}
   */
  current;

  /** @param {Element} calculator */
  constructor(calculator) {
    this.calculator = calculator;
  }

  /** Ask the first question that has no answer. */
  start() {
    const form = this.#form;
    if (form) this.#ask(form, stepsOf(form).map(nameOf).find((name) => !isAnswered(form, name)));
  }

  /** Go on asking what is asked, answered or not: the reader has not yet gone on. */
  stay() {
    const form = this.#form;
    if (form && stepsOf(form).some((question) => nameOf(question) === this.current)) this.#ask(form, this.current);
    else this.start();
  }

  /**
   * Ask the first of what is missing; nothing where that is none.
   * @param {string[]} missing
   */
  next(missing) {
    const form = this.#form;
    const steps = form ? stepsOf(form).map(nameOf) : [];
    if (form) this.#ask(form, missing.find((name) => steps.includes(name)));
  }

  /**
   * Turn back to a question that was answered.
   * @param {string} name
   */
  turnTo(name) {
    const form = this.#form;
    if (form && stepsOf(form).map(nameOf).includes(name)) this.#ask(form, name);
  }

  /**
   * What to do about the open question where it has no answer yet.
   * @returns {Mistake | undefined}
   */
  unanswered() {
    const form = this.#form;
    if (!form || !this.current || isAnswered(form, this.current)) return undefined;
    const options = form.querySelector(`[type=radio][name="${CSS.escape(this.current)}"]`);
    return { input: this.current, message: options ? WORDS.chooseOne : WORDS.writeOne };
  }

  /**
   * @param {HTMLFormElement} form
   * @param {string | undefined} current
   */
  #ask(form, current) {
    this.current = current;
    const steps = stepsOf(form);
    for (const question of steps) question.hidden = nameOf(question) !== current;
    const past = steps.filter((question) => nameOf(question) !== current && isAnswered(form, nameOf(question)));
    const list = part(form, ".calculator-past");
    list.replaceChildren(...past.map(pastLine));
    list.hidden = !past.length;
    const words = current ? WORDS.next : WORDS.work;
    part(form, "[type=submit]").textContent = words;
  }

  /** The form, where it asks one by one. */
  get #form() {
    return this.calculator.hasAttribute("one-by-one") ? this.calculator.querySelector("form") : null;
  }
}

/**
 * Whether the reader has answered this question, be it by saying not to know.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function isAnswered(form, name) {
  return name in typedIn(form) || unsureIn(form).includes(name);
}

/**
 * The form's questions that are asked one by one: not those that may be left out, and none that starts filled in.
 * @param {HTMLFormElement} form
 */
function stepsOf(form) {
  return questions(form).filter((question) => !question.closest("details") && !question.querySelector("[data-prefill=today]"));
}

/** @param {HTMLElement} question */
function pastLine(question) {
  const words = question.querySelector(".calculator-ask")?.textContent ?? "";
  const button = element("button", { type: "button", "data-change": nameOf(question), "aria-label": `Change: ${words}` }, "Change");
  return element("li", {}, element("span", { class: "label" }, words), " ", element("span", { class: "value" }, answerIn(question)), " ", button);
}

/** @param {HTMLElement} question */
function answerIn(question) {
  const field = question.querySelector("input:checked, input:not([type=radio]), textarea");
  if (field instanceof HTMLInputElement && field.type === "radio") return field.labels?.[0]?.textContent?.trim() ?? field.value;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.trim() : "";
}

/** @param {HTMLElement} question */
function nameOf(question) {
  return question.dataset.input ?? "";
}
