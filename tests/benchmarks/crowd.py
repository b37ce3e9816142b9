"""Serves the built site with nginx as the hosting page says, and sends it a crowd of requests.

Run as `python tests/benchmarks/crowd.py [SITE]`; it needs nginx and wrk (Debian: nginx-light, wrk).
"""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["/", "/articles/evanston-mayor-license-plate-cameras/", "/index/", "/feed.xml"]
ADDRESS = "http://127.0.0.1:8080"
HEADERS = ["Cache-Control", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"]


def read_configuration(site: Path) -> str:
    """Return the configuration of the hosting page, for this folder."""
    page = (ROOT / "docs" / "guide" / "hosting.md").read_text("utf-8")
    (server,) = re.findall(r"```nginx\n(.*?)```", page, re.DOTALL)
    return (
        "worker_processes auto;\nevents { worker_connections 4096; }\n"
        "http { include /etc/nginx/mime.types; access_log off;\n"
        f"{server.replace('/srv/archive', str(site))} }}"
    )


def find_fragment(site: Path) -> str:
    """Return the address of a file whose name changes with its content."""
    fragment = next((site / "search-index").glob("*/texts/*"))
    return f"/{fragment.relative_to(site).as_posix()}"


def main() -> int:
    """Print what nginx answers; return 1 if any request failed or a header is missing."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder, "nginx.conf")
        configuration.write_text(read_configuration(site))
        command = ["nginx", "-p", folder, "-c", configuration, "-g", "daemon off; pid nginx.pid;"]
        server = subprocess.Popen(command)
        time.sleep(1)
        try:
            for page in [*PAGES, find_fragment(site)]:
                with urlopen(ADDRESS + page) as response:
                    missing = [name for name in HEADERS if name not in response.headers]
                    print(f"{page}: {response.headers['Cache-Control']}")
                if "fragment" not in page:
                    bad += len(missing)
                    crowd = ["wrk", "-t2", "-c200", "-d5s", "-H", "Accept-Encoding: gzip", ADDRESS + page]
                    printed = subprocess.run(crowd, capture_output=True, text=True, check=True).stdout
                    rate = re.search(r"Requests/sec:\s*([\d.]+)", printed)
                    errors = re.findall(r"(?:Socket errors|Non-2xx).*", printed)
                    bad += len(errors)
                    said = "; ".join(errors) or "no errors"
                    print(f"  {float(rate[1]):,.0f} requests a second, {said}, missing headers: {missing}")
        finally:
            server.terminate()
            server.wait()
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
