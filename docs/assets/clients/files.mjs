// @ts-check
/** Files that a reader chose in, their texts out; and a text in, a file to save out. Nothing is sent anywhere. */

const MOST_BYTES = 10_000_000;
const MOST_FILES = 30;

/**
 * @typedef {{ name: string, text: string }} Text
 * @typedef {{ texts: Text[], refused: string[] }} Texts what could be read, and why the rest could not, in words
 */

/**
 * @param {Iterable<File>} chosen
 * @returns {Promise<Texts>}
 */
export async function textsOf(chosen) {
  const files = [...chosen];
  const refused = files.slice(MOST_FILES).map(({ name }) => `${name}: at most ${MOST_FILES} files are read at once.`);
  /** @type {Text[]} */
  const texts = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const why = await refusal(file);
    if (why) refused.push(`${file.name}: ${why}`);
    else texts.push({ name: unlike(file.name, texts), text: decoded(await file.arrayBuffer()) });
  }
  return { texts, refused };
}

/**
 * Hand the reader a file to save.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have begun saving before what it saves may go.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @param {File} file */
async function refusal(file) {
  if (file.size > MOST_BYTES) return `it is larger than ${MOST_BYTES / 1_000_000} MB.`;
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const begins = String.fromCharCode(...start);
  if (begins.startsWith("PK")) return "it is a spreadsheet or an archive. Save it as CSV, or unpack it, first.";
  if (begins.startsWith("%PDF")) return "it is a PDF. The same report can be saved as CSV.";
  return "";
}

/**
 * UTF-8, or UTF-16 where its mark says so, or else what older programs for Windows write.
 * @param {ArrayBuffer} bytes
 */
function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Two files of one name, from two folders, are told apart by a number.
 * @param {string} name
 * @param {Text[]} before
 */
function unlike(name, before) {
  const names = new Set(before.map((one) => one.name));
  let other = name;
  for (let number = 2; names.has(other); number++) other = `${name} (${number})`;
  return other;
}
