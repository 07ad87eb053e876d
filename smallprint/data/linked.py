"""A page in, what it says of itself in schema.org's words out, for programs that read pages (JSON-LD)."""

from __future__ import annotations

from smallprint.model import Policy, Rule
from smallprint.model.procedures import Procedure
from smallprint.pages.register import sources_of
from smallprint.site import Site

type Data = dict[str, object]


def linked(page: Rule | Procedure, policy: Policy, topic: str, site: Site) -> Data:
    """A question with its short answer, what it is based on, and where the page stands in the guide."""
    address = site.page(page.topic, page.id)
    sources = sources_of(page, policy)
    based = [{"@type": "CreativeWork", "name": str(one.title), **_url(one.address)} for one in sources]
    crumbs = [(site.name, site.address), (topic, f"{site.address}{page.topic}/"), (str(page.question), address)]
    return {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebPage",
                "@id": address,
                "url": address,
                "name": str(page.question),
                "description": str(page.short),
                "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.address},
                "disambiguatingDescription": site.notice,
                "mainEntity": _answered(page, address),
                **({"lastReviewed": min(one.checked for one in sources).isoformat()} if sources else {}),
                **({"isBasedOn": based} if based else {}),
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": position, "name": name, "item": url}
                    for position, (name, url) in enumerate(crumbs, 1)
                ],
            },
        ],
    }


def _answered(page: Rule | Procedure, address: str) -> Data:
    if isinstance(page, Rule):
        answer = {"@type": "Answer", "text": str(page.short), "url": address}
        return {"@type": "Question", "name": str(page.question), "acceptedAnswer": answer}
    steps = [{"@type": "HowToStep", "text": str(step.do)} for step in page.steps]
    return {"@type": "HowTo", "name": str(page.question), "description": str(page.short), "step": steps}


def _url(address: str) -> Data:
    return {"url": address} if address else {}
