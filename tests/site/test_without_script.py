"""What every rule's page says before any script: answer, worked examples, versions, pictures, what changes it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import cast

import pytest

from calculators.ask import ask
from smallprint.asking import last_checked
from smallprint.model import Rule
from smallprint.pages.worked import Answer
from tests.real import real_policy

POLICY = real_policy()
TODAY = last_checked(POLICY)
# What stands on a rule's page, from the top.
ORDER = (
    "rules-line", "<form", "calculator-answer", "pictures", "calculator-next", "compare-with", "examples", "around",
    "readings", "limits", "source-list", "suggest",
)  # fmt: skip


@pytest.mark.parametrize("rule", POLICY.rules, ids=lambda rule: str(rule.id))
def test_a_rules_page_answers_its_question_for_its_examples(rule: Rule, site: Path) -> None:
    page = without_scripts((site / str(rule.topic) / str(rule.id) / "index.html").read_text("utf-8"))
    said = text_of(page)
    assert told(rule.question) in said
    assert told(rule.short) in said
    missing = [words for words in worked(rule) if told(words) not in said]
    assert missing == []
    assert page.count('<details class="example"') == len(rule.examples)
    pictures = re.findall(r'<figure class="picture".*?</figure>', page, re.DOTALL)
    assert len(pictures) >= len(rule.charts)
    for picture in pictures:
        assert picture.count("<svg") == 2, "one for a desk, one for a phone"
        assert "<table" in picture
    for chart in rule.charts:
        assert any(told(chart.title) in text_of(picture) for picture in pictures)
    assert '<ol class="versions"' in page
    assert "What would change the answer" in said
    assert "What it was over the years" in said
    assert "without JavaScript, use the worked examples below" in said
    found = [place_of(part, page) for part in ORDER]
    assert [place for place in found if place >= 0] == sorted(place for place in found if place >= 0)
    assert (place_of("calculator-next", page) >= 0) == bool(rule.next)


def place_of(part: str, page: str) -> int:
    """Where a part of the page begins; -1 where it has none."""
    return page.find(part if part.startswith("<") else f'class="{part}"')


def worked(rule: Rule) -> list[str]:
    """The sentences, figures and words about mistakes that the calculator gives to the rule's examples."""
    words: list[str] = []
    for example in rule.examples:
        typed = {str(name): str(value) for name, value in example.given}
        answer = cast(Answer, ask(rule.id, typed, TODAY, example.reading or None))
        words += [str(example.title), *(mistake["message"] for mistake in answer.get("errors", ()))]
        if not answer.get("errors") and not answer["missing"]:
            words.append(answer["sentence"])
            words += [step["shown"] for step in answer["steps"] if not isinstance(step["value"], list)]
    return words


def without_scripts(page: str) -> str:
    """The page's own part, as one has it with scripts turned off."""
    (body,) = re.findall(r'<div class="md-content".*?</article>', page, re.DOTALL)
    return re.sub(r"<script\b.*?</script>", "", body, flags=re.DOTALL)


def text_of(markup: str) -> str:
    """What one reads of a markup."""
    return told(unescape(re.sub(r"<[^>]+>", "", markup)))


def told(words: str) -> str:
    """Words with single spaces between them."""
    return " ".join(words.split())
