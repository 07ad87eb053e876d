"""Which of my scores is shown?

The highest of four, over 24, 12 and 6 months and a trending one. The trending score is the average of those over 6 and 3 months.

Written from policy/standing/best-score.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-jss-2015: Introduction of the Job Success Score
- announce-jss-trending-2021: Calculation of the score
- help-jss-changes: Reasons for a change of the score

Worked examples:

    >>> from calculators.runtime.worked import worked

The trending score is the highest:
    >>> worked(READINGS, "trending", "shown", months_24="80", months_12="82", months_6="84", months_3="100", counted_on="2026-06-01")
    'trending 92, shown 92'

The score over 24 months is the highest:
    >>> worked(READINGS, "trending", "shown", months_24="96", months_12="90", months_6="85", months_3="80", counted_on="2026-06-01")
    'trending 82.5, shown 96'

The score over 12 months is the highest:
    >>> worked(READINGS, "trending", "shown", months_24="90", months_12="97", months_6="85", months_3="80", counted_on="2026-06-01")
    'trending 82.5, shown 97'

The score over 6 months is the highest:
    >>> worked(READINGS, "trending", "shown", months_24="90", months_12="91", months_6="98", months_3="80", counted_on="2026-06-01")
    'trending 89, shown 98'

A trending score of half a point more:
    >>> worked(READINGS, "trending", "shown", months_24="90", months_12="90", months_6="90", months_3="91", counted_on="2022-06-01")
    'trending 90.5, shown 90.5'

The first of these, by the 3 months alone:
    >>> worked(READINGS, "shown", months_24="80", months_12="82", months_6="84", months_3="100", counted_on="2026-06-01", reading="three-month-score")
    'shown 100'

The first of these, without the trending score:
    >>> worked(READINGS, "shown", months_24="80", months_12="82", months_6="84", months_3="100", counted_on="2026-06-01", reading="best-of-three")
    'shown 84'

The first of these, by 24 months alone:
    >>> worked(READINGS, "shown", months_24="80", counted_on="2026-06-01", reading="only-24-months")
    'shown 80'

In 2019, the highest of three:
    >>> worked(READINGS, "shown", months_24="90", months_12="85", months_6="95", counted_on="2019-06-01")
    'shown 95'

The last day without a trending score:
    >>> worked(READINGS, "shown", months_24="80", months_12="82", months_6="84", months_3="100", counted_on="2021-04-30")
    'shown 84'

The first day with one:
    >>> worked(READINGS, "trending", "shown", months_24="80", months_12="82", months_6="84", months_3="100", counted_on="2021-05-01")
    'trending 92, shown 92'

24 months alone, on the first day somebody says so:
    >>> worked(READINGS, "shown", months_24="80", counted_on="2024-09-01", reading="only-24-months")
    'shown 80'

The day before that:
    >>> worked(READINGS, months_24="80", counted_on="2024-08-31", reading="only-24-months")
    'mistake reading'

A perfect score:
    >>> worked(READINGS, "trending", "shown", months_24="100", months_12="100", months_6="100", months_3="100", counted_on="2026-06-01")
    'trending 100, shown 100'

No score at all:
    >>> worked(READINGS, "trending", "shown", months_24="0", months_12="0", months_6="0", months_3="0", counted_on="2026-06-01")
    'trending 0, shown 0'

A score above 100:
    >>> worked(READINGS, months_24="101", months_12="90", months_6="85", months_3="80", counted_on="2026-06-01")
    'mistake months_24'

A score over 3 months above 100:
    >>> worked(READINGS, months_24="96", months_12="90", months_6="85", months_3="101", counted_on="2026-06-01")
    'mistake months_3'

The first day that is covered:
    >>> worked(READINGS, "shown", months_24="90", months_12="85", months_6="80", counted_on="2015-03-01")
    'shown 90'

The day before that is not:
    >>> worked(READINGS, months_24="90", months_12="85", months_6="80", counted_on="2015-02-28")
    'mistake counted_on'

The score over 3 months is asked for:
    >>> worked(READINGS, months_24="90", months_12="85", months_6="80", counted_on="2026-06-01")
    'missing months_3'

In 2019 it is not:
    >>> worked(READINGS, months_24="90", months_12="85", counted_on="2019-06-01")
    'missing months_6'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.arithmetic import average
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class BestScore(Rule):
    """Which of my scores is shown? The reading adopted: the highest of four."""

    id = "best-score"
    question = "Which of my scores is shown?"
    short = "The highest of four, over 24, 12 and 6 months and a trending one. The trending score is the average of those over 6 and 3 months."
    sentence = "The score shown is {shown}."
    policy_file = "policy/standing/best-score.yaml"
    dated_by = "counted_on"
    answers: ClassVar[tuple[str, ...]] = ("trending", "shown")
    reading = Reading(
        "official",
        "The highest of four",
        "adopted",
        "Upwork announced the trending score in spring 2021, and no official text found withdraws it.",
        ("announce-jss-trending-2021",),
        79,
    )

    months_24 = Input[int](
        "count",
        "What is your score over 24 months, in percent?",
        line=12,
        noun="Score over 24 months",
        at_most=100,
    )

    months_12 = Input[int](
        "count",
        "What is it over 12 months?",
        line=17,
        noun="Score over 12 months",
        at_most=100,
    )

    months_6 = Input[int](
        "count",
        "What is it over 6 months?",
        line=22,
        noun="Score over 6 months",
        at_most=100,
    )

    months_3 = Input[int](
        "count",
        "What is it over 3 months?",
        line=27,
        noun="Score over 3 months",
        why="Only the trending score uses it.",
        at_most=100,
    )

    counted_on = Input[date](
        "date",
        "For which day?",
        line=33,
        noun="Day",
        why="The trending score began in spring 2021.",
    )

    windows = Figure[str](
        "choice",
        "Scores of which the highest is shown",
        Version(date(2015, 3, 1), date(2021, 4, 30), "three", ("announce-jss-2015", "help-jss-changes"), 48),
        Version(date(2021, 5, 1), None, "with-trending", ("announce-jss-trending-2021",), 49, note="A release note of spring 2021. The day is our choice."),
        line=41,
        options={"three": "those over 24, 12 and 6 months", "with-trending": "those over 24, 12 and 6 months, and the trending one"},
    )

    @step("number", "Trending score", line=56, start=date(2021, 5, 1))
    def trending(self) -> Decimal:
        return self.so(
            average(self.months_6, self.months_3),
            "the average of score over 6 months and score over 3 months",
            "The trending score is the average of the scores over 6 and 3 months.",
            ("months_6", "months_3"),
            ("announce-jss-trending-2021",),
        )

    @step("number", "Score shown", line=63)
    def shown(self) -> Decimal:
        if self.windows == "three":  # line 67
            return self.so(
                Decimal(max(self.months_24, self.months_12, self.months_6)),
                "the largest of score over 24 months and score over 12 months and score over 6 months",
                "In these years the highest of the three was shown.",
                ("windows", "months_24", "months_12", "months_6"),
                ("announce-jss-2015", "help-jss-changes"),
            )
        return self.so(
            max(Decimal(self.months_24), Decimal(self.months_12), Decimal(self.months_6), self.trending),
            "the largest of score over 24 months and score over 12 months and score over 6 months and trending score",
            "The highest of the four is shown.",
            ("windows", "months_24", "months_12", "months_6", "trending"),
            ("announce-jss-trending-2021", "announce-jss-2015"),
        )


class ThreeMonthScore(BestScore):
    """The score over 3 months is the fourth: a reading that is contradicted."""

    answers = ("shown",)
    reading = Reading(
        "three-month-score",
        "The score over 3 months is the fourth",
        "contradicted",
        "A blog of 2023 takes the plain score over 3 months. The announcement takes its average with that over 6.",
        ("blog-medium-jss-2023",),
        84,
        start=date(2021, 5, 1),
    )

    @step("number", "Score shown", line=92)
    def shown(self) -> Decimal:
        return self.so(
            Decimal(max(self.months_24, self.months_12, self.months_6, self.months_3)),
            "the largest of score over 24 months and score over 12 months and score over 6 months and score over 3 months",
            "The blog takes the highest of these four.",
            ("months_24", "months_12", "months_6", "months_3"),
            ("blog-medium-jss-2023",),
        )


class BestOfThree(BestScore):
    """The highest of three: a reading that is disputed."""

    answers = ("shown",)
    reading = Reading(
        "best-of-three",
        "The highest of three",
        "disputed",
        "It was so until spring 2021. Another site names these three only, since September 2024, when the score began to be updated daily.",
        ("announce-jss-2015", "help-jss-changes", "blog-etcetera-2024"),
        96,
        start=date(2024, 9, 1),
    )

    @step("number", "Score shown", line=106)
    def shown(self) -> Decimal:
        return self.so(
            Decimal(max(self.months_24, self.months_12, self.months_6)),
            "the largest of score over 24 months and score over 12 months and score over 6 months",
            "The highest of the scores over 24, 12 and 6 months is shown.",
            ("months_24", "months_12", "months_6"),
            ("announce-jss-2015", "blog-etcetera-2024"),
        )


class Only24Months(BestScore):
    """Only the last 24 months: a reading that is disputed."""

    answers = ("shown",)
    reading = Reading(
        "only-24-months",
        "Only the last 24 months",
        "disputed",
        "Upwork's video of 2024 or 2025 speaks of the last 24 months and of no other window.",
        ("help-jss-video",),
        110,
        start=date(2024, 9, 1),
    )

    @step("number", "Score shown", line=118)
    def shown(self) -> Decimal:
        return self.so(
            Decimal(self.months_24),
            "score over 24 months",
            "The video names this window only.",
            ("months_24",),
            ("help-jss-video",),
        )


READINGS = (BestScore, ThreeMonthScore, BestOfThree, Only24Months)
