// @ts-check
/**
 * What was typed goes in, a link's hash comes out, and back: `#amount=600&paid_on=2021-06-01`, sorted by name.
 *
 * What follows the hash stays in the browser: no server is ever sent it.
 */

/**
 * The part of a link that brings these answers back.
 * @param {Record<string, string>} typed
 */
export function hashOf(typed) {
  const sorted = Object.entries(typed).sort(([a], [b]) => (a < b ? -1 : 1));
  return `#${new URLSearchParams(sorted)}`;
}

/**
 * What a link says, apart by the names a form has; both empty where the hash is that of a heading.
 * @param {string} hash
 * @param {Set<string>} names
 * @returns {{ typed: Record<string, string>, unknown: string[] }}
 */
export function readHash(hash, names) {
  if (!hash.includes("=")) return { typed: {}, unknown: [] };
  const all = [...new URLSearchParams(hash.slice(1))];
  return {
    typed: Object.fromEntries(all.filter(([name]) => names.has(name))),
    unknown: all.map(([name]) => name).filter((name) => !names.has(name)),
  };
}
