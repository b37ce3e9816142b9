"""The kinds of values in a record, each with the rules that it must keep."""

from datetime import date
from operator import attrgetter
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BeforeValidator, ConfigDict, Field, PlainSerializer

from archive.sources import rules, text_rules
from archive.sources.authors import Author
from archive.sources.dates import ArticleDate
from archive.sources.lines import LineRange

Line = Annotated[str, AfterValidator(rules.one_line)]
Title = Annotated[Line, AfterValidator(rules.title)]
Slug = Annotated[Line, AfterValidator(rules.slug)]
Sha256 = Annotated[Line, AfterValidator(text_rules.sha256)]
Language = Annotated[Line, AfterValidator(rules.language)]
Languages = Annotated[tuple[Language, ...], BeforeValidator(rules.listed), AfterValidator(rules.languages)]
Rights = Annotated[Line, AfterValidator(rules.rights)]
Encoding = Annotated[Line, AfterValidator(rules.encoding)]
Lines = Annotated[
    LineRange,
    BeforeValidator(text_rules.lines_of_text),
    Field(validation_alias=AliasChoices("line", "lines")),
]
Authors = Annotated[tuple[Author, ...], BeforeValidator(rules.authors)]
Flag = Annotated[bool, BeforeValidator(rules.flag)]
Address = Annotated[Line, AfterValidator(rules.address)]
Printed = Annotated[Line, AfterValidator(text_rules.printed)]
PrintedName = Annotated[Line, AfterValidator(text_rules.printed_name)]
Date = Annotated[ArticleDate, BeforeValidator(rules.edtf), PlainSerializer(attrgetter("edtf"))]
Day = Annotated[date, BeforeValidator(rules.day)]

Basis = Literal["printed", "published", "inferred", "not stated"]

# A key that is misspelt is a problem, not a lack.
ONLY_KNOWN_KEYS = ConfigDict(extra="forbid")
