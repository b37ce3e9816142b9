"""What a copy of the site is verified by: the SHA-256 of each file, signatures, the command that compares."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from archive.catalogue.downloads import SUMS
from archive.site.signing import PUBLIC_KEY, SigningKey, sign

MANIFEST = "MANIFEST-SHA256"
COMMAND = "verify.py"
SIGNED = (SUMS, MANIFEST)


def write_fixity(folder: Path, command: Path, key: SigningKey | None) -> None:
    """Write all of it into the folder of a site that is otherwise finished; signatures only with a key.

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
    """Yield a line for each file but the manifest itself, in the form that `sha256sum -c` reads."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for name in sorted(set(names) - {MANIFEST}):
        with (folder / name).open("rb") as file:
            yield f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n"
