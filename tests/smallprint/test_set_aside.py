"""Parts of a page that MkDocs need not read through: the page is the same as if it had."""

from __future__ import annotations

from functools import partial

from markdown import markdown

from smallprint.set_aside import put_back, set_aside

PAGE = '''# Fee

<section class="examples" data-search-exclude>
<p>One &amp; two, \\1, *three*.</p>
<div>

four</div>
</section>

Between.

<section class="pictures" data-rule="fee" data-search-exclude>
<p>Five</p>
</section>

<section class="reading">
<p>Six</p>
</section>

## As Python

??? note "The module that works it out"

    ``` python
    """Seven & *eight*."""

    def fee(amount: int) -> str:
        return f"<b>{amount}</b>"
    ```

The end.
'''
LIKE_MKDOCS = partial(
    markdown,
    extensions=["pymdownx.details", "pymdownx.superfences", "pymdownx.highlight"],
    extension_configs={"pymdownx.highlight": {"anchor_linenums": False}},
)


def test_finished_parts_leave_a_place_and_come_back() -> None:
    rest, parts = set_aside(PAGE)
    assert [part.split('"')[1] for part in parts] == ["examples", "pictures", "note"]
    assert "Five" not in rest
    assert "Six" in rest
    assert "Seven" not in rest
    assert "The end." in rest
    assert put_back(rest, parts[:2]).startswith(PAGE[: PAGE.index("???")])


def test_the_page_is_what_it_would_have_been_but_that_the_search_leaves_the_module_out() -> None:
    rest, parts = set_aside(PAGE)
    made = put_back(LIKE_MKDOCS(rest), parts)
    assert '<details class="note" data-search-exclude>' in made
    made = made.replace('class="note" data-search-exclude', 'class="note"')
    assert without_blanks(made) == without_blanks(LIKE_MKDOCS(PAGE))


def test_a_place_that_a_writer_made_stays() -> None:
    own = '<div data-set-aside="7"></div>'
    assert put_back(own, ["one"]) == own


def without_blanks(html: str) -> list[str]:
    """Its lines but those between blocks, which a browser passes over."""
    return [line for line in html.splitlines() if line]
