"""A checked policy in, its rules, procedures and sources as JSON out, for other people's programs.

Each page has its data beside it, and `rules.json` lists all of them. Their shape is docs/guide.schema.json.
"""

from __future__ import annotations

import json

from smallprint.asking import Ask
from smallprint.data.facts import (
    answers_of,
    figures_of,
    of_examples,
    of_input,
    of_notes,
    of_period,
    of_reading,
    of_source,
    said,
    texts,
)
from smallprint.model import Policy, Rule
from smallprint.model.procedures import Procedure
from smallprint.pages.register import rests_on, sources_of
from smallprint.site import Site
from smallprint.versions import version_of


def emit_data(policy: Policy, ask: Ask, site: Site) -> dict[str, str]:
    """The text of each file by its path from the project's folder, such as `docs/fees/service-fee.json`."""
    files = {f"docs/{rule.topic}/{rule.id}.json": _rule(rule, policy, ask, site) for rule in policy.rules}
    files |= {f"docs/{one.topic}/{one.id}.json": _procedure(one, policy, site) for one in policy.procedures}
    files["docs/rules.json"] = _index(policy, site)
    files["docs/sources.json"] = _sources(policy, site)
    return {path: json.dumps(data, ensure_ascii=False, indent=1) + "\n" for path, data in files.items()}


def _head(page: Rule | Procedure, site: Site) -> dict[str, object]:
    return {
        "id": str(page.id),
        "topic": page.topic,
        "question": str(page.question),
        "short": str(page.short),
        "page": site.page(page.topic, page.id),
        "data": f"{site.address}{page.topic}/{page.id}.json",
    }


def _about(page: Rule | Procedure, policy: Policy, site: Site) -> dict[str, object]:
    rests = list(rests_on([page], policy))
    return {
        "policy_file": site.file(page.path),
        "notice": site.notice,
        **said(
            **{"for": texts(page.roles)},
            confidence=page.confidence,
            checked=min((one.checked.isoformat() for one in rests if one.checked), default=None),
            check_by=min((one.check_by.isoformat() for one in rests if one.check_by), default=None),
        ),
    }


def _rule(rule: Rule, policy: Policy, ask: Ask, site: Site) -> dict[str, object]:
    return {
        "kind": "rule",
        **_head(rule, site),
        **_about(rule, policy, site),
        "version": version_of(rule, policy),
        "dated_by": str(rule.dated_by),
        "inputs": [of_input(one) for one in rule.inputs],
        "answers": answers_of(rule),
        "figures": figures_of(rule),
        "periods": [of_period(period) for period in rule.periods],
        "readings": [of_reading(reading) for reading in rule.readings],
        "examples": of_examples(rule, ask),
        "notes": of_notes(rule.notes),
        "not_covered": texts(rule.not_covered),
        "not_known": texts(rule.not_known),
        "sources": [of_source(source) for source in sources_of(rule, policy)],
    }


def _procedure(procedure: Procedure, policy: Policy, site: Site) -> dict[str, object]:
    steps = [
        said(who=str(one.who), do=str(one.do), rule=str(one.rule), note=one.note, sources=texts(one.sources))
        for one in procedure.steps
    ]
    return {
        "kind": "procedure",
        **_head(procedure, site),
        **_about(procedure, policy, site),
        **said(since=procedure.since),
        "steps": steps,
        "effects": texts(procedure.effects),
        "notes": of_notes(procedure.notes),
        "not_known": texts(procedure.not_known),
        "sources": [of_source(source) for source in sources_of(procedure, policy)],
    }


def _index(policy: Policy, site: Site) -> dict[str, object]:
    return {
        "name": site.name,
        "about": site.about,
        "notice": site.notice,
        "address": site.address,
        "shape": f"{site.address}guide.schema.json",
        "sources": f"{site.address}sources.json",
        "changes": f"{site.address}changes.xml",
        "rules": [_head(rule, site) for rule in policy.rules],
        "procedures": [_head(procedure, site) for procedure in policy.procedures],
    }


def _sources(policy: Policy, site: Site) -> dict[str, object]:
    return {"notice": site.notice, "sources": [of_source(source) for source in policy.sources.values()]}
