"""What a file is by its content; its name may say anything."""

from __future__ import annotations

import codecs
import io
import re
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

CHUNK: Final = 64 * 1024
"""Bytes read at a time."""

SUFFIXES: Final = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xml": ".xml",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "text/plain": ".txt",
}
"""Each accepted media type with the suffix that a copy for viewing gets."""

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OFFICE_PARTS = {
    b"word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# ZIP application note 6.3.10, sections 4.3.16 and 4.3.12.
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
_DIRECTORY_ENTRY = struct.Struct("<4s6H3L5H2L")
# A Word or Excel file has tens of parts; a directory of megabytes is made to exhaust its reader.
_DIRECTORY_LIMIT = 1024 * 1024


def media_type(handle: BinaryIO) -> str | None:
    """The media type of an open file, one of `SUFFIXES`, or None for what is not accepted.

    PDF, JPEG, PNG and TIFF by their first bytes; DOCX and XLSX by the parts in the archive, without macros;
    XML and plain text must be UTF-8 to the last byte. Leaves the position anywhere.
    """
    handle.seek(0)
    head = handle.read(16)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _office_type(handle)
    return _text_type(handle, head)


def _office_type(handle: BinaryIO) -> str | None:
    parts = set(_archive_names(handle))
    if b"[Content_Types].xml" not in parts or any(name.lower().endswith(b"vbaproject.bin") for name in parts):
        return None
    return next((kind for part, kind in _OFFICE_PARTS.items() if part in parts), None)


def _archive_names(handle: BinaryIO) -> Iterator[bytes]:
    size = handle.seek(0, io.SEEK_END)
    handle.seek(max(0, size - 0xFFFF - _END_OF_DIRECTORY.size))
    tail = handle.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_OF_DIRECTORY.size:
        return
    _, _, _, _, count, length, start, _ = _END_OF_DIRECTORY.unpack_from(tail, at)
    if length > _DIRECTORY_LIMIT or start + length > size:
        return
    handle.seek(start)
    directory = handle.read(length)
    position = 0
    for _ in range(count):
        if len(directory) - position < _DIRECTORY_ENTRY.size:
            return
        entry = _DIRECTORY_ENTRY.unpack_from(directory, position)
        if entry[0] != b"PK\x01\x02":
            return
        name_at = position + _DIRECTORY_ENTRY.size
        yield directory[name_at : name_at + entry[10]]
        position = name_at + entry[10] + entry[11] + entry[12]


def _text_type(handle: BinaryIO, head: bytes) -> str | None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    handle.seek(0)
    try:
        while chunk := handle.read(CHUNK):
            if _CONTROLS.search(decoder.decode(chunk)):
                return None
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return "application/xml" if head.removeprefix(codecs.BOM_UTF8).startswith(b"<?xml") else "text/plain"
