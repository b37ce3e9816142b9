"""How far long work is: shown on a terminal, and nowhere else."""

from collections.abc import Iterable
from threading import RLock
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")

# Seconds that pass in silence: short work needs no bar.
_DELAY = 1


def show_progress(items: Iterable[Item], unit: str) -> Iterable[Item]:
    """Return the items, with a bar that counts them as they are taken and is wiped away at the end."""
    # The lock that tqdm would share with other processes is left behind by one that is stopped.
    tqdm.set_lock(RLock())
    return tqdm(items, unit=unit, disable=None, delay=_DELAY, leave=False)
