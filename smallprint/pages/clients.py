"""A policy in, what the page of a reader's own clients and that of comparisons show out, and hand to their scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from smallprint.asking import Ask, last_checked
from smallprint.client_settings import keeps, layout, shows, takes
from smallprint.model import Policy, Rule
from smallprint.model.clients import Clients
from smallprint.pages.form import Question, form
from smallprint.pages.topics import topics_of


def clients_page(policy: Policy, clients: Clients, ask: Ask, up: str) -> Mapping[str, object]:
    """What the template of the clients' page takes: its settings as JSON, the rules it asks, and the fee's rule."""
    fee = policy.rule(clients.statements.fee.rule)
    asked = [policy.rule(id) for id in dict.fromkeys(show.rule for show in clients.shows)]
    linked = {str(rule.id): rule for rule in (fee, *asked)}
    kept = keeps(clients)
    settings = {
        "layout": layout(clients),
        "keeps": {
            str(one.name): {**kept[str(one.name)], "noun": one.noun, "ask": one.ask, "fills": one.fills}
            for one in clients.keeps
        },
        "shows": shows(clients),
        "inputs": {one.name: _asked(one) for one in _questions(fee, ask, last_checked(policy))},
        "of": {
            "rule": str(fee.id),
            "rules": {id: _page(rule, up) for id, rule in linked.items()},
            "readings": {str(reading.id): str(reading.title) for reading in fee.readings},
        },
    }
    return {"clients": clients, "settings": json.dumps(settings), "asked": asked, "fee": fee}


def compare_page(policy: Policy, clients: Clients, ask: Ask, up: str) -> Mapping[str, object]:
    """What the template of comparisons takes: settings as JSON, the comparisons, and the rules by topic."""
    settings = {
        "rules": {str(rule.id): _page(rule, up) for rule in policy.rules},
        "comparisons": {
            str(one.id): {
                "question": str(one.question),
                "rule": str(one.rule),
                "takes": takes(one),
                "names": [str(one.first), str(one.second)],
            }
            for one in clients.compares
        },
    }
    topics = [topic for topic in topics_of(policy) if topic.rules]
    return {"settings": json.dumps(settings), "compared": clients.compares, "topics": topics}


def _questions(rule: Rule, ask: Ask, today: date) -> Iterable[Question]:
    found = form(rule, ask, today)
    return (*found.needed, *found.optional, *found.comparing)


def _asked(one: Question) -> Mapping[str, object]:
    return {"ask": one.ask, "why": one.why, "unit": one.unit, "options": one.options}


def _page(rule: Rule, up: str) -> Mapping[str, str]:
    return {"address": f"{up}{rule.topic}/{rule.id}/", "question": str(rule.question)}
