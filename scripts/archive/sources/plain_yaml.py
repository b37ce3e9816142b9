"""YAML as people write it by hand: text, lists and mappings, each with its line.

Every scalar stays the text that was written, so that a date or `no` needs no quotes, and tags,
anchors and doubled keys are refused: https://yaml.org/spec/1.2.2/#chapter-10-recommended-schemas
calls this the failsafe schema.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from archive.sources.problem import Problem

Plain = str | list["Plain"] | dict[str, "Plain"]
Location = tuple[str | int, ...]

_FAILSAFE_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


# A value that YAML takes for more than text: it holds a colon and a space, or begins with a sign.
_UNQUOTED = re.compile(r"\s*(?:- )*(?P<key>[\w ]+): (?P<value>[^'\"\[{|>\s].*?: .*|[@%`].*)")


class _Loader(yaml.CBaseLoader):
    """Gives every node without a tag the one of its kind, without looking for rules that there are not."""

    def descend_resolver(self, parent: yaml.Node | None, index: yaml.Node | int | None) -> None:
        """Know of no tags that hang on where a node stands."""

    def ascend_resolver(self) -> None:
        """Know of no tags that hang on where a node stands."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        """Return the tag of a kind of node."""
        del value, implicit
        return _FAILSAFE_TAGS[kind]


@dataclass
class _Reading:
    """What one reading gathers: the line of every location, and what is wrong."""

    path: str
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def refuse(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.path, node.start_mark.line + 1, message))


def parse_yaml(path: str, text: str) -> tuple[Plain, dict[Location, int], list[Problem]]:
    """Return the plain value of a YAML text, the line of each location in it, and its problems."""
    reading = _Reading(path)
    try:
        node = yaml.compose(text, Loader=_Loader)
        plain = _to_plain(node, (), reading) if node else {}
    except RecursionError:
        return {}, {}, [Problem(path, 1, "is nested too deeply")]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return {}, {}, [Problem(path, line, to_sentence(str(error.problem), text.split("\n")[line - 1 :]))]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return {}, {}, [Problem(path, line, "is not YAML: it holds a control character")]
    if node is None:
        return {}, {}, [Problem(path, 1, "is empty; a record has keys such as slug and title")]
    return plain, reading.lines, reading.problems


def to_sentence(problem: str, lines: Sequence[str]) -> str:
    """Return what keeps a text from being YAML, and what to do; `lines` are those from the place on."""
    if unquoted := _UNQUOTED.fullmatch(lines[0].rstrip() if lines else ""):
        value = unquoted["value"].replace("'", "''")
        return f"is not YAML; put the value in quotation marks: {unquoted['key']}: '{value}'"
    return f"is not YAML: {problem}"


def _to_plain(node: yaml.Node, location: Location, reading: _Reading) -> Plain:
    reading.lines[location] = node.start_mark.line + 1
    if id(node) in reading.seen:
        reading.refuse(node, "an alias (*name) is not allowed; write the value out")
        return ""
    reading.seen.add(id(node))
    if node.tag != _FAILSAFE_TAGS[type(node)]:
        reading.refuse(node, f"the tag {node.tag} is not allowed; write plain text, a list or a mapping")
    if isinstance(node, yaml.MappingNode):
        return dict(_to_entries(node, location, reading))
    if isinstance(node, yaml.SequenceNode):
        return [_to_plain(child, (*location, index), reading) for index, child in enumerate(node.value)]
    return str(node.value)


def _to_entries(node: yaml.MappingNode, location: Location, reading: _Reading) -> Iterator[tuple[str, Plain]]:
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            reading.refuse(key, "a key must be plain text, not a list or a mapping")
        elif (*location, key.value) in reading.lines:
            reading.refuse(key, f"{key.value} stands twice")
        else:
            plain = _to_plain(value, (*location, key.value), reading)
            # A value may start on the line below; a person looks for the key.
            reading.lines[(*location, key.value)] = key.start_mark.line + 1
            yield key.value, plain
