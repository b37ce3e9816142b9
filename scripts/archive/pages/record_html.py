"""What is known of an article, and how, as lines of HTML: each fact with its basis and evidence."""

from collections.abc import Iterable, Iterator

from archive.catalogue.entry import GROUPS, entry_address
from archive.pages.article_list import to_root
from archive.pages.verbatim import to_verbatim
from archive.sources.article import Article
from archive.sources.record import Evidence, Name
from archive.sources.rights import RIGHTS_STATEMENTS
from archive.sources.text import find_paragraphs, find_quote

# The way from the page of an article to the home page.
ROOT = to_root("articles/slug/")


def to_record_html(article: Article, address: str) -> list[str]:
    """Return the record of the article at an address as a section of its page."""
    record = article.record
    return [
        '<section class="record" aria-labelledby="record">',
        '<h2 id="record">What is known, and how</h2>',
        "<dl>",
        *to_facts_html(article),
        *to_term_html("Kind", [article.kind_in_words]),
        *to_term_html("Language", [to_verbatim(article.language_in_words)]),
        *to_names_html("people", record.people, article),
        *to_names_html("places", record.places, article),
        *to_names_html("bodies", record.bodies, article),
        *to_subjects_html(record.subjects),
        *to_found_at_html(record.found_at),
        *to_furniture_html(article),
        *to_rights_html(article),
        *to_file_html(article),
        '<dt class="print-only">Address</dt>',
        f'<dd class="print-only">{to_verbatim(address)}</dd>',
        "</dl>",
        "</section>",
    ]


def to_term_html(label: str, lines: list[str]) -> Iterator[str]:
    """Yield a term and the lines of what is said of it, unless there are none."""
    if lines:
        yield f"<dt>{label}</dt>"
        yield "\n".join(["<dd>" + lines[0], *lines[1:]]) + "</dd>"


def to_list_html(kind: str, items: Iterable[str]) -> list[str]:
    """Return a list of that class; there are no lines if it has no items."""
    lines = [f"<li>{item}</li>" for item in items]
    return [f'<ul class="{kind}">', *lines, "</ul>"] if lines else []


def to_facts_html(article: Article) -> Iterator[str]:
    """Yield the facts that have a basis, each with its evidence."""
    record = article.record
    date = record.date.value
    subtitle = record.subtitle.value if record.subtitle else None
    when = f'<time datetime="{date.machine}">{to_verbatim(date.words)}</time>' if date else ""
    for label, fact, shown in (
        ("Title", record.title, to_value_html(record.title.value)),
        ("Subtitle", record.subtitle, to_value_html(subtitle)),
        ("Publication", record.publication, to_value_html(record.publication.value)),
        ("Date", record.date, when),
        ("Author", record.author, to_value_html(article.author_words)),
    ):
        if fact:
            evidence = to_list_html("evidence", (to_evidence_html(item, article) for item in fact.evidence))
            basis = f'<span class="basis">{fact.basis}</span>'
            yield from to_term_html(label, [f"{shown} {basis}" if shown else basis, *evidence])


def to_value_html(value: str | None) -> str:
    """Return a value in its own direction; nothing if there is none."""
    return f'<span dir="auto">{to_verbatim(value)}</span>' if value else ""


def to_evidence_html(evidence: Evidence, article: Article) -> str:
    """Return a quotation with a link to its paragraph, or a source, and how it bears."""
    if evidence.quote is not None:
        language = to_verbatim(article.record.language)
        place = to_paragraph_link(find_quote(evidence.quote, article.paragraphs))
        known_by = f'<q dir="auto" lang="{language}">{to_verbatim(evidence.quote)}</q> ({place})'
    else:
        known_by = to_verbatim(evidence.source or "")
    return f"{known_by}: {to_verbatim(evidence.note)}" if evidence.note else known_by


def to_paragraph_link(number: int) -> str:
    """Return a link to a paragraph that says which it is."""
    return f'<a href="#p{number}">paragraph {number}</a>'


def to_names_html(group: str, names: Iterable[Name], article: Article) -> Iterator[str]:
    """Yield the names of a group, each linked to its place in the index and to its paragraphs."""
    items = (to_name_html(group, name, article) for name in names)
    yield from to_term_html(f"{GROUPS[group]} named", to_list_html("names", items))


def to_name_html(group: str, name: Name, article: Article) -> str:
    """Return a name with the other forms in which it is printed, and the paragraphs that print it."""
    parts = [to_name_link(group, name.name)]
    if name.other_forms:
        forms = ", ".join(f'<q dir="auto">{to_verbatim(form)}</q>' for form in name.other_forms)
        parts.append(f'<span class="printed">(printed {forms})</span>')
    if numbers := find_paragraphs(name.printed, article.paragraphs):
        links = " ".join(f'<a href="#p{n}" aria-label="paragraph {n}">{n}</a>' for n in numbers)
        parts.append(f'<span class="paragraphs"><span aria-hidden="true">¶</span> {links}</span>')
    return " ".join(parts)


def to_name_link(group: str, name: str) -> str:
    """Return a name or subject as a link to its page in the index."""
    return f'<a dir="auto" href="{ROOT}{entry_address(group, name)}">{to_verbatim(name)}</a>'


def to_subjects_html(subjects: Iterable[str]) -> Iterator[str]:
    """Yield the subjects, each linked to its place in the index."""
    items = (to_name_link("subjects", subject) for subject in subjects)
    yield from to_term_html("Subjects", to_list_html("names", items))


def to_found_at_html(addresses: Iterable[str]) -> Iterator[str]:
    """Yield the addresses where the text was found, as text: they may lead nowhere by now."""
    items = (f"<code>{to_verbatim(address)}</code>" for address in addresses)
    yield from to_term_html("Text found at", to_list_html("addresses", items))


def to_furniture_html(article: Article) -> Iterator[str]:
    """Yield the paragraphs that are page furniture, and what each is."""
    numbers = article.paragraph_numbers
    items = (
        f"{to_paragraph_link(numbers[item.line])}: {to_verbatim(item.label)}"
        for item in article.record.furniture
    )
    yield from to_term_html("Page furniture", to_list_html("names", items))


def to_rights_html(article: Article) -> Iterator[str]:
    """Yield the rights statement with its address, and what is to be noted."""
    record = article.record
    if record.rights is None:
        yield from to_term_html("Rights", ["not stated"])
        return
    link = f'<a href="{record.rights}" rel="license">{record.rights}</a>'
    note = [f"<p>{to_verbatim(record.rights_note)}</p>"] if record.rights_note else []
    yield from to_term_html("Rights", [f"{to_verbatim(RIGHTS_STATEMENTS[record.rights])}: {link}", *note])


def to_file_html(article: Article) -> Iterator[str]:
    """Yield the original file, its size and its SHA-256, with the button that compares them."""
    original = f"{ROOT}articles/{article.record.slug}.txt"
    name = to_verbatim(f"{article.name}.txt")
    link = f'<a href="{original}" download="{name}">{name}</a>, {article.size_in_words}, as received'
    yield from to_term_html("Original file", [link])
    attributes = f'type="button" id="verify" class="js-only" data-original="{original}"'
    verify = [f"<button {attributes}>Verify this copy</button>", '<div id="verified" role="status"></div>']
    yield from to_term_html("SHA-256", [f'<code id="sha256">{article.record.sha256}</code>', *verify])
