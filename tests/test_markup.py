"""What goes into XML is the text as it is, but for what XML has no way to hold."""

import pytest
from archive.exports.markup import render_template
from lxml import etree

TEXTS = {
    "a\u00a0b \u200d\u00ad \u202e": "a\u00a0b \u200d\u00ad \u202e",
    "<b> & \"q\" 'r' ]]>": "<b> & \"q\" 'r' ]]>",
    "tab\tand\rreturn": "tab\tand\rreturn",
    "control \x01 and \ufffe": "control \ufffd and \ufffd",
}


@pytest.mark.parametrize("text", TEXTS)
def test_read_back(text: str) -> None:
    """A parser reads back every character that XML can hold, invisible ones too."""
    view = {"paragraphs": [{"number": 1, "text": text}]}
    written = render_template("paragraphs.xhtml", view=view, labels={}, dated=text)
    assert [node.text for node in etree.fromstring(f"<div>{written}</div>")] == [TEXTS[text]] * 2
