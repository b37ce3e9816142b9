"""Changes a record that is there, key by key; every other line, and every comment, stays as it is."""

from collections.abc import Mapping

from archive.adding.drafting.render import render_key
from archive.sources.plain_yaml import Plain, parse_yaml


def set_keys(written: str, keys: Mapping[str, Plain | None]) -> str:
    """Return a record with other values under some of its keys, at its end if they are new; None strikes one.

    Raise ValueError if two keys of it stand on one line.
    """
    lines = written.rstrip("\n").split("\n")
    _, places, _ = parse_yaml("", written)
    starts = {str(place[0]): line - 1 for place, line in places.items() if len(place) == 1}
    if len(set(starts.values())) < len(starts):
        raise ValueError("has two keys on one line; write each on a line of its own")
    for key in sorted(keys, key=lambda key: starts.get(key, len(lines)), reverse=True):
        value = keys[key]
        new = [] if value is None else list(render_key(key, value, None))
        start = starts.get(key)
        if start is None:
            lines += new
        else:
            lines[start : find_end(lines, start)] = new
    return "\n".join([*lines, ""])


def find_end(lines: list[str], start: int) -> int:
    """Return the line after the last one that belongs to a key: each is inset, or an item of a list."""
    end = start + 1
    for at in range(start + 1, len(lines)):
        if lines[at].startswith((" ", "\t", "- ")):
            end = at + 1
        elif lines[at] and not lines[at].startswith("#"):
            break
    return end
