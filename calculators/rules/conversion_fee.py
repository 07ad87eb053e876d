"""What does it cost to take a client off the platform?

13.5% of a year's full-time work at your highest hourly rate, at least $1,000 and at most $50,000. Once two years have passed since you met, $1.

Written from policy/leaving/conversion-fee.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-ua-2022: Updates of the User Agreement and terms, April 2022
- blog-egregious-terms: Criticism of the terms of service, by J. Addington
- blog-one-dollar-fee: On the one-dollar conversion fee
- help-conversion-fee-12: The Upwork Conversion Fee
- member-tos-2020: Copied e-mail on the terms of 3 April 2020
- mod-opt-out-2020: Changes to the agreement, ways to opt out
- repo-disintermediation-2026: How marketplaces keep people from leaving
- ua-opt-out-clause: Samples of the clause on opting out (12%, $1,000 to $50,000)

Worked examples:

    >>> from calculators.runtime.worked import worked

A year in, at 50 an hour:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="50", met_outside="no")
    'fee 14040.00'

20 an hour:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="20", met_outside="no")
    'fee 5616.00'

100 an hour:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="100", met_outside="no")
    'fee 28080.00'

3 an hour comes to 842.40, so the lowest fee is due:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="3", met_outside="no")
    'fee 1000.00'

3.56 an hour comes to 999.65, still below the lowest fee:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="3.56", met_outside="no")
    'fee 1000.00'

3.57 an hour is just above the lowest fee:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="3.57", met_outside="no")
    'fee 1002.46'

178.06 an hour is just below the highest fee:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="178.06", met_outside="no")
    'fee 49999.25'

178.07 an hour comes to 50,002.06, so the highest fee is due:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="178.07", met_outside="no")
    'fee 50000.00'

200 an hour:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", highest_rate="200", met_outside="no")
    'fee 50000.00'

The last day of 12%:
    >>> worked(READINGS, "fee", met_on="2021-01-10", leaving_on="2022-04-30", highest_rate="50", met_outside="no")
    'fee 12480.00'

The first day of 13.5%:
    >>> worked(READINGS, "fee", met_on="2021-01-10", leaving_on="2022-05-01", highest_rate="50", met_outside="no")
    'fee 14040.00'

The day before two years have passed:
    >>> worked(READINGS, "fee", met_on="2024-03-15", leaving_on="2026-03-14", highest_rate="50", met_outside="no")
    'fee 14040.00'

Two years to the day:
    >>> worked(READINGS, "fee", met_on="2024-03-15", leaving_on="2026-03-15", met_outside="no")
    'fee 1.00'

Two years to the day, if it has to be more than two years:
    >>> worked(READINGS, "fee", met_on="2024-03-15", leaving_on="2026-03-15", highest_rate="50", met_outside="no", reading="over-two-years")
    'fee 14040.00'

The day after, if it has to be more than two years:
    >>> worked(READINGS, "fee", met_on="2024-03-15", leaving_on="2026-03-16", met_outside="no", reading="over-two-years")
    'fee 1.00'

Met on 29 February, two years to the last day of the month:
    >>> worked(READINGS, "fee", met_on="2024-02-29", leaving_on="2026-02-28", met_outside="no")
    'fee 1.00'

Met on 29 February, a day too early:
    >>> worked(READINGS, "fee", met_on="2024-02-29", leaving_on="2026-02-27", highest_rate="50", met_outside="no")
    'fee 14040.00'

Two years to the day, before the $1 was introduced:
    >>> worked(READINGS, "fee", met_on="2020-04-30", leaving_on="2022-04-30", met_outside="no")
    'fee 0.00'

Two years passed, on the first day of the $1:
    >>> worked(READINGS, "fee", met_on="2020-04-30", leaving_on="2022-05-01", met_outside="no")
    'fee 1.00'

Two years passed, if nothing is due any more:
    >>> worked(READINGS, "fee", met_on="2024-03-15", leaving_on="2026-03-15", met_outside="no", reading="no-form-after-two-years")
    'fee 0.00'

Before two years have passed, that reading changes nothing:
    >>> worked(READINGS, "fee", met_on="2024-03-15", leaving_on="2026-03-14", highest_rate="50", met_outside="no", reading="no-form-after-two-years")
    'fee 14040.00'

The guide's fee, nothing paid so far:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", met_outside="no", fees_paid="0", reading="fees-paid-offset")
    'fee 2999.00'

The guide's fee after 1,000 in fees:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", met_outside="no", fees_paid="1000", reading="fees-paid-offset")
    'fee 1999.00'

The guide's fee after 2,999 in fees:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", met_outside="no", fees_paid="2999", reading="fees-paid-offset")
    'fee 0.00'

The guide's fee never falls below nothing:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", met_outside="no", fees_paid="10000", reading="fees-paid-offset")
    'fee 0.00'

The member's share of 30,000 earned in two years:
    >>> worked(READINGS, "fee", met_on="2025-01-10", leaving_on="2026-01-10", met_outside="no", two_year_earnings="30000", reading="share-of-earnings")
    'fee 6000.00'

Knew each other before:
    >>> worked(READINGS, "fee", met_outside="yes")
    'fee 0.00'

Known before Upwork, as the guide with fees already paid reads it:
    >>> worked(READINGS, "fee", met_outside="yes", fees_paid="1000", reading="fees-paid-offset")
    'fee 0.00'

Known before Upwork, as the member with a share of earnings reads it:
    >>> worked(READINGS, "fee", met_outside="yes", two_year_earnings="30000", reading="share-of-earnings")
    'fee 0.00'

The first day that is covered:
    >>> worked(READINGS, "fee", met_on="2019-06-01", leaving_on="2020-04-03", highest_rate="50", met_outside="no")
    'fee 12480.00'

The day before that:
    >>> worked(READINGS, met_on="2019-06-01", leaving_on="2020-04-02", highest_rate="50", met_outside="no")
    'mistake leaving_on'

Leaving before you met:
    >>> worked(READINGS, met_on="2026-01-10", leaving_on="2026-01-09", highest_rate="50", met_outside="no")
    'mistake leaving_on'

Leaving on the day you met:
    >>> worked(READINGS, "fee", met_on="2026-01-10", leaving_on="2026-01-10", highest_rate="50", met_outside="no")
    'fee 14040.00'

Before two years have passed, the highest rate is asked for:
    >>> worked(READINGS, met_on="2025-01-10", leaving_on="2026-01-10", met_outside="no")
    'missing highest_rate'

Whether you knew each other before is asked first:
    >>> worked(READINGS, met_on="2025-01-10", leaving_on="2026-01-10")
    'missing met_outside'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.arithmetic import clamp
from calculators.runtime.charts import Chart
from calculators.runtime.dates import add_months
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Period, Reading, Rule, Version, step


class ConversionFee(Rule):
    """What does it cost to take a client off the platform? The reading adopted: at least two years."""

    id = "conversion-fee"
    question = "What does it cost to take a client off the platform?"
    short = "13.5% of a year's full-time work at your highest hourly rate, at least $1,000 and at most $50,000. Once two years have passed since you met, $1."
    sentence = "Leaving costs {fee}, once, for you and this client."
    policy_file = "policy/leaving/conversion-fee.yaml"
    dated_by = "leaving_on"
    answers: ClassVar[tuple[str, ...]] = ("fee",)
    periods = (
        Period(
            date(2020, 4, 3),
            None,
            ("member-tos-2020", "help-conversion-fee-12"),
            146,
            note="Before that day an opt-out fee was due. Its amount was not found.",
        ),
    )
    reading = Reading(
        "official",
        "At least two years",
        "adopted",
        "These are the words of the agreement, and its text comes before a summary of it.",
        ("mod-opt-out-2020", "blog-egregious-terms", "help-convert-contract"),
        151,
    )
    charts = (
        Chart("The fee, by the highest hourly rate", "highest_rate", "3", "250", ("fee",)),
        Chart("The fee, by the day of leaving", "leaving_on", "2025-01-10", "2027-12-31", ("fee",)),
    )

    met_on = Input[date](
        "date",
        "When did you and this client first meet on Upwork?",
        line=12,
        noun="Day you met",
        why="The two years run from the start of your relationship there. The first message or proposal is a good guess.",
    )

    leaving_on = Input[date](
        "date",
        "On which day would you leave?",
        line=17,
        noun="Day of leaving",
        why="The day decides which rules apply, and whether the two years have passed.",
        musts=(Must("leaving_on_must_1", "You can leave on the day you met ({met_on}) at the earliest. Change one of the two dates.", ("leaving_on",), 24),),
    )

    def leaving_on_must_1(self) -> bool:
        return self.leaving_on >= self.met_on  # line 24

    highest_rate = Input[Decimal](
        "money",
        "What is the freelancer's highest hourly rate?",
        line=27,
        noun="Highest hourly rate",
        why="Take the highest of three, with any client: the rate of an hourly contract on Upwork, a rate ever proposed, and the rate on the profile. Who works only at fixed prices takes the profile's rate.",
        per="hour",
    )

    met_outside = Input[bool](
        "yesno",
        "Did you know each other before you met on Upwork?",
        line=35,
        noun="Knew each other before",
        why="The fee is only for people who found each other on Upwork.",
    )

    fees_paid = Input[Decimal](
        "money",
        "How much in service fees has been paid on the work for this client?",
        line=40,
        noun="Service fees paid",
        why="Only one of the other readings uses it. The official fee does not depend on it.",
        optional=True,
    )

    two_year_earnings = Input[Decimal](
        "money",
        "How much would the freelancer earn from this client in the next two years?",
        line=46,
        noun="Earnings in two years",
        why="Only one of the other readings uses it. The official fee does not depend on it.",
        optional=True,
    )

    lock_in = Figure[int](
        "months",
        "Time bound to Upwork",
        Version(date(2020, 4, 3), None, 24, ("mod-opt-out-2020", "announce-ua-2022"), 58),
        line=54,
    )

    share_of_year = Figure[Decimal](
        "rate",
        "Share of a year's work",
        Version(date(2020, 4, 3), date(2022, 4, 30), Decimal("0.12"), ("help-conversion-fee-12", "ua-opt-out-clause", "member-tos-2020"), 65, note="The day it began is known only from a copied e-mail."),
        Version(date(2022, 5, 1), None, Decimal("0.135"), ("blog-egregious-terms", "repo-disintermediation-2026", "announce-ua-2022"), 70, note="The day 12% became 13.5% is not known. 1 May 2022, when terms that simplified the sum took effect, is the earliest day it can be tied to. 13.5% was still quoted in July 2026."),
        line=59,
    )

    hours_per_year = Figure[Decimal](
        "number",
        "Hours of full-time work in a year",
        Version(date(2020, 4, 3), None, Decimal("2080"), ("help-conversion-fee-12", "blog-egregious-terms"), 82),
        line=77,
    )

    lowest_fee = Figure[Decimal](
        "money",
        "Lowest fee",
        Version(date(2020, 4, 3), None, Decimal("1000"), ("help-conversion-fee-12", "ua-opt-out-clause"), 87),
        line=83,
    )

    highest_fee = Figure[Decimal](
        "money",
        "Highest fee",
        Version(date(2020, 4, 3), None, Decimal("50000"), ("help-conversion-fee-12", "ua-opt-out-clause"), 92),
        line=88,
    )

    fee_after_lock_in = Figure[Decimal](
        "money",
        "Fee once the time has passed",
        Version(date(2020, 4, 3), date(2022, 4, 30), Decimal("0.00"), ("help-conversion-fee-12", "mod-opt-out-2020"), 99),
        Version(date(2022, 5, 1), None, Decimal("1.00"), ("announce-ua-2022", "blog-one-dollar-fee"), 100, note="The terms date it to 1 May 2022. A footnote of the announcement was edited on 28 September 2022."),
        line=93,
    )

    @step("date", "Two years after you met", line=107)
    def two_years_end_on(self) -> date:
        return self.so(
            add_months(self.met_on, self.lock_in),
            "day you met plus time bound to Upwork",
            "The date keeps its day of the month; 29 February becomes 28 February.",
            ("met_on", "lock_in"),
            ("mod-opt-out-2020",),
        )

    @step("yesno", "The two years have passed", line=113)
    def two_years_passed(self) -> bool:
        return self.so(
            self.leaving_on >= self.two_years_end_on,
            "day of leaving is at least two years after you met",
            "The agreement says at least two years, so the day itself is enough.",
            ("leaving_on", "two_years_end_on"),
            ("mod-opt-out-2020", "blog-egregious-terms"),
        )

    @step("money", "A year of full-time work", line=119)
    def year_of_work(self) -> Decimal:
        return self.so(
            self.highest_rate * self.hours_per_year,
            "highest hourly rate × hours of full-time work in a year",
            "The fee is a share of what a year of full-time work costs at the highest rate.",
            ("highest_rate", "hours_per_year"),
            ("help-conversion-fee-12", "blog-egregious-terms"),
        )

    @step("money", "Conversion fee", line=125)
    def fee(self) -> Decimal:
        if self.met_outside:  # line 130
            return self.to_the_cent(
                Decimal(0),
                "$0.00",
                "The fee is only for people who met on Upwork.",
                ("met_outside",),
                ("mod-opt-out-2020", "help-any-hire"),
            )
        if self.two_years_passed:  # line 134
            return self.to_the_cent(
                self.fee_after_lock_in,
                "fee once the time has passed",
                "At least two years have passed since you met. The official form is due all the same.",
                ("met_outside", "two_years_passed", "fee_after_lock_in"),
                ("announce-ua-2022", "taking-freelancers-off-upwork"),
            )
        return self.to_the_cent(
            clamp(self.year_of_work * self.share_of_year, self.lowest_fee, self.highest_fee),
            "a year of full-time work × share of a year's work, but at least lowest fee and at most highest fee",
            "Less than two years have passed, so the full fee is due, between the lowest and the highest.",
            ("met_outside", "two_years_passed", "year_of_work", "share_of_year", "lowest_fee", "highest_fee"),
            ("help-conversion-fee-12", "blog-egregious-terms"),
        )


class OverTwoYears(ConversionFee):
    """More than two years: a reading that is disputed."""

    reading = Reading(
        "over-two-years",
        "More than two years",
        "disputed",
        "Upwork's announcement of 2022 says over two years. Then the small fee is due from the day after.",
        ("announce-ua-2022",),
        156,
    )

    @step("yesno", "The two years have passed", line=162)
    def two_years_passed(self) -> bool:
        return self.so(
            self.leaving_on > self.two_years_end_on,
            "day of leaving is more than two years after you met",
            "The announcement says over two years, so the day itself is not enough.",
            ("leaving_on", "two_years_end_on"),
            ("announce-ua-2022",),
        )


class NoFormAfterTwoYears(ConversionFee):
    """Nothing is due once two years have passed: a reading that is disputed."""

    reading = Reading(
        "no-form-after-two-years",
        "Nothing is due once two years have passed",
        "disputed",
        "A moderator's list of 2020 and later posts treat two years as simply exempt. Upwork's official text and another moderator say that the form and the $1 are due.",
        ("mod-opt-out-2020",),
        166,
    )

    fee_after_lock_in = Figure[Decimal](
        "money",
        "Fee once the time has passed",
        Version(date(2020, 4, 3), None, Decimal("0.00"), ("mod-opt-out-2020",), 178),
        line=174,
    )


class FeesPaidOffset(ConversionFee):
    """$2,999 less the service fees already paid: a reading that is contradicted."""

    reading = Reading(
        "fees-paid-offset",
        "$2,999 less the service fees already paid",
        "contradicted",
        "A guide of 2025 computes it so, at any time. No official text found has this sum. It may echo a schedule of 2018 or 2019, but that is not shown.",
        ("work-off-platform-guide",),
        179,
    )

    buy_out = Figure[Decimal](
        "money",
        "Fee named by the guide",
        Version(date(2020, 4, 3), None, Decimal("2999"), ("work-off-platform-guide",), 191),
        line=187,
    )

    @step("money", "Conversion fee", line=193)
    def fee(self) -> Decimal:
        if self.met_outside:  # line 195
            return self.to_the_cent(
                Decimal(0),
                "$0.00",
                "The guide, too, leaves out people who did not meet on Upwork.",
                ("met_outside",),
                ("work-off-platform-guide",),
            )
        return self.to_the_cent(
            max(Decimal(0), self.buy_out - self.fees_paid),
            "the largest of 0 and fee named by the guide − service fees paid",
            "The guide takes the fees already paid off its fee, down to nothing.",
            ("met_outside", "buy_out", "fees_paid"),
            ("work-off-platform-guide",),
        )


class ShareOfEarnings(ConversionFee):
    """Up to 20% of the next two years' earnings: a reading that is contradicted."""

    reading = Reading(
        "share-of-earnings",
        "Up to 20% of the next two years' earnings",
        "contradicted",
        "A member wrote so. It is not in any official text. What is shown is the most it could be.",
        ("taking-freelancers-off-upwork",),
        202,
    )

    share_of_two_years = Figure[Decimal](
        "rate",
        "Share named by the member",
        Version(date(2020, 4, 3), None, Decimal("0.20"), ("taking-freelancers-off-upwork",), 212),
        line=208,
    )

    @step("money", "Conversion fee", line=214)
    def fee(self) -> Decimal:
        if self.met_outside:  # line 216
            return self.to_the_cent(
                Decimal(0),
                "$0.00",
                "The member writes of people found on Upwork.",
                ("met_outside",),
                ("taking-freelancers-off-upwork",),
            )
        return self.to_the_cent(
            self.two_year_earnings * self.share_of_two_years,
            "earnings in two years × share named by the member",
            "This is the most the fee could be in the member's words.",
            ("met_outside", "two_year_earnings", "share_of_two_years"),
            ("taking-freelancers-off-upwork",),
        )


READINGS = (ConversionFee, OverTwoYears, NoFormAfterTwoYears, FeesPaidOffset, ShareOfEarnings)
