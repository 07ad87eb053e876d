"""A git revision's name in, its policy files read out: as git holds them, so that nothing of it is ever on the disk."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from smallprint.load import Loaded, is_policy_file, load, load_bytes
from smallprint.places import Place
from smallprint.problems import Problem
from smallprint.read import MOST_BYTES

WORKING_TREE = "the working tree"
_FILE_MODES = ("100644", "100755")


class UnknownRevision(Exception):
    """Nothing in this repository bears that name; the words say what to give."""


def load_revision(root: Path, revision: str | None) -> tuple[str, Loaded]:
    """What to call the revision, and what its `policy/` below `root` holds; None is the working tree as it is.

    Raises `UnknownRevision`.
    """
    if revision is None:
        return WORKING_TREE, load(root)
    commit = _commit(root, revision)
    name = commit[:10] if commit.startswith(revision) else f"{revision} ({commit[:10]})"
    return name, _read(root, commit)


def _commit(root: Path, revision: str) -> str:
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None:
        raise UnknownRevision(f"There is no revision `{revision[:60]}` here. Name a commit, a branch or a tag.")
    return found.decode("ascii").strip()


def _read(root: Path, commit: str) -> Loaded:
    below = (_git(root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "replace").strip()
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", f"{below}policy/") or b""
    loaded = Loaded()
    entries = (_entry(line, below) for line in listed.split(b"\0") if line)
    files = sorted(entry for entry in entries if is_policy_file(entry[0]))
    for (name, blob), raw in zip(files, _blobs(root, [blob for _, blob in files]), strict=True):
        load_bytes(name, raw if blob else None, loaded)
    if not files:
        mend = "name a revision that has policy files"
        loaded.problems.append(Problem("POL000", "there is no policy file here", Place("policy", 1, 1, 1), help=mend))
    return loaded


def _entry(line: bytes, below: str) -> tuple[str, str]:
    """A file's name and the blob with its text, "" for a link or another repository."""
    about, _, name = line.partition(b"\t")
    mode, _, blob = about.decode("ascii").split(" ")
    return name.decode("utf-8", "backslashreplace").removeprefix(below), blob if mode in _FILE_MODES else ""


def _blobs(root: Path, names: Sequence[str]) -> list[bytes]:
    """The beginning of each blob, as far as a policy file may go and one byte more."""
    wanted = [name for name in names if name]
    output = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode()) or b""
    found, at = {}, 0
    for name in wanted:
        end = output.index(b"\n", at)
        size = int(output[at:end].split(b" ")[2])
        found[name] = output[end + 1 : end + 1 + min(size, MOST_BYTES + 1)]
        at = end + 1 + size + 1
    return [found.get(name, b"") for name in names]


def _git(root: Path, *words: str, given: bytes = b"") -> bytes | None:
    """What git says, or None where it fails."""
    try:
        ran = subprocess.run(["git", "-C", str(root), *words], input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise UnknownRevision("git was not found, and two revisions can only be compared with it.") from None
    return ran.stdout if ran.returncode == 0 else None
