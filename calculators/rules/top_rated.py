"""Am I eligible for Top Rated?

Yes, if your Job Success Score is 90 or more and has been for 13 of the last 16 weeks, and four more conditions hold. They were last seen in 2018 to 2021 and may have changed.

Written from policy/standing/top-rated.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- blog-leah-meyers-2021: Top Rated Plus
- help-programs-2018: Freelancer programs and who is eligible

Worked examples:

    >>> from calculators.runtime.worked import worked

Everything just fits:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2026-06-01")
    'eligible yes, failing'

A perfect record:
    >>> worked(READINGS, "eligible", "failing", job_success_score="100", weeks_at_90="16", days_since_first_contract="900", earned_12_months="45000", profile_complete="yes", no_violation_3_months="yes", on="2019-06-01")
    'eligible yes, failing'

A score of 89:
    >>> worked(READINGS, "eligible", "failing", job_success_score="89", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2026-06-01")
    'eligible no, failing job_success_score'

12 weeks at 90:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="12", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2026-06-01")
    'eligible no, failing weeks_at_90'

90 days are not more than 90 days:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="90", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2026-06-01")
    'eligible no, failing days_since_first_contract'

A cent short:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="999.99", profile_complete="yes", no_violation_3_months="yes", on="2026-06-01")
    'eligible no, failing earned_12_months'

The profile is not complete:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="no", no_violation_3_months="yes", on="2026-06-01")
    'eligible no, failing profile_complete'

A violation last month:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="no", on="2026-06-01")
    'eligible no, failing no_violation_3_months'

Nothing is there yet:
    >>> worked(READINGS, "eligible", "failing", job_success_score="0", weeks_at_90="0", days_since_first_contract="0", earned_12_months="0", profile_complete="no", no_violation_3_months="no", on="2026-06-01")
    'eligible no, failing job_success_score weeks_at_90 days_since_first_contract earned_12_months profile_complete no_violation_3_months'

A score above 100:
    >>> worked(READINGS, job_success_score="101", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2026-06-01")
    'mistake job_success_score'

The first day that is covered:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2018-01-01")
    'eligible yes, failing'

The last day of the older text:
    >>> worked(READINGS, "eligible", "failing", job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2021-12-31")
    'eligible yes, failing'

The day before anything is known:
    >>> worked(READINGS, job_success_score="90", weeks_at_90="13", days_since_first_contract="91", earned_12_months="1000", profile_complete="yes", no_violation_3_months="yes", on="2017-12-31")
    'mistake on'

All six are asked for, since each can stand in the way:
    >>> worked(READINGS, job_success_score="89", weeks_at_90="12", on="2026-06-01")
    'missing days_since_first_contract earned_12_months profile_complete no_violation_3_months'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.lists import Requirement, empty, failing
from calculators.runtime.questions import Input
from calculators.runtime.rule import Figure, Period, Reading, Rule, Version, step
from calculators.runtime.values import Findings


class TopRated(Rule):
    """Am I eligible for Top Rated? The reading adopted: all six conditions."""

    id = "top-rated"
    question = "Am I eligible for Top Rated?"
    short = "Yes, if your Job Success Score is 90 or more and has been for 13 of the last 16 weeks, and four more conditions hold. They were last seen in 2018 to 2021 and may have changed."
    sentence = "{eligible}"
    policy_file = "policy/standing/top-rated.yaml"
    dated_by = "on"
    answers: ClassVar[tuple[str, ...]] = ("eligible", "failing")
    periods = (
        Period(
            date(2018, 1, 1),
            None,
            ("help-programs-2018", "badges-explained"),
            141,
            note="The conditions are those of 2018 and 2019. After 2021 nobody is known to have compared them.",
        ),
    )
    reading = Reading(
        "official",
        "All six conditions",
        "adopted",
        "Upwork's help page on its programmes lists them.",
        ("help-programs-2018", "badges-explained"),
        146,
    )

    job_success_score = Input[int](
        "count",
        "What is your Job Success Score, in percent?",
        line=12,
        noun="Job Success Score",
        why="Write it as your profile shows it, without the percent sign.",
        at_most=100,
    )

    weeks_at_90 = Input[int](
        "count",
        "In how many of the last 16 weeks was it 90 or more?",
        line=18,
        noun="Weeks at 90 or more",
        why="Weeks as a Rising Talent count too.",
        at_most=16,
    )

    days_since_first_contract = Input[int](
        "count",
        "How many days ago did your first contract start?",
        line=24,
        noun="Days since the first contract",
    )

    earned_12_months = Input[Decimal](
        "money",
        "How much did you earn on Upwork in the last 12 months?",
        line=28,
        noun="Earned in 12 months",
    )

    profile_complete = Input[bool](
        "yesno",
        "Is your profile 100% complete?",
        line=32,
        noun="Profile complete",
    )

    no_violation_3_months = Input[bool](
        "yesno",
        "Have you been free of violations for the last 3 months?",
        line=36,
        noun="No violation in 3 months",
    )

    on = Input[date]("date", "For which day?", line=40, noun="Day", default="today")

    lowest_score = Figure[int](
        "count",
        "Lowest score",
        Version(date(2018, 1, 1), date(2021, 12, 31), 90, ("help-programs-2018", "blog-leah-meyers-2021"), 51),
        Version(date(2022, 1, 1), None, 90, ("help-programs-2018",), 56, note="The text is of 2018 and 2019. It was not confirmed after 2021."),
        line=47,
    )

    weeks_needed = Figure[int](
        "count",
        "Weeks at that score",
        Version(date(2018, 1, 1), date(2021, 12, 31), 13, ("help-programs-2018",), 65),
        Version(date(2022, 1, 1), None, 13, ("help-programs-2018",), 66, note="Out of the last 16. The text was not confirmed after 2021."),
        line=61,
    )

    days_passed = Figure[int](
        "count",
        "Days that have to have passed",
        Version(date(2018, 1, 1), date(2021, 12, 31), 90, ("help-programs-2018",), 75),
        Version(date(2022, 1, 1), None, 90, ("help-programs-2018",), 76, note="It takes more than these. The text was not confirmed after 2021."),
        line=71,
    )

    lowest_earnings = Figure[Decimal](
        "money",
        "Lowest earnings in 12 months",
        Version(date(2018, 1, 1), date(2021, 12, 31), Decimal("1000"), ("help-programs-2018",), 85),
        Version(date(2022, 1, 1), None, Decimal("1000"), ("help-programs-2018",), 86, note="The text was not confirmed after 2021."),
        line=81,
    )

    @step(
        "list",
        "Not met yet",
        line=93,
        options={"job_success_score": "job success score", "weeks_at_90": "weeks at 90", "days_since_first_contract": "days since first contract", "earned_12_months": "earned 12 months", "profile_complete": "profile complete", "no_violation_3_months": "no violation 3 months"},
    )
    def failing(self) -> Findings:
        found = failing(
            self,
            Requirement("job_success_score", lambda: self.job_success_score >= self.lowest_score, "Bring your Job Success Score from {job_success_score} to {lowest_score} or more.", ("help-programs-2018",)),
            Requirement("weeks_at_90", lambda: self.weeks_at_90 >= self.weeks_needed, "Keep it there for {weeks_needed} of the last 16 weeks; so far it is {weeks_at_90}.", ("help-programs-2018",)),
            Requirement("days_since_first_contract", lambda: self.days_since_first_contract > self.days_passed, "Wait until more than {days_passed} days have passed since your first contract started.", ("help-programs-2018",)),
            Requirement("earned_12_months", lambda: self.earned_12_months >= self.lowest_earnings, "Earn {lowest_earnings} or more within 12 months; so far it is {earned_12_months}.", ("help-programs-2018",)),
            Requirement("profile_complete", lambda: self.profile_complete, "Complete your profile to 100%.", ("help-programs-2018",)),
            Requirement("no_violation_3_months", lambda: self.no_violation_3_months, "Wait until your last violation is 3 months past.", ("help-programs-2018",)),
        )
        return self.so(
            found,
            "the requirements that are not met",
            "Every condition has to hold.",
            ("job_success_score", "lowest_score", "weeks_at_90", "weeks_needed", "days_since_first_contract", "days_passed", "earned_12_months", "lowest_earnings", "profile_complete", "no_violation_3_months"),
        )

    @step(
        "verdict",
        "Eligible?",
        line=122,
        options={"yes": "You meet every condition for Top Rated that is known.", "no": "You do not meet every condition for Top Rated yet."},
    )
    def eligible(self) -> str:
        if empty(self.failing):  # line 129
            return self.so(
                "yes",
                "yes",
                "Every known condition holds.",
                ("failing",),
                ("help-programs-2018",),
            )
        return self.so(
            "no",
            "no",
            "At least one condition does not hold yet.",
            ("failing",),
            ("help-programs-2018",),
        )


READINGS = (TopRated,)
