"""Progress is shown on a terminal, once the work is long, and never in a pipe."""

import os
import pty
import subprocess
import sys
import termios

from conftest import ROOT

LONG_WORK = """
import sys, time
sys.path.insert(0, "scripts")
from archive.sources.progress import show_progress
assert sum(1 for _ in show_progress((time.sleep(0.3) for _ in range(6)), "thing")) == 6
"""


def test_shown_on_a_terminal_alone() -> None:
    """On a terminal the things that are done are counted; into a pipe nothing is written."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-c", LONG_WORK]
    with subprocess.Popen(command, cwd=ROOT, stderr=theirs) as shown:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert (done.stdout, done.stderr, shown.returncode) == (b"", b"", 0)
    assert b"thing" in os.read(ours, 10_000)
    os.close(theirs)
    os.close(ours)
