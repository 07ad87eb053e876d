"""A policy's text in, the same text out for a place where Markdown or HTML has a meaning."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping

# Anything else becomes a numeric entity, so that no mark of Markdown or HTML keeps its meaning.
NOT_PLAIN = re.compile(r"[^\w ,.?'%$;:()/-]")


def heading(text: str) -> str:
    """A text for a Markdown heading or sentence: shown as it is, whatever marks it has.

    >>> heading("What is *this* <b>?")
    'What is &#42;this&#42; &#60;b&#62;?'
    """
    return NOT_PLAIN.sub(lambda mark: f"&#{ord(mark[0])};", text)


def data(found: Mapping[str, object]) -> str:
    """Data as a value in a page's front matter: JSON, in which no sign begins or ends anything in HTML.

    >>> data({"name": "</script> & more"})
    '{"name": "\\\\u003c/script\\\\u003e \\\\u0026 more"}'
    """
    return json.dumps(found, ensure_ascii=False).translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})


def front(text: str) -> str:
    """A text as a value in a page's front matter, escaped for the HTML the theme writes it into.

    >>> front('Fees & "dates"')
    '"Fees &amp; &quot;dates&quot;"'
    """
    return json.dumps(html.escape(text), ensure_ascii=False)
