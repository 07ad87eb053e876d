// @ts-check
/** A client in, the form filled in with what is kept of it; what the reader changed in it comes out when it is saved. */

import { element } from "../calculator/answer.mjs";
import { part } from "./parts.mjs";

/**
 * @import { Client } from "./store.mjs"
 * @typedef {{ input: string, message: string }} Mistake
 * @typedef {(client: Client) => Promise<Mistake[]>} Save what is wrong comes back, or nothing where it is kept
 */

const NO_NAME = "Write a name, so that you know the client again.";

export class ClientForm {
  /** @type {Client | undefined} */
  #client;
  /** Where the focus was before the form was opened. @type {Element | null} */
  #opener = null;

  /**
   * @param {HTMLElement} form
   * @param {Save} save
   * @param {AbortSignal} signal
   */
  constructor(form, save, signal) {
    this.form = /** @type {HTMLFormElement} */ (form);
    this.save = save;
    form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    part(form, "[data-press=cancel]").addEventListener("click", () => this.#close(), { signal });
  }

  /**
   * @param {Client} client
   * @param {string} field the one to go to, or "" for the name
   */
  open(client, field) {
    this.#client = client;
    this.#opener = document.activeElement;
    part(this.form, "h3").textContent = client.name ? `Change ${client.name}` : "Add a client";
    for (const one of this.#fields()) {
      const value = (one.name === "name" ? client.name : client.values[one.name]) ?? "";
      if (one.type === "radio") one.checked = one.value === value;
      else one.value = value;
    }
    this.#mistakes([]);
    this.form.hidden = false;
    const first = this.#fields().find(({ name }) => name === (field || "name"));
    if (first) turnTo(first);
    this.form.scrollIntoView({ block: "nearest" });
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    if (!this.#client) return;
    const typed = Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, String(value).trim()]));
    const { name = "", ...values } = typed;
    if (!name) return this.#mistakes([{ input: "name", message: NO_NAME }], true);
    // What this page does not ask about stays as it is: another version of it may.
    const kept = { ...this.#client.values, ...values };
    const filled = Object.fromEntries(Object.entries(kept).filter(([, value]) => value));
    const mistakes = await this.save({ id: this.#client.id, name, values: filled });
    if (mistakes.length) this.#mistakes(mistakes, true);
    else this.#close();
  }

  #close() {
    this.form.hidden = true;
    const opener = this.#opener;
    const back = opener instanceof HTMLElement && opener.isConnected ? opener : document.querySelector("[data-press=add]");
    if (back instanceof HTMLElement) back.focus();
  }

  /**
   * @param {Mistake[]} mistakes
   * @param {boolean} turn whether the focus goes to the summary
   */
  #mistakes(mistakes, turn = false) {
    for (const question of this.form.querySelectorAll("[data-input]")) {
      const name = question.getAttribute("data-input");
      const own = mistakes.filter(({ input }) => input === name).map(({ message }) => message);
      const place = part(question, ".calculator-mistake");
      place.textContent = own.join(" ");
      place.hidden = !own.length;
      question.querySelector("input[type=text]")?.setAttribute("aria-invalid", String(own.length > 0));
    }
    const summary = part(this.form, ".calculator-summary");
    part(summary, "ul").replaceChildren(...mistakes.map((mistake) => this.#line(mistake)));
    summary.hidden = !mistakes.length;
    if (turn) summary.focus();
  }

  /** @param {Mistake} mistake */
  #line({ input, message }) {
    const field = this.#fields().find(({ name }) => name === input);
    const link = element("a", { href: `#${field?.id ?? ""}` }, message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (field) turnTo(field);
    });
    return element("li", {}, link);
  }

  #fields() {
    return [...this.form.querySelectorAll("input")];
  }
}

/** @param {HTMLInputElement} field */
function turnTo(field) {
  const group = field.closest("details");
  if (group) group.open = true;
  field.focus();
}
