"""The real policy files, read and checked once for all tests of a process."""

from __future__ import annotations

from functools import cache

from smallprint.check import Checked, check_policy
from smallprint.model import Policy
from tests.conftest import ROOT


@cache
def real_check() -> Checked:
    """What came of the check, with the policy and how to ask its rules."""
    return check_policy(ROOT)


def real_policy() -> Policy:
    """The policy itself. Nothing in it can be changed."""
    policy = real_check().policy
    assert policy is not None, "run `python -m smallprint check`"
    return policy
