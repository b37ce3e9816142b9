"""Compares the words of a language with the English ones: what is missing or wrong is English, and said."""

import re
from dataclasses import dataclass, field

from archive.sources.plain_yaml import Location, Plain
from archive.sources.problem import Problem

_FILLED = re.compile(r"\{\w+\}|</?\w+[^>]*>")


@dataclass
class Comparison:
    """One file of words: its path, the line of each location, its language's plural forms, what is wrong."""

    path: str
    lines: dict[Location, int]
    forms: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def complete(self, own: Plain | None, english: Plain, at: Location = ()) -> Plain:
        """Return what stands at a location, in English as far as it is wrong there."""
        if isinstance(english, dict) and "other" in english:
            return self._complete_forms(own, english, at)
        if isinstance(english, dict) and isinstance(own, dict):
            for key in sorted(own.keys() - english.keys()):
                self._say((*at, key), "is no word of the archive")
            return {key: self.complete(own.get(key), english[key], (*at, key)) for key in english}
        if isinstance(english, list) and isinstance(own, list) and len(own) == len(english):
            return [self.complete(own[index], item, (*at, index)) for index, item in enumerate(english)]
        if isinstance(english, str) and isinstance(own, str) and list_filled(own) == list_filled(english):
            return own
        self._refuse(own, english, at)
        return english

    def _complete_forms(self, own: Plain | None, english: dict[str, Plain], at: Location) -> Plain:
        """Return the forms of a sentence that counts, each of which may fill in what English does."""
        if isinstance(own, dict) and own.keys() == self.forms:
            return {form: self.complete(own[form], english["other"], (*at, form)) for form in own}
        self._say(at, f"must have the forms {', '.join(sorted(self.forms))}")
        return dict.fromkeys(self.forms, english["other"])

    def _refuse(self, own: Plain | None, english: Plain, at: Location) -> None:
        if own is None:
            what = f": {english!r}" if isinstance(english, str) else ""
            self._say(at, f"is missing; en.yml has it{what}")
        elif isinstance(english, list):
            self._say(at, f"must be a list of {len(english)}, as in en.yml")
        elif isinstance(english, dict):
            self._say(at, "must have keys, as in en.yml")
        elif isinstance(own, str):
            self._say(at, f"must hold what is filled in, and elements, as en.yml does: {english!r}")
        else:
            self._say(at, f"must be text, as in en.yml: {english!r}")

    def _say(self, at: Location, message: str) -> None:
        line = next(self.lines[at[:end]] for end in range(len(at), -1, -1) if at[:end] in self.lines)
        self.problems.append(Problem(self.path, line, f"{'.'.join(map(str, at))} {message}"))


def list_filled(sentence: str) -> list[str]:
    """Return what is filled into a sentence, and its elements."""
    return sorted(_FILLED.findall(sentence))
