"""A citizen's scan is kept once, encrypted, and comes back as it was or not at all."""

from __future__ import annotations

import hashlib
import os
import random
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pyrage
import pytest

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import Identity
from communedb.files.attachments import AttachmentFiles, Stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PDF = b"%PDF-1.7\n" + "Giấy khai sinh của Nguyễn Văn A".encode() + b"\n%%EOF\n"
OTHER = b"%PDF-1.7\n" + "Giấy khai sinh của Trần Thị B..".encode() + b"\n%%EOF\n"


@pytest.fixture
def identity() -> Identity:
    return Identity.generate()


@pytest.fixture
def files(tmp_path: Path, identity: Identity) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "files", identity)


def refused(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.reason


def everything_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def only_file(folder: Path) -> Path:
    (found,) = everything_in(folder)
    return found


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


CHILD = """
import os, sys
from pathlib import Path
from communedb.files.age import Identity
from communedb.files.attachments import AttachmentFiles
files = AttachmentFiles(Path(sys.argv[1]), Identity(sys.argv[2]))
"""


def test_given_a_crash_before_the_rename_the_rest_is_ignored_and_swept(
    tmp_path: Path, files: AttachmentFiles, identity: Identity
) -> None:
    script = CHILD + "os.replace = lambda *names: os._exit(9)\nfiles.store(b'%PDF-1.7 half')"
    ended = subprocess.run([sys.executable, "-c", script, tmp_path / "files", identity.secret_text], check=False)
    assert ended.returncode == 9
    assert only_file(tmp_path / "files").suffix == ".part"
    assert list(files.stored_names()) == []
    now = datetime.now(UTC)
    assert files.sweep_unfinished(now - timedelta(hours=1)) == 0
    assert files.sweep_unfinished(now + timedelta(hours=1)) == 1
    assert everything_in(tmp_path / "files") == []


STORING = (
    "for n in range(10**6):\n"
    "    stored = files.store(b'%PDF-1.7 ' + f'{sys.argv[3]} {n}'.encode() * 20_000)\n"
    "    print(stored.digest, flush=True)\n"
)
# The broken variant: the same content written straight under its name.
WITHOUT_RENAME = """
import time
from communedb.files import attachments
class Straight(attachments.UnfinishedFile):
    def __init__(self, path):
        self.path, self._handle = path, open(path, "wb", buffering=0)
    def write(self, chunk):
        time.sleep(0.002)  # a slow disk, so that the kills meet it writing
        return self._handle.write(chunk)
    def publish(self, target):
        self._handle.close()
def encrypt(self, given, digest):
    target = self._path(digest)
    attachments.make_folder(target.parent)
    attachments.encrypt_stream(given.reader(), Straight(target), [self._identity.recipient])
attachments.AttachmentFiles._encrypt = encrypt
"""


def killed_while_storing(folder: Path, identity: Identity, script: str) -> set[str]:
    """Store files until killed, eight times; the digests that were acknowledged."""
    chance = random.Random(766)
    acknowledged: set[str] = set()
    for kill in range(8):
        command = [sys.executable, "-c", CHILD + script, folder, identity.secret_text, str(kill)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            acknowledged.add(child.stdout.readline().decode().strip())
            time.sleep(chance.uniform(0, 0.1))
            child.kill()
            acknowledged.update(line.decode().strip() for line in child.stdout if line.endswith(b"\n"))
    return acknowledged


def torn(folder: Path, identity: Identity) -> int:
    """How many files bear a final name and are not whole."""
    key = pyrage.x25519.Identity.from_str(identity.secret_text)
    count = 0
    for path in folder.rglob("*.age"):
        try:
            pyrage.decrypt(path.read_bytes(), [key])
        except (pyrage.DecryptError, OSError):
            count += 1
    return count


def test_given_kills_at_any_moment_every_acknowledged_file_opens(
    tmp_path: Path, files: AttachmentFiles, identity: Identity
) -> None:
    acknowledged = killed_while_storing(tmp_path / "files", identity, STORING)
    for digest in acknowledged:
        files.check(digest)
    assert torn(tmp_path / "files", identity) == 0
    names = set(files.stored_names())
    # At most the one file that was being acknowledged when each kill came.
    assert len(names - {files.name_of(digest) for digest in acknowledged}) <= 8


def test_negative_control_a_store_without_the_rename_is_torn_by_the_kills(tmp_path: Path, identity: Identity) -> None:
    killed_while_storing(tmp_path / "files", identity, WITHOUT_RENAME + STORING)
    assert torn(tmp_path / "files", identity) > 0


@pytest.mark.skipif(os.name == "nt", reason="a limit on file size is set the POSIX way")
def test_given_a_full_disk_the_refusal_is_clear_and_nothing_is_left(
    tmp_path: Path, files: AttachmentFiles, identity: Identity
) -> None:
    script = CHILD + (
        "import resource\n"
        "from communedb.domain.refusal import Refused\n"
        "stored = files.store(b'%PDF-1.7' + bytes(500_000))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "for act in (lambda: files.store(b'%PDF-1.7 other' + bytes(500_000)),\n"
        "            lambda: files.open_copy(stored.digest, Path(sys.argv[1]) / 'viewing')):\n"
        "    try:\n"
        "        act()\n"
        "    except Refused as refusal:\n"
        "        print(refusal.reason)\n"
    )
    command = [sys.executable, "-c", script, tmp_path / "files", identity.secret_text]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.decode().split() == [Reason.DISK_FULL] * 2
    assert len(everything_in(tmp_path / "files")) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read the Linux way")
def test_given_a_scan_of_20_mb_memory_does_not_grow_with_it(tmp_path: Path, identity: Identity) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + random.Random(1).randbytes(20 * 1024 * 1024))
    script = CHILD + (
        "def peak():\n"
        "    status = Path('/proc/self/status').read_text()\n"
        "    return int(status.split('VmHWM:')[1].split()[0])\n"
        "files.store(b'%PDF-1.7 small')\n"
        "before = peak()\n"
        "stored = files.store(Path(sys.argv[3]))\n"
        "files.open_copy(stored.digest, Path(sys.argv[1]) / 'viewing')\n"
        "print(peak() - before)\n"
        "whole = Path(sys.argv[3]).read_bytes()\n"
        "print(peak() - before)\n"
    )
    command = [sys.executable, "-c", script, tmp_path / "files", identity.secret_text, scan]
    done = subprocess.run(command, capture_output=True, check=True)
    streamed, whole = map(int, done.stdout.split())
    assert streamed < 4_000
    assert whole > 20_000, "negative control: the measure sees a whole scan in memory"
