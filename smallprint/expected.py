"""An example's expectations in, the same in the form the calculators give them out: `fee 110` becomes `fee 110.00`."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from smallprint.model import Example, Rule

INSTEAD = ("missing", "mistake")


def expected(example: Example, rule: Rule) -> dict[str, str]:
    """What each answer should be, written as `worked` writes it; a value that cannot be read stays as it was typed."""
    kinds = {str(step.name): step.kind for step in rule.steps}
    return {str(name): canonical(str(text), kinds.get(str(name), "")) for name, text in example.expect}


def outcome(example: Example, rule: Rule) -> str:
    """The whole line that `worked` should give."""
    return ", ".join(f"{name} {value}".rstrip() for name, value in expected(example, rule).items())


def canonical(text: str, kind: str) -> str:
    """A value as the JSON writes it."""
    plain = text.replace(",", " ") if kind in ("list", "") else text.replace(",", "").removeprefix("$")
    try:
        match kind:
            case "money":
                return f"{Decimal(plain):.2f}"
            case "rate" | "number":
                share = Decimal(plain.removesuffix("%")).scaleb(-2) if plain.endswith("%") else Decimal(plain)
                return f"{share.normalize():f}"
    except InvalidOperation:
        return text
    return " ".join(plain.split()) if kind in ("list", "") else text
