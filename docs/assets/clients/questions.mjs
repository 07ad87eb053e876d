// @ts-check
/** What only the reader can tell of their statements in, a form that asks it out; what is answered is read from it. */

import { element } from "../calculator/answer.mjs";
import { named } from "./report.mjs";

/**
 * @import { Part } from "./parts.mjs"
 * @import { Statement } from "./report.mjs"
 * @typedef {{ ask: string, why: string, unit: string, options: [string, string][] }} Question
 * @typedef {{
 *   files: Record<string, Record<string, string>>, groups: Record<string, { client: string, typed: Record<string, string> }>,
 *   before: Record<string, string>, whole: string,
 * }} Answers by file, by client or contract as the files name them, by client, and for all
 */

/** @returns {Answers} */
export function nothingAnswered() {
  return { files: {}, groups: {}, before: {}, whole: "" };
}

/**
 * The questions, or nothing where there is none.
 * @param {Statement} said
 * @param {Answers} answers
 * @param {Record<string, Question>} inputs the fee rule's questions by input
 * @param {string} before the input for what was billed before
 * @returns {Part[]}
 */
export function questions(said, answers, inputs, before) {
  const ofFiles = said.files.flatMap(({ name, choices }) =>
    choices.map(({ id, words, options }) =>
      choice(`file|${name}|${id}`, `${words} (${name})`, "", options, answers.files[name]?.[id] ?? ""),
    ),
  );
  const needsBefore = answers.whole !== "" || said.groups.some(({ missing }) => missing.includes(before));
  const whole = needsBefore ? [choice("whole||", WHOLE, WHY_WHOLE, YES_OR_NO, answers.whole)] : [];
  const ofClients = said.groups.flatMap((group) => ofGroup(group, said, answers, inputs, before));
  return [...ofFiles, ...whole, ...ofClients];
}

const WHOLE = "Do these files begin with the very first payment of each client?";
const WHY_WHOLE = "In some years the fee depended on all you had billed a client before.";
/** @type {[string, string][]} */
const YES_OR_NO = [["yes", "Yes"], ["no", "No"]];

/**
 * What the form says, after what was answered before.
 * @param {HTMLFormElement} form
 * @param {Answers} answers
 * @returns {Answers}
 */
export function answered(form, answers) {
  const made = structuredClone(answers);
  for (const [key, value] of new FormData(form)) {
    const [kind, name = "", id = ""] = key.split("|").map(decodeURIComponent);
    const text = String(value).trim();
    if (kind === "whole") made.whole = text;
    else if (kind === "before") made.before[name] = text;
    else if (kind === "file") (made.files[name] ??= {})[id] = text;
    else if (kind === "client") (made.groups[name] ??= { client: "", typed: {} }).client = text;
    else (made.groups[name] ??= { client: "", typed: {} }).typed[id] = text;
  }
  return made;
}

/**
 * @param {Statement["groups"][number]} group
 * @param {Statement} said
 * @param {Answers} answers
 * @param {Record<string, Question>} inputs
 * @param {string} before
 */
function ofGroup({ name, missing }, said, answers, inputs, before) {
  const { client = "", typed = {} } = answers.groups[name] ?? {};
  const mistakes = new Set(said.payments.filter((one) => one.why && one.client === (client || name)).map(({ why }) => why));
  const asked = [...new Set([...missing, ...Object.keys(typed)])].filter((input) => input !== before);
  const fields = asked.map((input) => field(name, input, inputs[input], typed[input] ?? ""));
  const needsBefore = answers.whole === "no" && (missing.includes(before) || (client || name) in answers.before);
  if (needsBefore) {
    const own = client || name;
    fields.push(line(`before|${encode(own)}|`, inputs[before], answers.before[own] ?? "", " before these files begin"));
  }
  const inside = [
    ...[...mistakes].map((why) => element("p", { class: "calculator-mistake" }, why)),
    ...fields,
    line(`client|${encode(name)}|`, { ask: "Which client is this?", why: "Contracts of one client belong together.", unit: "", options: [] }, client || name, ""),
  ];
  const byContract = said.files.some(({ columns }) => columns.contract && !columns.client);
  const asks = fields.length > 0 || mistakes.size > 0;
  if (!asks && !byContract && !client) return [];
  return [element("details", { class: "clients-fold", open: asks ? "open" : "" }, element("summary", {}, named(name)), ...inside)];
}

/**
 * @param {string} group
 * @param {string} input
 * @param {Question | undefined} question
 * @param {string} value
 */
function field(group, input, question, value) {
  const key = `typed|${encode(group)}|${encode(input)}`;
  if (question?.options.length) return choice(key, question.ask, question.why, question.options, value, true);
  return line(key, question, value, "");
}

/**
 * @param {string} key
 * @param {Question | undefined} question
 * @param {string} value
 * @param {string} more
 */
function line(key, question, value, more) {
  const { ask = "?", why = "", unit = "" } = question ?? {};
  const id = idOf(key);
  const field = element("input", { type: "text", name: key, id, autocomplete: "off", ...(why ? { "aria-describedby": `${id}-why` } : {}) });
  /** @type {HTMLInputElement} */ (field).value = value;
  return element(
    "div",
    { class: "calculator-question" },
    element("label", { for: id }, element("span", { class: "calculator-ask" }, ask), element("span", { class: "calculator-unit" }, ` ${unit}${more}`)),
    why ? element("p", { class: "calculator-why", id: `${id}-why` }, why) : "",
    field,
  );
}

/**
 * @param {string} key
 * @param {string} ask
 * @param {string} why
 * @param {[string, string][]} options
 * @param {string} value
 * @param {boolean} encoded
 */
function choice(key, ask, why, options, value, encoded = false) {
  const name = encoded ? key : key.split("|").map(encode).join("|");
  const radios = options.map(([id, words]) => {
    const radio = element("input", { type: "radio", name, value: id });
    /** @type {HTMLInputElement} */ (radio).checked = id === value;
    return element("label", { class: "calculator-option" }, radio, " ", element("span", {}, words));
  });
  const legend = element("legend", {}, element("span", { class: "calculator-ask" }, ask));
  const about = why ? element("p", { class: "calculator-why" }, why) : "";
  return element("div", { class: "calculator-question" }, element("fieldset", {}, legend, about, ...radios));
}

/** @param {string} text */
function encode(text) {
  return encodeURIComponent(text).replaceAll("|", "%7C");
}

/** @param {string} key */
function idOf(key) {
  return `clients-${key.replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0)}`)}`;
}
