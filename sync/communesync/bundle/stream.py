"""Payloads as streams: pulled through compression and encryption on the way out, pushed through both on the way in."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Protocol

import zstandard

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import AgeFailed, decrypt_stream
from communesync.bundle.limits import MOST_WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from communedb.files.age import Identity, Writer
    from communesync.bundle.label import Payload

ROWS_LEVEL: Final = 10
"""Compression of rows; measured in docs/decisions/0061."""

FILES_LEVEL: Final = 3
"""Compression of attachments, most of which are compressed already."""

_WINDOW_LOG = 20
_READ = 1 << 16


class Watch(Protocol):
    """Told how far a transfer is, in bytes done and bytes in all."""

    def __call__(self, done: int, total: int, /) -> None:
        """Show it."""


def unwatched(done: int, total: int, /) -> None:
    """Nobody is watching."""


def never() -> bool:
    """Nobody can cancel."""
    return False


class Compressed:
    """What the parts compress to, to be read; `plain` counts the bytes that went in."""

    def __init__(self, parts: Iterable[bytes], level: int) -> None:
        self.plain = 0
        self._left = b""
        self._chunks = self._compress(parts, level)

    def read(self, size: int) -> bytes:
        """At most `size` bytes, none at the end."""
        if not self._left:
            self._left = next(self._chunks, b"")
        found, self._left = self._left[:size], self._left[size:]
        return found

    def _compress(self, parts: Iterable[bytes], level: int) -> Iterator[bytes]:
        # A small window and small tables: an old PC has little memory, and columns repeat themselves nearby.
        sized = zstandard.ZstdCompressionParameters.from_level(
            level, window_log=_WINDOW_LOG, hash_log=_WINDOW_LOG, chain_log=_WINDOW_LOG, write_content_size=False
        )
        compressor = zstandard.ZstdCompressor(compression_params=sized).compressobj()
        # The library works outside the interpreter's lock: one part is compressed while the next is being made.
        with ThreadPoolExecutor(max_workers=1) as aside:
            before = aside.submit(bytes)
            for part in parts:
                self.plain += len(part)
                done, before = before, aside.submit(compressor.compress, part)
                if chunk := done.result():
                    yield chunk
            yield before.result() + compressor.flush()


class Counted:
    """Hands on to a writer, counts and digests, and stops when cancelled. Refused: EXCHANGE_CANCELLED."""

    def __init__(self, writer: Writer, watch: Watch, cancelled: Callable[[], bool]) -> None:
        self.size = 0
        self.digest = sha256()
        self._writer = writer
        self._watch = watch
        self._cancelled = cancelled

    def write(self, chunk: bytes) -> int:
        """Take all of `chunk`."""
        if self._cancelled():
            raise Refused(Reason.EXCHANGE_CANCELLED)
        self._writer.write(chunk)
        self.digest.update(chunk)
        self.size += len(chunk)
        self._watch(self.size, self.size)
        return len(chunk)

    def flush(self) -> None:
        """Pass on what was taken."""
        self._writer.flush()


class Stored:
    """The payload as it lies in the file, to be read once more while its digest is taken."""

    def __init__(
        self, file: BinaryIO, payload: Payload, name: str, watch: Watch, cancelled: Callable[[], bool]
    ) -> None:
        self.digest = sha256()
        self._file = file
        self._payload = payload
        self._left = payload.size
        self._name = name
        self._watch = watch
        self._cancelled = cancelled

    def read(self, size: int) -> bytes:
        """At most `size` bytes, none at the end. Refused: BUNDLE_CUT_SHORT, EXCHANGE_CANCELLED."""
        if self._cancelled():
            raise Refused(Reason.EXCHANGE_CANCELLED)
        chunk = self._file.read(min(size, self._left))
        if not chunk and self._left:
            raise Refused(Reason.BUNDLE_CUT_SHORT, name=self._name)
        self._left -= len(chunk)
        self.digest.update(chunk)
        self._watch(self._payload.size - self._left, self._payload.size)
        return chunk

    def drain(self) -> None:
        """Read what is left."""
        while self.read(_READ):
            pass

    def check(self) -> None:
        """Refuse what is not the payload that the label names: BUNDLE_CHANGED."""
        if self._left or self.digest.hexdigest() != self._payload.sha256:
            raise Refused(Reason.BUNDLE_CHANGED, name=self._name)


class _Bounded:
    """Stands after the decompressor: no more comes through than the label said."""

    def __init__(self, take: Callable[[bytes], None], plain: int, name: str) -> None:
        self.left = plain
        self.began = False
        self._take = take
        self._name = name

    def write(self, chunk: bytes) -> int:
        self.began = True
        self.left -= len(chunk)
        if self.left < 0:
            raise Refused(Reason.BUNDLE_CHANGED, name=self._name)
        self._take(bytes(chunk))
        return len(chunk)

    def flush(self) -> None:
        pass


def unseal(stored: Stored, identity: Identity, payload: Payload, take: Callable[[bytes], None], name: str) -> None:
    """Decrypt and decompress into `take`, chunk by chunk; its exceptions come out unchanged.

    Refused: BUNDLE_NOT_FOR_US when the identity is none of the recipients, BUNDLE_CHANGED, BUNDLE_CUT_SHORT.
    """
    bounded = _Bounded(take, payload.plain, name)
    decompressor = zstandard.ZstdDecompressor(max_window_size=MOST_WINDOW).stream_writer(bounded, closefd=False)  # type: ignore[arg-type]
    try:
        decrypt_stream(stored, decompressor, identity)
    except AgeFailed as fault:
        reason = Reason.BUNDLE_CHANGED if bounded.began else Reason.BUNDLE_NOT_FOR_US
        raise Refused(reason, name=name) from fault
    except zstandard.ZstdError as fault:
        raise Refused(Reason.BUNDLE_CHANGED, name=name) from fault
    stored.drain()
    stored.check()
    if bounded.left:
        raise Refused(Reason.BUNDLE_CUT_SHORT, name=name)
