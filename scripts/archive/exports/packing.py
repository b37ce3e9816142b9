"""ZIP files that are the same whenever and wherever they are made."""

import io
import zipfile
from collections.abc import Container, Iterable
from pathlib import Path
from typing import IO

# The first moment that a ZIP file can name.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def write_zip(target: IO[bytes], files: Iterable[tuple[str, bytes]], stored: Container[str] = ()) -> None:
    """Write a ZIP file of these files, in their order; those named in `stored` are not compressed."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = _READABLE
            archive.writestr(info, data)


def pack_zip(files: Iterable[tuple[str, bytes]], stored: Container[str] = ()) -> bytes:
    """Return the bytes of a ZIP file of these files."""
    target = io.BytesIO()
    write_zip(target, files, stored)
    return target.getvalue()


def write_zip_file(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a ZIP file that is there when it is whole."""
    half = path.with_name(f".new-{path.name}")
    try:
        with half.open("wb") as target:
            write_zip(target, files)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
