"""The site as mkdocs.yml names it: what every address and every file for other tools begins with."""

import os
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Site:
    """Name, address (it ends with a slash) and description of the site."""

    name: str
    address: str
    description: str

    def article_address(self, slug: str) -> str:
        """Return the address of an article, which never changes."""
        return f"{self.address}articles/{slug}/"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV [NAME, default]` stands for a variable of the environment."""


def _construct_env(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> str:
    name, default = loader.construct_sequence(node)
    return os.environ.get(name) or str(default)


_Loader.add_constructor("!ENV", _construct_env)


def read_site(configuration: Path) -> Site:
    """Return the site that a mkdocs.yml describes."""
    # The loader is a safe one: it knows one tag more.
    found = yaml.load(configuration.read_text("utf-8"), _Loader)  # noqa: S506
    return parse_site(found["site_name"], found["site_url"], found["site_description"])


def parse_site(name: str, address: str, description: str) -> Site:
    """Return a site, its address with a slash at the end."""
    return Site(name, f"{address.rstrip('/')}/", description)
