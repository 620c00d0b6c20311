"""Opening a register: each thing that can be wrong with it is one clear refusal."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE

from communedb import layout
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.keys import KeyFile
from communedb.register import Register
from communedb.sqlite import APPLICATION_ID, check_version, connect, create

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.centre import Centre

    from communedb.sqlite import Database


def received(register: Register, name: str = "Hồ Thị Sương") -> str:
    applicant = {"name": name, "id_number": "046190011111"}
    asked = {"procedure_code": "1.004873", "applicant": applicant}
    return register.write(receive, Intake.model_validate(asked)).code


def key(centre: Centre) -> bytes:
    return KeyFile.load(centre.folder).open(centre.officers["reception"], PASSPHRASE).raw


@contextmanager
def database(centre: Centre) -> Iterator[Database]:
    """The database behind the register's back."""
    db = connect(layout.database(centre.folder), key(centre))
    try:
        yield db
    finally:
        db.conn.close()


def reason_of(opening: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused:
        opening()
    return refused.value.reason


def truncated(centre: Centre) -> bytes:
    whole = layout.database(centre.folder).read_bytes()
    return whole[: len(whole) // 2]


def truncated_to_a_page(centre: Centre) -> bytes:
    return layout.database(centre.folder).read_bytes()[: 4096 * 7]


def plain_sqlite(centre: Centre) -> bytes:
    path = centre.folder / "plain.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE ho_so (ten TEXT)")
    connection.commit()
    connection.close()
    return path.read_bytes()


def encrypted_of_another_program(centre: Centre) -> bytes:
    path = centre.folder / "other.db"
    db = create(path, key(centre))
    db.conn.execute("PRAGMA application_id=1")
    db.conn.execute("CREATE TABLE ho_so (ten TEXT)")
    db.conn.close()
    return path.read_bytes()


def of_another_register(centre: Centre) -> bytes:
    path = centre.folder / "other.db"
    create(path, os.urandom(32)).conn.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (truncated, Reason.REGISTER_DAMAGED),
        (truncated_to_a_page, Reason.REGISTER_DAMAGED),
        (lambda _: b"", Reason.REGISTER_DAMAGED),
        (lambda _: b"\x89", Reason.REGISTER_DAMAGED),
        (lambda _: os.urandom(100_000), Reason.REGISTER_DAMAGED),
        (lambda _: bytes(100_000), Reason.REGISTER_DAMAGED),
        (of_another_register, Reason.REGISTER_DAMAGED),
        (plain_sqlite, Reason.REGISTER_OF_ANOTHER_PROGRAM),
        (encrypted_of_another_program, Reason.REGISTER_OF_ANOTHER_PROGRAM),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_whole_register_is_refused_and_left_as_it_is(
    centre: Centre, content: Callable[[Centre], bytes], reason: Reason, read_only: bool
) -> None:
    wrong = content(centre)
    layout.database(centre.folder).write_bytes(wrong)

    officer = centre.officers["reception"]
    assert reason_of(lambda: Register.open(centre.folder, officer, PASSPHRASE, read_only=read_only)) is reason
    assert layout.database(centre.folder).read_bytes() == wrong


@pytest.mark.parametrize(
    ("officer", "passphrase", "reason"),
    [
        ("reception", "quê hương là chùm khế chua", Reason.WRONG_PASSPHRASE),
        ("reception", "", Reason.WRONG_PASSPHRASE),
        ("nobody", PASSPHRASE, Reason.UNKNOWN_OFFICER),
    ],
)
def test_a_wrong_passphrase_opens_nothing(centre: Centre, officer: str, passphrase: str, reason: Reason) -> None:
    who = centre.officers.get(officer, officer)
    assert reason_of(lambda: Register.open(centre.folder, who, passphrase)) is reason


def test_a_folder_without_a_register_says_so(tmp_path: Path) -> None:
    assert reason_of(lambda: Register.open(tmp_path, "nobody", PASSPHRASE)) is Reason.NO_REGISTER
    assert reason_of(lambda: Register.open(tmp_path / "missing", "nobody", PASSPHRASE)) is Reason.NO_REGISTER
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_a_register_of_a_newer_program_is_refused(centre: Centre, read_only: bool) -> None:
    with database(centre) as db:
        db.conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('communedb', 'm0099_hub', '')"
        )
    with pytest.raises(Refused) as refused:
        Register.open(centre.folder, centre.officers["reception"], PASSPHRASE, read_only=read_only)
    assert refused.value.reason is Reason.REGISTER_NEWER
    assert refused.value.facts["migrations"] == "m0099_hub"


