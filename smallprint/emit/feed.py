"""A checked policy in, an Atom feed (RFC 4287) of every change of every figure out, newest first.

Days and ids come from the policy files alone: whoever builds it, and whenever, gets the same feed.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from calculators.runtime.words import long_date
from smallprint.asking import last_checked
from smallprint.model import Policy
from smallprint.pages.timeline import Change, timeline
from smallprint.site import Site

ATOM = "http://www.w3.org/2005/Atom"
PATH = "docs/changes.xml"


def emit_feed(policy: Policy, site: Site) -> dict[str, str]:
    """The feed's text by its path from the project's folder."""
    changes = [change for year in timeline(policy) for _, found in year.days for change in found]
    feed = Element("feed", xmlns=ATOM)
    _text(feed, "id", f"{_tag(site)}changes")
    _text(feed, "title", f"{site.name}: changes")
    _text(feed, "subtitle", site.notice)
    _text(feed, "updated", _moment(max([last_checked(policy), *(change.day for change in changes)])))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{site.address}changes.xml")
    SubElement(feed, "link", rel="alternate", type="text/html", href=f"{site.address}timeline/")
    _text(SubElement(feed, "author"), "name", site.name)
    for change in changes:
        _entry(feed, change, site)
    indent(feed)
    return {PATH: '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"}


def _entry(feed: Element, change: Change, site: Site) -> None:
    rule, figure = change.rule, change.figure
    reading = f"{change.reading.id}/" if change.reading else ""
    page = f"{site.page(rule.topic, rule.id)}#{change.place}"
    entry = SubElement(feed, "entry")
    _text(entry, "id", f"{_tag(site)}{rule.id}/{reading}{figure.name}/{change.day.isoformat()}")
    _text(entry, "title", f"{figure.label}: {_became(change)}")
    _text(entry, "updated", _moment(change.day))
    SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    SubElement(entry, "category", term=str(rule.id), label=str(rule.question))
    words = [f"From {long_date(change.day)}. {rule.question}"]
    words += [f"Only as some read it: {change.reading.title}."] if change.reading else []
    _text(entry, "summary", " ".join([*words, *([change.note] if change.note else [])]))


def _became(change: Change) -> str:
    match change.kind:
        case "first":
            return f"first known, {change.after}"
        case "same":
            return f"still {change.after}"
        case "ended":
            return f"no longer {change.before}, and nothing is known from then on"
    return f"{change.before} became {change.after}" if change.before else change.after


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _tag(site: Site) -> str:
    """The beginning of every id, which stays when the site moves to another path (RFC 4151)."""
    return f"tag:{urlsplit(site.address).hostname},2026:"
