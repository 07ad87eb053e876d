// @ts-check
/** Clients and what the rules say of each in, the dashboard's cards and the days to come out. */

import { element } from "../calculator/answer.mjs";
import { addressOf, button } from "./parts.mjs";

/**
 * @import { Client } from "./store.mjs"
 * @import { Part, Rules } from "./parts.mjs"
 * @typedef {{ title: string, standing: string, text: string }} Other
 * @typedef {{
 *   rule: string, label: string, typed: Record<string, string>, text?: string, sentence?: string, on?: string,
 *   away?: string, others?: Other[], missing?: string[], errors?: string[],
 * }} Shown
 * @typedef {{ read: Record<string, string>, errors: { input: string, message: string }[], shown: Shown[] }} Answered
 * @typedef {{ clients: Answered[] }} Board
 * @typedef {{
 *   rules: Rules, nouns: Record<string, string>, asks: Record<string, string>, today: string,
 *   change: (client: Client, field: string) => void, remove: (client: Client) => void,
 * }} Page
 */

/**
 * The whole dashboard: days to come of all clients first, then a card for each.
 * @param {Client[]} clients
 * @param {Board} board
 * @param {Page} page
 */
export function board(clients, { clients: answered }, page) {
  const both = clients.flatMap((client, index) => {
    const said = answered[index];
    return said ? [/** @type {const} */ ([client, said])] : [];
  });
  return [...nextDays(both, page), ...both.map(([client, said]) => card(client, said, page))];
}

/**
 * @param {(readonly [Client, Answered])[]} both
 * @param {Page} page
 */
function nextDays(both, page) {
  const days = both
    .flatMap(([client, { shown }]) => shown.map((one) => ({ client, one, on: one.on ?? "" })))
    .filter(({ on }) => on >= page.today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (!days.length) return [];
  const lines = days.map(({ client, one }) =>
    element("li", {}, element("strong", {}, one.text ?? ""), ` ${one.away}: ${one.label}, `, client.name),
  );
  return [element("h3", {}, "Next days"), element("ol", { class: "clients-days" }, ...lines)];
}

/**
 * @param {Client} client
 * @param {Answered} said
 * @param {Page} page
 */
function card(client, said, page) {
  const kept = Object.entries(said.read).map(([name, words]) => pair(page.nouns[name] ?? name, words));
  const wrong = said.errors.map(({ input, message }) =>
    element("p", { class: "calculator-mistake" }, `${page.nouns[input] ?? input}: ${message}`),
  );
  return element(
    "article",
    { class: "clients-card" },
    element("h3", {}, client.name),
    ...wrong,
    element("dl", { class: "clients-answers" }, ...said.shown.map((one) => answer(client, one, page))),
    kept.length ? element("dl", { class: "clients-kept" }, ...kept) : "",
    element(
      "p",
      { class: "clients-buttons" },
      button("Change", () => page.change(client, ""), { "aria-label": `Change ${client.name}` }),
      button("Remove", () => page.remove(client), { "aria-label": `Remove ${client.name}` }),
    ),
  );
}

/**
 * @param {Client} client
 * @param {Shown} one
 * @param {Page} page
 */
function answer(client, { rule, label, typed, text, sentence, away, others = [], missing = [], errors = [] }, page) {
  const link = element("a", { href: addressOf(page.rules, rule, typed) }, "How this is worked out");
  link.append(element("span", { class: "clients-unseen" }, ` (${label}, ${client.name})`));
  /** @type {Part[]} */
  const said = text ? [element("strong", {}, text), away ? ` ${away}` : ""] : ["Not known yet."];
  const needed = missing.map((name) => {
    const words = page.asks[name] ?? page.nouns[name] ?? name;
    return element("li", {}, page.asks[name] ? button(words, () => page.change(client, name), { class: "clients-link" }) : words);
  });
  return element(
    "div",
    {},
    element("dt", {}, label),
    element(
      "dd",
      {},
      element("span", { class: "clients-figure" }, ...said),
      sentence ? element("span", { class: "because" }, sentence) : "",
      ...others.map(({ title, text: other }) => element("span", { class: "because" }, `Read otherwise (${title}): ${other}`)),
      ...errors.map((message) => element("span", { class: "because" }, message)),
      needed.length ? element("span", { class: "because" }, "To know it, answer:") : "",
      needed.length ? element("ul", {}, ...needed) : "",
      element("span", { class: "because" }, link),
    ),
  );
}

/**
 * @param {string} noun
 * @param {string} words
 */
function pair(noun, words) {
  return element("div", {}, element("dt", {}, noun), " ", element("dd", {}, words));
}
