"""A stretch of work in, the same without looking for garbage meanwhile: what a check makes, it needs until its end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Looking for garbage takes up to a quarter of a check's time, in vain; what was so before is so again after."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
