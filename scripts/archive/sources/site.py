"""The site as mkdocs.yml names it: what every address and every file for other tools begins with."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from archive.sources.words import ENGLISH, Words, choose_words


@dataclass(frozen=True)
class Site:
    """Name, address (it ends with a slash) and description of the site.

    `search_also` has the addresses of the archives that its search asks too, as they are written;
    `language` is that of the theme, `downloads` what `extra.downloads` lists, right or wrong; None is all.
    """

    name: str
    address: str
    description: str
    search_also: tuple[str, ...] = ()
    language: str = ENGLISH.language
    downloads: tuple[str, ...] | None = None

    @cached_property
    def words(self) -> Words:
        """Return the archive's own words for this site."""
        return choose_words(self.language)

    def article_address(self, slug: str) -> str:
        """Return the address of an article, which never changes."""
        return f"{self.address}articles/{slug}/"

    @property
    def other_archives(self) -> list[str]:
        """Return the addresses of the archives that its search asks too, each with a slash at the end."""
        addresses = dict.fromkeys(f"{address.rstrip('/')}/" for address in self.search_also)
        return [address for address in addresses if address != self.address]


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags stand for variables of the environment and for names of Python's."""


def _construct_env(loader: yaml.SafeLoader, node: yaml.Node) -> str:
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value), "")
    *names, default = loader.construct_sequence(node)
    return next(filter(None, map(os.environ.get, names)), str(default))


_Loader.add_constructor("!ENV", _construct_env)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _, name, __: name)
_Loader.add_constructor("!relative", lambda _, node: node.value)


def read_configuration(path: Path) -> dict[str, Any]:
    """Return what a mkdocs.yml holds, over what it inherits.

    https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance
    """
    # The loader is a safe one: it knows a few tags more.
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506
    parent = found.pop("INHERIT", None)
    return merge_deep(read_configuration(path.parent / parent), found) if parent else found


def merge_deep(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return what two mappings hold: mappings in both are merged, of all else the one above counts."""
    both = {key: merge_deep(below[key], above[key]) for key in above if is_mapping(key, below, above)}
    return below | above | both


def is_mapping(key: str, *mappings: dict[str, Any]) -> bool:
    """Return whether all of the mappings have one under a key."""
    return all(isinstance(mapping.get(key), dict) for mapping in mappings)


def read_site(configuration: Path) -> Site:
    """Return the site that a mkdocs.yml describes."""
    found = read_configuration(configuration)
    address, description = found.get("site_url") or "", found.get("site_description") or ""
    extra = found.get("extra") or {}
    theme = found.get("theme") or {}
    language = (theme.get("language") if isinstance(theme, dict) else None) or ENGLISH.language
    return parse_site(found["site_name"], address, description, extra, language)


def parse_site(
    name: str, address: str, description: str, extra: Mapping[str, Any], language: str = ENGLISH.language
) -> Site:
    """Return a site, its address with a slash at the end; `extra` is what mkdocs.yml has under that key."""
    also, downloads = (list_written(extra.get(key)) for key in ("search_also", "downloads"))
    address = f"{address.rstrip('/')}/"
    return Site(name, address, description, search_also=also or (), language=language, downloads=downloads)


def list_written(value: object) -> tuple[str, ...] | None:
    """Return what a list in mkdocs.yml has, right or wrong; None if there is nothing."""
    if value is None:
        return None
    return tuple(map(str, value)) if isinstance(value, list) else (f"{value} without brackets",)
