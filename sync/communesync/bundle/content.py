"""What a payload holds, line by line: checked against the label and handed out as it comes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from communesync.bundle import lines
from communesync.bundle.limits import MOST_DOCUMENTS
from communesync.bundle.lines import MalformedLine, Part, Splitter

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.journal.segment import Segment
    from communesync.bundle.label import Label


class Content(ABC):
    """A first line that fits the label, a last one that fits what came between; each kind has its own between."""

    kind: str

    def __init__(self, label: Label) -> None:
        self.label = label
        self.splitter = Splitter(self._take_line, self.take_raw)
        self.is_ended = False
        self._is_begun = False

    @abstractmethod
    def take(self, body: dict[str, Any]) -> int:
        """Take the object of a line and say how many raw bytes follow it; MalformedLine."""

    @abstractmethod
    def take_raw(self, chunk: bytes) -> None:
        """Take raw bytes."""

    @abstractmethod
    def counted(self) -> dict[str, int]:
        """What the last line must say."""

    def _take_line(self, line: bytes) -> int:
        body = lines.decode(line)
        if self.is_ended:
            raise MalformedLine("after the end")
        if not self._is_begun:
            if not lines.is_header(body, self.label):
                raise MalformedLine("header")
            self._is_begun = True
            return 0
        if "end" in body:
            if body != {"end": self.counted()}:
                raise MalformedLine("counts")
            self.is_ended = True
            return 0
        return self.take(body)


class RowsContent(Content):
    """Documents, then the segments that the label names, in its order."""

    kind = "rows"

    def __init__(
        self, label: Label, on_document: Callable[[str, Any], None], on_segment: Callable[[Segment], None]
    ) -> None:
        super().__init__(label)
        self._on_document = on_document
        self._on_segment = on_segment
        self._documents: set[str] = set()
        self._segments = 0
        self._lines = 0

    def take(self, body: dict[str, Any]) -> int:
        """Take a document or a segment; no raw bytes follow."""
        if body.keys() == {"document", "body"}:
            self._take_document(body["document"], body["body"])
        elif body.keys() == {"segment", "signature", "seed", "block"}:
            self._take_segment(lines.parse_segment(body))
        else:
            raise MalformedLine("members")
        return 0

    def take_raw(self, chunk: bytes) -> None:
        """There are none."""
        raise MalformedLine("raw bytes")

    def counted(self) -> dict[str, int]:
        """How many documents, segments and lines there were; every segment of the label must have come."""
        if self._segments != len(self.label.segments):
            raise MalformedLine("segments")
        return {"documents": len(self._documents), "segments": self._segments, "lines": self._lines}

    def _take_document(self, name: object, body: object) -> None:
        if not isinstance(name, str) or name in self._documents or self._segments:
            raise MalformedLine("document")
        self._documents.add(name)
        if len(self._documents) > MOST_DOCUMENTS:
            raise MalformedLine("documents")
        self._on_document(name, body)

    def _take_segment(self, segment: Segment) -> None:
        at = self._segments
        if at >= len(self.label.segments) or segment.digest != self.label.segments[at].digest:
            raise MalformedLine("segment")
        self._segments += 1
        self._lines += len(segment.lines)
        self._on_segment(segment)


class FilesContent(Content):
    """Parts of files, each a line and then its bytes as they are."""

    kind = "files"

    def __init__(self, label: Label, on_bytes: Callable[[Part, int, bytes], None]) -> None:
        super().__init__(label)
        self._on_bytes = on_bytes
        self._part: Part | None = None
        self._at = 0
        self._parts = 0

    def take(self, body: dict[str, Any]) -> int:
        """Take the line before a part's bytes."""
        part = lines.parse_part(body)
        self._part, self._at = part, part.offset
        self._parts += 1
        if not part.length:
            self._on_bytes(part, part.offset, b"")
        return part.length

    def take_raw(self, chunk: bytes) -> None:
        """Hand out the next bytes of the part."""
        if self._part is None:
            raise MalformedLine("raw bytes")
        self._on_bytes(self._part, self._at, chunk)
        self._at += len(chunk)

    def counted(self) -> dict[str, int]:
        """How many parts there were."""
        return {"parts": self._parts}
