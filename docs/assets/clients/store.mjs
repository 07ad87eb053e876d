// @ts-check
/**
 * A reader's clients in, what this browser keeps of them out, and back; the same as a file to save, and as one taken in.
 *
 * Nothing else than this browser has them. What cannot be kept or read is a `Trouble`, in words for the reader.
 */

/**
 * @typedef {{ id: string, name: string, values: Record<string, string> }} Client
 * @typedef {{ format: string, version: number, clients: Client[] }} Kept
 * @typedef {(older: Record<string, unknown>) => Record<string, unknown>} Upgrade
 */

const KEY = "policy-clients";
const FORMAT = "policy-clients";
/** The version that is written; a change of the form of a file raises it, and adds how to bring an older one up to it. */
const VERSION = 1;
/** @type {Record<number, Upgrade>} how to make version n + 1 of version n */
const UPGRADES = {};
const MOST = { characters: 1_000_000, clients: 500, name: 120, value: 200, values: 100 };

export class Trouble extends Error {}

/**
 * What is kept. Raises `Trouble` where this browser keeps nothing for the page, or something that cannot be read.
 * @returns {Client[]}
 */
export function recall() {
  let text;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    throw new Trouble("This browser keeps nothing for this page. Save a copy before you leave it.");
  }
  return text === null ? [] : read(text, "What this browser has kept");
}

/**
 * Keep these. Raises `Trouble` where that is not possible.
 * @param {Client[]} clients
 */
export function keep(clients) {
  try {
    if (clients.length) localStorage.setItem(KEY, written(clients));
    else localStorage.removeItem(KEY);
  } catch (problem) {
    const full = problem instanceof DOMException && problem.name === "QuotaExceededError";
    const why = full ? "This browser's room for this page is full" : "This browser keeps nothing for this page";
    throw new Trouble(`${why}, so this is not kept. Save a copy before you leave it.`);
  }
}

/**
 * Call back when another tab of this browser changed what is kept.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function onChange(changed, signal) {
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && changed(), { signal });
}

/**
 * The file that holds these clients.
 * @param {Client[]} clients
 */
export function written(clients) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, clients }, null, 1)}\n`;
}

/**
 * The clients of such a file. Raises `Trouble` with what is wrong and where.
 * @param {string} text
 * @param {string} what how to call it in words
 * @param {Record<number, Upgrade>} upgrades
 * @returns {Client[]}
 */
export function read(text, what, upgrades = UPGRADES) {
  if (text.length > MOST.characters) throw new Trouble(`${what} is larger than any list of clients.`);
  const found = asObject(parsed(text, what), `${what} is no list of clients.`);
  if (found.format !== FORMAT) throw new Trouble(`${what} was not saved from this page: its “format” is not “${FORMAT}”.`);
  const { clients } = upgraded(found, what, upgrades);
  if (!Array.isArray(clients)) throw new Trouble(`${what} has no list under “clients”.`);
  if (clients.length > MOST.clients) throw new Trouble(`${what} has more than ${MOST.clients} clients.`);
  const read = clients.map((one, index) => client(one, `${what}: client ${index + 1}`));
  const ids = new Set(read.map(({ id }) => id));
  if (ids.size < read.length) throw new Trouble(`${what} has two clients with one “id”.`);
  return read;
}

/**
 * Both lists as one: a client that is in both is the later one.
 * @param {Client[]} before
 * @param {Client[]} added
 */
export function together(before, added) {
  const all = new Map(before.map((one) => [one.id, one]));
  for (const one of added) all.set(one.id, one);
  return [...all.values()];
}

/** An id for a new client. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36).padStart(2, "0")).join("");
}

/**
 * @param {string} text
 * @param {string} what
 * @returns {unknown}
 */
function parsed(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(`${what} is no JSON. Choose a file that was saved from this page.`);
  }
}

/**
 * @param {Record<string, unknown>} found
 * @param {string} what
 * @param {Record<number, Upgrade>} upgrades
 */
function upgraded(found, what, upgrades) {
  const newest = Math.max(VERSION, ...Object.keys(upgrades).map((version) => Number(version) + 1));
  let { version } = found;
  if (typeof version !== "number" || !Number.isInteger(version)) throw new Trouble(`${what} does not say its “version”.`);
  if (version > newest) throw new Trouble(`${what} is of a later version of this page. Load the page again, then try again.`);
  let made = found;
  for (; version < newest; version++) {
    const upgrade = upgrades[version];
    if (!upgrade) throw new Trouble(`${what} is of version ${version}, which this page cannot read.`);
    made = upgrade(made);
  }
  return made;
}

/**
 * @param {unknown} found
 * @param {string} where
 * @returns {Client}
 */
function client(found, where) {
  const { id, name, values } = asObject(found, `${where} is not written as one.`);
  if (typeof id !== "string" || !/^[\w-]{1,40}$/.test(id)) throw new Trouble(`${where} has no “id”.`);
  if (typeof name !== "string" || !name.trim()) throw new Trouble(`${where} has no “name”.`);
  if (name.length > MOST.name) throw new Trouble(`${where} has a name of more than ${MOST.name} characters.`);
  const entries = Object.entries(asObject(values, `${where} has no “values”.`)).slice(0, MOST.values);
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [key, value] of entries) {
    if (typeof value !== "string") throw new Trouble(`${where}: “${key.slice(0, 40)}” is not a text.`);
    if (value.length > MOST.value) throw new Trouble(`${where}: “${key.slice(0, 40)}” is too long.`);
    kept[key] = value;
  }
  return { id, name, values: kept };
}

/**
 * @param {unknown} found
 * @param {string} otherwise
 * @returns {Record<string, unknown>}
 */
function asObject(found, otherwise) {
  if (typeof found !== "object" || found === null || Array.isArray(found)) throw new Trouble(otherwise);
  return /** @type {Record<string, unknown>} */ (found);
}
