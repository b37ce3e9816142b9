"""Builds archives of growing size, and the same texts with other generators; prints time, memory and size.

Run as `python tests/benchmarks/scale.py [3 100 1000 10000]`. Zensical, Pelican and Hugo take part where their
commands are found; Pelican and Hugo, which have no search, get Pagefind's own command. Material takes part as
it comes, and with the `mkdocs.yml` of the archive but none of its code. Times are seconds of the clock,
memory the peak of the largest process in MB, sizes MB. `site and search` is one build from nothing without
the files to take away, `everything` one with them. What was built stays until all of one size are done: a
file system may be slow to make files after it has removed many.
"""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from benchmarks.made_up import MadeUp, make_articles
from benchmarks.search import to_megabytes, write_materials, write_ours

PYTHON = sys.executable
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}

# Runs a command from a process that is small: the peak of a new process counts that of the one it came from.
LAUNCHER = """
import os, sys
output, *command = sys.argv[1:]
process = os.posix_spawnp(command[0], command, os.environ)
_, status, used = os.wait4(process, 0)
with open(output, "w") as file:
    file.write(str(used.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True)
class Cost:
    """What a command cost: seconds of the clock, and peak memory in MB."""

    seconds: float
    memory: float

    def __str__(self) -> str:
        """Return both in words."""
        return f"{self.seconds:8.2f} s {self.memory:6.0f} MB"


def run(folder: Path, *command: str | Path) -> Cost:
    """Run a command in a folder and return its cost."""
    peak = folder / "peak.txt"
    launched = [PYTHON, "-I", "-S", "-c", LAUNCHER, peak, *command]
    started = time.perf_counter()
    with (folder / "log.txt").open("wb") as log:
        done = subprocess.run(launched, cwd=folder, env=ENVIRONMENT, stdout=log, stderr=log, check=False)
    seconds = time.perf_counter() - started
    assert done.returncode == 0, (folder / "log.txt").read_text("utf-8")[-2000:]
    return Cost(seconds, int(peak.read_text()) / 1024)


def build_ours(folder: Path, articles: list[MadeUp]) -> dict[str, Cost]:
    """Build the pages, then the archive without what is to take away and with it; return the cost of each."""
    pages, few, whole = (folder / name for name in ("pages", "few", "whole"))
    for project in (pages, few, whole):
        write_ours(project, articles)
    costs = {"pages": run(pages, PYTHON, "scripts/build_pages.py")}
    costs["the same again"] = run(pages, PYTHON, "scripts/build_pages.py")
    change_one(pages)
    costs["one changed"] = run(pages, PYTHON, "scripts/build_pages.py")
    print(f"  one article changed: {(pages / 'log.txt').read_text('utf-8').strip()}")
    (few / "few.yml").write_text("INHERIT: mkdocs.yml\nextra: {downloads: []}\n")
    costs["site and search"] = run(few, PYTHON, "-m", "mkdocs", "build", "-f", "few.yml")
    costs["everything"] = run(whole, PYTHON, "-m", "mkdocs", "build")
    print(f"  site {describe(few / 'site')}, with all to take away {describe(whole / 'site')}")
    page = whole / "site" / "articles" / articles[0].slug / "index.html"
    print(f"  page of an article {page.stat().st_size:,} bytes")
    return costs


def describe(folder: Path) -> str:
    """Return how large a folder is, and how many files it has, in words."""
    files = sum(path.is_file() for path in folder.rglob("*"))
    return f"{to_megabytes(folder):.1f} MB in {files:,} files"


def change_one(folder: Path) -> None:
    """Change the record of one article."""
    record = min((folder / "articles").glob("*.yml"))
    record.write_text(
        record.read_text("utf-8").replace("rights: ", "rights_note: Changed.\nrights: "), "utf-8"
    )


def pagefind(folder: Path, site: str) -> Cost:
    """Run Pagefind's own command."""
    return run(folder, PYTHON, "-m", "pagefind", "--site", site)


