"""Two states of the policy files in, what the newer one changes for whom out: found once, then told in four ways."""
