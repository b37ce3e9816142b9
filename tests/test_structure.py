"""The code is laid out as the data goes, and what a reader sees is written where a designer looks."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SCRIPTS = ROOT / "scripts"
ARCHIVE = SCRIPTS / "archive"

# The folders as the data goes: each may import from itself and from what stands to the left of it.
ROOMS = ("sources", "adding", "catalogue", "pages", "search", "exports", "site")
MODULES = sorted(ARCHIVE.rglob("*.py"))

TAG = re.compile(
    r"</?(?:a|article|b|dd|div|dl|dt|form|h[1-6]|header|i|label|li|nav|ol|p|q|section|span|ul)[ >]"
)


def list_imports(path: Path) -> set[str]:
    """Return the modules that a module imports from."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_imports_go_to_the_left() -> None:
    """No module imports from a folder that stands to the right of its own."""
    for number, room in enumerate(ROOMS, start=1):
        for path in (ARCHIVE / room).rglob("*.py"):
            found = {name.split(".")[1] for name in list_imports(path) if name.startswith("archive.")}
            assert found <= set(ROOMS[:number]), path


@pytest.mark.parametrize(("name", "knowing"), [("archive.adding", "add_articles.py"), ("mkdocs", "hooks.py")])
def test_one_module_knows(name: str, knowing: str) -> None:
    """What drafts records is imported by the command that adds texts alone; MkDocs, by the hooks alone."""
    paths = [path for path in SCRIPTS.rglob("*.py") if ARCHIVE / "adding" not in path.parents]
    found = {path.name for path in paths if any(item.startswith(name) for item in list_imports(path))}
    assert found == {knowing}


def test_html_stands_in_templates() -> None:
    """No text in a module holds a tag, but where a finished page is read."""
    for path in MODULES:
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        strings = [node.value for node in nodes if isinstance(node, ast.Constant)]
        found = [text for text in strings if isinstance(text, str) and TAG.search(text)]
        assert found == [] or path.parent.name in {"exports", "site"}, path


def test_pages_extend_material() -> None:
    """Our frame extends Material's, the owner's template the frame, and every page the owner's."""
    theme = ROOT / "docs" / "theme"
    assert '{% extends "base.html" %}' in (theme / "main.html").read_text("utf-8")
    assert '{% extends "main.html" %}' in (theme / "own.html").read_text("utf-8")
    for path in theme.glob("*.html"):
        if path.name not in {"main.html", "own.html"}:
            assert '{% extends "own.html" %}' in path.read_text("utf-8"), path


def test_pages_are_built_without_what_exports_need() -> None:
    """Who writes the pages alone loads nothing that only exports need."""
    said = "import build_pages, sys; print([name for name in sys.modules if 'exports' in name])"
    done = subprocess.run(
        [sys.executable, "-c", said], cwd=SCRIPTS, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
