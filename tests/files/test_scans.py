"""The scanner's folder and PDFs by pages: what is told, what is kept, and when a source may go."""

from __future__ import annotations

import os
import time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter

from communedb.desk.receive import receive
from communedb.desk.scans import attach_kept, keep_pages, keep_scans
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.files import scan_folder
from communedb.files.attachments import AttachmentFiles
from communedb.files.pdf_pages import count_pages, take_pages
from communedb.files.scan_folder import read_scans, remove_scan
from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

    from communedb.files.attachments import Stored

JPEG = b"\xff\xd8\xff\xe0" + b"anh chup giay khai sinh" * 40


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_folder, "LOOK_AGAIN", 0.0)


def pdf(pages: int, first: int = 200, password: str = "") -> bytes:
    """A PDF whose pages are told apart by their width: `first`, `first` + 1 and so on."""
    writer, made = PdfWriter(), BytesIO()
    for number in range(pages):
        writer.add_blank_page(first + number, 300)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def widths(content: bytes) -> list[int]:
    return [int(page.mediabox.width) for page in PdfReader(BytesIO(content)).pages]


def put(folder: Path, name: str, content: bytes, minutes_ago: float = 5) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    then = time.time() - 60 * minutes_ago
    os.utime(path, (then, then))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "quét"


def test_the_folder_tells_name_size_and_pages_the_newest_first(folder: Path) -> None:
    put(folder, "scan0001.pdf", pdf(3), 9)
    put(folder, "scan0002.JPG", JPEG, 4)
    put(folder, "hong.pdf", b"%PDF-1.4 dut doan", 6)
    put(folder, "khoa.pdf", pdf(2, password="mật khẩu"), 7)
    put(folder, "chuong-trinh.exe", b"MZ", 1)
    put(folder, ".an.pdf", pdf(1), 1)
    seen = [(scan.path.name, scan.pages, scan.writing) for scan in read_scans(str(folder))]
    assert seen == [
        ("scan0002.JPG", 1, False),
        ("hong.pdf", Reason.PDF_DAMAGED, False),
        ("khoa.pdf", Reason.PDF_ENCRYPTED, False),
        ("scan0001.pdf", 3, False),
    ]


def test_a_file_that_the_scanner_is_not_done_with_is_told_and_not_taken(folder: Path, centre: Centre) -> None:
    register = centre.open()
    put(folder, "scan0003.pdf", pdf(1), minutes_ago=0)
    put(folder, "rong.pdf", b"")
    scans = read_scans(str(folder))
    assert [scan.writing for scan in scans] == [True, True]
    for scan in scans:
        with pytest.raises(Refused) as refused:
            keep_scans(register.files, [scan])
        assert refused.value.reason is Reason.SCAN_BEING_WRITTEN


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for folder, reason in (("", Reason.SCAN_FOLDER_NOT_SET), (str(tmp_path / "xa"), Reason.SCAN_FOLDER_UNREADABLE)):
        with pytest.raises(Refused) as refused:
            read_scans(folder)
        assert refused.value.reason is reason


def test_a_folder_that_does_not_answer_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "scan0001.jpg", JPEG)
    monkeypatch.setattr(scan_folder, "LOOK_AGAIN", 1.0)
    with pytest.raises(Refused) as refused:
        read_scans(str(folder), seconds=0.05)
    assert (refused.value.reason, refused.value.facts["why"]) == (Reason.SCAN_FOLDER_UNREADABLE, "device")


def test_scans_are_kept_read_back_and_noted_together_and_only_then_their_sources_may_go(
    folder: Path, centre: Centre
) -> None:
    register = centre.open()
    intake = Intake.model_validate({"procedure_code": "1.001193", "applicant": {"name": "Nguyễn Thị Lụa"}})
    dossier = register.write(receive, intake).dossier
    paper = read_dossier(register.db, dossier).papers[0]["id"]
    sources = [put(folder, "scan0001.pdf", pdf(2)), put(folder, "scan0002.jpg", JPEG)]
    kept = keep_scans(register.files, read_scans(str(folder)))
    assert all(path.exists() for path in sources)
    register.write(attach_kept, dossier, kept, paper=paper)

    noted = read_dossier(register.db, dossier).attachments
    assert sorted(file["name"] for file in noted) == ["scan0001.pdf", "scan0002.jpg"]
    assert {file["paper"] for file in noted} == {paper}
    for one in kept.sources:
        register.files.check(one.digest)
        assert len(one.pages) == one.count
        remove_scan(one.path, one.digest)
    assert list(folder.iterdir()) == []


