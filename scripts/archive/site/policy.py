"""The content security policy of a page: what it lets a page load. https://www.w3.org/TR/CSP3/."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

# Where a directive is not given, what stands in for it; for the rest nothing does.
_FALLBACKS = {"frame-src": ("child-src", "default-src")}
_ALONE = ("form-action", "base-uri")


@dataclass(frozen=True)
class Load:
    """Something that a page loads: the directive that lets it, its address, or for want of one what it is.

    `instead` is what to do in its place.
    """

    directive: str
    address: str = ""
    what: str = ""
    instead: str = ""

    def __str__(self) -> str:
        """Return what to say of it."""
        return self.what or self.address

    @property
    def source(self) -> str:
        """Return the source expression that lets it be loaded."""
        parts = urlsplit(self.address)
        if parts.netloc:
            return f"{parts.scheme or 'https'}://{parts.netloc}"
        if not self.address:
            return "'unsafe-inline'"
        return f"{parts.scheme}:" if parts.scheme else "'self'"


@lru_cache(maxsize=64)
def parse_policy(written: str) -> Mapping[str, Sequence[str]]:
    """Return the sources that each directive of a policy names."""
    directives = [directive.split() for directive in written.split(";") if directive.strip()]
    return {name.lower(): sources for name, *sources in reversed(directives)}


def is_allowed(policy: str, load: Load) -> bool:
    """Return whether a policy lets a page load something; what has no address, it doesn't."""
    directives = parse_policy(policy)
    others = () if load.directive in _ALONE else _FALLBACKS.get(load.directive, ("default-src",))
    found = [directives[name] for name in (load.directive, *others) if name in directives]
    if not found:
        return True
    if not load.address:
        return "'unsafe-inline'" in found[0]
    return any(matches(source, load.address) for source in found[0])


def matches(source: str, address: str) -> bool:
    """Return whether a source expression is for an address; one without a host is of the site itself."""
    parts = urlsplit(address)
    if not parts.netloc:
        return source == (f"{parts.scheme}:" if parts.scheme else "'self'")
    if source in {"*", f"{parts.scheme}:"}:
        return True
    scheme, _, rest = source.rpartition("://")
    host, slash, path = rest.partition("/")
    same = parts.netloc.endswith(host[1:]) if host.startswith("*.") else parts.netloc == host
    below = parts.path.startswith(f"/{path}") if slash and path else True
    return same and below and scheme in {"", parts.scheme or "https"}
