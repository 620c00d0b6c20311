"""A file is there whole or not at all, and an answer means that it is on the disk."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communedb.domain.refusal import Reason, Refused
from communedb.files import atomic
from communedb.files.atomic import make_folder, unfinished, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_given_bytes_or_chunks_the_whole_file_is_there_for_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "số theo dõi.bin"
    write_atomically(target, b"old")
    write_atomically(target, (bytes([n]) * 100_000 for n in range(5)))
    assert target.read_bytes() == b"".join(bytes([n]) * 100_000 for n in range(5))
    assert list(tmp_path.iterdir()) == [target]
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_given_a_source_that_fails_the_old_file_stays_and_nothing_else(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError(5, "the stick was pulled out")

    target = tmp_path / "keys.json"
    write_atomically(target, b"old")
    with pytest.raises(OSError, match="pulled out"):
        write_atomically(target, chunks())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_given_no_folder_the_refusal_names_the_cause(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        write_atomically(tmp_path / "gone" / "file", b"x")
    assert caught.value.reason is Reason.WRITE_FAILED
    assert caught.value.facts["why"]


@pytest.mark.skipif(os.name == "nt", reason="a limit on file size is set the POSIX way")
@pytest.mark.parametrize("size", [100, 50_000, 3_000_000], ids=["at flush", "at flush or write", "at write"])
def test_given_a_full_disk_the_old_file_stays_and_nothing_else(tmp_path: Path, size: int) -> None:
    target = tmp_path / "keys.json"
    target.write_bytes(b"old")
    script = """
import resource, sys
from pathlib import Path
from communedb.domain.refusal import Refused
from communedb.files.atomic import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60))
try:
    write_atomically(Path(sys.argv[1]), bytes(int(sys.argv[2])))
except Refused as refusal:
    sys.stdout.write(refusal.reason)
"""
    done = subprocess.run([sys.executable, "-c", script, target, str(size)], capture_output=True, check=True)
    assert done.stdout.decode() == Reason.DISK_FULL
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only the POSIX way")
def test_given_a_read_only_folder_the_refusal_names_it(tmp_path: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from communedb.domain.refusal import Refused
from communedb.files.atomic import make_folder, write_atomically
folder = Path(sys.argv[1])
folder.chmod(0o555)
if os.geteuid() == 0:  # root may write anywhere: be somebody else
    os.setgid(65534), os.setuid(65534)
for write in (lambda: write_atomically(folder / "keys.json", b"x"), lambda: make_folder(folder / "new")):
    try:
        write()
    except Refused as refusal:
        print(refusal.reason)
"""
    done = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, check=True)
    assert done.stdout.decode().split() == [Reason.FOLDER_READ_ONLY] * 2
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


class Disk:
    """Watches the real calls and tells whether a power failure after the last of them could lose a published file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.synced: dict[int, int] = {}
        self.unsafe: list[str] = []
        self.unsynced_folders: set[int] = set()
        real_sync, real_replace = os.fsync, os.replace

        def sync(descriptor: int) -> None:
            real_sync(descriptor)
            seen = os.fstat(descriptor)
            self.synced[seen.st_ino] = seen.st_size
            self.unsynced_folders.discard(seen.st_ino)

        def replace(source: Path, target: Path) -> None:
            seen = source.stat()
            if self.synced.get(seen.st_ino) != seen.st_size:
                self.unsafe.append(f"{target.name} named before its content was on the disk")
            real_replace(source, target)
            self.unsynced_folders.add(Path(target).parent.stat().st_ino)

        monkeypatch.setattr(os, "fsync", sync)
        monkeypatch.setattr(os, "replace", replace)

    def survives(self) -> bool:
        return not self.unsafe and not self.unsynced_folders


@pytest.mark.skipif(os.name == "nt", reason="Windows writes names in order by itself")
def test_content_reaches_the_disk_before_the_name_and_the_name_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    write_atomically(tmp_path / "keys.json", b"x" * 300_000)
    assert disk.survives()


@pytest.mark.skipif(os.name == "nt", reason="Windows writes names in order by itself")
@pytest.mark.parametrize("broken", ["no sync of the content", "no sync of the folder"])
def test_negative_control_a_writer_without_a_sync_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    disk = Disk(monkeypatch)
    watched = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda fd: watched(fd) if stat.S_ISDIR(os.fstat(fd).st_mode) == ("content" in broken) else None
    )
    write_atomically(tmp_path / "keys.json", b"x" * 300_000)
    assert not disk.survives()


def test_given_new_folders_each_name_is_put_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    real = atomic.sync_folder
    monkeypatch.setattr(atomic, "sync_folder", lambda folder: (real(folder), synced.append(folder)))
    make_folder(tmp_path / "register" / "files" / "ab")
    assert synced == [tmp_path, tmp_path / "register", tmp_path / "register" / "files"]


def test_given_a_body_that_does_not_publish_nothing_is_left(tmp_path: Path) -> None:
    with unfinished(tmp_path) as part:
        part.write(b"never mind")
        assert [path.suffix for path in tmp_path.iterdir()] == [atomic.PART_SUFFIX]
    assert list(tmp_path.iterdir()) == []
