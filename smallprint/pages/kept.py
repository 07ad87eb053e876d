"""A rule and the policy's files in, the rule's page out: made anew only where a file that it is made from changed.

A server that shows changes as they are saved builds the guide again and again, and mostly one file differs. What is
compared is text as it stands in the files, so that nothing that could change a page is overlooked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from smallprint.model import Policy, Rule
from smallprint.uses import applied_rules, steps_everywhere

# Pages of a guide ten times as large as ours; a page has some 100 kB.
MOST = 500
_PAGES: dict[tuple[object, ...], str] = {}


class Pages:
    """The pages of one build. `files` has each policy file's lines by path; where one is lacking, nothing is kept."""

    def __init__(self, policy: Policy, files: Mapping[str, Sequence[str]], *others: object) -> None:
        self.policy = policy
        self.files = files
        paths = {rule.path for rule in policy.rules}
        self.shared = (
            *others,
            # What other pages say of a rule: its question, its inputs, its short answer.
            *(repr((rule.id, rule.topic, rule.question, rule.short, rule.inputs)) for rule in policy.rules),
            *(tuple(lines) for path, lines in files.items() if path not in paths),
        )

    def of(self, rule: Rule, make: Callable[[], str]) -> str:
        """The page of a rule, by `make` unless it was made of the very same before."""
        if rule.path not in self.files:
            return make()
        made_of = [tuple(self.files[self.policy.rule(id).path]) for id in sorted(self._builds_on(rule))]
        key = (rule.path, self.shared, *made_of)
        page = _PAGES.pop(key, None)
        if page is None:
            page = make()
        _PAGES[key] = page  # the ones used last stand last
        while len(_PAGES) > MOST:
            del _PAGES[next(iter(_PAGES))]
        return page

    def _builds_on(self, rule: Rule) -> set[str]:
        """The rule and all that it asks, by id: its answers come from all their files."""
        found: set[str] = set()
        ahead = [str(rule.id)]
        while ahead:
            id = ahead.pop()
            if id not in found:
                found.add(id)
                ahead += [str(other) for other in applied_rules(steps_everywhere(self.policy.rule(id)))]
        return found
