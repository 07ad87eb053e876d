// @ts-check
/** What the calculators say of a reader's statements in, the report out: clients, years, payments, rows not counted. */

import { element } from "../calculator/answer.mjs";
import { addressOf, count, fold, table } from "./parts.mjs";

/**
 * @import { Part, Rules } from "./parts.mjs"
 * @typedef {{ value: string, shown: string }} Money
 * @typedef {{
 *   payments: number, waiting: number, billed: Money, refunded: Money, fees: Money, kept: Money, told: Money,
 *   told_by_rules: Money, compared: number, differing: number, readings: Record<string, Money>,
 * }} Sums
 * @typedef {Sums & { year: number }} Year
 * @typedef {Sums & {
 *   name: string, groups: string[], first: string, last: string, last_on: string, years: Year[], charged: Money,
 * }} ClientSums
 * @typedef {{
 *   file: string, line: number, client: string, type: string, day: string, amount: Money, fee: Money | null,
 *   told: Money | null, compared: string, missing: string[], why: string, typed: Record<string, string>,
 * }} Payment
 * @typedef {{ id: string, words: string, options: [string, string][] }} Choice
 * @typedef {{
 *   name: string, columns: Record<string, string>, choices: Choice[], notes: string[], rows: number, counted: number,
 *   aside: number, unread: number,
 * }} FileSaid
 * @typedef {{
 *   files: FileSaid[], notes: string[], clients: ClientSums[], groups: { name: string, missing: string[] }[],
 *   years: Year[], total: Sums, payments: Payment[], csv: string,
 *   listed: { file: string, line: number, text: string, why: string, kind: string }[],
 * }} Statement
 * @typedef {{ rules: Rules, rule: string, readings: Record<string, string> }} Of the rule that works the fees out
 */

const MOST_SHOWN = 500;
const NOBODY = "no client named";

/**
 * @param {Statement} said
 * @param {Of} of
 * @returns {Part[]}
 */
export function report(said, of) {
  const { total } = said;
  const waiting = total.waiting ? `, ${count(total.waiting, "payment")} not worked out yet` : "";
  const clients = said.clients.map((one) => sums(named(one.name), one));
  const years = said.years.map((one) => sums(String(one.year), one));
  return [
    element("p", { class: "clients-sum" }, element("strong", {}, `${total.fees.shown} in fees`), ` on ${total.billed.shown} billed${waiting}.`),
    ...said.notes.map((note) => element("p", { class: "about" }, note)),
    ...compared(total, of),
    said.clients.length ? table("By client", HEADING("Client"), clients) : "",
    said.years.length ? table("By year", HEADING("Year"), years) : "",
    ...said.clients.map((one) => fold(`Each payment: ${named(one.name)}`, () => [payments(said, one, of)])),
    ...notCounted(said),
    files(said),
  ];
}

const HEADING = (/** @type {string} */ first) => [first, "Billed", "Refunded", "Fees", "You keep", "Fees in the file"];

/**
 * @param {string} first
 * @param {Sums} one
 */
function sums(first, { billed, refunded, fees, kept, told, compared: number, waiting, payments: all }) {
  if (waiting === all) return [first, billed.shown, refunded.shown, "not known yet", "not known yet", number ? told.shown : "none found"];
  const some = waiting ? `, ${waiting} of ${count(all, "payment")} missing` : "";
  const there = number < all ? ` for ${number} of ${count(all, "payment")}` : "";
  return [first, billed.shown, refunded.shown, fees.shown + some, kept.shown + some, number ? told.shown + there : "none found"];
}

/**
 * What the file itself says of fees, and what other readings of the rule would give.
 * @param {Sums} total
 * @param {Of} of
 */
function compared({ compared: number, differing, told, told_by_rules, fees, readings }, of) {
  const same = differing ? `${count(differing, "of them differs", "of them differ")}.` : "Each is the same.";
  const words = `The files themselves have the fee of ${count(number, "payment")}: ${told.shown} together. The rules of those days give ${told_by_rules.shown}. ${same}`;
  const others = Object.entries(readings).map(([id, other]) =>
    element("p", { class: "about" }, `Read otherwise (${of.readings[id] ?? id}), the fees would be ${other.shown}, not ${fees.shown}.`),
  );
  return [number ? element("p", {}, words) : "", ...others];
}

/**
 * @param {Statement} said
 * @param {ClientSums} client
 * @param {Of} of
 */
function payments(said, client, of) {
  const own = said.payments.filter((one) => one.client === client.name);
  const rows = own.slice(0, MOST_SHOWN).map((one) => {
    const words = one.fee ? one.fee.shown : one.why || (one.missing.length ? "Answer the questions above." : "A refund.");
    const link = element("a", { href: addressOf(of.rules, of.rule, one.typed) }, words);
    const fee = Object.keys(one.typed).length ? link : words;
    return [one.day, one.type, one.amount.shown, fee, one.compared || "nothing found", `${one.file}, line ${one.line}`];
  });
  const more = own.length > rows.length ? ` The first ${MOST_SHOWN} of ${own.length}; the saved table has all.` : "";
  return table(`Payments by ${named(client.name)}.${more}`, ["Day", "What", "Amount", "Fee by the rules", "In the file", "Where"], rows);
}

/** @param {Statement} said */
function notCounted({ listed }) {
  const unread = listed.filter(({ kind }) => kind === "unread");
  const aside = listed.filter(({ kind }) => kind !== "unread");
  /** @type {(rows: typeof listed) => Part[][]} */
  const lines = (rows) => rows.slice(0, MOST_SHOWN).map(({ file, line, text, why }) => [`${file}, line ${line}`, why, text]);
  const heading = ["Where", "Why", "The row"];
  return [
    element("h3", {}, "Rows that could not be read"),
    unread.length
      ? table(`${count(unread.length, "row")} in no sum above.`, heading, lines(unread))
      : element("p", {}, "None: every row was read."),
    aside.length ? fold(`${count(aside.length, "row")} put aside: no payments by clients`, () => [table("Rows put aside", heading, lines(aside))]) : "",
  ];
}

/** @param {Statement} said */
function files({ files: all }) {
  const rows = all.map(({ name, rows: number, counted, aside, unread, columns, notes }) => [
    name,
    `${number}: ${counted} counted, ${aside} put aside, ${unread} not read`,
    Object.entries(columns).map(([role, heading]) => `${role}: “${heading}”`).join(", ") || "none found",
    notes.join(" ") || "nothing",
  ]);
  return fold("How the files were read", () => [table("Files", ["File", "Rows", "Columns used", "Settled by the file"], rows)]);
}

/** @param {string} name */
export function named(name) {
  return name || NOBODY;
}
