// @ts-check
/**
 * The form's fields go in, what is typed in them comes out; what the answer says of them is shown beside them.
 *
 * The fields stand in the page from the start (see the template); here they are only filled, read, shown and hidden.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * What the reader gave, by input name; fields left empty are not given.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function typedIn(form) {
  /** @type {Record<string, string>} */
  const typed = {};
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && field.type === "radio" && !field.checked) continue;
    // A browser's own date field keeps half a date to itself; the rules then say how to write a whole one.
    const value = field.validity.badInput ? "an unfinished date" : trimmed(field);
    if (value) typed[field.name] = value;
  }
  return typed;
}

/**
 * The texts that the reader wrote, by input name. A link carries none of them: they may be private, and somebody else's.
 * @param {HTMLFormElement} form
 */
export function textsIn(form) {
  return textsAmong(form, typedIn(form));
}

/**
 * Which of these belong to fields for texts.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} typed
 */
export function textsAmong(form, typed) {
  const names = new Set(fields(form).flatMap((field) => (field instanceof HTMLTextAreaElement ? [field.name] : [])));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
}

/**
 * A long text stays as it is: what is found in it is told by its place.
 * @param {Field} field
 */
function trimmed(field) {
  return field instanceof HTMLTextAreaElement && field.value.trim() ? field.value : field.value.trim();
}

/**
 * The questions to which the reader says not to know; they are asked both ways, never taken for a no.
 * @param {HTMLFormElement} form
 */
export function unsureIn(form) {
  return fields(form).flatMap((field) => (isUnsure(field) && field.matches(":checked") ? [field.name] : []));
}

/**
 * What the reader gave, without the fields that hold today's date because they start with it.
 * @param {HTMLFormElement} form
 * @param {string} today
 */
export function ownIn(form, today) {
  const untouched = new Set(startedIn(form, today));
  return Object.fromEntries(Object.entries(typedIn(form)).filter(([name]) => !untouched.has(name)));
}

/**
 * The fields that start with today's date and still hold it.
 * @param {HTMLFormElement} form
 * @param {string} today
 */
export function startedIn(form, today) {
  return fields(form).flatMap((field) => (field.dataset.prefill === "today" && field.value === today ? [field.name] : []));
}

/**
 * The form of a calculator.
 * @param {Element} calculator
 */
export function formOf(calculator) {
  const form = calculator.querySelector("form");
  if (!form) throw new Error("a calculator stands around a form");
  return form;
}

/** @param {HTMLFormElement} form */
export function namesIn(form) {
  return new Set(fields(form).map((field) => field.name));
}

/**
 * Put values in the fields that have these names, as if they had been typed; all other fields are emptied.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} typed
 * @param {string[]} unsure
 */
export function fillIn(form, typed, unsure) {
  for (const field of fields(form)) {
    const value = typed[field.name] ?? "";
    if (field instanceof HTMLInputElement && field.type === "radio") {
      field.checked = isUnsure(field) ? !value && unsure.includes(field.name) : field.value === value;
    } else {
      field.value = value;
      if (field.value !== value && field instanceof HTMLInputElement) {
        // A browser's own date field drops what it cannot show; what a link says is to be kept, and answered.
        field.type = "text";
        field.value = value;
      }
    }
  }
}

/**
 * Write a value in a field and go there; whether there is such a field.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
export function writeIn(form, name, value) {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return false;
  field.value = value;
  field.focus();
  return true;
}

/**
 * Fill the fields that start with today's date.
 * @param {HTMLFormElement} form
 * @param {string} today
 */
export function fillToday(form, today) {
  for (const field of fields(form)) {
    if (field.dataset.prefill === "today" && !field.value) field.value = today;
  }
}

/**
 * Show the questions that can change the answer, and those that hold something or are just being answered.
 * @param {HTMLFormElement} form
 * @param {Set<string>} wanted
 */
export function showQuestions(form, wanted) {
  const typed = Object.fromEntries([...Object.keys(typedIn(form)), ...unsureIn(form)].map((name) => [name, true]));
  for (const question of questions(form)) {
    const name = question.dataset.input ?? "";
    question.hidden = !wanted.has(name) && !(name in typed) && !question.contains(document.activeElement);
  }
  for (const group of form.querySelectorAll(".calculator-group")) {
    if (!(group instanceof HTMLElement)) continue;
    group.hidden = !group.querySelector("[data-input]:not([hidden])");
  }
}

/**
 * Say below each field how it was read, where that is not how it was typed.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} read
 */
export function showRead(form, read) {
  const typed = typedIn(form);
  for (const question of questions(form)) {
    const name = question.dataset.input ?? "";
    const place = question.querySelector(".calculator-read");
    if (!(place instanceof HTMLElement)) continue;
    const words = read[name] ?? "";
    place.textContent = !words || bare(words) === bare(typed[name] ?? "") ? "" : `Read as ${words}`;
  }
}

/**
 * Without what writing may leave out or add: 600 and $600.00 need no words, 1,250 and 12.50 are not the same.
 * @param {string} words
 */
function bare(words) {
  return words.toLowerCase().replace(/[\s$]|\.00$/g, "");
}

/**
 * Take the reader to a question, opening what it stands in.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function focusOn(form, name) {
  const question = questions(form).find(({ dataset }) => dataset.input === name);
  if (!question) return;
  show(question);
  const field = question.querySelector("input:checked") ?? question.querySelector("input, textarea");
  if (field instanceof HTMLElement) field.focus();
}

/**
 * The words of a question, as the form asks it.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function wordsOf(form, name) {
  const question = questions(form).find(({ dataset }) => dataset.input === name);
  return question?.querySelector(".calculator-ask")?.textContent ?? name;
}

/**
 * A link in a list that takes the reader to a question.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} words
 * @param {() => void} go
 */
export function linkTo(form, name, words, go = () => focusOn(form, name)) {
  const link = document.createElement("a");
  const field = form.querySelector(`[name="${CSS.escape(name)}"]`);
  link.href = `#${field?.id ?? ""}`;
  link.textContent = words;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  return link;
}

/**
 * Show a question, and open what it stands in.
 * @param {HTMLElement} question
 */
export function show(question) {
  question.hidden = false;
  const group = question.closest("details");
  if (group) {
    group.hidden = false;
    group.open = true;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {Field[]}
 */
function fields(form) {
  return [...form.elements].flatMap((field) =>
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.name ? [field] : [],
  );
}

/**
 * The option "I do not know".
 * @param {Field} field
 */
function isUnsure(field) {
  return field instanceof HTMLInputElement && field.type === "radio" && "unsure" in field.dataset;
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export function questions(form) {
  return [...form.querySelectorAll("[data-input]")].flatMap((element) => (element instanceof HTMLElement ? [element] : []));
}

/**
 * @param {Element} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the form has no ${selector}`);
  return found;
}
