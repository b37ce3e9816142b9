"""How far long work is: shown on a terminal, and nowhere else."""

import sys
from collections.abc import Iterable
from threading import RLock
from typing import TypeVar

Item = TypeVar("Item")

# Seconds that pass in silence: short work needs no bar.
_DELAY = 1


def show_progress(items: Iterable[Item], unit: str) -> Iterable[Item]:
    """Return the items, with a bar that counts them as they are taken and is wiped away at the end."""
    if not sys.stderr.isatty():
        return items
    # It takes long to load, and nobody sees it elsewhere.
    from tqdm import tqdm  # noqa: PLC0415

    # The lock that tqdm would share with other processes is left behind by one that is stopped.
    tqdm.set_lock(RLock())
    return tqdm(items, unit=unit, delay=_DELAY, leave=False)
