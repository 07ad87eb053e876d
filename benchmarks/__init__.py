"""What the calculators and the build cost, against others that do the same work in the same run; see `__main__.py`."""
