"""When articles last changed, for formats that demand a moment: EPUB and Atom."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from archive.catalogue.record_view import View

# The zero of clocks, which stands where a format demands a moment and nobody knows one.
_NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


def find_changed(views: Iterable[View]) -> datetime:
    """Return when the newest of the records was changed, as far as they say so."""
    return max((first_moment(view["changed"]) for view in views if view["changed"]), default=_NO_MOMENT)


def first_moment(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time(), UTC)
