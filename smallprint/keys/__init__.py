"""The keys of the policy language: which keys each kind of mapping has, what each means, and which it must have.

`shape` reads files by these tables, and the reference and the editors' schema are written from them.
"""

from __future__ import annotations

from smallprint.keys.shapes import Shape

NUMERIC = ("money", "rate", "number", "count", "days", "months")
INPUT_KINDS = ("money", "rate", "number", "count", "date", "yesno", "choice", "text")
FIGURE_KINDS = (*NUMERIC, "date", "choice", "bands", "text")
STEP_KINDS = (*NUMERIC, "date", "yesno", "choice", "verdict", "text", "list")
STANDINGS = ("adopted", "disputed", "contradicted", "outdated")
CLAIM_STANDINGS = ("agrees", "outdated", "contradicted", "conflict", "unverified", "irrelevant")
CONFIDENCES = ("high", "medium", "low")
ROLES = ("freelancer", "client", "agency", "anyone", "platform")
SOURCE_KINDS = (
    "official-terms",
    "official-help",
    "official-announcement",
    "community-moderator",
    "community-member",
    "press",
    "blog",
    "public-repository",
)


_shape = Shape.of

RULE = _shape(
    "a rule",
    "rule!: The rule's id; the same as the file's name.",
    "question!: The question a reader has, as the page's heading.",
    "short!: One sentence that answers the common case.",
    "for!: Whom it concerns: freelancer, client, agency, anyone.",
    "confidence: How sure the facts are as a whole: high, medium, low.",
    "dated_by!: The date input that decides which versions are in force.",
    "inputs: What the reader is asked, in order.",
    "inputs_from: Another rule whose inputs are asked too: `{rule, except}`.",
    "figures: Every published number, date or table, named, dated and sourced.",
    "lists: Named lists of words for text detectors.",
    "steps!: Values worked out from inputs, figures and other steps.",
    "answers!: The steps that answer the question.",
    "answer!: The answer as a sentence, with {names} filled in.",
    "periods: The days on which the rule as a whole is known, where no figure says it.",
    "readings!: The ways the rule is read; one of them adopted.",
    "laws: What has to hold for all inputs; `python -m smallprint prove` proves or tries each.",
    "next: Rules that answer the question a reader has next, each with what goes along.",
    "examples!: Worked cases: the tests, the page's table, and the answer without a script.",
    "charts: The pictures on its page: an answer drawn against an amount or a date.",
    "not_covered: What this rule does not answer.",
    "not_known: What nobody has found a source for.",
    "notes: Edges and history to show on the page, each with its source.",
)
INPUT = _shape(
    "an input",
    "ask!: The question in plain words.",
    "noun!: Two or three words that name the value in a table.",
    "kind!: money, rate, number, count, date, yesno, choice or text.",
    "why: Why it is asked, one sentence.",
    "per: The unit the amount is for, such as hour.",
    "optional: `yes` where it may be left out.",
    "default: `today`, for the input `on` alone.",
    "prefill: `today` where the page fills the date in beforehand.",
    "options: The choices: id and words.",
    "at_least: The smallest value that can be.",
    "at_most: The largest value that can be.",
    "must: Conditions it has to meet, tested when it is needed.",
)
MUST = _shape(
    "a condition of an input",
    "that!: The formula that has to hold.",
    "otherwise!: What to tell the reader to do where it does not, with {names} filled in.",
    "about: The inputs it is about; this one if left out.",
)
INPUTS_FROM = _shape("inputs of another rule", "rule!: The other rule's id.", "except: Inputs to leave out.")
FIGURE = _shape(
    "a figure",
    "label!: Its name for a reader.",
    "kind!: money, rate, number, count, days, months, date, choice, bands or text.",
    "per: The unit an amount is for, such as hour.",
    "unit: What a number counts, such as hours.",
    "options: For a choice: id and words.",
    "checked: The day it was last compared with its sources; only together with `check_by`.",
    "check_by: The day by which to compare it again, where that is sooner than for its sources.",
    "values!: Its dated versions, oldest first, without gap.",
)
VERSION = _shape(
    "a value of a figure",
    "from!: The first day it was in force.",
    "until: The last day it was in force; left out for today's.",
    "is: The value.",
    "marginal: A band table whose rates apply to their own part: [[500, 20%], [rest, 10%]].",
    "whole: A band table whose reached rate applies to the whole amount.",
    "unknown: Why the value of these days is not known.",
    "none: Why the figure did not exist on these days.",
    "source: The source, or a list of sources.",
    "note: What a reader should know about this value or its dates.",
    "confidence: high, medium or low.",
)
STEP = _shape(
    "a step",
    "label!: Its name for a reader.",
    "kind: The kind of its value; needed where it cannot be told.",
    "options: For a verdict or a choice: id and words.",
    "round: `cent` to round half up to whole cents.",
    "from: The first day of this answer; before it the answer is left out.",
    "is: The formula that gives its value.",
    "say: A text with {names}, as its value.",
    "because: Why, one sentence.",
    "source: The source, or a list of sources.",
    "cases: Branches, the first that applies counts.",
    "requirements: Conditions; the value lists those that fail.",
    "detect: Detectors to run over a text input; the value lists what they find.",
    "apply: Takes a step of another rule: `{rule, step, with}`.",
    "solve: Finds the smallest amount that brings another rule's step to a value: `{rule, step, for, at_least}`.",
)
CASE = _shape(
    "a case",
    "when: The condition; the last case has `otherwise` instead.",
    "otherwise: The value where no case before applies.",
    "is: The formula that gives the value.",
    "say: A text with {names}, as the value.",
    "because!: Why, one sentence.",
    "source: The source, or a list of sources.",
)
REQUIREMENT = _shape(
    "a requirement",
    "id!: Its name in the answer.",
    "that!: The formula that has to hold.",
    "otherwise!: What to do where it does not, with {names} filled in.",
    "source: The source, or a list of sources.",
)
DETECT = _shape("a detection", "in!: The text input.", "find!: What to find.")
FIND = _shape(
    "something to find",
    "id!: The id of its findings.",
    "with!: Detectors, each with its word lists.",
    "otherwise!: What to tell the reader to do.",
    "source: The source, or a list of sources.",
)
APPLY = _shape(
    "another rule applied",
    "rule!: The other rule's id.",
    "step!: The step to take from it.",
    "with: Inputs to replace, each by a formula.",
)
SOLVE = _shape(
    "another rule solved",
    "rule!: The other rule's id.",
    "step!: The step that has to be large enough.",
    "for!: The money input to find.",
    "at_least!: The formula for how much is enough.",
)
READING = _shape(
    "a reading",
    "title!: The reading in a few words.",
    "standing!: adopted, disputed, contradicted or outdated.",
    "held_by!: The sources that read it so.",
    "because!: Why it stands so, one sentence.",
    "from: The first day it can be read so.",
    "until: The last day it can be read so.",
    "figures: Figures it adds or replaces.",
    "steps: Steps it adds or replaces.",
    "answers: The answers it gives, where it does not give all.",
    "answer: Its answer as a sentence with {names}, where the rule's own does not fit.",
)
PERIOD = _shape(
    "a period",
    "from!: Its first day.",
    "until: Its last day; left out while it lasts.",
    "source: The source, or a list of sources.",
    "note: What a reader should know about these days.",
    "unknown: Why the rule of these days is not known.",
)
LAW = _shape(
    "a law",
    "never_negative: A value that is 0 or more.",
    "at_most: `[value, most]`: a value, and what it is never more than.",
    "rises_with: `[value, input]`: a value that never falls while the input rises and all others stay as they are.",
    "falls_with: `[value, input]`: a value that never rises while the input rises and all others stay as they are.",
    "that: The formula that has to hold.",
    "because: Why, one sentence.",
    "not_in: The readings under which it need not hold.",
)
EXAMPLE = _shape(
    "an example",
    "title!: What it shows.",
    "given!: Inputs as a reader would type them.",
    "expect!: The answers; or `missing: [inputs]`; or `mistake: [inputs]`.",
    "reading: The reading to ask, where it is not the adopted one.",
    "source: The source, or a list of sources.",
)
NEXT = _shape(
    "a next question",
    "say!: What a reader may want to know next; the words of the link.",
    "carry!: That rule's inputs, each with the input or answer of this rule that goes there.",
)
CHART = _shape(
    "a chart",
    "title!: What it shows, in a few words.",
    "across!: The input along the bottom: an amount, a rate, a number, a count or a date.",
    "from!: Its first value, as a reader would type it.",
    "to!: Its last value.",
    "of: The step that is drawn, or a list of steps with a line each; left out, the first answer.",
    "share: `yes` to draw the step divided by the amount along the bottom.",
    "lines: Lines that differ in what is given, where they are not to be those of the readings.",
    "example!: The title of the example that is drawn until a reader types.",
)
CHART_LINE = _shape(
    "a line of a chart",
    "label!: What to write at its end.",
    "given!: The inputs it has of its own, as a reader would type them.",
)
NOTE = _shape("a note", "say!: One or two sentences.", "source: The source, or a list of sources.")
SOURCE = _shape(
    "a source",
    "title!: What it is called.",
    "publisher!: Who published it.",
    f"kind!: One of {', '.join(SOURCE_KINDS)}.",
    "dated: Its date or the date of the copy, as far as known.",
    "address: Where it is found, if known.",
    "checked!: The day it was last looked at.",
    "check_by!: The day by which to look again.",
    "note: What a reader should know about it.",
)
TERM = _shape(
    "a term of the glossary",
    "term!: The word as it is usually written; with a capital only where texts always write it so.",
    "also: Other ways in which texts write it: its abbreviation, an older name; plurals are known.",
    "says!: What it means here, in one or two plain sentences.",
    "rule: The rule that answers questions about it.",
    "source: The source, or a list of sources.",
)
PROCEDURE = _shape(
    "a procedure",
    "procedure!: Its id; the same as the file's name.",
    "question!: The question a reader has.",
    "short!: One sentence that answers it.",
    "for!: Whom it concerns.",
    "confidence!: high, medium or low.",
    "since: From when it is known, in words.",
    "steps!: What to do, in order.",
    "effects: What follows.",
    "notes: Edges and history, each with its source.",
    "not_known: What nobody has found a source for.",
)
PROCEDURE_STEP = _shape(
    "a step of a procedure",
    "who!: Who does it: freelancer, client, agency, anyone, platform.",
    "do!: What to do, one or two sentences.",
    "rule: A rule whose calculator helps here.",
    "note: What to know about it.",
    "source: The source, or a list of sources.",
)
CLAIMS = _shape(
    "a document's claims",
    "claims!: The id of the document in the register of sources; the same as the file's name.",
    "about!: What the document is, one or two sentences.",
    "items!: Its claims, in its own order.",
)
PERSON = _shape(
    "a person",
    "person!: Their id; the same as the file's name.",
    "name!: What to call them: a made-up first name, of nobody real.",
    "who!: One sentence on who they are: what they do, for how much.",
    "asks!: What they would ask, each time of one rule.",
)
QUESTION = _shape(
    "a person's question",
    "title!: What it is about, in a few words that stand beside their name.",
    "rule!: The rule that answers it.",
    "given!: What they would type, the day among it.",
)
CLAIM = _shape(
    "a claim",
    "id!: Two to four capital letters for the document and a number: DS-01.",
    "says!: What the document says, in your own words, fair to its writer, naming no private person.",
    f"standing!: One of {', '.join(CLAIM_STANDINGS)}.",
    "touches: The rules and procedures it is about; none where it is irrelevant.",
    "reading: The reading that it is, of one of these rules.",
    "because!: Why it stands so, one sentence.",
    "source: The source it was held against, or a list of sources.",
)
