"""In which encoding a text file is written: by its byte order mark, else UTF-8 if it is, else Windows-1258."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from typing import BinaryIO

_CHUNK: Final = 1 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY: Final = "cp1258"
# Files in TCVN3 or VNI (fonts .VnTime, VNI-Times) decode as Windows-1258 too, into rubbish in which such signs stand
# inside words. Rubbish is refused: it would be kept for years.
_OTHER_LEGACY: Final = re.compile("[A-Za-z][¨©¬®µ¶·¸¹¼½¾øûï]|[¨©¬®µ¶·¸¹¼½¾øûï][A-Za-z]")


def encoding_of(handle: BinaryIO, name: str) -> str:
    """The encoding's Python name; reads the whole file once, in pieces.

    Refused: TABLE_ENCODING_UNKNOWN, TABLE_NOT_TEXT (a NUL: no text has one).
    """
    start = handle.read(4)
    marked = next((encoding for mark, encoding in _MARKS if start.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", _LEGACY):
        if _decodes(handle, encoding, name):
            return encoding
    raise Refused(Reason.TABLE_ENCODING_UNKNOWN, name=name)


def _decodes(handle: BinaryIO, encoding: str, name: str) -> bool:
    """Whether the whole file is text in this encoding."""
    handle.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := handle.read(_CHUNK):
            if encoding == "utf-8" and b"\0" in chunk:
                raise Refused(Reason.TABLE_NOT_TEXT, name=name)
            text = decoder.decode(chunk)
            if "\0" in text:
                raise Refused(Reason.TABLE_NOT_TEXT, name=name)
            if encoding == _LEGACY and _OTHER_LEGACY.search(text):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
