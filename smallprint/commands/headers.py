"""`headers`: a finished site's folder in, the file that says what a host should send out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from smallprint.commands.command import MISTAKEN, Command
from smallprint.headers import write_headers


def run(options: argparse.Namespace) -> int:
    """Write the file; exit code 2 where the folder holds no site."""
    site = Path(options.site)
    if not (site / "index.html").is_file():
        print(f"There is no finished site in {site}: it has no index.html. `make build` writes one.", file=sys.stderr)
        return MISTAKEN
    print(f"wrote {write_headers(site).as_posix()}", file=sys.stderr)
    return 0


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", nargs="?", default="site", help="the site's folder (default: site)")


HEADERS = Command(
    "headers",
    "write what a host should send for a site",
    "Writes _headers to the folder of a finished site: the Content-Security-Policy with the hashes of the theme's own\n"
    "scripts, and how long each file may be kept. `make build` does this; it is needed after a build without MkDocs.",
    "example: python -m smallprint headers site",
    _options,
    run,
)
