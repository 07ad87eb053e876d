"""A file's node tree in, a draft of the model out: every key known, every value of its kind, formulas parsed."""
