"""Attachments that meet kills, a full disk and little memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pyrage
import pytest
from tests.files.kept import everything_in, only_file

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.files.age import Identity
    from communedb.files.attachments import AttachmentFiles


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
