"""Signatures of the lists of sums, by OpenSSH: https://man.openbsd.org/ssh-keygen.1#Y~4."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Where the key is published, and what ssh-keygen is told that a signature is for.
PUBLIC_KEY = "signing-key.pub"
NAMESPACE = "file"

_PUBLIC = re.compile(r"((?:ssh|ecdsa|sk)-\S+ \S+)(?: .*)?\s*")


class SigningError(Exception):
    """A key that can't be read, or no program to sign with: a sentence."""


@dataclass(frozen=True)
class SigningKey:
    """A public key without its comment, and the file of the private one; None if only the public is given."""

    public: str
    private: Path | None = None


def read_key(path: Path) -> SigningKey:
    """Return the key that a file holds, private or public; raise SigningError if it holds none."""
    try:
        public = _PUBLIC.fullmatch(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SigningError(f"SIGNING_KEY: {path} can't be read: {error}") from error
    if public:
        return SigningKey(public[1])
    # Without a passphrase, so that nobody is asked for one in the middle of a build.
    derived = _PUBLIC.fullmatch(run(["-y", "-P", "", "-f", str(path)], b"", path).decode())
    if not derived:
        raise SigningError(f"SIGNING_KEY: {path} is no key that signs")
    return SigningKey(derived[1], path)


def sign(data: bytes, private: Path) -> bytes:
    """Return the signature of data."""
    return run(["-q", "-Y", "sign", "-f", str(private), "-n", NAMESPACE], data, private)


def run(arguments: Sequence[str], data: bytes, key: Path) -> bytes:
    """Return what ssh-keygen answers; raise SigningError in place of a failure."""
    try:
        done = subprocess.run(["ssh-keygen", *arguments], input=data, capture_output=True, check=False)  # noqa: S603, S607 (the one of PATH)
    except FileNotFoundError as error:
        raise SigningError("SIGNING_KEY needs ssh-keygen: install OpenSSH") from error
    if done.returncode:
        *_, why = ["it says nothing", *done.stderr.decode("utf-8", "replace").split("\n")[:-1]]
        raise SigningError(f"SIGNING_KEY: {key} is no private key without a passphrase: {why.strip()}")
    return done.stdout
