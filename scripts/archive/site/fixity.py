"""What a copy of the site is verified by: the SHA-256 of each file, signatures, the command that compares."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.catalogue.record_view import View
from archive.site.signing import PUBLIC_KEY, SigningKey, sign

SUMS, MANIFEST = "SHA256SUMS", "MANIFEST-SHA256"
COMMAND = "verify.py"
SIGNED = (SUMS, MANIFEST)


def write_sums(views: Sequence[View], folder: Path) -> None:
    """Write the SHA-256 of every original into the folder of a site, as `sha256sum -c` reads it."""
    files = sorted((view["file"]["address"], view["file"]["sha256"]) for view in views)
    (folder / SUMS).write_text("".join(f"{sha256}  {address}\n" for address, sha256 in files), "utf-8")


def write_fixity(folder: Path, command: Path, key: SigningKey | None) -> None:
    """Write all else into the folder of a site that is otherwise finished; signatures only with a key.

    The signature of a list is of a former build, unless this one makes it anew.
    """
    (folder / COMMAND).write_bytes(command.read_bytes())
    for name in SIGNED:
        (folder / f"{name}.sig").unlink(missing_ok=True)
    (folder / PUBLIC_KEY).unlink(missing_ok=True)
    if key:
        (folder / PUBLIC_KEY).write_text(f"{key.public}\n", "utf-8")
    (folder / MANIFEST).write_text("".join(list_sums(folder)), "utf-8")
    if key and key.private:
        for name in SIGNED:
            (folder / f"{name}.sig").write_bytes(sign((folder / name).read_bytes(), key.private))


def list_sums(folder: Path) -> Iterator[str]:
    """Yield a line for each file but the manifest itself, in the same form."""
    for name in list_files(folder):
        if name != MANIFEST:
            with (folder / name).open("rb", buffering=0) as file:
                yield f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n"


def list_files(folder: Path) -> list[str]:
    """Return the path of each file of a built site, in order, as addresses have it."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118 (a site has many files, for which pathlib is slow)
    found = (os.path.join(path, name) for path, _, names in os.walk(folder) for name in names)  # noqa: PTH118
    return sorted(path[start:].replace(os.sep, "/") for path in found)
