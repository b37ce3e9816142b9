"""The draft of a record as YAML that a person reads and fills in."""

import re
from collections.abc import Iterator, Mapping

from archive.adding.drafting.draft import Draft
from archive.adding.drafting.facts import Question
from archive.sources.plain_yaml import Plain
from archive.sources.problem import to_printable
from archive.sources.table import FIELDS
from archive.sources.written_record import NEEDED

# Between two facts stands a line that nobody changes: git merges what two people say of them.
_CLOSE = frozenset({"draft", "slug", "sha256", "places", "bodies"})
_HINTS = {
    "title": "as printed or published; or: not stated",
    "date": "EDTF, such as 2019-07; or: not stated",
    "slug": "neutral words in small letters, joined by hyphens",
}
# What no reader of YAML takes for anything but text, here, in a list and in a mapping on one line.
_PLAIN = re.compile(r"(?:[^\W_]|[(/“‘«¿¡])(?:[^\W_]|[ .’“”‘«»()/_;+–—-]|'(?=\w))*")


def render_draft(draft: Draft, size: str) -> str:
    """Return a draft as YAML; `size` says how large its text is."""
    lines = [f"# {size} docs/guide/records.md says what each line means; strike what is wrong."]
    for key in ("draft", *FIELDS, "received"):
        asked = [question for question in draft.questions if question.key == key]
        unsure = draft.unsure_names if key == "people" else []
        is_there = key in draft.keys
        if key not in _CLOSE and (is_there or key in NEEDED or asked or unsure):
            lines.append("")
        if is_there:
            lines.extend(render_key(key, draft.keys[key], draft.comments.get(key)))
        elif key in NEEDED and not asked:
            lines.append(f"# {key}:  # {_HINTS[key]}")
        lines.extend(render_question(question, is_there) for question in asked)
        lines.extend(["# people:"] if unsure and not is_there else [])
        lines.extend(f"{to_comment(f'  - {to_scalar(name)}')}  # perhaps" for name in unsure)
    absent = [key for key in ("publication", "author", "kind", "rights") if key not in draft.keys]
    if absent:
        lines.append(f"# Not stated so far: {', '.join(absent)}.")
    return "\n".join([*lines, ""])


def render_question(question: Question, is_there: bool) -> str:  # noqa: FBT001  whether the key is there
    """Return a question as a comment: without its `# `, it is a line of the record."""
    value = question.value
    if isinstance(value, list) and is_there:
        return to_comment(f"  - {to_flow(value[0])}  # {question.line}")
    return to_comment(f"{question.key}: {to_flow(value) if value else ''}  # {question.line}")


def render_key(key: str, value: Plain, comment: str | None) -> Iterator[str]:
    """Yield the lines of a key: a list goes over several lines, all else stands on one."""
    behind = f"  {to_comment(comment)}" if comment else ""
    if isinstance(value, list) and value:
        yield f"{key}:{behind}"
        yield from (f"  - {to_flow(item)}" for item in value)
    else:
        yield f"{key}: {to_flow(value)}{behind}"


def to_comment(text: str) -> str:
    """Return a comment of one line, whatever its words are."""
    return f"# {to_printable(' '.join(text.split(chr(10))))}"


def to_flow(value: Plain) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {to_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(to_flow, value)) + "]"
    return to_scalar(value)


def to_scalar(text: str) -> str:
    """Return a text as a scalar: plain if it can be, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.isprintable() and text == text.strip():
        return text
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(char: str) -> str:
    """Return a character as it stands in double quotes: https://yaml.org/spec/1.2.2/#57-escaped-characters."""
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"
