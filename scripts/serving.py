"""What a server needs to know beyond a build: whether its address is free, and what a person has changed."""

import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def find_obstacle(address: str) -> str | None:
    """Return why nothing can be served at `HOST:PORT`, and what to do; None if something can."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_server((host, int(port))).close()
    except OSError as error:
        why, other = os.strerror(error.errno or 0), f"{host}:{int(port) + 1}"
        return f"{address} can't be served: {why}; try scripts/serve -a {other}"
    return None


def list_times(paths: Iterable[Path]) -> Iterator[tuple[Path, int]]:
    """Yield each of the files and folders, and all that is in them, with the time at which it was changed."""
    for root in paths:
        for path in [root, *root.rglob("*")]:
            # An editor may take it away meanwhile.
            with suppress(FileNotFoundError):
                yield path, path.stat().st_mtime_ns
