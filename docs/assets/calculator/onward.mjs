// @ts-check
/**
 * The links to what comes next go in, with an answer; each then fills in the other calculator, and says what it takes along.
 */

/**
 * @import { Answer, Answers } from "./answer.mjs"
 */

/**
 * Let each link take along what its rule asks for and this one knows.
 * @param {Element} calculator
 * @param {Answer} answer
 * @param {Record<string, string>} typed
 */
export function takeAlong(calculator, answer, typed) {
  const words = new Map([...answer.given, ...answer.shown].map(({ name, text }) => [name, text]));
  for (const [link, said] of onward(calculator)) {
    const carried = [...said.querySelectorAll("[data-into]")].flatMap((mark) => {
      const { into = "", from = "", noun = "" } = mark instanceof HTMLElement ? mark.dataset : {};
      const value = from in typed && !(from in answer.answers) ? typed[from] : asTyped(answer.answers[from]);
      return value ? [{ into, value, words: `${noun} ${words.get(from) ?? value}` }] : [];
    });
    link.hash = `${new URLSearchParams(carried.map(({ into, value }) => [into, value]))}`;
    say(said, carried.length ? `Takes along: ${carried.map((one) => one.words).join(", ")}.` : "");
  }
}

/**
 * Let the links take nothing along, since there is no answer.
 * @param {Element} calculator
 */
export function takeNothing(calculator) {
  for (const [link, said] of onward(calculator)) {
    link.hash = "";
    say(said, "");
  }
}

/**
 * The links stand outside the calculator, below its pictures.
 * @param {Element} calculator
 * @returns {[HTMLAnchorElement, HTMLElement][]}
 */
function onward(calculator) {
  const rule = CSS.escape(calculator.getAttribute("rule") ?? "");
  return [...document.querySelectorAll(`.calculator-next[data-rule="${rule}"] li`)].flatMap((item) => {
    const link = item.querySelector("a");
    const said = item.querySelector(".calculator-carried");
    return link && said instanceof HTMLElement ? [/** @type {[HTMLAnchorElement, HTMLElement]} */ ([link, said])] : [];
  });
}

/**
 * The words stand beside the marks that say what goes along.
 * @param {HTMLElement} said
 * @param {string} words
 */
function say(said, words) {
  said.replaceChildren(...said.querySelectorAll("[data-into]"), words);
  said.hidden = !words;
}

/**
 * An answer as a reader would type it; a list goes nowhere.
 * @param {Answers[string] | undefined} answer
 */
function asTyped(answer) {
  if (answer === undefined || Array.isArray(answer)) return "";
  return typeof answer === "boolean" ? (answer ? "yes" : "no") : String(answer);
}
