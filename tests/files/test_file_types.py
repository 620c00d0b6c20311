"""What may be attached is told by the content, whatever the file is called."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.files.content_type import SUFFIXES, media_type

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def archive(*names: str, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, "<x/>")
        made.comment = comment
    return out.getvalue()


def workbook() -> bytes:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Mã hồ sơ", "Họ và tên"])
    book.save(out)
    return out.getvalue()


WORD = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")

ACCEPTED = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "application/pdf"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "image/jpeg"),
    "JPEG of a phone": (b"\xff\xd8\xff\xe1\x2a\x10Exif\x00", "image/jpeg"),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"),
    "TIFF, little end first": (b"II*\x00\x08\x00\x00\x00", "image/tiff"),
    "TIFF, big end first": (b"MM\x00*\x00\x00\x00\x08", "image/tiff"),
    "Word": (archive(*WORD), DOCX),
    "Word with an archive comment": (archive(*WORD, comment=b"x" * 60_000), DOCX),
    "Excel": (workbook(), XLSX),
    "XML": ('<?xml version="1.0"?><TờKhai/>'.encode(), "application/xml"),
    "XML with a BOM": ('\ufeff<?xml version="1.0"?><TờKhai/>'.encode(), "application/xml"),
    "text": ("Đơn đề nghị\r\n\tKính gửi: UBND xã Quảng Điền\f".encode(), "text/plain"),
    "text over a chunk's edge": (("a" * 65_535 + "ế" * 10).encode(), "text/plain"),
}

NOT_ACCEPTED = {
    "program": b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff",
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "Word with macros": archive(*WORD, "word/vbaProject.bin"),
    "any archive": archive("giấy khai sinh.pdf"),
    "Word cut off": archive(*WORD)[:-30],
    "archive with nothing in it": archive(),
    "first bytes of an archive": b"PK\x03\x04",
    "text in UTF-16": "Đơn đề nghị".encode("utf-16"),
    "text in Windows-1258": "Ðon d\u1ec1 ngh\u1ecb".encode("utf-8") + b"\xd0\xf5n",
    "text cut within a letter": "Đơn đề nghị".encode()[:-1] + b"\xe1\xba",
    "text with a NUL": b"abc\x00def",
    "terminal orders": b"\x1b]0;x\x07",
    "video": b"\x00\x00\x00\x18ftypmp42",
    "PDF behind other bytes": b"\x00\x01%PDF-1.7",
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_given_an_accepted_kind_it_is_told_by_content(name: str) -> None:
    content, kind = ACCEPTED[name]
    assert media_type(io.BytesIO(content)) == kind
    assert kind in SUFFIXES


@pytest.mark.parametrize("name", NOT_ACCEPTED)
def test_given_anything_else_it_is_not_accepted(name: str) -> None:
    assert media_type(io.BytesIO(NOT_ACCEPTED[name])) is None


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"PK\x03\x04PK\x05\x06", b"%PDF-", b"<?xml"]))
def test_any_bytes_get_an_answer(tail: bytes, head: bytes) -> None:
    kind = media_type(io.BytesIO(head + tail))
    assert kind is None or kind in SUFFIXES


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=8))
def test_a_word_file_with_bytes_overwritten_gets_an_answer(at: int, patch: bytes) -> None:
    content = bytearray(archive(*WORD))
    at %= len(content)
    content[at : at + len(patch)] = patch
    kind = media_type(io.BytesIO(content))
    assert kind is None or kind in SUFFIXES


def test_given_a_directory_that_claims_to_be_huge_it_is_not_read() -> None:
    content = bytearray(archive(*WORD))
    end = content.rfind(b"PK\x05\x06")
    content[end + 12 : end + 16] = (2**31).to_bytes(4, "little")
    assert media_type(io.BytesIO(content)) is None
