"""Two states in, the guide's pages that differ out: each made from both, so that no change of a page is missed."""

from __future__ import annotations

from pathlib import Path

from smallprint.emit.guides import emit_guides
from smallprint.emit.pages import emit_pages
from smallprint.impact.state import State
from smallprint.site import Site

# Where the guide stands is the same for both, and changes none of its pages.
NOWHERE = Site("", "", "", "", "")


def pages_touched(root: Path, before: State, after: State) -> tuple[str, ...]:
    """The paths of pages that are new, gone or not the same; `root` has the guides by hand."""
    if before.policy == after.policy:
        return ()
    old, new = _pages(root, before), _pages(root, after)
    return tuple(path for path in sorted(old.keys() | new.keys()) if old.get(path) != new.get(path))


def _pages(root: Path, state: State) -> dict[str, str]:
    guides = emit_guides(root, state.placed, state.ask)
    return {**emit_pages(state.policy, state.bare, state.ask, state.draw, NOWHERE), **guides.pages}
