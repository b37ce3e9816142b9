"""What a server needs to know beyond a build: whether its address is free, and what a person has changed."""

import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def find_obstacle(host: str, port: int) -> str | None:
    """Return why nothing can be served at an address, and what to do; None if something can."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        socket.create_server((bare, port), family=family).close()
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        return f"{host}:{port} can't be served: {why}; try scripts/serve -a {host}:{port + 1}"
    return None


def list_times(paths: Iterable[Path]) -> Iterator[tuple[Path, int]]:
    """Yield each of the files and folders, and all that is in them, with the time at which it was changed."""
    for root in paths:
        for path in [root, *root.rglob("*")]:
            # An editor may take it away meanwhile.
            with suppress(FileNotFoundError):
                yield path, path.stat().st_mtime_ns
