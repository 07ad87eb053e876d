"""Parts of a page that MkDocs need not read through: the page is the same as if it had."""

from __future__ import annotations

from markdown import markdown

from smallprint.set_aside import put_back, set_aside

PAGE = """# Fee

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
"""


def test_finished_parts_leave_a_place_and_come_back() -> None:
    rest, parts = set_aside(PAGE)
    assert [part.split('"')[1] for part in parts] == ["examples", "pictures"]
    assert "Five" not in rest
    assert "Six" in rest
    assert put_back(rest, parts) == PAGE


def test_the_page_is_what_it_would_have_been() -> None:
    rest, parts = set_aside(PAGE)
    assert put_back(markdown(rest), parts) == markdown(PAGE)


def test_a_place_that_a_writer_made_stays() -> None:
    own = '<div data-set-aside="7"></div>'
    assert put_back(own, ["one"]) == own
