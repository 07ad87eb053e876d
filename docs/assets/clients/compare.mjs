// @ts-check
/**
 * The element `<policy-compare settings="…">`: two cases of one question side by side, and what sets them apart.
 *
 * Which question it is, and what is typed in both, stands after the page's #: `#rule=service-fee&one.amount=600&two.amount=700`.
 * Its attribute `state` is one of static, loading, ready, working, answered, mistaken and failed.
 */

import { localDay } from "../calculator/day.mjs";
import { markDay } from "../calculator/days.mjs";
import { fillIn, fillToday, focusOn, showQuestions, showRead, textsIn, typedIn } from "../calculator/form.mjs";
import { showMistakes } from "../calculator/mistakes.mjs";
import { runtime } from "../calculator/runtime.mjs";
import { without } from "../calculator/share.mjs";
import { cases } from "./cases.mjs";
import { apart, spoken } from "./differences.mjs";
import { part } from "./parts.mjs";
import { keepTextsOf, textsFor } from "./texts.mjs";

/**
 * @import { Case } from "./cases.mjs"
 * @import { Compared } from "./differences.mjs"
 * @import { Rules } from "./parts.mjs"
 * @typedef {{ input: string, rule: string, answer: string, given: Record<string, string>, share_of: string }} Take
 * @typedef {{ question: string, rule: string, takes: Take[], names: string[] }} Comparison
 * @typedef {{ rules: Rules, comparisons: Record<string, Comparison> }} Settings
 */

const SIDES = ["one", "two"];
const NAMES = ["First case", "Second case"];
const CALM = 300;
const WORDS = {
  choose: "Choose below what to compare.",
  loading: "Getting the calculator ready (first time only)…",
  ready: "Answer for both cases, then compare. What you type stays on this page.",
  missing: "More has to be known: the questions are shown.",
  mistaken: "There is something to change.",
  failed: "The calculator could not be started. Check your connection and try again.",
  page: "The questions could not be loaded. Check your connection and try again.",
  unknown: "The link names something that this page does not know. Choose below what to compare.",
};

class PolicyCompare extends HTMLElement {
  #left = new AbortController();
  /** @type {Comparison | undefined} */
  #comparison;
  /** @type {Case[]} */
  #cases = [];
  #asked = 0;
  #wanted = false;
  #change = 0;
  #announcement = 0;

