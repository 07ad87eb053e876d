"""A built site's folder in; `_headers` out: what a host should send, with a policy that names each inline script.

The theme has a few scripts inside its pages. A Content-Security-Policy without `unsafe-inline` has to name them by
their hashes, which only the finished pages tell. Several hosts read `_headers` as it is; others want it in their words.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

NAME = "_headers"
# Of files whose name holds a hash of their content, and of nothing else.
NAMED_BY_CONTENT = re.compile(r"assets/bundle/[\w.]+-[0-9a-f]{12}\.\w+|assets/[\w/]+\.[0-9a-f]{8}\.min\.\w+")

# The pages are the theme's and ours, whose texts are escaped: no parser is needed, which would take seconds.
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.S | re.I)
ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?""")
# The types of scripts that run, the first being none.
RUN = ("", "module", "text/javascript", "importmap", "speculationrules")


def write_headers(site: Path) -> Path:
    """Write `_headers` to the folder of a finished site, and return its path."""
    pages = (page.read_text("utf-8") for page in sorted(site.rglob("*.html")))
    every = {
        "Content-Security-Policy": content_security_policy(pages),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    forever = {"Cache-Control": "public, max-age=31536000, immutable"}
    files = sorted(path.relative_to(site).as_posix() for path in site.glob("assets/**/*"))
    named = [f"/{path}" for path in files if NAMED_BY_CONTENT.fullmatch(path)]
    releases = [f"/assets/{folder.name}/*" for folder in sorted(site.glob("assets/release-*"))]
    parts = [("/*", every), ("/embed.mjs", {"Access-Control-Allow-Origin": "*"})]
    parts += [(path, forever) for path in [*releases, *named]]
    lines = [f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in sent.items()) for path, sent in parts]
    (site / NAME).write_text("".join(lines), "utf-8")
    return site / NAME


def content_security_policy(pages: Iterable[str]) -> str:
    """A policy under which these pages work, and nothing else does: no other host, no script that is not theirs."""
    scripts = " ".join(sorted({_source(script) for page in pages for script in inline_scripts(page)}))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {scripts}".strip(),
            "style-src 'self'",
            "img-src 'self' data:",  # the theme's icons are in its styles
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def inline_scripts(page: str) -> list[str]:
    """The text of each script inside a page that a browser would run; scripts of other types are data.

    >>> inline_scripts('<script>one()</script><script src="a.js"></script><script type="text/json">{}</script>')
    ['one()']
    """
    scripts = ((_attributes(tag), text) for tag, text in SCRIPT.findall(page))
    return [text for given, text in scripts if "src" not in given and given.get("type", "").lower() in RUN]


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): value.strip("\"'") for name, value in ATTRIBUTE.findall(tag)}


def _source(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
