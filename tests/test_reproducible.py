"""Two builds of one state give the same bytes, wherever and whenever they are made."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import copy_project

BUILD = """
import sys, time_machine
from mkdocs.__main__ import cli
with time_machine.travel(sys.argv.pop()):
    cli(["build", "--strict"])
"""


def build(project: Path, day: str, zone: str, seed: str) -> dict[str, bytes]:
    """Build a copy of the project on another day, in another zone, with another seed; return its files."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TZ": zone, "PYTHONHASHSEED": seed}
    copy_project(project)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, day],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = project / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_same_bytes(tmp_path: Path) -> None:
    """Every file is the same, books and ZIP files included."""
    one = build(tmp_path / "one", "2026-12-01T10:00:00", "Pacific/Kiritimati", "1")
    two = build(tmp_path / "elsewhere" / "two", "2027-03-31T23:30:00", "America/Los_Angeles", "2")
    assert one.keys() == two.keys()
    assert [name for name, data in one.items() if two[name] != data] == []
