"""Nothing that happens to the key file locks everybody out, and no damage passes for a key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from communedb.domain.refusal import Reason, Refused
from communedb.keys import Created, KeyFile, Strength, storage

if TYPE_CHECKING:
    from pathlib import Path

CHEAP = Strength(8, 1)
OLD = "mật khẩu cũ"
NEW = "mật khẩu mới"


def created(folder: Path) -> Created:
    made = KeyFile.create(
        folder,
        "0199c0de-0000-7000-8000-000000000001",
        unit=("19867", "Xã Quảng Điền"),
        station=2,
        officer=("binh", "Nguyễn Thị Bình"),
        passphrase=OLD,
        strength=CHEAP,
    )
    made.keyfile.save()
    return made


def reason_of_loading(folder: Path) -> Reason:
    with pytest.raises(Refused) as caught:
        KeyFile.load(folder)
    return caught.value.reason


def test_given_no_file_it_says_so(tmp_path: Path) -> None:
    assert reason_of_loading(tmp_path) is Reason.KEY_FILE_MISSING
    assert reason_of_loading(tmp_path / "nowhere") is Reason.KEY_FILE_MISSING


def loaded_or_reason(folder: Path) -> KeyFile | Reason:
    try:
        return KeyFile.load(folder)
    except Refused as refusal:
        return refusal.reason


def flips_that_lie(folder: Path, made: Created) -> int:
    """How many single-bit flips of the file are read as something other than it, or refused as anything but damaged."""
    path = folder / "keys.json"
    whole = path.read_bytes()
    (folder / "keys.json.bak").unlink()
    lies = 0
    for index in range(len(whole)):
        flipped = bytearray(whole)
        flipped[index] ^= 1 << index % 8
        path.write_bytes(flipped)
        read = loaded_or_reason(folder)
        if isinstance(read, KeyFile):
            lies += read._content != made.keyfile._content or read.open("binh", OLD) != made.data_key
        else:
            lies += read is not Reason.KEY_FILE_DAMAGED
    path.write_bytes(whole)
    return lies


def test_given_a_flipped_bit_anywhere_the_file_is_refused_or_means_the_same(tmp_path: Path) -> None:
    assert flips_that_lie(tmp_path, created(tmp_path)) == 0


def test_negative_control_without_the_checksum_flips_would_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communedb.keys.content._checksum", lambda body: "00000000")
    monkeypatch.setattr(KeyFile, "open", lambda self, officer_id, passphrase: made.data_key)
    made = created(tmp_path)
    assert flips_that_lie(tmp_path, made) > 100


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"[" * 200_000,
        b"1" * 10_000,
        b'{"format": "communetui-keys"}',
        b" " * 2**21,
    ],
    ids=["empty", "cut", "null", "list", "not UTF-8", "deep", "number", "members missing", "2 MB"],
)
def test_given_another_content_the_file_is_refused_and_the_copy_serves(tmp_path: Path, content: bytes) -> None:
    made = created(tmp_path)
    (tmp_path / "keys.json").write_bytes(content)
    read = KeyFile.load(tmp_path)
    assert read.from_copy
    assert read.open("binh", OLD) == made.data_key
    (tmp_path / "keys.json.bak").write_bytes(content)
    assert reason_of_loading(tmp_path) is Reason.KEY_FILE_DAMAGED


def test_given_the_file_served_from_its_copy_saving_mends_it(tmp_path: Path) -> None:
    made = created(tmp_path)
    whole = (tmp_path / "keys.json").read_bytes()
    (tmp_path / "keys.json").write_bytes(whole[: len(whole) // 2])
    KeyFile.load(tmp_path).save()
    assert (tmp_path / "keys.json").read_bytes() == whole
    assert KeyFile.load(tmp_path).open("binh", OLD) == made.data_key


def test_given_a_later_version_it_is_refused_by_name_and_the_copy_does_not_hide_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = created(tmp_path)
    copy = (tmp_path / "keys.json.bak").read_bytes()
    monkeypatch.setattr("communedb.keys.content.VERSION", 2)
    made.keyfile.save()
    monkeypatch.undo()
    (tmp_path / "keys.json.bak").write_bytes(copy)
    assert json.loads((tmp_path / "keys.json").read_text("utf-8"))["version"] == 2
    assert reason_of_loading(tmp_path) is Reason.NEWER_KEY_FILE


def test_given_a_folder_in_its_place_it_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "keys.json").mkdir()
    assert reason_of_loading(tmp_path) is Reason.KEY_FILE_UNREADABLE


def test_given_two_processes_changing_it_the_second_is_refused_and_no_slot_is_lost(tmp_path: Path) -> None:
    made = created(tmp_path)
    here, there = KeyFile.load(tmp_path), KeyFile.load(tmp_path)
    here.add(("duc", "Trần Văn Đức"), "cầu Trường Tiền", made.data_key, CHEAP)
    here.save()
    there.change_passphrase("binh", OLD, NEW, CHEAP)
    with pytest.raises(Refused) as caught:
        there.save()
    assert caught.value.reason is Reason.KEY_FILE_CHANGED
    assert KeyFile.load(tmp_path).open("duc", "cầu Trường Tiền") == made.data_key


def test_given_a_new_register_over_an_old_one_it_is_refused(tmp_path: Path) -> None:
    first = created(tmp_path)
    with pytest.raises(Refused) as caught:
        created(tmp_path)
    assert caught.value.reason is Reason.KEY_FILE_EXISTS
    assert KeyFile.load(tmp_path).open("binh", OLD) == first.data_key


def test_given_the_lock_held_elsewhere_saving_says_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = created(tmp_path)
    monkeypatch.setattr(storage, "_LOCK_SECONDS", 0.05)
    with FileLock(tmp_path / "keys.json.lock"), pytest.raises(Refused) as caught:
        made.keyfile.save()
    assert caught.value.reason is Reason.KEY_FILE_BUSY


CRASHING_SAVE = """
import os, sys
from pathlib import Path
from communedb.keys import KeyFile, Strength
folder, rename, when = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
keyfile = KeyFile.load(folder)
keyfile.change_passphrase("binh", sys.argv[4], sys.argv[5], Strength(8, 1))
real, seen = os.replace, 0
def replace(source, target):
    global seen
    seen += 1
    if seen == rename and when == "before":
        os._exit(9)
    real(source, target)
    if seen == rename:
        os._exit(9)
