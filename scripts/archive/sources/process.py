"""Work that goes on beside this process, on another core."""

import gc
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import get_context, resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVarTuple

_SCRIPTS = str(Path(__file__).resolve().parents[2])

Arguments = TypeVarTuple("Arguments")


def start_process(function: Callable[[*Arguments], object], *arguments: *Arguments) -> BaseProcess:
    """Return a process that calls a function; it ends with this one if it must."""
    # It looks for its modules where this one does, and MkDocs forgets the folder of its hooks.
    if _SCRIPTS not in sys.path:
        sys.path.insert(0, _SCRIPTS)
    # A copy has all that is known here at once, and shares its memory as long as neither changes it:
    # https://docs.python.org/3/library/gc.html#gc.freeze
    # A server, which isn't copied, must go on collecting.
    is_copied = can_copy_itself()
    if is_copied:
        gc.freeze()
    context = get_context("fork") if is_copied else get_context("spawn")
    process: BaseProcess = context.Process(target=function, args=arguments, daemon=True)
    if not hasattr(signal, "pthread_sigmask"):
        process.start()
        return process
    # Without a copy, it starts a helper of its own the first time, and forgets then what is blocked.
    if not is_copied:
        resource_tracker.ensure_running()
    # Ctrl-C is for MkDocs, which ends this process too; by itself it would complain of being interrupted.
    # What is blocked here stays blocked there.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process


def can_copy_itself() -> bool:
    """Return whether a copy of this process works: it loses threads, and MkDocs has some when it serves.

    Elsewhere than on Linux the system's own libraries may not bear it.
    """
    return sys.platform == "linux" and threading.active_count() == 1
