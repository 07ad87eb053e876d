"""A reader's own exports in, the fees of each client by the rules of each day out; see `statement.py`."""
