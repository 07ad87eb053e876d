"""Settings of the property tests in this folder."""

from hypothesis import settings

# No time limit for one example: on a busy machine it fails tests that are right.
settings.register_profile("calculators", deadline=None)
settings.load_profile("calculators")