  connectedCallback() {
    this.#left = new AbortController();
    const { signal } = this.#left;
    part(this, "[data-press=compare]").addEventListener("click", () => this.#press(), { signal });
    this.addEventListener("keydown", (event) => this.#entered(event), { signal });
    this.addEventListener("input", () => this.#changed(), { signal });
    addEventListener("hashchange", () => this.#restore(), { signal });
    this.#restore();
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#asked++;
    clearTimeout(this.#change);
    clearTimeout(this.#announcement);
  }

  /** @returns {Settings} */
  get #settings() {
    return JSON.parse(this.getAttribute("settings") ?? "{}");
  }

  /** @param {string} state */
  set #state(state) {
    this.setAttribute("state", state);
  }

  async #restore() {
    const said = new URLSearchParams(location.hash.slice(1));
    const { rules, comparisons } = this.#settings;
    const [id, rule] = [said.get("compare") ?? "", said.get("rule") ?? ""];
    const { question } = rules[rule] ?? {};
    const comparison = comparisons[id] ?? (question ? { question, rule, takes: [], names: NAMES } : undefined);
    if (!comparison) return this.#say(id || rule ? WORDS.unknown : WORDS.choose);
    const number = ++this.#asked;
    this.#state = "loading";
    try {
      const made = await cases(addresses(comparison, rules), omitted(comparison), comparison.names);
      if (number === this.#asked) this.#open(comparison, made, said);
    } catch (problem) {
      console.error(problem);
      this.#state = "failed";
      this.#say(WORDS.page);
    }
  }

  /**
   * @param {Comparison} comparison
   * @param {Case[]} made
   * @param {URLSearchParams} said
   */
  #open(comparison, made, said) {
    this.#comparison = comparison;
    this.#cases = made;
    const heading = document.createElement("p");
    heading.className = "compare-question";
    heading.textContent = comparison.question;
    part(this, ".compare-cases").replaceChildren(heading, ...made.map(({ form }) => form));
    made.forEach(({ form }, index) => {
      const prefix = `${SIDES[index]}.`;
      const own = [...said].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]);
      fillIn(form, { ...textsFor(comparison.rule, form, index), ...Object.fromEntries(own) }, []);
      fillToday(form, localDay());
    });
    const result = part(this, ".compare-result");
    result.replaceChildren();
    result.hidden = true;
    part(this, "[data-press=compare]").hidden = false;
    this.#state = "ready";
    this.#say(WORDS.ready);
    this.#wanted = SIDES.every((side) => [...said.keys()].some((name) => name.startsWith(`${side}.`)));
    this.#work(false);
    heading.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #entered(event) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#press();
  }

  #press() {
    clearTimeout(this.#change);
    this.#wanted = true;
    this.#work(true);
  }

  #changed() {
    clearTimeout(this.#change);
    part(this, ".compare-result").toggleAttribute("data-stale", true);
    this.#asked++;
    this.#change = setTimeout(() => this.#work(false), CALM);
  }

  /**
   * Ask about both cases; until the reader wants to compare, only to learn which questions matter.
   * @param {boolean} pressed
   */
  async #work(pressed) {
    const comparison = this.#comparison;
    if (!comparison) return;
    const number = ++this.#asked;
    const { rule, takes, names } = comparison;
    const typed = this.#cases.map(({ form }) => typedIn(form));
    if (runtime.phase !== "ready") this.#say(WORDS.loading);
    this.#state = "working";
    try {
      const said = JSON.parse(await runtime.call("compare", { rule, takes, cases: typed, names, today: localDay() }));
      if (number === this.#asked) this.#heard(said, typed, pressed);
    } catch (problem) {
      console.error(problem);
      if (number !== this.#asked) return;
      this.#state = "failed";
      this.#say(WORDS.failed);
    }
  }

  /**
   * @param {Compared} said
   * @param {Record<string, string>[]} typed
   * @param {boolean} pressed
   */
  #heard(said, typed, pressed) {
    const { rules } = this.#settings;
    said.cases.forEach((one, index) => this.#showCase(one, index));
    this.#link(typed);
    keepTextsOf(this.#comparison?.rule ?? "", this.#cases.map(({ form }) => form));
    const result = part(this, ".compare-result");
    result.toggleAttribute("data-stale", false);
    const mistaken = said.cases.findIndex(({ errors = [] }) => errors.length);
    const missing = said.cases.findIndex((one) => one.missing?.length);
    const done = this.#wanted && mistaken < 0 && missing < 0 && this.#comparison;
    result.hidden = !done;
    if (done) {
      const texts = this.#cases.map(({ form }) => textsIn(form));
      result.replaceChildren(...apart(said, done.names, done.rule, rules, texts));
      this.#state = "answered";
      this.#tell("", spoken(said));
      if (pressed) result.focus();
      return;
    }
    this.#state = this.#wanted && mistaken >= 0 ? "mistaken" : "ready";
    if (!this.#wanted) return this.#say(WORDS.ready);
    const words = mistaken >= 0 ? WORDS.mistaken : WORDS.missing;
    this.#tell(words, words);
    if (pressed) this.#turnTo(said, mistaken >= 0 ? mistaken : missing, mistaken >= 0);
  }

  /**
   * @param {Compared["cases"][number]} said
   * @param {number} index
   */
  #showCase(said, index) {
    const form = this.#cases[index]?.form;
    if (!form) return;
    showMistakes(form, this.#wanted ? (said.errors ?? []) : []);
    if (said.errors) return;
    showQuestions(form, new Set([...(said.asked ?? []), ...(said.missing ?? [])]));
    showRead(form, said.read ?? {});
    markDay(form, said.in_force_on ?? null);
  }

  /**
   * @param {Compared} said
   * @param {number} index
   * @param {boolean} mistaken
   */
  #turnTo(said, index, mistaken) {
    const form = this.#cases[index]?.form;
    if (!form) return;
    if (mistaken) part(form, ".calculator-summary").focus();
    else focusOn(form, said.cases[index]?.missing?.[0] ?? "");
  }

  /**
   * The address holds what is typed, so that it can be kept, sent and gone back to; a text is nobody else's to read.
   * @param {Record<string, string>[]} typed
   */
  #link(typed) {
    const { comparisons } = this.#settings;
    const id = Object.keys(comparisons).find((one) => comparisons[one]?.question === this.#comparison?.question);
    const all = new URLSearchParams(id ? { compare: id } : { rule: this.#comparison?.rule ?? "" });
    this.#cases.forEach(({ form }, index) => {
      const one = without(typed[index] ?? {}, textsIn(form));
      for (const name of Object.keys(one).sort()) all.set(`${SIDES[index]}.${name}`, one[name] ?? "");
    });
    const link = /** @type {HTMLAnchorElement} */ (part(this, ".compare-link"));
    link.href = `#${all}`;
    link.hidden = false;
    if (this.#wanted) history.replaceState(history.state, "", link.href);
  }

  /** @param {string} words */
  #say(words) {
    part(this, ".clients-words").textContent = words;
  }

  /**
   * @param {string} words
   * @param {string} heard
   */
  #tell(words, heard) {
    this.#say(words);
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      part(this, "[role=status]").textContent = heard;
    }, 1_000);
  }
}

/**
 * @param {Comparison} comparison
 * @param {Rules} rules
 */
function addresses({ rule, takes }, rules) {
  const ids = new Set([rule, ...takes.map((take) => take.rule)]);
  return [...ids].map((id) => rules[id]?.address ?? "");
}

/**
 * What another rule answers, and what another rule takes from an input, is not asked.
 * @param {Comparison} comparison
 */
function omitted({ takes }) {
  return new Set(takes.flatMap(({ input, given }) => [input, ...Object.keys(given)]));
}

if (!customElements.get("policy-compare")) customElements.define("policy-compare", PolicyCompare);
