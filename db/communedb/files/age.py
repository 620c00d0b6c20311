"""The one place that knows the age library: keys, small secrets and streams of any size.

Format: age-encryption.org/v1 with X25519 recipients only, so that the standard `age` tool opens what is written here.
Passphrase recipients are not offered: their scrypt takes 727 MB, more than an old PC can spare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import pyrage  # type: ignore[import-untyped]

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Answer = TypeVar("Answer")


class AgeFailed(Exception):  # noqa: N818 - what it means, damage or another's key, only the caller knows
    """The content is damaged, cut short, or not for this identity."""


class Reader(Protocol):
    """Anything that hands out bytes."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""


class Writer(Protocol):
    """Anything that takes bytes."""

    def write(self, chunk: bytes, /) -> int:
        """Take all of `chunk`."""

    def flush(self) -> None:
        """Pass on what was taken."""


class Identity:
    """An X25519 secret of age (`AGE-SECRET-KEY-1…`), or AgeFailed; shown only where `secret_text` is asked for."""

    __slots__ = ("_key", "recipient", "secret_text")

    def __init__(self, secret_text: str) -> None:
        try:
            self._key = pyrage.x25519.Identity.from_str(secret_text)
        except pyrage.IdentityError as fault:
            raise AgeFailed(str(fault)) from fault
        self.secret_text = secret_text
        self.recipient = str(self._key.to_public())

    @classmethod
    def generate(cls) -> Identity:
        """A new identity from the system's random source."""
        return cls(str(pyrage.x25519.Identity.generate()))

    def __repr__(self) -> str:
        return f"Identity(for {self.recipient})"


def is_recipient(text: str) -> bool:
    """Whether a text is an X25519 recipient of age in its one spelling: lower case, nothing around it."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def encrypt(plain: bytes, recipients: Sequence[str]) -> bytes:
    """A small secret for each of the recipients (`age1…`). Refused: RECIPIENT_UNREADABLE."""
    return bytes(pyrage.encrypt(plain, _recipients(recipients)))


def decrypt(sealed: bytes, identity: Identity) -> bytes:
    """What `encrypt` sealed, or AgeFailed."""
    try:
        return bytes(pyrage.decrypt(sealed, [identity._key]))
    except (pyrage.DecryptError, OSError) as fault:
        raise AgeFailed(str(fault)) from fault


def encrypt_stream(reader: Reader, writer: Writer, recipients: Sequence[str]) -> None:
    """Encrypt chunk by chunk in constant memory; a fault of reader or writer comes out unchanged."""
    _relayed(pyrage.encrypt_io, reader, writer, _recipients(recipients))


def decrypt_stream(reader: Reader, writer: Writer, identity: Identity) -> None:
    """Decrypt chunk by chunk in constant memory, or AgeFailed.

    Chunks before a damaged one have then been written already: the caller throws them away.
    """
    _relayed(pyrage.decrypt_io, reader, writer, [identity._key])


def _recipients(texts: Sequence[str]) -> list[object]:
    found: list[object] = []
    for text in texts:
        try:
            found.append(pyrage.x25519.Recipient.from_str(text.strip()))
        except pyrage.RecipientError as fault:
            raise Refused(Reason.RECIPIENT_UNREADABLE, recipient=text) from fault
    return found


def _relayed(work: Callable[..., None], reader: Reader, writer: Writer, keys: Sequence[object]) -> None:
    relay = _Relay(reader, writer)
    try:
        work(relay, relay, keys)
    except (pyrage.EncryptError, pyrage.DecryptError, OSError) as fault:
        if relay.fault is not None:
            raise relay.fault from None
        raise AgeFailed(str(fault)) from fault
    if relay.fault is not None:
        # The library gathers small writes, and is silent when the last of them fails.
        raise relay.fault


class _Relay:
    """Stands between the library and our ends: the library would turn every fault of theirs into a line of text."""

    def __init__(self, reader: Reader, writer: Writer) -> None:
        self._reader = reader
        self._writer = writer
        self.fault: BaseException | None = None

    def read(self, size: int) -> bytes:
        return self._kept(lambda: self._reader.read(size))

    def write(self, chunk: bytes) -> int:
        return self._kept(lambda: self._writer.write(chunk))

    def flush(self) -> None:
        self._kept(self._writer.flush)

    def _kept(self, call: Callable[[], Answer]) -> Answer:
        try:
            return call()
        except BaseException as fault:
            self.fault = fault
            raise
