"""What stops a calculation: an input still missing, an input that cannot be, a day no published rule covers."""

from __future__ import annotations

from collections.abc import Mapping

NO_OFFERS: Mapping[str, tuple[str, ...]] = {}


class Missing(Exception):
    """Inputs that are needed next and were not given; `names` in the order they were touched."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"not given: {', '.join(names)}")
        self.names = names


class Mistake(Exception):
    """Inputs that cannot be used, each with what to do about it: pairs of input name and message.

    `offers` has by input name what can have been meant, each as it can be typed.
    """

    def __init__(self, about: tuple[tuple[str, str], ...], offers: Mapping[str, tuple[str, ...]] = NO_OFFERS) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in about))
        self.about = about
        self.offers = offers


class NotCovered(Mistake):
    """No published rule is known for this day."""

    def __init__(self, dated_by: str, message: str) -> None:
        super().__init__(((dated_by, message),))


class Unreadable(Exception):
    """A typed text that is no value of its input's kind; the words say what to write instead.

    `offers` are the ways to write what can have been meant, where there are few.
    """

    def __init__(self, words: str, *offers: str) -> None:
        super().__init__(words)
        self.offers = offers
