"""The functions a formula may call: what each takes and gives, how it is said in words, where the runtime has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Function:
    """One function of the language.

    `takes` are kinds; `same` means the kind of the first such argument, `any` any input's name, `quoted` an id in
    quotes; a final `*` on the last means one or more of it. `gives` is a kind, `same`, or `quotient`: what
    dividing the same gives, so that the average of counts is a number. `words` says a call in words,
    with {0} {1} … for the arguments and {all} for all of them.
    """

    name: str
    takes: tuple[str, ...]
    gives: str
    words: str
    about: str
    module: str = ""


FUNCTIONS: dict[str, Function] = {
    f.name: f
    for f in (
        Function("min", ("same*",), "same", "the smallest of {all}", "The smallest of its values."),
        Function("max", ("same*",), "same", "the largest of {all}", "The largest of its values."),
        Function(
            "clamp",
            ("same", "same", "same"),
            "same",
            "{0}, but at least {1} and at most {2}",
            "The first value, but not below the second and not above the third.",
            "arithmetic",
        ),
        Function("average", ("same*",), "quotient", "the average of {all}", "The average of its values.", "arithmetic"),
        Function(
            "whole_times",
            ("count", "count"),
            "count",
            "how many times {1} goes into {0}",
            "How many whole times the second goes into the first.",
            "arithmetic",
        ),
        Function(
            "left_over",
            ("count", "count"),
            "count",
            "what is left of {0} after taking {1} as often as it goes",
            "What is left of the first after taking the second as often as it goes.",
            "arithmetic",
        ),
        Function(
            "marginal",
            ("bands", "money", "money"),
            "money",
            "each rate of {0} on its own part of {1}, on top of {2}",
            "Each band's rate on the part of the amount inside it; the third value is what was used up before.",
            "bands",
        ),
        Function(
            "whole",
            ("bands", "money", "money"),
            "money",
            "{1} × the rate of {0} that {2} + {1} reaches",
            "The rate of the band that the amount reaches, with what was used up before, on the whole amount.",
            "bands",
        ),
        Function(
            "band",
            ("bands", "money"),
            "rate",
            "the rate of {0} that {1} reaches",
            "The rate of the band an amount reaches.",
            "bands",
        ),
        Function(
            "months_between",
            ("date", "date"),
            "months",
            "whole months from {0} to {1}",
            "Whole calendar months from the first date to the second.",
            "dates",
        ),
        Function(
            "days_between",
            ("date", "date"),
            "days",
            "days from {0} to {1}",
            "Days from the first date to the second.",
            "dates",
        ),
        Function("add_days", ("date", "days"), "date", "{0} plus {1}", "The date that many days later.", "dates"),
        Function(
            "add_months",
            ("date", "months"),
            "date",
            "{0} plus {1}",
            "The same day of the month that many months later, or that month's last day.",
            "dates",
        ),
        Function(
            "add_working_days",
            ("date", "days"),
            "date",
            "{0} plus {1}, Monday to Friday only",
            "The date that many Mondays to Fridays later.",
            "dates",
        ),
        Function(
            "week_end",
            ("date",),
            "date",
            "the Sunday that ends the week of {0}",
            "The Sunday that ends the date's week.",
            "dates",
        ),
        Function(
            "next_weekday",
            ("date", "quoted"),
            "date",
            "the first {1} after {0}",
            'The first such weekday after the date: `next_weekday(billed_on, "friday")`.',
            "dates",
        ),
        Function("given", ("any",), "yesno", "{0} is given", "Whether the reader gave an optional input.", "questions"),
        Function("empty", ("list",), "yesno", "nothing in {0}", "Whether a list has nothing in it.", "lists"),
        Function(
            "found", ("list", "quoted"), "yesno", "{1} in {0}", "Whether a list has an item with this id.", "lists"
        ),
    )
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