def test_a_register_that_still_has_to_be_upgraded_is_not_read_as_it_is(centre: Centre) -> None:
    with database(centre) as db:
        db.conn.execute("DELETE FROM _sqlite_migrations")
    officer = centre.officers["reception"]
    assert reason_of(lambda: Register.open(centre.folder, officer, PASSPHRASE, read_only=True)) is Reason.REGISTER_OLDER


@pytest.mark.parametrize(
    ("version", "safe"), [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((4,), True)]
)
def test_a_sqlite_that_may_corrupt_the_register_is_refused(version: tuple[int, ...], safe: bool) -> None:
    if safe:
        check_version(version)
    else:
        assert reason_of(lambda: check_version(version)) is Reason.SQLITE_TOO_OLD


def test_the_sqlite_in_use_is_safe(centre: Centre) -> None:
    check_version()
    assert centre.open().db.conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_an_opened_register_has_every_setting_that_keeps_data_safe(centre: Centre) -> None:
    register = centre.open()
    settings = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5_000, "cell_size_check": 1,
        "trusted_schema": 0, "secure_delete": 2, "temp_store": 2, "recursive_triggers": 1,
    }  # fmt: skip
    for name, value in settings.items():
        assert register._writing_db.conn.execute(f"PRAGMA {name}").fetchone() == (value,), name
    with pytest.raises(Refused, match="folder_read_only"):
        register.db.conn.execute("DELETE FROM draft")


def test_a_restored_copy_goes_back_into_write_ahead_mode(centre: Centre) -> None:
    code = received(centre.open())
    centre.close()
    with database(centre) as db:
        db.conn.execute("VACUUM INTO ?", (str(centre.folder / "stick.db"),))
    shutil.move(centre.folder / "stick.db", layout.database(centre.folder))
    with database(centre) as db:
        assert db.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.conn.execute("SELECT code FROM dossier").fetchall() == [(code,)]


FLIPS = 80


def test_a_flipped_bit_is_always_found_and_never_read_as_data(centre: Centre) -> None:
    register = centre.open()
    for number in range(20):
        received(register, f"Nguyễn Văn Đức {number}")
    centre.close()
    path = layout.database(centre.folder)
    whole = path.read_bytes()
    found_by: set[str] = set()
    for flip in range(FLIPS):
        place = len(whole) * flip // FLIPS + flip % 97
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << flip % 8)]) + whole[place + 1 :])
        for left in centre.folder.glob("register.db-*"):
            left.unlink()
        found_by.add(_found_by(centre))
    assert found_by == {"opening: register_damaged", "reading: register_damaged", "check"}


def _found_by(centre: Centre) -> str:
    """Where a damage shows: at opening, at reading, or (in pages that nothing uses) at the check; never nowhere."""
    try:
        register = centre.open()
    except Refused as refusal:
        return f"opening: {refusal.reason}"
    with register:
        try:
            tables = [name for (name,) in register.db.conn.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
            for table in tables:
                register.db.conn.execute(f"SELECT * FROM {table}").fetchall()
        except Refused as refusal:
            return f"reading: {refusal.reason}"
        assert register.db.conn.execute("PRAGMA cipher_integrity_check").fetchall()
        return "check"


def test_without_encryption_flipped_bits_are_read_as_data(tmp_path: Path) -> None:
    """Negative control: the same flips in a plain database change names without a word."""
    path = tmp_path / "plain.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE dossier (name TEXT)")
    connection.executemany("INSERT INTO dossier VALUES (?)", [("Nguyen Van Duc " * 20,)] * 400)
    connection.commit()
    connection.close()
    whole = path.read_bytes()
    silent = 0
    for flip in range(FLIPS):
        place = len(whole) * flip // FLIPS + flip % 97
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        connection = sqlite3.connect(path)
        try:
            silent += connection.execute("SELECT count(DISTINCT name) FROM dossier").fetchone() != (1,)
        except sqlite3.DatabaseError:
            pass
        finally:
            connection.close()
    assert silent > FLIPS // 2
