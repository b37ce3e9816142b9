"""What a server needs beyond a build: a free address, a calm log, and what has changed since."""

import logging
import os
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from archive.pages.page import Meta


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


def calm(said: logging.LogRecord) -> bool:
    """What a browser asks for in vain is no warning, at which a strict build beside it would end."""
    if said.levelno == logging.WARNING:
        said.levelno, said.levelname = logging.INFO, "INFO"
    return True


def mark_changed(before: Mapping[str, Meta], now: Mapping[str, Meta], docs: Path, site: Path) -> None:
    """Make pages newer than what was built of them if what they draw has changed; take away what is gone."""
    for path in before.keys() - now.keys():
        beside = site.glob(f"{path.removesuffix('md')}*")
        for file in [site / Path(path).with_suffix("") / "index.html", *beside]:
            file.unlink(missing_ok=True)
    for path, whole in now.items():
        if before.get(path) != whole:
            (docs / path).touch()
