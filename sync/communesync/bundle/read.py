"""Reading a bundle: what it says of itself first, whether that is true second, what is in it last and as a stream."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.refusal import Reason, Refused
from communesync.bundle.archive import Layout, read_layout
from communesync.bundle.content import Content, FilesContent, RowsContent
from communesync.bundle.label import Label, parse
from communesync.bundle.lines import MalformedLine, Part
from communesync.bundle.stream import Stored, Watch, never, unseal, unwatched
from communesync.keys import dsse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from communedb.files.age import Identity
    from communedb.journal.segment import Segment

_CHUNK: Final = 1 << 18


def open_bundle(path: Path) -> Opened:
    """A bundle with its label read and nothing verified.

    Refused: BUNDLE_NOT_A_BUNDLE, BUNDLE_CUT_SHORT, BUNDLE_CHANGED, BUNDLE_NEWER, BUNDLE_TOO_LARGE.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            found = read_layout(file, path.stat().st_size, name)
            label, envelope = parse(file.read(found.label_size), name)
    except OSError as fault:
        raise Refused(Reason.BUNDLE_NOT_A_BUNDLE, name=name) from fault
    if label.payload.size != found.payload_size:
        raise Refused(Reason.BUNDLE_CHANGED, name=name)
    return Opened(path, label, envelope, found)


class Opened:
    """A bundle whose label was read; its content is handed out once `verify` has said whose it is."""

    def __init__(self, path: Path, label: Label, envelope: dict[str, Any], layout: Layout) -> None:
        self.path = path
        self.label = label
        self.digest = ""
        """SHA-256 of the whole file, once verified."""
        self._envelope = envelope
        self._layout = layout

    def verify(
        self, public_keys: Collection[str], *, progress: Watch = unwatched, cancelled: Callable[[], bool] = never
    ) -> str:
        """The key of the sender, who is one of these and signed the label, whose digest is that of the payload.

        Refused: BUNDLE_SENDER_UNKNOWN, BUNDLE_CHANGED, BUNDLE_CUT_SHORT, EXCHANGE_CANCELLED.
        """
        name, key = self.path.name, self.label.sender.key
        if key not in public_keys:
            raise Refused(Reason.BUNDLE_SENDER_UNKNOWN, name=name)
        try:
            dsse.opened(self._envelope, dsse.LABEL, {key})
        except dsse.NotOpened as fault:
            raise Refused(Reason.BUNDLE_CHANGED, name=name) from fault
        whole = sha256()
        with self.path.open("rb") as file:
            whole.update(file.read(self._layout.payload_at))
            stored = Stored(file, self.label.payload, name, progress, cancelled)
            while chunk := stored.read(_CHUNK):
                whole.update(chunk)
            whole.update(file.read())
        stored.check()
        self.digest = whole.hexdigest()
        return key

    def rows(
        self,
        identity: Identity,
        *,
        on_document: Callable[[str, Any], None],
        on_segment: Callable[[Segment], None],
        progress: Watch = unwatched,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Hand out documents, then segments in the label's order, while decrypting; exceptions of the two come out.

        Segments' signatures and lines are for the caller to verify. A fault may show after some were handed out: the
        caller rolls back. Refused: as `verify`, BUNDLE_NOT_FOR_US, BUNDLE_TOO_LARGE.
        """
        self._read(RowsContent(self.label, on_document, on_segment), identity, progress, cancelled)

    def files(
        self,
        identity: Identity,
        *,
        on_bytes: Callable[[Part, int, bytes], None],
        progress: Watch = unwatched,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Hand out the bytes of each part of a file, with where in the whole file they belong; an empty one once.

        The digest of a whole file is for the caller to verify. Refused: as `rows`.
        """
        self._read(FilesContent(self.label, on_bytes), identity, progress, cancelled)

    def _read(self, content: Content, identity: Identity, progress: Watch, cancelled: Callable[[], bool]) -> None:
        name = self.path.name
        if not self.digest or self.label.kind != content.kind:
            raise ValueError("not verified, or of the other kind")
        with self.path.open("rb") as file:
            file.seek(self._layout.payload_at)
            stored = Stored(file, self.label.payload, name, progress, cancelled)
            try:
                unseal(stored, identity, self.label.payload, content.splitter.write, name)
            except MalformedLine as fault:
                raise Refused(Reason.BUNDLE_CHANGED, name=name) from fault
        if not content.is_ended or not content.splitter.is_between:
            raise Refused(Reason.BUNDLE_CUT_SHORT, name=name)
