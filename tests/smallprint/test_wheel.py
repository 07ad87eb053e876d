"""The wheels: pip installs each without a network and without other packages, and what is installed answers."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from calculators.ask import ask_json
from smallprint.packing.wheel import build_wheels

ROOT = Path(__file__).parent.parent.parent
ASK = """
from datetime import date
from calculators.ask import ask_json
print(ask_json("service-fee", {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}, date(2026, 1, 1)))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a wheel is made from: the original may be written anew while tests run."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "calculators", folder / "calculators")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def wheels(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return build_wheels(project, tmp_path_factory.mktemp("wheels"))


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with nothing but pip."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder / "bin" / "python"


@pytest.mark.parametrize("which", [0, 1], ids=["sources", "compiled"])
def test_pip_installs_it_and_it_answers(wheels: tuple[Path, Path], python: Path, which: int) -> None:
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--no-index", "--force-reinstall"]
    subprocess.run([*pip, str(wheels[which])], check=True, capture_output=True)
    answered = subprocess.run([python, "-I", "-c", ASK], check=True, capture_output=True, text=True)
    typed = {"amount": "600", "paid_on": "2021-06-01", "billed_before": "0"}
    assert answered.stdout.strip() == ask_json("service-fee", typed, date(2026, 1, 1))


def test_it_holds_the_calculators_and_nothing_else(project: Path, wheels: tuple[Path, Path]) -> None:
    sources, compiled = (zipfile.ZipFile(wheel).namelist() for wheel in wheels)
    ours = {file.relative_to(project).as_posix() for file in (project / "calculators").rglob("*.py")}
    assert {name for name in sources if ".dist-info/" not in name} - {"calculators/py.typed"} == ours
    assert not [name for name in compiled if name.endswith(".py")]


def test_the_same_sources_make_the_same_wheel(project: Path, wheels: tuple[Path, Path], tmp_path: Path) -> None:
    again, _ = build_wheels(project, tmp_path)
    assert again.read_bytes() == wheels[0].read_bytes()
