"""Templates of the files that are XML: beside this module, autoescaped, and without what XML can't hold."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from archive.catalogue.record_view import View

TEMPLATES = Path(__file__).parent / "templates"

# What XML can't hold (https://www.w3.org/TR/xml/#charsets), and white space that it reads as another.
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\r\t]")
_REFERENCES = {"\r": "&#13;", "\t": "&#9;"}


def to_lines(text: str) -> Markup:
    """Return a text with the element of TEI that begins a line at the beginning of each but the first."""
    return escape(text).replace("\n", Markup("\n<lb/>"))


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    auto_reload=False,
    keep_trailing_newline=True,
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)
_ENVIRONMENT.filters["lines"] = to_lines


def prefer_items(env: Environment) -> None:
    """Let templates find at once what a mapping has: Jinja asks first for an attribute, in vain.

    https://jinja.palletsprojects.com/en/stable/api/#jinja2.Environment.getattr
    """
    find, methods = env.getattr, frozenset(dir(dict))

    def find_item(obj: Any, attribute: str) -> Any:  # noqa: ANN401 (whatever templates draw)
        if type(obj) is not dict or attribute in methods:
            return find(obj, attribute)
        return obj[attribute] if attribute in obj else env.undefined(obj=obj, name=attribute)

    env.getattr = find_item  # type: ignore[method-assign]


prefer_items(_ENVIRONMENT)


def render_template(name: str, **values: object) -> str:
    """Return what a template makes of these values; an XML parser reads each as it is.

    The templates themselves have neither tabs nor carriage returns, so any there are stand in a value.
    """
    written = _ENVIRONMENT.get_template(name).render(values)
    return _ODD.sub(lambda odd: _REFERENCES.get(odd[0], "\ufffd"), written)


def find_changed(views: Iterable[View]) -> date:
    """Return when the newest of the records was changed, for formats that demand a moment.

    Where no record says so, it is the zero of clocks.
    """
    return max((view["changed"] for view in views if view["changed"]), default=date(1970, 1, 1))
