"""A newer program brings a register to its shape: wholly, once, or not at all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from communedb import migrations
from communedb.migrations.m0001_register import register

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database as Shaping
    from tests.centre import Centre

    from communedb.sqlite import Database


class SlipError(Exception):
    """A fault of the program in the middle of an upgrade."""


def next_version(monkeypatch: pytest.MonkeyPatch, change: Callable[[Shaping], None]) -> None:
    """A program that knows one migration more."""
    monkeypatch.setattr(migrations, "NAMES", (*migrations.NAMES, "m9999_next"))
    monkeypatch.setattr(register, "_migrations", list(register._migrations))
    register(name="m9999_next")(change)


def test_the_names_are_those_of_the_migrations() -> None:
    assert register.name == migrations.SET
    assert [migration.name for migration in register._migrations] == list(migrations.NAMES)


def tables(db: Database) -> set[str]:
    return {name for (name,) in db.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_an_upgrade_that_fails_half_way_leaves_the_register_as_it_was(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(centre.open().db)

    def failing(db: Shaping) -> None:
        db.executescript("CREATE TABLE first (id TEXT) STRICT; CREATE TABLE second (id TEXT) STRICT;")
        raise SlipError

    with monkeypatch.context() as newer:
        next_version(newer, failing)
        with pytest.raises(SlipError):
            centre.open()
    assert tables(centre.open().db) == before


def test_two_programs_started_at_once_upgrade_once(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2, timeout=10)
    pending, steps_pending = migrations.pending, register.pending
    asked: list[int] = []

    def together(db: Database) -> object:
        """The first question of each program, outside a transaction, is answered to both at the same time."""
        found = pending(db)
        asked.append(len(found))
        both.wait()
        return found

    def inside(db: Shaping) -> object:
        """The second question, inside the transaction, is asked by one after the other."""
        found = steps_pending(db)
        asked.append(len(found))
        return found

    next_version(monkeypatch, lambda db: db.executescript("CREATE TABLE first (id TEXT) STRICT"))
    monkeypatch.setattr(migrations, "pending", together)
    monkeypatch.setattr(register, "pending", inside)
    threads = [threading.Thread(target=centre.open, args=[role]) for role in ("reception", "leader")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    monkeypatch.setattr(migrations, "pending", pending)

    assert sorted(asked) == [0, 1, 1, 1]
    assert len(centre._open) == 2
    assert "first" in tables(centre.open().db)