def test_a_source_that_is_no_longer_what_was_kept_stays(folder: Path, centre: Centre) -> None:
    """Negative control: the same name, another document - the scanner counts its names anew each morning."""
    register = centre.open()
    source = put(folder, "scan0001.jpg", JPEG)
    (scan,) = read_scans(str(folder))
    (kept,) = keep_scans(register.files, [scan]).sources
    source.write_bytes(JPEG + b"giay cua nguoi khac")
    with pytest.raises(Refused) as refused:
        remove_scan(kept.path, kept.digest)
    assert refused.value.reason is Reason.SCAN_CHANGED
    assert source.exists()
    with pytest.raises(Refused) as again:
        keep_scans(register.files, [scan])
    assert again.value.reason is Reason.SCAN_CHANGED


def test_pages_are_taken_out_and_put_together(folder: Path, centre: Centre, tmp_path: Path) -> None:
    register = centre.open()
    put(folder, "scan0001.pdf", pdf(6), 9)
    put(folder, "scan0002.pdf", pdf(2, first=400), 8)
    second, first = read_scans(str(folder))

    def content(kept_digest: str) -> bytes:
        return register.files.open_copy(kept_digest, tmp_path / "xem").read_bytes()

    some = keep_pages(register.files, [first], "1-3, 5")
    ((name, stored),) = some.files
    assert name == "scan0001 (1-3,5).pdf"
    assert widths(content(stored.digest)) == [200, 201, 202, 204]
    assert [(one.pages, one.count) for one in some.sources] == [({1, 2, 3, 5}, 6)]

    joined = keep_pages(register.files, [first, second])
    ((_, stored),) = joined.files
    assert widths(content(stored.digest)) == [200, 201, 202, 203, 204, 205, 400, 401]
    assert [(one.path.name, len(one.pages), one.count) for one in joined.sources] == [
        ("scan0001.pdf", 6, 6),
        ("scan0002.pdf", 2, 2),
    ]


def test_pages_of_what_is_no_good_pdf_are_refused_in_words(folder: Path, centre: Centre) -> None:
    register = centre.open()
    cases = [
        ("anh.jpg", JPEG, "", Reason.SCAN_NOT_PDF),
        ("ngan.pdf", pdf(2), "3", Reason.PAGES_NOT_THERE),
        ("ngan.pdf", pdf(2), "hai", Reason.PAGES_UNREADABLE),
        ("khoa.pdf", pdf(2, password="bí mật"), "1", Reason.PDF_ENCRYPTED),
        ("hong.pdf", b"%PDF-1.7\n" + b"\x00" * 500, "1", Reason.PDF_DAMAGED),
    ]
    for name, made, _, _ in cases:
        put(folder, name, made)
    scans = {scan.path.name: scan for scan in read_scans(str(folder))}
    for name, _, typed, reason in cases:
        with pytest.raises(Refused) as refused:
            keep_pages(register.files, [scans[name]], typed)
        assert refused.value.reason is reason
    assert list(register.files.stored_names()) == []


def test_a_pdf_that_would_hold_up_the_desk_is_given_up_and_the_next_one_is_counted(tmp_path: Path) -> None:
    hostile = put(tmp_path, "nang.pdf", _deep(30_000))
    good = put(tmp_path, "tot.pdf", pdf(2))
    counted = count_pages([hostile, good])
    assert counted[0] in {Reason.PDF_DAMAGED, Reason.PDF_TOO_HARD}
    assert counted[1] == 2
    with pytest.raises(Refused) as refused:
        take_pages([(good, "1")], seconds=0.001)
    assert refused.value.reason is Reason.PDF_TOO_HARD


def _deep(depth: int) -> bytes:
    """A page tree that goes down forever, each level under the last."""
    objects = [b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"]
    objects += [b"%d 0 obj<</Type/Pages/Count 1/Kids[%d 0 R]>>endobj\n" % (n, n + 1) for n in range(2, depth)]
    objects.append(b"%d 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n" % depth)
    return b"%PDF-1.4\n" + b"".join(objects) + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF\n" % (depth + 1)


def test_what_cannot_be_read_back_is_not_noted_and_its_source_is_never_offered(
    folder: Path, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: a disk that takes every byte and gives back others."""
    register = centre.open()
    source = put(folder, "scan0001.jpg", JPEG)
    store = AttachmentFiles.store

    def on_a_dying_disk(files: AttachmentFiles, given: Path | bytes) -> Stored:
        stored = store(files, given)
        (kept,) = (centre.folder / "attachments").rglob("*.age")
        content = bytearray(kept.read_bytes())
        content[-20] ^= 1
        kept.write_bytes(content)
        return stored

    monkeypatch.setattr(AttachmentFiles, "store", on_a_dying_disk)
    with pytest.raises(Refused) as refused:
        keep_scans(register.files, read_scans(str(folder)))
    assert refused.value.reason is Reason.ATTACHMENT_DAMAGED
    assert source.read_bytes() == JPEG
