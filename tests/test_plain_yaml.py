"""YAML as people write it: plain values with their lines, and nothing that YAML can be tricked into."""

import pytest
from archive.sources.plain_yaml import parse_yaml
from hypothesis import given
from hypothesis import strategies as st


def test_scalars_stay_as_written() -> None:
    """A date, a number and a word that YAML knows as false come through as the text that was written."""
    plain, _, problems = parse_yaml("f", "day: 2024-11-19\nyear: 2024\nlanguage: no\nempty:\n")
    assert plain == {"day": "2024-11-19", "year": "2024", "language": "no", "empty": ""}
    assert problems == []


def test_every_value_has_its_line() -> None:
    """The line of a value is that of its key, or of its place in a list."""
    _, lines, _ = parse_yaml("f", "a:\n  b: 1\nc:\n  - x\n  - y\n")
    assert lines == {(): 1, ("a",): 1, ("a", "b"): 2, ("c",): 3, ("c", 0): 4, ("c", 1): 5}


REFUSED = {
    "a doubled key": ("a: 1\nb: 2\na: 3\n", "f:3: a stands twice"),
    "a doubled key inside": ("a:\n  b: 1\n  b: 2\n", "f:3: b stands twice"),
    "a Python object": (
        "a: 1\nb: !!python/object/apply:os.system [ls]\n",
        (
            "f:2: the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed; "
            "write plain text, a list or a mapping"
        ),
    ),
    "a tag of one's own": (
        "a: !foo x",
        "f:1: the tag !foo is not allowed; write plain text, a list or a mapping",
    ),
    "an alias": ("a: &x [1]\nb: *x\n", "f:1: an alias (*name) is not allowed; write the value out"),
    "an alias of itself": ("&x [*x]", "f:1: an alias (*name) is not allowed; write the value out"),
    "a key that is a list": ("? [1]\n: 2\n", "f:1: a key must be plain text, not a list or a mapping"),
    "a value with a colon": (
        "a: 1\npublication: Sound: The Herald’s\n",
        "f:2: is not YAML; put the value in quotation marks: publication: 'Sound: The Herald’s'",
    ),
    "a value that begins with a sign": (
        "author: @o'neil",
        "f:1: is not YAML; put the value in quotation marks: author: '@o''neil'",
    ),
    "an indent that nothing asks for": (
        "a: 1\n b: 2\n",
        "f:2: is not YAML: mapping values are not allowed in this context",
    ),
    "an open bracket": ("a: 1\nb: [\n", "f:3: is not YAML: did not find expected node content"),
    "a tab": ("a: 1\n\tb: 2\n", "f:2: is not YAML: found a tab character that violates indentation"),
    "two documents": ("a: 1\n---\nb: 2\n", "f:2: is not YAML: but found another document"),
    "a control character": ("a: 1\nb: \x01\n", "f:2: is not YAML: it holds a control character"),
    "a lone surrogate": ('a: "\\ud800"', "f:1: is not YAML: found invalid Unicode character escape code"),
    "nothing": ("", "f:1: is empty; a record has keys such as slug and title"),
    "a comment alone": ("# to do\n", "f:1: is empty; a record has keys such as slug and title"),
    "deeper nesting than is taken": ("[" * 950 + "]" * 950, "f:1: is nested too deeply"),
    "deep nesting": ("[" * 9999 + "]" * 9999, "f:1: is not YAML: exceeded maximum nesting depth"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, message: str) -> None:
    """What a record can't hold is refused in one sentence, with its line."""
    _, _, problems = parse_yaml("f", text)
    assert [str(problem) for problem in problems] == [message]


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.text(alphabet="ab:-[]{}&*!|>'\"#%@, \n\t?"))
def test_never_raises(text: str) -> None:
    """Any text at all gives a value or problems, never a traceback."""
    _, lines, problems = parse_yaml("f", text)
    assert lines or problems
