"""Attachments on their way out: each read from where it is wanted on, a piece at a time in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.files.pieces import MOST_PIECE
from communesync.bundle.write import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communedb.files.attachments import AttachmentFiles
    from communesync.exchange.wanted import Wanted

DAMAGED: Final = frozenset({Reason.ATTACHMENT_DAMAGED, Reason.ATTACHMENT_MISSING})
"""Refusals that say something about one file and nothing about the others."""


class Given:
    """Files as a bundle takes them, and which of them is being read."""

    def __init__(self, files: AttachmentFiles, wanted: Sequence[Wanted]) -> None:
        self.reading = ""
        self._files = files
        self._wanted = wanted

    def sources(self) -> Iterator[Source]:
        """Each file, from where it is wanted on."""
        for wanted in self._wanted:
            self.reading = wanted.digest
            yield Source(wanted.digest, wanted.size, wanted.received, _Reader(self._files, wanted))


class _Reader:
    """Reads a stored file from where it is wanted on, a piece at a time in memory."""

    def __init__(self, files: AttachmentFiles, wanted: Wanted) -> None:
        self._files = files
        self._digest = wanted.digest
        self._at = wanted.received
        self._left = b""

    def read(self, size: int) -> bytes:
        """At most `size` bytes. Refused: ATTACHMENT_MISSING, ATTACHMENT_DAMAGED, also for a file that is too short."""
        if not self._left:
            self._left = self._files.read_part(self._digest, self._at, MOST_PIECE)
            self._at += len(self._left)
        if not self._left:
            raise Refused(Reason.ATTACHMENT_DAMAGED, digest=self._digest)
        found, self._left = self._left[:size], self._left[size:]
        return found
