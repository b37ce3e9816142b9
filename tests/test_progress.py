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


def test_quiet_in_a_pipe() -> None:
    """Into a pipe nothing is written."""
    done = subprocess.run([sys.executable, "-c", LONG_WORK], cwd=ROOT, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_shown_on_a_terminal() -> None:
    """On a terminal the things that are done are counted."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    subprocess.run([sys.executable, "-c", LONG_WORK], cwd=ROOT, stderr=theirs, check=True)
    assert b"thing" in os.read(ours, 10_000)
    os.close(theirs)
    os.close(ours)
