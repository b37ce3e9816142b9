"""Changes one article of an archive that MkDocs serves, and prints how soon its page shows it.

Run as `python tests/benchmarks/edit.py [1000]`. Stock Material, which builds every page again, is served the
same texts and edited in the same run. Seconds are those of the clock, from the saving of the file until the
page is served with what was written; `downloads` is when what follows in the background is there, too.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from benchmarks.made_up import make_articles
from benchmarks.search import write_materials, write_ours

EDITS = 4


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """Serve a project on a free port; yield its address once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", host]
    process = subprocess.Popen(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    try:
        wait_for(f"http://{host}/", "")
        yield f"http://{host}/"
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, text: str) -> float:
    """Wait until what is served at an address holds a text; return the seconds that it took."""
    started = time.perf_counter()
    while True:
        try:
            with urlopen(address, timeout=60) as response:
                if text in response.read().decode():
                    return time.perf_counter() - started
        except (URLError, TimeoutError):
            pass
        time.sleep(0.05)


def time_edits(path: Path, before: str, after: str, address: str) -> float:
    """Return the median of the seconds until edits, between two texts of a file, are served at an address."""
    seconds = []
    for number in range(EDITS):
        time.sleep(3)
        path.write_text(f"{before}edit {number}{after}", "utf-8")
        seconds.append(wait_for(address, f"edit {number}"))
    return statistics.median(seconds)


def main() -> int:
    """Measure each size that the command line names."""
    for size in [int(size) for size in sys.argv[1:]] or [1_000]:
        articles = list(make_articles(size))
        slug = articles[size // 2].slug
        with tempfile.TemporaryDirectory() as name:
            ours, materials = Path(name, "ours"), Path(name, "material")
            write_ours(ours, articles)
            materials.mkdir()
            write_materials(materials, articles)
            record, page = ours / "articles" / f"{slug}.yml", materials / "docs" / f"{slug}.md"
            known, text = record.read_text("utf-8"), page.read_text("utf-8")
            with serve(ours) as address:
                found = f"{address}articles/{slug}"
                seconds = time_edits(record, "rights_note: ", f"\n{known}", f"{found}/")
                last = f"edit {EDITS - 1}"
                downloads = seconds + wait_for(f"{found}.json", last)
            with serve(materials) as address:
                peer = time_edits(page, f"{text}\n\n", "\n", f"{address}{slug}/")
        print(f"{size:,} articles, one edited: page {seconds:.2f} s, downloads {downloads:.1f} s")
        print(f"  Material {peer:.2f} s, ours {seconds / peer:.2f} times as long", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
