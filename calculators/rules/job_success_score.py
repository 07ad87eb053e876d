"""What is my Job Success Score?

About the share of your jobs that went well, less those that went badly. Since November 2020 jobs without feedback no longer count.

Written from policy/standing/job-success-score.yaml by `python -m smallprint build`: change that file, not this one.

Its figures are published by:
- announce-jss-2015: Introduction of the Job Success Score
- announce-jss-no-feedback-2020: Contracts without feedback
- help-jss-2025: Facts about the Job Success Score
- help-jss-changes: Reasons for a change of the score
- member-jss-2019: A score of 75 after four jobs

Worked examples:

    >>> from calculators.runtime.worked import worked

Three good jobs and a silent one in 2019:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="1", idle_open="0", counted_on="2019-06-01")
    'score 0.75'

Three good jobs and one left open, in 2019:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="0", idle_open="1", counted_on="2019-06-01")
    'score 0.75'

The same today:
    >>> worked(READINGS, "score", successful="3", negative="0", counted_on="2026-06-01")
    'score 1'

The same, if the open one counts as bad:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="0", idle_open="1", counted_on="2019-06-01", reading="idle-as-negative")
    'score 0.5'

The same today, if the open one counts as bad:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="0", idle_open="1", counted_on="2026-06-01", reading="idle-as-negative")
    'score 0.5'

The same today, if all are in the total:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="0", idle_open="1", counted_on="2026-06-01", reading="all-in-total")
    'score 0.75'

The same in 2019, if idle ones do not count:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="0", idle_open="1", counted_on="2019-06-01", reading="idle-excluded")
    'score 1'

A silent one and an idle one, if idle ones do not count:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="1", idle_open="1", counted_on="2019-06-01", reading="idle-excluded")
    'score 0.75'

Three good jobs and a bad one:
    >>> worked(READINGS, "score", successful="3", negative="1", counted_on="2026-06-01")
    'score 0.5'

Three good, one bad, two silent and two idle in 2019:
    >>> worked(READINGS, "score", successful="3", negative="1", without_feedback="2", idle_open="2", counted_on="2019-06-01")
    'score 0.25'

The same, if idle ones count as bad:
    >>> worked(READINGS, "score", successful="3", negative="1", without_feedback="2", idle_open="2", counted_on="2019-06-01", reading="idle-as-negative")
    'score 0'

More bad than good is still zero:
    >>> worked(READINGS, "score", successful="1", negative="3", counted_on="2026-06-01")
    'score 0'

19 good and one bad are 90, the score for an excellent freelancer:
    >>> worked(READINGS, "score", successful="19", negative="1", counted_on="2026-06-01")
    'score 0.9'

The last day on which all jobs counted:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="1", idle_open="0", counted_on="2020-11-07")
    'score 0.75'

The first day on which only feedback counts:
    >>> worked(READINGS, "score", successful="3", negative="0", without_feedback="1", idle_open="0", counted_on="2020-11-08")
    'score 1'

Nothing counts yet:
    >>> worked(READINGS, successful="0", negative="0", counted_on="2026-06-01")
    'mistake successful'

In 2019, only silent jobs count for nothing:
    >>> worked(READINGS, "score", successful="0", negative="0", without_feedback="2", idle_open="0", counted_on="2019-06-01")
    'score 0'

Today, only silent jobs mean no score yet:
    >>> worked(READINGS, successful="0", negative="0", without_feedback="2", idle_open="0", counted_on="2026-06-01")
    'mistake successful'

The first day that is covered:
    >>> worked(READINGS, "score", successful="4", negative="1", without_feedback="0", idle_open="0", counted_on="2015-03-01")
    'score 0.6'

The day before that:
    >>> worked(READINGS, successful="4", negative="1", without_feedback="0", idle_open="0", counted_on="2015-02-28")
    'mistake counted_on'

In 2019, silent jobs are asked for as well:
    >>> worked(READINGS, successful="3", negative="0", counted_on="2019-06-01")
    'missing without_feedback'

Today, only good and bad ones are asked for:
    >>> worked(READINGS, successful="3", counted_on="2026-06-01")
    'missing negative'
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from calculators.runtime.arithmetic import divide
from calculators.runtime.charts import Chart
from calculators.runtime.questions import Input, Must
from calculators.runtime.rule import Figure, Reading, Rule, Version, step


class JobSuccessScore(Rule):
    """What is my Job Success Score? The reading adopted: what the announcements say."""

    id = "job-success-score"
    question = "What is my Job Success Score?"
    short = "About the share of your jobs that went well, less those that went badly. Since November 2020 jobs without feedback no longer count."
    sentence = "By the simple sum your score is {score}. Weights and private feedback can move it."
    policy_file = "policy/standing/job-success-score.yaml"
    dated_by = "counted_on"
    answers: ClassVar[tuple[str, ...]] = ("score",)
    reading = Reading(
        "official",
        "What the announcements say",
        "adopted",
        "Upwork announced what counts, and from when. The exact sum is not published.",
        ("announce-jss-2015", "announce-jss-no-feedback-2020", "help-jss-2018", "help-jss-2025"),
        91,
    )
    charts = (
        Chart("The score, as bad outcomes are added", "negative", "0", "20", ("score",)),
    )

    successful = Input[int](
        "count",
        "How many jobs ended well?",
        line=12,
        noun="Jobs that went well",
        why="Jobs with good feedback, public and private. Private feedback is not shown to you, so this is a guess.",
        musts=(Must("successful_must_1", "There is no score yet, because nothing counts so far. Enter the jobs that ended with feedback.", ("successful",), 18),),
    )

    def successful_must_1(self) -> bool:
        return self.counted_jobs > 0  # line 18

    negative = Input[int](
        "count",
        "How many ended badly?",
        line=20,
        noun="Jobs that went badly",
        why="Jobs with bad feedback, public or private.",
    )

    without_feedback = Input[int](
        "count",
        "How many ended without any feedback?",
        line=25,
        noun="Jobs without feedback",
        why="They counted until November 2020.",
    )

    idle_open = Input[int](
        "count",
        "How many are still open with nothing happening?",
        line=30,
        noun="Idle open jobs",
        why="Whether they count is the oldest dispute about the score.",
    )

    counted_on = Input[date]("date", "For which day?", line=35, noun="Day", why="What counts has changed.")

    what_counts = Figure[str](
        "choice",
        "What counts",
        Version(date(2015, 3, 1), date(2020, 11, 7), "everything", ("announce-jss-2015", "help-jss-changes", "member-jss-2019"), 50, note="Official texts of these years differ."),
        Version(date(2020, 11, 8), None, "feedback-only", ("announce-jss-no-feedback-2020", "help-jss-2025"), 56, note="In 2025 a contract without payment and without feedback has no effect either."),
        line=43,
        options={"everything": "all jobs, also those without feedback and idle ones", "feedback-only": "jobs with feedback"},
    )

    @step("count", "Jobs that count", line=63)
    def counted_jobs(self) -> int:
        if self.what_counts == "everything":  # line 67
            return self.so(
                ((self.successful + self.negative) + self.without_feedback) + self.idle_open,
                "jobs that went well + jobs that went badly + jobs without feedback + idle open jobs",
                "Until November 2020, jobs without feedback and idle ones were in the total.",
                ("what_counts", "successful", "negative", "without_feedback", "idle_open"),
                ("announce-jss-2015", "member-jss-2019"),
            )
        return self.so(
            self.successful + self.negative,
            "jobs that went well + jobs that went badly",
            "Only jobs with feedback are in the total.",
            ("what_counts", "successful", "negative"),
            ("announce-jss-no-feedback-2020", "help-jss-2025"),
        )

    @step("count", "Good jobs less bad ones", line=74)
    def good_less_bad(self) -> int:
        return self.so(
            self.successful - self.negative,
            "jobs that went well − jobs that went badly",
            "A bad job takes away as much as a good one brings.",
            ("successful", "negative"),
            ("announce-jss-2015", "help-jss-2018"),
        )

    @step("rate", "Job Success Score", line=80)
    def score(self) -> Decimal:
        return self.so(
            max(Decimal(0), divide(self.good_less_bad, self.counted_jobs)),
            "the largest of 0 and good jobs less bad ones ÷ jobs that count",
            "The score is never below zero. The site shows it in whole percent; this is not rounded.",
            ("good_less_bad", "counted_jobs"),
            ("announce-jss-2015", "help-jss-2018"),
        )


class AllInTotal(JobSuccessScore):
    """All jobs are in the total: a reading that is outdated."""

    reading = Reading(
        "all-in-total",
        "All jobs are in the total",
        "outdated",
        "It was so until 7 November 2020. Some accounts still describe it.",
        ("upwork-my-story", "member-jss-2019"),
        96,
    )

    @step("count", "Jobs that count", line=102)
    def counted_jobs(self) -> int:
        return self.so(
            ((self.successful + self.negative) + self.without_feedback) + self.idle_open,
            "jobs that went well + jobs that went badly + jobs without feedback + idle open jobs",
            "Silent and idle jobs are in the total and bring nothing.",
            ("successful", "negative", "without_feedback", "idle_open"),
            ("member-jss-2019", "upwork-my-story"),
        )


class IdleAsNegative(JobSuccessScore):
    """Idle jobs count as bad ones: a reading that is contradicted."""

    reading = Reading(
        "idle-as-negative",
        "Idle jobs count as bad ones",
        "contradicted",
        "A member was told so by support in 2017. Then it was a matter of dispute; since 8 November 2020 the official text contradicts it.",
        ("member-jss-open-2017",),
        106,
    )

    @step("count", "Jobs that count", line=114)
    def counted_jobs(self) -> int:
        return self.so(
            ((self.successful + self.negative) + self.without_feedback) + self.idle_open,
            "jobs that went well + jobs that went badly + jobs without feedback + idle open jobs",
            "All jobs are in the total.",
            ("successful", "negative", "without_feedback", "idle_open"),
            ("member-jss-open-2017",),
        )

    @step("count", "Good jobs less bad ones", line=118)
    def good_less_bad(self) -> int:
        return self.so(
            (self.successful - self.negative) - self.idle_open,
            "jobs that went well − jobs that went badly − idle open jobs",
            "An idle job takes away as much as a bad one.",
            ("successful", "negative", "idle_open"),
            ("member-jss-open-2017",),
        )


class IdleExcluded(JobSuccessScore):
    """Idle jobs do not count, silent ones do: a reading that is disputed."""

    reading = Reading(
        "idle-excluded",
        "Idle jobs do not count, silent ones do",
        "disputed",
        "The announcement of 2015 leaves out contracts that are idle through the client's fault. Since November 2020 silent ones are left out too.",
        ("announce-jss-2015",),
        122,
    )

    @step("count", "Jobs that count", line=130)
    def counted_jobs(self) -> int:
        return self.so(
            (self.successful + self.negative) + self.without_feedback,
            "jobs that went well + jobs that went badly + jobs without feedback",
            "Idle jobs are left out; jobs without feedback are in the total.",
            ("successful", "negative", "without_feedback"),
            ("announce-jss-2015",),
        )


READINGS = (JobSuccessScore, AllInTotal, IdleAsNegative, IdleExcluded)