os.replace = replace
keyfile.save()
"""


@pytest.mark.parametrize("rename", [1, 2])
@pytest.mark.parametrize("when", ["before", "after"])
def test_given_a_crash_at_a_rename_the_old_or_the_new_passphrase_opens(tmp_path: Path, rename: int, when: str) -> None:
    made = created(tmp_path)
    ended = subprocess.run([sys.executable, "-c", CRASHING_SAVE, tmp_path, str(rename), when, OLD, NEW], check=False)
    assert ended.returncode == 9
    now = OLD if (rename, when) == (1, "before") else NEW
    assert KeyFile.load(tmp_path).open("binh", now) == made.data_key
    # The next change is not hindered, and heals what the crash left different.
    keyfile = KeyFile.load(tmp_path)
    keyfile.change_passphrase("binh", now, "sau sự cố mất điện", CHEAP)
    keyfile.save()
    assert (tmp_path / "keys.json").read_bytes() == (tmp_path / "keys.json.bak").read_bytes()


def test_given_a_crash_and_a_disk_that_tore_the_file_the_copy_opens_with_the_old_passphrase(tmp_path: Path) -> None:
    made = created(tmp_path)
    subprocess.run([sys.executable, "-c", CRASHING_SAVE, tmp_path, "1", "after", OLD, NEW], check=False)
    whole = (tmp_path / "keys.json").read_bytes()
    for length in range(0, len(whole) - 2, 7):
        (tmp_path / "keys.json").write_bytes(whole[:length])
        assert KeyFile.load(tmp_path).open("binh", OLD) == made.data_key


LISTING = """
import sys
from pathlib import Path
from communedb.keys import KeyFile
print([owner.name for owner in KeyFile.load(Path(sys.argv[1])).officers()] == ["Nguyễn Thị Bình"])
if len(sys.argv) > 2:
    KeyFile.load(Path(sys.argv[1])).open("binh", sys.argv[2])
heavy = {"pydantic", "nacl", "pyrage", "sqlite3", "sqlcipher3", "sqlite_utils", "filelock", "hashlib"}
print(sorted(heavy & set(sys.modules)))
"""


def run_listing(folder: Path, *passphrase: str) -> list[str]:
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", LISTING, folder, *passphrase], env=env, capture_output=True, check=True
    )
    return done.stdout.decode().splitlines()


def test_listing_the_officers_loads_no_cryptography_and_no_database(tmp_path: Path) -> None:
    created(tmp_path)
    assert run_listing(tmp_path) == ["True", "[]"]


def test_negative_control_opening_does_load_it(tmp_path: Path) -> None:
    created(tmp_path)
    assert "nacl" in run_listing(tmp_path, OLD)[1]
