// @ts-check
/**
 * The element `<policy-clients settings="…">`: a reader's clients, kept in this browser alone, and their statements.
 *
 * Its attribute `state` is one of static, empty, loading, ready and failed. What the page may ask of the rules, and what
 * it keeps, stands in `settings` as JSON, written at build from the policy files.
 */

import { localDay } from "../calculator/day.mjs";
import { runtime } from "../calculator/runtime.mjs";
import { board } from "./board.mjs";
import { save } from "./files.mjs";
import { ClientForm } from "./form.mjs";
import { button, count, part } from "./parts.mjs";
import { Statements } from "./statements.mjs";
import { Trouble, keep, newId, onChange, read, recall, together, written } from "./store.mjs";

/**
 * @import { Board } from "./board.mjs"
 * @import { Question } from "./questions.mjs"
 * @import { Of, Statement } from "./report.mjs"
 * @import { Layout } from "./statements.mjs"
 * @import { Client } from "./store.mjs"
 * @typedef {{ kind: string, per: string, noun: string, ask: string, fills: string }} Kept
 * @typedef {{ layout: Layout, keeps: Record<string, Kept>, shows: object[], inputs: Record<string, Question>, of: Of }} Settings
 */

const WAITING = {
  idle: "Each client and each file is worked out here, in your browser. The calculators are fetched, about 3 MB, when you add the first.",
  loading: "Getting the calculator ready (first time only)…",
  slow: "Still downloading; what you kept is safe.",
  late: "This is taking too long. Load the page again, or use the calculators below.",
  failed: "The calculator could not be started, so nothing is worked out. What you kept is safe.",
};

class PolicyClients extends HTMLElement {
  #left = new AbortController();
  /** @type {Client[]} */
  #clients = [];
  /** What there was before the last change that takes something away, to go back to. @type {Client[] | undefined} */
  #before;
  #asked = 0;
  #announcement = 0;

