"""The parts of generated modules."""
