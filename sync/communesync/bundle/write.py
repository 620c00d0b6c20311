"""Writing a bundle: one stream from segments or files to the folder, in the memory of one segment."""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from communedb.files.age import encrypt_stream
from communedb.files.atomic import unfinished
from communesync.bundle import lines
from communesync.bundle.archive import LABEL_NAME, PAYLOAD_NAME, TRAILER, header, layout, padding
from communesync.bundle.label import Extent, Label, Payload, Sender
from communesync.bundle.limits import MOST_PAYLOAD, MOST_PLAIN
from communesync.bundle.stream import FILES_LEVEL, ROWS_LEVEL, Compressed, Counted, Watch, never, unwatched
from communesync.keys import dsse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from communedb.files.age import Reader
    from communedb.journal.held import Ref
    from communedb.journal.segment import Segment
    from communedb.keys.signing import Signer

SUFFIX: Final = ".bundle"

_NO_DIGEST = "0" * 64
_CHUNK = 1 << 16
# What tar, label and age add to a payload of files, beside its share for compression that does not help.
_ENVELOPE = 16_384
_PER_READER = 512


class Written(NamedTuple):
    """A bundle in the folder: its file, the SHA-256 and size of that, and what went in."""

    path: Path
    digest: str
    size: int
    segments: int
    parts: tuple[lines.Part, ...] = ()


class Source(NamedTuple):
    """A file to send from `offset` on; `reader` hands out its bytes from there."""

    digest: str
    size: int
    offset: int
    reader: Reader


def write_rows(
    folder: Path,
    *,
    sender: Signer,
    sender_replica: str,
    recipients: Sequence[str],
    to: Sequence[str],
    at: str,
    segments: Iterable[Segment],
    refs: Sequence[Ref],
    documents: Mapping[str, Any],
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
) -> Written:
    """Write a bundle of segments, those that `refs` names and in that order, with documents before them.

    `recipients` are age's and `to` the same members' signing keys; `at` is UTC text. The total that `progress` is told
    is an estimate. Refused: EXCHANGE_CANCELLED, RECIPIENT_UNREADABLE, BUNDLE_TOO_LARGE, and as
    `communedb.files.atomic.write_faults_refused` says.
    """
    extents = [Extent(**ref._asdict()) for ref in refs]
    draft = _Draft(sender, "rows", sender_replica, to, extents, at)
    counts = _Counts(sum(ref.last - ref.first + 1 for ref in refs))
    parts = _row_lines(draft.sender, segments, extents, documents, counts)
    written = _write(folder, draft, recipients, Compressed(parts, ROWS_LEVEL), counts.watched(progress), cancelled)
    return written._replace(segments=len(extents))


def write_files(
    folder: Path,
    *,
    sender: Signer,
    sender_replica: str,
    recipients: Sequence[str],
    to: Sequence[str],
    at: str,
    files: Iterable[Source],
    max_size: int = MOST_PAYLOAD,
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
) -> Written:
    """Write a bundle of files, as many and as much of the last as `max_size` has room for; `parts` says which.

    Units, arguments and refusals as `write_rows`. ValueError when there is no room for anything.
    """
    draft = _Draft(sender, "files", sender_replica, to, [], at)
    fixed = _ENVELOPE + _PER_READER * max(len(recipients), len(to))
    room = max_size - fixed - max_size // 256
    if room <= 0:
        raise ValueError("max_size")
    parts: list[lines.Part] = []
    content = Compressed(_file_lines(draft.sender, files, room, parts), FILES_LEVEL)
    written = _write(folder, draft, recipients, content, progress, cancelled)
    return written._replace(parts=tuple(parts))


class _Draft(NamedTuple):
    """A label before its payload is known."""

    signer: Signer
    kind: Literal["rows", "files"]
    replica: str
    to: Sequence[str]
    extents: list[Extent]
    at: str

    @property
    def sender(self) -> Sender:
        return Sender(key=self.signer.public, replica=self.replica)

    def signed(self, payload: Payload) -> bytes:
        """The stored label: its envelope."""
        label = Label(
            kind=self.kind, sender=self.sender, to=[*self.to], segments=self.extents, payload=payload, made_at=self.at
        )
        return dsse.encoded(dsse.sign(dsse.LABEL, label.encode(), self.signer)).encode("ascii")


class _Counts:
    """How many lines went in, of how many."""

    def __init__(self, total: int) -> None:
        self.done = 0
        self._total = total

    def watched(self, progress: Watch) -> Watch:
        """A watch that is told how much there will be, as far as can be told by now."""

        def watch(done: int, _: int, /) -> None:
            progress(done, done * self._total // self.done if self.done else 0)

        return watch


def _write(
    folder: Path,
    draft: _Draft,
    recipients: Sequence[str],
    content: Compressed,
    progress: Watch,
    cancelled: Callable[[], bool],
) -> Written:
    # The label names the payload's digest and stands before it: its place is left open, as long as it can become.
    room = len(draft.signed(Payload(size=MOST_PAYLOAD, sha256=_NO_DIGEST, plain=MOST_PLAIN)))
    room += padding(room)
    with unfinished(folder) as part:
        start = layout(room, 0).payload_at
        part.write(bytes(start))
        payload = Counted(part, progress, cancelled)
        encrypt_stream(content, payload, recipients)
        facts = Payload(size=payload.size, sha256=payload.digest.hexdigest(), plain=content.plain)
        label = draft.signed(facts).ljust(room)
        part.write(bytes(padding(payload.size)) + TRAILER)
        part.write_at(0, header(LABEL_NAME, room) + label + header(PAYLOAD_NAME, payload.size))
        part.flush()
        digest = _digest_of(part.path)
        path = folder / f"{digest[:32]}{SUFFIX}"
        part.publish(path)
    return Written(path, digest, layout(room, payload.size).file_size, 0)


def _row_lines(
    sender: Sender,
    segments: Iterable[Segment],
    extents: Sequence[Extent],
    documents: Mapping[str, Any],
    counts: _Counts,
) -> Iterator[bytes]:
    yield lines.header("rows", sender)
    for name, body in documents.items():
        yield lines.document(name, body)
    for segment, extent in zip(segments, extents, strict=True):
        if segment.digest != extent.digest:
            raise ValueError("segments are not those of the label")
        yield lines.segment(segment)
        counts.done += len(segment.lines)
    yield lines.end(documents=len(documents), segments=len(extents), lines=counts.done)


def _file_lines(sender: Sender, files: Iterable[Source], room: int, parts: list[lines.Part]) -> Iterator[bytes]:
    yield lines.header("files", sender)
    for source in files:
        room -= _PER_READER
        length = min(source.size - source.offset, room)
        if room <= 0 or length < 0:
            break
        part = lines.Part(source.digest, source.size, source.offset, length)
        yield lines.part(part)
        yield from _raw(source.reader, length)
        parts.append(part)
        room -= length
    yield lines.end(parts=len(parts))


def _raw(reader: Reader, left: int) -> Iterator[bytes]:
    while left:
        chunk = reader.read(min(left, _CHUNK))
        if not chunk:
            raise ValueError("a file is shorter than it was said to be")
        left -= len(chunk)
        yield chunk


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
