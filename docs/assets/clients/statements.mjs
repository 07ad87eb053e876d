// @ts-check
/** A part of the page with a place for files: files dropped or chosen go in, the report and its questions come out. */

import { localDay } from "../calculator/day.mjs";
import { runtime } from "../calculator/runtime.mjs";
import { save, textsOf } from "./files.mjs";
import { button, count, part } from "./parts.mjs";
import { answered, nothingAnswered, questions } from "./questions.mjs";
import { report } from "./report.mjs";

/**
 * @import { Text } from "./files.mjs"
 * @import { Answers, Question } from "./questions.mjs"
 * @import { Of, Statement } from "./report.mjs"
 * @typedef {{ fee: { rule: string, before: string } }} Layout the rest goes to the calculators as it is
 * @typedef {{
 *   layout: Layout, inputs: Record<string, Question>, of: Of, say: (words: string) => void, take: (said: Statement) => void,
 * }} Page
 */

export class Statements {
  /** @type {Text[]} */
  #texts = [];
  /** @type {string[]} */
  #refused = [];
  /** @type {Answers} */
  #answers = nothingAnswered();
  #asked = 0;

  /**
   * @param {HTMLElement} place
   * @param {Page} page
   * @param {AbortSignal} signal
   */
  constructor(place, page, signal) {
    this.place = place;
    this.page = page;
    const chooser = /** @type {HTMLInputElement} */ (part(place, "input[type=file]"));
    const drop = part(place, ".clients-drop");
    chooser.disabled = false;
    chooser.addEventListener("change", () => this.#chosen(chooser), { signal });
    for (const kind of ["dragover", "dragleave", "drop"]) {
      drop.addEventListener(kind, (event) => this.#dragged(/** @type {DragEvent} */ (event), drop), { signal });
    }
    this.#form.addEventListener("submit", (event) => this.#submitted(event), { signal });
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (part(this.place, ".clients-questions"));
  }

  /** @param {HTMLInputElement} chooser */
  async #chosen(chooser) {
    const files = [...(chooser.files ?? [])];
    chooser.value = "";
    await this.#read(files);
  }

  /**
   * @param {DragEvent} event
   * @param {HTMLElement} drop
   */
  #dragged(event, drop) {
    event.preventDefault();
    drop.toggleAttribute("data-over", event.type === "dragover");
    if (event.type === "drop") this.#read([...(event.dataTransfer?.files ?? [])]);
  }

  /** @param {File[]} files */
  async #read(files) {
    if (!files.length) return;
    const { texts, refused } = await textsOf(files);
    this.#texts = texts;
    this.#refused = refused;
    this.#answers = nothingAnswered();
    await this.#ask(true);
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    this.#answers = answered(this.#form, this.#answers);
    await this.#ask(true);
  }

  /** @param {boolean} first whether the report takes the focus */
  async #ask(first) {
    const number = ++this.#asked;
    const { layout, say } = this.page;
    say(`Reading ${count(this.#texts.length, "file")}…`);
    const files = this.#texts.map(({ name, text }) => ({ name, text, answers: this.#answers.files[name] ?? {} }));
    const { groups, before, whole } = this.#answers;
    try {
      const said = await runtime.call("statement", { layout, files, groups, before, whole, today: localDay() });
      if (number === this.#asked) this.#show(JSON.parse(said), first);
    } catch (problem) {
      console.error(problem);
      if (number === this.#asked) say("The files could not be read. Try again, or choose fewer of them.");
    }
  }

  /**
   * @param {Statement} said
   * @param {boolean} first
   */
  #show(said, first) {
    const { layout, inputs, of, say } = this.page;
    const asked = questions(said, this.#answers, inputs, layout.fee.before);
    part(this.#form, ".clients-fields").replaceChildren(...asked);
    this.#form.hidden = !asked.length;
    const place = part(this.place, ".clients-report");
    place.replaceChildren(...this.#refused.map(refusal), ...this.#buttons(said), ...report(said, of));
    place.hidden = false;
    const { counted, unread } = said.files.reduce(
      (sum, one) => ({ counted: sum.counted + one.counted, unread: sum.unread + one.unread }),
      { counted: 0, unread: 0 },
    );
    say(`${count(counted, "row")} counted, ${unread} not read. ${said.total.fees.shown} in fees.`);
    if (first) place.focus();
  }

  /** @param {Statement} said */
  #buttons(said) {
    if (!said.clients.length) return [];
    const line = document.createElement("p");
    line.className = "clients-buttons";
    line.append(
      button(`Put ${count(said.clients.length, "client")} on the dashboard`, () => this.page.take(said)),
      button("Save the payments as a table (CSV)", () => save("payments.csv", "text/csv", `\ufeff${said.csv}`)),
    );
    return [line];
  }
}

/** @param {string} words */
function refusal(words) {
  const made = document.createElement("p");
  made.className = "calculator-mistake";
  made.textContent = words;
  return made;
}