def build_hugo(folder: Path, articles: list[MadeUp]) -> list[Cost]:
    """Build the texts with Hugo and one plain template."""
    content, layouts = folder / "content" / "posts", folder / "layouts" / "_default"
    for path in (content, layouts):
        path.mkdir(parents=True)
    page = "<!doctype html><html lang=en><title>{{ .Title }}</title><body>%s</body></html>"
    (layouts / "single.html").write_text(page % "<h1>{{ .Title }}</h1>{{ .Content }}")
    links = "{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
    (layouts / "list.html").write_text(page % links)
    (folder / "config.toml").write_text(
        'baseURL = "/"\ntitle = "Peer"\ndisableKinds = ["taxonomy", "term"]\n'
    )
    for article in articles:
        head = f'---\ntitle: "{article.title}"\ndate: {article.date}\n---\n\n'
        (content / f"{article.slug}.md").write_text(head + "\n\n".join(article.paragraphs))
    return [run(folder, "hugo", "--quiet"), pagefind(folder, "public")]


def build_pelican(folder: Path, articles: list[MadeUp]) -> list[Cost]:
    """Build the texts with Pelican and its own theme."""
    (folder / "content").mkdir()
    settings = 'SITENAME = "Peer"\nTIMEZONE = "UTC"\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = None\n'
    (folder / "pelicanconf.py").write_text(settings)
    for article in articles:
        head = f"Title: {article.title}\nDate: {article.date}\nSlug: {article.slug}\n\n"
        (folder / "content" / f"{article.slug}.md").write_text(head + "\n\n".join(article.paragraphs))
    return [run(folder, "pelican", "content", "-s", "pelicanconf.py"), pagefind(folder, "output")]


def build_material(folder: Path, articles: list[MadeUp]) -> list[Cost]:
    """Build the texts with stock Material and its own search."""
    write_materials(folder, articles)
    return [run(folder, PYTHON, "-m", "mkdocs", "build")]


def build_configured(folder: Path, articles: list[MadeUp]) -> list[Cost]:
    """Build the texts with Material and the configuration of the archive, ."""
    write_materials(folder, articles)
    (folder / "stock").mkdir()
    (folder / "configured.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\nhooks: []\nwatch: []\nplugins: [search]\n"
        "theme: {custom_dir: stock}\nnav: [index.md]\nnot_in_nav: article-*.md\nstrict: false\n"
    )
    return [run(folder, PYTHON, "-m", "mkdocs", "build", "-f", "configured.yml")]


def build_zensical(folder: Path, articles: list[MadeUp]) -> list[Cost]:
    """Build the texts with stock Zensical and its own search."""
    write_materials(folder, articles)
    return [run(folder, "zensical", "build", "--clean")]


PEERS = {
    "Material": ("mkdocs", build_material),
    "Configured": ("mkdocs", build_configured),
    "Zensical": ("zensical", build_zensical),
    "Pelican": ("pelican", build_pelican),
    "Hugo": ("hugo", build_hugo),
}


def measure(count: int) -> dict[str, Cost]:
    """Build one size with all generators, and print what each cost."""
    articles = list(make_articles(count))
    print(f"{count:,} articles")
    with tempfile.TemporaryDirectory() as folder:
        costs = build_ours(Path(folder), articles)
        for name, cost in costs.items():
            print(f"  {name:16}{cost}", flush=True)
        ours = costs["site and search"].seconds
        for name, (command, build) in PEERS.items():
            if shutil.which(command):
                project = Path(folder, name)
                project.mkdir()
                peer = build(project, articles)
                cost = Cost(sum(part.seconds for part in peer), max(part.memory for part in peer))
                print(f"  {name:16}{cost}, ours {ours / cost.seconds:.2f} times as long", flush=True)
    return costs


def main() -> int:
    """Measure each size that the command line names, and print how the cost grows."""
    sizes = [int(size) for size in sys.argv[1:]] or [3, 100, 1_000, 10_000]
    costs = {size: measure(size) for size in sizes}
    for smaller, larger in itertools.pairwise(sizes):
        growth = {name: cost.seconds / costs[smaller][name].seconds for name, cost in costs[larger].items()}
        said = ", ".join(f"{name} {times:.1f}" for name, times in growth.items())
        print(f"{smaller:,} to {larger:,} articles, times as long: {said}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
