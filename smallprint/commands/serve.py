"""`serve`: the policy files in, the guide at a local address out, new a moment after each change."""

from __future__ import annotations

import argparse
import logging
import sys

from smallprint.commands.command import MISTAKEN, Command


def run(options: argparse.Namespace) -> int:
    """Serve until the process is interrupted; exit code 2 where the port is taken."""
    from smallprint.live import serve  # only here: other commands need not wait until MkDocs is loaded

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        serve(options.root, "127.0.0.1", options.port)
    except OSError as error:
        print(f"Port {options.port} cannot be used ({error.strerror}). Give another: --port 8001", file=sys.stderr)
        return MISTAKEN
    return 0


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port to serve at (default: 8000)")


SERVE = Command(
    "serve",
    "serve the guide, new after every change",
    "Builds the guide and serves it on this machine alone. A page is new a moment after its policy file is saved; a\n"
    "mistake in a policy file is shown in place of the pages until it is mended.",
    "example: python -m smallprint serve --port 8001",
    _options,
    run,
)
