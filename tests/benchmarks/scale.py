"""Builds archives of growing size, and the same texts with other generators; prints time, memory and size.

Run as `python tests/benchmarks/scale.py [3 1000 10000]` on a quiet machine. Zensical, Pelican and Hugo take
part where their commands are found; Pelican and Hugo, which have no search, get Pagefind's own command.
Material takes part as it comes, and with the `mkdocs.yml` of the archive but none of its code. Times are
seconds of the clock; memory is the most that all processes of a command had at a time, in MB, what they share
counted once. `site and search` is one build from nothing without the files to take away, `everything` one
with them. What was built stays until all of one size are done: a file system may be slow to make files after
it has removed many. Beside what was measured stand the bars that it is to keep.
"""

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

# Runs a command, and adds up meanwhile what its processes have of memory, each its share of what is shared:
# https://docs.kernel.org/filesystems/proc.html. Of the time, looking takes at most a fiftieth.
LAUNCHER = """
import os, sys, threading, time
output, *command = sys.argv[1:]
group, peak = os.posix_spawnp(command[0], command, os.environ, setpgroup=0), 0

def watch():
    global peak
    while True:
        started, size = time.perf_counter(), 0
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.getpgid(int(name)) == group:
                    with open(f"/proc/{name}/smaps_rollup") as file:
                        size += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
            except OSError:
                pass
        peak = max(peak, size)
        time.sleep(max(0.05, 50 * (time.perf_counter() - started)))

threading.Thread(target=watch, daemon=True).start()
_, status = os.waitpid(group, 0)
with open(output, "w") as file:
    file.write(str(peak))
sys.exit(os.waitstatus_to_exitcode(status))
"""

# At most: times as long as stock Material, MB of memory, KB and files an article, KB of HTML.
BARS = {
    "site and search": {"times": 2, "MB": 600, "KB": 45, "files": 3.2},
    "everything": {"times": 4, "MB": 600, "KB": 100, "files": 10},
    "page": {"KB": 25},
}
# A few articles have the whole of what stands on any site.
FEW, TIMES_OF_FEW = 100, 2.2


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
    """Build the archive without what is to take away and with it; print sizes, and return the costs."""
    costs = {}
    for name, options in {"site and search": "extra: {downloads: []}", "everything": ""}.items():
        project = folder / name
        write_ours(project, articles)
        (project / "own.yml").write_text(f"INHERIT: mkdocs.yml\n{options}\n")
        costs[name] = run(project, PYTHON, "-m", "mkdocs", "build", "-f", "own.yml")
        print(f"  {name:16}{costs[name]}", flush=True)
        files = sum(path.is_file() for path in (project / "site").rglob("*"))
        size = to_megabytes(project / "site")
        print(f"    {size:.1f} MB in {files:,} files; of each article:", end=" ")
        if len(articles) > FEW:
            print(compare(name, "KB", 1000 * size / len(articles)), end=", ")
            print(compare(name, "files", files / len(articles)), end=", ")
        page = project / "site" / "articles" / articles[0].slug / "index.html"
        print(f"HTML {compare('page', 'KB', page.stat().st_size / 1000)}", flush=True)
    return costs


def compare(name: str, what: str, found: float, most: float | None = None) -> str:
    """Return what was measured, and its bar, in words."""
    most = BARS[name][what] if most is None else most
    return f"{found:.1f} {what} ({'' if found <= most else 'not '}at most {most})"


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
    """Build the texts with Material and the configuration of the archive."""
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


def measure(count: int) -> None:
    """Build one size with all generators, and print what each cost."""
    articles = list(make_articles(count))
    print(f"{count:,} articles")
    with tempfile.TemporaryDirectory() as folder:
        ours = build_ours(Path(folder), articles)
        for name, (command, build) in PEERS.items():
            if shutil.which(command):
                project = Path(folder, name)
                project.mkdir()
                parts = build(project, articles)
                cost = Cost(sum(part.seconds for part in parts), max(part.memory for part in parts))
                times = ", ".join(f"{mine} {ours[mine].seconds / cost.seconds:.2f}" for mine in ours)
                print(f"  {name:16}{cost}; ours takes times as long: {times}", flush=True)
                if name == "Material":
                    print_bars(count, ours, cost)


def print_bars(count: int, ours: dict[str, Cost], stock: Cost) -> None:
    """Print the bars of time and memory beside what was measured."""
    for name, cost in ours.items():
        most = TIMES_OF_FEW if count <= FEW and name == "site and search" else BARS[name]["times"]
        times = compare(name, "times", cost.seconds / stock.seconds, most)
        print(f"    {name}: {times}, {compare(name, 'MB', cost.memory)}")


def main() -> int:
    """Measure each size that the command line names."""
    for size in [int(size) for size in sys.argv[1:]] or [3, 1_000, 10_000]:
        measure(size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
