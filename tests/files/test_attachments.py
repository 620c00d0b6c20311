"""A citizen's scan is kept once, encrypted, and comes back as it was or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

import pyrage
import pytest
from tests.files.kept import OTHER, PDF, everything_in, only_file, refused

from communedb.domain.refusal import Reason
from communedb.files.age import Identity
from communedb.files.attachments import AttachmentFiles, Stored

if TYPE_CHECKING:
    from pathlib import Path


def test_given_a_scan_it_is_kept_and_a_copy_opens_for_viewing(tmp_path: Path, files: AttachmentFiles) -> None:
    scan = tmp_path / "Giấy khai sinh.exe"
    scan.write_bytes(PDF)
    stored = files.store(scan)
    assert stored == Stored(hashlib.sha256(PDF).hexdigest(), len(PDF), "application/pdf")
    assert scan.read_bytes() == PDF
    copy = files.open_copy(stored.digest, tmp_path / "viewing")
    assert copy.read_bytes() == PDF
    assert copy.suffix == ".pdf"
    assert everything_in(tmp_path / "viewing") == [copy]
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_the_disk_tells_neither_content_nor_which_document_it_is(tmp_path: Path, files: AttachmentFiles) -> None:
    stored = files.store(PDF)
    kept = only_file(tmp_path / "files")
    assert kept.read_bytes().startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert b"Nguy" not in kept.read_bytes()
    assert stored.digest not in kept.as_posix().replace("/", "")
    assert list(files.stored_names()) == [files.name_of(stored.digest)]
    elsewhere = AttachmentFiles(tmp_path / "elsewhere", Identity.generate())
    assert elsewhere.store(PDF) == stored
    assert elsewhere.name_of(stored.digest) != files.name_of(stored.digest)


def test_the_standard_age_format_opens_with_the_registers_identity(
    tmp_path: Path, files: AttachmentFiles, identity: Identity
) -> None:
    files.store(PDF)
    key = pyrage.x25519.Identity.from_str(identity.secret_text)
    assert pyrage.decrypt(only_file(tmp_path / "files").read_bytes(), [key]) == PDF


def test_given_the_same_content_twice_one_file_is_kept(tmp_path: Path, files: AttachmentFiles) -> None:
    first = files.store(PDF)
    before = only_file(tmp_path / "files").read_bytes()
    assert files.store(PDF) == first
    assert only_file(tmp_path / "files").read_bytes() == before
    files.store(OTHER)
    assert len(list(files.stored_names())) == 2


def test_given_a_damaged_file_storing_its_content_again_mends_it(tmp_path: Path, files: AttachmentFiles) -> None:
    stored = files.store(PDF)
    only_file(tmp_path / "files").write_bytes(b"age-encryption.org/v1\n")
    assert refused(lambda: files.check(stored.digest)) is Reason.ATTACHMENT_DAMAGED
    files.store(PDF)
    files.check(stored.digest)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.FILE_EMPTY),
        (b"MZ\x90\x00 a program", Reason.FILE_TYPE_NOT_ACCEPTED),
        (PDF + bytes(2_000), Reason.FILE_TOO_LARGE),
    ],
)
def test_given_a_file_that_is_not_taken_nothing_is_kept(
    tmp_path: Path, files: AttachmentFiles, content: bytes, reason: Reason
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(content)
    assert refused(lambda: files.store(scan, limit=1_000)) is reason
    assert refused(lambda: files.store(content, limit=1_000)) is reason
    assert everything_in(tmp_path) == [scan]


def test_given_exactly_the_limit_it_is_taken(files: AttachmentFiles) -> None:
    assert files.store(PDF, limit=len(PDF)).size == len(PDF)
    assert refused(lambda: files.store(PDF, limit=len(PDF) - 1)) is Reason.FILE_TOO_LARGE


def test_given_no_readable_file_it_says_so(tmp_path: Path, files: AttachmentFiles) -> None:
    for path in (tmp_path / "gone.pdf", tmp_path, tmp_path / "a\x00b.pdf"):
        assert refused(lambda path=path: files.store(path)) is Reason.FILE_UNREADABLE


@pytest.mark.skipif(os.name == "nt", reason="named pipes are made the POSIX way")
def test_given_a_pipe_it_does_not_wait_for_it(tmp_path: Path, files: AttachmentFiles) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert refused(lambda: files.store(tmp_path / "pipe.pdf")) is Reason.FILE_UNREADABLE


def test_given_a_scanner_still_writing_the_file_it_is_refused(
    tmp_path: Path, files: AttachmentFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(PDF)

    def meanwhile(handle: object) -> str:
        with scan.open("ab") as writer:
            writer.write(b"one more page")
        return "application/pdf"

    monkeypatch.setattr("communedb.files.source.media_type", meanwhile)
    assert refused(lambda: files.store(scan)) is Reason.FILE_CHANGED_WHILE_READ
    assert everything_in(tmp_path / "files") == []


def test_given_a_missing_file_it_says_so(tmp_path: Path, files: AttachmentFiles) -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    assert refused(lambda: files.open_copy(digest, tmp_path / "viewing")) is Reason.ATTACHMENT_MISSING
    assert refused(lambda: files.open_copy("../../keys.json", tmp_path / "viewing")) is Reason.ATTACHMENT_MISSING


def test_given_damage_anywhere_no_copy_appears(tmp_path: Path, files: AttachmentFiles) -> None:
    stored = files.store(PDF)
    kept = only_file(tmp_path / "files")
    whole = kept.read_bytes()
    spoilt = [whole[:length] for length in range(0, len(whole), 3)] + [whole + b"x", whole + whole]
    for index in range(len(whole)):
        flipped = bytearray(whole)
        flipped[index] ^= 1 << index % 8
        spoilt.append(bytes(flipped))
    for content in spoilt:
        kept.write_bytes(content)
        assert refused(lambda: files.open_copy(stored.digest, tmp_path / "viewing")) is Reason.ATTACHMENT_DAMAGED
    assert everything_in(tmp_path / "viewing") == []
    kept.write_bytes(whole)
    assert files.open_copy(stored.digest, tmp_path / "viewing").read_bytes() == PDF


def test_given_two_documents_exchanged_on_the_disk_neither_passes_for_the_other(
    tmp_path: Path, files: AttachmentFiles, identity: Identity
) -> None:
    stored = files.store(PDF)
    kept = only_file(tmp_path / "files")
    forged = pyrage.encrypt(OTHER, [pyrage.x25519.Recipient.from_str(identity.recipient)])
    kept.write_bytes(forged)
    assert refused(lambda: files.open_copy(stored.digest, tmp_path / "viewing")) is Reason.ATTACHMENT_DAMAGED
    # Negative control: age alone is content with it, since anybody may encrypt to a recipient.
    assert pyrage.decrypt(forged, [pyrage.x25519.Identity.from_str(identity.secret_text)]) == OTHER


def test_given_another_registers_identity_nothing_opens(tmp_path: Path, files: AttachmentFiles) -> None:
    stored = files.store(PDF)
    stranger = AttachmentFiles(tmp_path / "files", Identity.generate())
    assert refused(lambda: stranger.check(stored.digest)) is Reason.ATTACHMENT_MISSING