  connectedCallback() {
    this.#left = new AbortController();
    const { signal } = this.#left;
    const settings = this.#settings;
    this.form = new ClientForm(part(this, ".clients-form"), (client) => this.#saved(client), signal);
    new Statements(
      part(this, ".clients-statements"),
      { ...settings, say: (words) => this.#say(words, ".clients-reading"), take: (said) => this.#take(said) },
      signal,
    );
    for (const [name, press] of this.#presses()) {
      part(this, `[data-press=${name}]`).removeAttribute("disabled");
      part(this, `[data-press=${name}]`).addEventListener("click", press, { signal });
    }
    part(this, ".clients-import").addEventListener("change", () => this.#import(), { signal });
    onChange(() => this.#recall(), signal);
    runtime.addEventListener("phase", () => this.#phase(), { signal });
    this.#recall();
    if (runtime.phase === "idle") this.#say(WAITING.idle, ".clients-words");
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#asked++;
    clearTimeout(this.#announcement);
  }

  /** @returns {Settings} */
  get #settings() {
    return JSON.parse(this.getAttribute("settings") ?? "{}");
  }

  /** @returns {[string, () => void][]} */
  #presses() {
    return [
      ["add", () => this.form?.open({ id: newId(), name: "", values: {} }, "")],
      ["export", () => save(`clients-${localDay()}.json`, "application/json", written(this.#clients))],
      ["import", () => part(this, ".clients-import").click()],
      ["calendar", () => this.#calendar()],
      ["delete", () => this.#change([], "All clients are deleted.", true)],
      ["undo", () => this.#undo()],
    ];
  }

  #recall() {
    try {
      this.#clients = recall();
    } catch (problem) {
      if (!(problem instanceof Trouble)) throw problem;
      this.#say(problem.message, ".clients-trouble");
    }
    this.#work();
  }

  /** @param {Client} client */
  async #saved(client) {
    const mistakes = (await this.#ask("dashboard", [client])).clients[0]?.errors ?? [];
    if (mistakes.length) return mistakes;
    this.#change(together(this.#clients, [client]), `${client.name} is kept.`);
    return [];
  }

  /**
   * @param {Client[]} clients
   * @param {string} words
   * @param {boolean} takesAway
   */
  #change(clients, words, takesAway = false) {
    this.#before = takesAway ? this.#clients : undefined;
    this.#clients = clients;
    let trouble = "";
    try {
      keep(clients);
    } catch (problem) {
      if (!(problem instanceof Trouble)) throw problem;
      trouble = problem.message;
    }
    this.#say(trouble, ".clients-trouble");
    this.#say(words, ".clients-words");
    this.#announce(`${words} ${trouble}`);
    this.#work();
    if (takesAway) part(this, "[data-press=undo]").focus();
  }

  #undo() {
    if (this.#before) this.#change(this.#before, "It is as it was.");
    part(this, "[data-press=add]").focus();
  }

  async #import() {
    const chooser = /** @type {HTMLInputElement} */ (part(this, ".clients-import"));
    const [file] = chooser.files ?? [];
    if (!file) return;
    try {
      const added = read(await file.text(), file.name);
      const known = new Set(this.#clients.map(({ id }) => id));
      const replaced = added.filter(({ id }) => known.has(id)).length;
      const words = `${count(added.length, "client")} taken in from ${file.name}, ${replaced} of them in place of what was kept.`;
      this.#change(together(this.#clients, added), words, true);
      this.#before = this.#clients.length ? this.#before : undefined;
    } catch (problem) {
      if (!(problem instanceof Trouble)) throw problem;
      this.#say(problem.message, ".clients-trouble");
      this.#announce(problem.message);
    } finally {
      chooser.value = "";
    }
  }

  async #calendar() {
    const text = await this.#call("reminders", this.#clients);
    const days = text.split("BEGIN:VEVENT").length - 1;
    if (days) save("clients.ics", "text/calendar", text);
    const words = days ? `A calendar file with ${count(days, "day")} is saved.` : "There is no day to come to put in a calendar.";
    this.#say(words, ".clients-words");
    this.#announce(words);
  }

  /**
   * Put what the statements say on the dashboard: a client of the same name is filled in, another one is added.
   * @param {Statement} said
   */
  #take(said) {
    const { keeps } = this.#settings;
    const taken = said.clients.filter(({ name }) => name).map((one) => {
      const same = this.#clients.find(({ name }) => name.trim().toLowerCase() === one.name.trim().toLowerCase());
      const found = { "last-payment": one.last_on, fees: one.waiting ? "" : one.fees.value };
      const values = { ...same?.values };
      for (const [name, { fills }] of Object.entries(keeps)) {
        const value = found[/** @type {keyof typeof found} */ (fills)];
        if (value) values[name] = value;
      }
      return { id: same?.id ?? newId(), name: one.name.slice(0, 120), values };
    });
    this.#change(together(this.#clients, taken), `${count(taken.length, "client")} filled in from the statements.`, true);
    part(this, ".clients-dashboard h2").focus();
  }

  #phase() {
    const { phase } = runtime;
    if (phase === "loading" || phase === "slow") {
      this.setAttribute("state", "loading");
      this.#say(WAITING[phase], ".clients-words");
    } else if (phase === "late" || phase === "failed") {
      this.setAttribute("state", "failed");
      this.#say(WAITING[phase], ".clients-words");
      this.#announce(WAITING[phase]);
    } else if (phase === "ready") {
      this.#say("", ".clients-words");
    }
  }

  /** Ask the rules about every client, and show what they say. */
  async #work() {
    const number = ++this.#asked;
    for (const name of ["export", "calendar", "delete"]) {
      part(this, `[data-press=${name}]`).toggleAttribute("disabled", !this.#clients.length);
    }
    part(this, "[data-press=undo]").hidden = !this.#before;
    const place = part(this, ".clients-list");
    part(this, ".clients-none").hidden = this.#clients.length > 0;
    if (!this.#clients.length) {
      place.replaceChildren();
      this.setAttribute("state", "empty");
      return;
    }
    try {
      const said = await this.#ask("dashboard", this.#clients);
      if (number === this.#asked) this.#show(place, said);
    } catch (problem) {
      console.error(problem);
      if (number === this.#asked) this.setAttribute("state", "failed");
    }
  }

  /**
   * @param {HTMLElement} place
   * @param {Board} said
   */
  #show(place, said) {
    const { keeps, of } = this.#settings;
    const each = Object.entries(keeps);
    place.replaceChildren(
      ...board(this.#clients, said, {
        rules: of.rules,
        nouns: Object.fromEntries(each.map(([name, { noun }]) => [name, noun])),
        asks: Object.fromEntries(each.map(([name, { ask }]) => [name, ask])),
        today: localDay(),
        change: (client, field) => this.form?.open(client, field),
        remove: (client) =>
          this.#change(this.#clients.filter(({ id }) => id !== client.id), `${client.name} is removed.`, true),
      }),
    );
    this.setAttribute("state", "ready");
  }

  /**
   * @param {string} call
   * @param {Client[]} clients
   * @returns {Promise<Board>}
   */
  async #ask(call, clients) {
    return JSON.parse(await this.#call(call, clients));
  }

  /**
   * @param {string} call
   * @param {Client[]} clients
   */
  #call(call, clients) {
    const { keeps, shows } = this.#settings;
    return runtime.call(call, { keeps, shows, clients, today: localDay(), stamp: new Date().toISOString() });
  }

  /**
   * @param {string} words
   * @param {string} where
   */
  #say(words, where) {
    part(this, where).textContent = words;
    if (where === ".clients-reading") this.#announce(words);
  }

  /** @param {string} words */
  #announce(words) {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      part(this, "[role=status]").textContent = words;
    }, 1_000);
  }
}

if (!customElements.get("policy-clients")) customElements.define("policy-clients", PolicyClients);
