"""A backup is a copy that was read back; whatever fails, the one before stays, and the desk goes on."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE

from communedb import layout
from communedb.backup import KEPT, back_up, files
from communedb.desk.attachments import attach
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.register import Register
from communedb.reports.integrity import integrity
from communedb.stores.backups import last_backup, usual_folder

if TYPE_CHECKING:
    from pathlib import Path

LAN = {"name": "Trần Thị Lan", "id_number": "046190012399"}
SCAN = b"%PDF-1.4\n% to khai co chu ky\n%%EOF\n"


def received(register, name: str = "Trần Thị Lan") -> str:
    intake = {"procedure_code": "1.001193", "applicant": {**LAN, "name": name}}
    return register.write(receive, Intake.model_validate(intake)).dossier


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "usb"
    place.mkdir()
    return place


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def opened(folder: Path, centre) -> Register:
    return Register.open(folder, centre.officers["reception"], PASSPHRASE, now=centre.clock)


def test_given_a_lost_pc_when_the_backup_folder_is_copied_back_then_it_opens_with_dossiers_and_scans(centre, stick):
    register = centre.open()
    dossier = received(register)
    register.write(attach, dossier, register.files.store(SCAN), "to-khai.pdf")
    done = back_up(register, stick)
    assert (done.dossiers, done.new_files, done.folder.parent) == (1, 1, stick)
    received(register, "Người đến sau khi sao lưu")
    register.close()
    shutil.rmtree(centre.folder)

    shutil.copytree(done.folder, centre.folder)
    with opened(centre.folder, centre) as restored:
        assert restored.db.conn.execute("SELECT applicant_name FROM dossier").fetchall() == [("Trần Thị Lan",)]
        (digest,) = restored.db.conn.execute("SELECT digest FROM attachment").fetchone()
        restored.files.check(digest)
        assert restored.warnings == []
        restored.fold()
        assert integrity(restored.db).sound
        received(restored, "Ngày hôm sau")
        assert restored.db.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_given_a_stick_that_is_read_by_others_then_nothing_on_it_tells_anything_without_a_key(centre, stick):
    register = centre.open()
    dossier = received(register)
    register.write(attach, dossier, register.files.store(SCAN), "to-khai.pdf")
    done = back_up(register, stick)
    everything = b"".join((stick / name).read_bytes() for name in names(stick))
    assert b"SQLite format" not in everything
    assert "Trần Thị Lan".encode() not in everything
    assert {name.split("/")[0] for name in names(done.folder)} == {
        "register.db",
        "keys.json",
        "keys.json.bak",
        "attachments",
    }
    assert done.folder.joinpath("register.db").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_given_many_evenings_then_the_last_ones_stay_each_opens_and_scans_are_copied_once(centre, stick):
    register = centre.open()
    dossier = received(register)
    register.write(attach, dossier, register.files.store(SCAN), "to-khai.pdf")
    copied = []
    for evening in range(KEPT + 2):
        done = back_up(register, stick)
        copied.append(done.new_files)
        os.utime(layout.database(done.folder), (1_795_400_000 + evening * 86_400,) * 2)
        received(register, f"Người thứ {evening}")
    assert copied == [1] + [0] * (KEPT + 1)
    databases = [name for name in names(done.folder) if name.endswith(".db")]
    assert len(databases) == KEPT
    # The oldest one that is left is taken instead of the newest.
    shutil.copy(done.folder / databases[0], layout.database(done.folder))
    with opened(done.folder, centre) as old:
        assert old.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (3,)


def test_given_what_came_since_the_last_backup_then_it_is_counted(centre, stick):
    register = centre.open()
    assert last_backup(register.db) is None
    received(register)
    back_up(register, stick)
    assert last_backup(register.db).changes_since == 0
    received(register, "Lê Văn Tám")
    assert last_backup(register.db).changes_since > 3
    assert usual_folder(register.db) == str(stick)


def spoil(part: Path) -> None:
    with part.open("rb+") as file:
        file.seek(40_000)
        byte = file.read(1)
        file.seek(40_000)
        file.write(bytes([byte[0] ^ 1]))


def cut(part: Path) -> None:
    os.truncate(part, part.stat().st_size // 2)


@pytest.mark.parametrize("damage", [spoil, cut])
def test_given_a_stick_that_keeps_other_bytes_when_read_back_then_it_is_no_backup_and_the_one_before_stays(
    centre, stick, monkeypatch, damage
):
    register = centre.open()
    received(register)
    before = back_up(register, stick)
    good = {name: (stick / name).read_bytes() for name in names(stick)}
    received(register, "Lê Văn Tám")
    settle = files.settle
    monkeypatch.setattr(files, "settle", lambda part: (settle(part), damage(part)))
    with pytest.raises(Refused) as refused:
        back_up(register, stick)
    assert refused.value.reason is Reason.BACKUP_NOT_GOOD
    assert {name: (stick / name).read_bytes() for name in names(stick)} == good
    assert last_backup(register.db).at == before.at


def test_given_a_stick_that_is_pulled_then_it_says_so_makes_no_folder_in_its_place_and_goes_on_when_it_is_back(
    centre, stick, monkeypatch
):
    register = centre.open()
    received(register)
    before = back_up(register, stick)
    settle, away = files.settle, stick.with_name("pulled")

    def pulled(part: Path) -> None:
        stick.rename(away)
        settle(part)

    with monkeypatch.context() as patched:
        patched.setattr(files, "settle", pulled)
        with pytest.raises(Refused) as refused:
            back_up(register, stick)
    assert refused.value.reason is Reason.BACKUP_NOT_WRITTEN
    with pytest.raises(Refused) as missing:
        back_up(register, stick)
    assert missing.value.reason is Reason.BACKUP_FOLDER_MISSING
    assert not stick.exists()

    away.rename(stick)
    with opened(before.folder, centre) as kept:
        assert kept.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (1,)
    again = back_up(register, stick)
    assert not [name for name in names(again.folder) if ".part" in name], "what was broken off is swept"


def test_given_officers_who_save_while_a_backup_is_made_then_none_waits_and_a_second_backup_is_refused(
    centre, stick, monkeypatch
):
    register = centre.open()
    received(register)
    settle, reached, go_on = files.settle, threading.Event(), threading.Event()

    def slow(part: Path) -> None:
        reached.set()
        go_on.wait(20)
        settle(part)

    monkeypatch.setattr(files, "settle", slow)
    told: list[object] = []
    thread = threading.Thread(target=lambda: told.append(back_up(register, stick)))
    thread.start()
    assert reached.wait(20)
    received(register, "Nộp trong lúc sao lưu")
    with pytest.raises(Refused) as refused:
        back_up(register, stick)
    assert refused.value.reason is Reason.BACKUP_UNDERWAY
    go_on.set()
    thread.join(20)
    assert [done.dossiers for done in told] == [1]
    assert last_backup(register.db).changes_since > 0, "what was saved meanwhile is not in it, and is counted"


def test_given_a_folder_inside_the_register_then_it_is_refused(centre):
    register = centre.open()
    with pytest.raises(Refused) as refused:
        back_up(register, centre.folder)
    assert refused.value.reason is Reason.BACKUP_IN_REGISTER
