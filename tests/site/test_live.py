"""A folder served while it is edited: pages follow their policy files, and mistakes are shown and go again."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from benchmarks.copies import project_with
from tests.conftest import ROOT

# A change shows within two seconds; a busy machine, and the first build of all, may take many times as long.
MOST_SECONDS = 120
RULE = "fees/minimum-price"
OTHER = "account/offer-expiry/"


@dataclass
class Served:
    """A guide of some rules in a folder of its own, and the address it is served at."""

    folder: Path
    address: str

    @property
    def rule(self) -> Path:
        """The policy file that the tests edit."""
        return self.folder / "policy" / f"{RULE}.yaml"

    def page(self, path: str = f"{RULE}/") -> tuple[int, str]:
        """Status and text of a page; 0 while nobody answers."""
        try:
            with urlopen(f"{self.address}/{path}", timeout=MOST_SECONDS) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except URLError:
            return 0, ""

    def until(self, holds: Callable[[str], object], path: str = f"{RULE}/") -> tuple[int, str]:
        """Status and text of a page as soon as its text is as it should be."""
        end = time.monotonic() + MOST_SECONDS
        while time.monotonic() < end:
            status, text = self.page(path)
            if holds(text):
                return status, text
            time.sleep(0.05)
        raise AssertionError(f"not so after {MOST_SECONDS} seconds: {text[-2000:]}")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("live")
    project_with(35, folder)
    for path in folder.glob("policy/*/*.yaml"):
        if path.stem not in ("minimum-price", "offer-expiry"):
            path.unlink()
    (folder / ".cache").symlink_to(ROOT / ".cache")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "smallprint", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    guide = Served(folder, f"http://127.0.0.1:{port}")
    guide.until(lambda text: "<policy-calculator" in text)
    yield guide
    server.terminate()
    server.wait(10)


def test_a_change_shows_on_its_page_and_in_its_calculator(served: Served) -> None:
    _, before = served.page("assets/bundle/bundle.mjs")
    change(served.rule, r"^short: .*?\n(?=\w)", "short: Three dollars and a word.\n")
    served.until(lambda text: "Three dollars and a word." in text)
    _, after = served.page("assets/bundle/bundle.mjs")
    (named,) = re.findall(r"calculators-\w+\.zip", after)
    assert named not in before
    with urlopen(f"{served.address}/assets/bundle/{named}", timeout=MOST_SECONDS) as bundle:
        assert b"Three dollars and a word." in bundle.read()


def test_a_mistake_takes_the_place_of_the_page_until_it_is_mended(served: Served) -> None:
    right = served.rule.read_text("utf-8")
    change(served.rule, r"^confidence: ", "confidense<b>: ")
    status, text = served.until(lambda text: "has to be mended" in text)
    assert status == 503
    assert "POL110 `confidense&lt;b&gt;` is not a key of a rule" in text
    assert f"--&gt; policy/{RULE}.yaml:" in text
    assert "livereload" in text  # by which the page comes back by itself
    served.rule.write_text(right, "utf-8")
    status, text = served.until(lambda text: "<policy-calculator" in text)
    assert status == 200


def test_a_new_question_shows_in_the_menu_of_every_page(served: Served) -> None:
    change(served.rule, r"^question: .*$", "question: What is the very least?")
    served.until(lambda text: "What is the very least?" in text, OTHER)


def test_a_new_rule_has_a_page(served: Served) -> None:
    text = (ROOT / "policy" / "connects" / "connects-cost.yaml").read_text("utf-8")
    (served.folder / "policy" / "connects").mkdir(exist_ok=True)
    (served.folder / "policy" / "connects" / "connects-cost.yaml").write_text(text, "utf-8")
    served.until(lambda text: "<policy-calculator" in text, "connects/connects-cost/")


def change(path: Path, pattern: str, instead: str) -> None:
    """Edit a file as a contributor does: all at once, on saving."""
    text, count = re.subn(
        pattern, instead, path.read_text("utf-8"), count=1, flags=re.M | re.S if "*?" in pattern else re.M
    )
    assert count == 1
    path.write_text(text, "utf-8")
