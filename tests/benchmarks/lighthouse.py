"""Prints Lighthouse's marks for one page of each kind, from a server that sends gzip.

Run as `python tests/benchmarks/lighthouse.py [SITE]`, with npm at hand; it fetches Lighthouse itself.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from benchmarks.counting_server import CountingServer

LIGHTHOUSE = "lighthouse@12"
PAGES = [
    "/",
    "/articles/evanston-mayor-license-plate-cameras/",
    "/index/",
    "/search/",
    "/about/",
    "/404.html",
]
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]


def measure(address: str, report: Path) -> str:
    """Return the marks of a page, its first contentful paint, layout shift, bytes and requests in words."""
    root = " --no-sandbox" if os.geteuid() == 0 else ""
    flags = f"--chrome-flags=--headless=new --disable-quic --disable-background-networking{root}"
    output = ["--quiet", "--output=json", f"--output-path={report}"]
    subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, address, flags, *output],
        env={**os.environ, "CHROME_PATH": os.environ.get("CHROMIUM", "chromium")},
        check=True,
        capture_output=True,
    )
    found = json.loads(report.read_text("utf-8"))
    audits = found["audits"]
    marks = " ".join(f"{name} {found['categories'][name]['score'] * 100:.0f}" for name in CATEGORIES)
    paint = audits["first-contentful-paint"]["numericValue"] / 1000
    requests = audits["network-requests"]["details"]["items"]
    weight = sum(item["transferSize"] for item in requests) / 1000
    shift = audits["cumulative-layout-shift"]["numericValue"]
    failed = [
        audits[item["id"]]["title"]
        for name in CATEGORIES
        for item in found["categories"][name]["auditRefs"]
        if item["weight"]
        and (audits[item["id"]]["score"] or 0) < 1
        and audits[item["id"]]["score"] is not None
    ]
    sizes = ", ".join(f"{item['url'].split('/', 3)[3] or '/'} {item['transferSize']}" for item in requests)
    return (
        f"{marks}; first paint {paint:.2f} s, shift {shift:g}, {weight:.1f} KB in {len(requests)} requests\n"
        f"  {sizes}" + "".join(f"\n  missed: {title}" for title in failed)
    )


def main() -> int:
    """Measure every kind of page of the site that the command line names, or of site/."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    server = CountingServer(site)
    with tempfile.TemporaryDirectory() as folder:
        for page in PAGES:
            print(f"{page}: {measure(server.address + page, Path(folder, 'report.json'))}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
