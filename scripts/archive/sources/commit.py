"""The state from which a site is built, as git knows it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Commit:
    """A commit by its full name, and whether files have been changed since."""

    name: str
    changed: bool


def read_commit(folder: Path) -> Commit | None:
    """Return the commit that a folder holds; None if it is not the top of a repository that git can read."""
    top, name = ask_git(folder, "rev-parse", "--show-toplevel"), ask_git(folder, "rev-parse", "HEAD")
    if not top or not name or Path(top).resolve() != folder.resolve():
        return None
    # Another command of git that is at work is not to be disturbed.
    changed = ask_git(folder, "--no-optional-locks", "status", "--porcelain")
    return Commit(name, changed=changed != "")


def ask_git(folder: Path, *question: str) -> str | None:
    """Return what git answers about a folder; None if it doesn't know, or isn't there."""
    command = ["git", "-C", str(folder), *question]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (words of ours)
    except FileNotFoundError:
        return None
    return None if done.returncode else done.stdout.strip()
