"""Templates of the files that are XML: beside this module, autoescaped, and without what XML can't hold."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

# https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def replace_not_in_xml(text: str) -> str:
    """Return a text with U+FFFD in the place of what XML can't hold; nothing else is changed."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _finalize(value: object) -> object:
    """Escape a value so that an XML parser reads it as it is, tabs and carriage returns included."""
    if isinstance(value, str) and not isinstance(value, Markup):
        escaped = str(escape(replace_not_in_xml(value)))
        return Markup(escaped.replace("\r", "&#13;").replace("\t", "&#9;"))  # noqa: S704 (escaped above)
    return value


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    finalize=_finalize,
    keep_trailing_newline=True,
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)


def render_template(name: str, **values: object) -> str:
    """Return what a template makes of these values."""
    return _ENVIRONMENT.get_template(name).render(values)
