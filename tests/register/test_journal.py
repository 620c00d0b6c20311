"""The journal: every change is a line, whoever wrote it, and no change is anonymous."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.journal import clock, pen
from communedb.sqlite import DatabaseError, shaping
from communedb.transaction import transaction

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register
    from communedb.sqlite import Database

TRAVELLING = [
    "officer", "station", "setting", "calendar_day", "procedure", "person", "dossier", "outside_code", "paper", "event",
    "attachment", "print",
]  # fmt: skip


def received(register: Register) -> str:
    applicant = {"name": "Hồ Thị Sương", "id_number": "046190011111"}
    return register.write(
        receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": applicant})
    ).dossier


def folded(db: Database, table: str) -> dict[str, dict[str, object]]:
    """Rows rebuilt from nothing but journal lines."""
    rows: dict[str, dict[str, object]] = {}
    lines = db.conn.execute(
        "SELECT row, changes, scope FROM journal_line WHERE table_name = ? ORDER BY clock, replica, number", (table,)
    )
    for row, changes, scope in lines:
        rows.setdefault(row, {"id": row, "scope": scope}).update(json.loads(changes))
    return rows


@pytest.mark.parametrize("table", TRAVELLING)
def test_every_row_can_be_rebuilt_from_its_lines(centre: Centre, table: str) -> None:
    register = centre.open("reception")
    received(register)
    columns = [column.name for column in shaping(register.db)[table].columns]
    shipped = " WHERE shipped = 0" if table == "procedure" else ""
    kept = {row[0]: row for row in register.db.conn.execute(f"SELECT {', '.join(columns)} FROM {table}{shipped}")}

    rebuilt = {key: tuple(row.get(c) for c in columns) for key, row in folded(register.db, table).items()}

    assert rebuilt == kept


@pytest.mark.parametrize("table", TRAVELLING)
def test_a_change_without_a_pen_is_refused(centre: Centre, table: str) -> None:
    writer = centre.open("administrator")._writing_db
    filled = {c.name: 0 if c.type == "INTEGER" else "x" for c in shaping(writer)[table].columns} | {"scope": "19867"}
    marks = ", ".join("?" * len(filled))
    with pytest.raises(DatabaseError, match="journal: a change needs a pen"), transaction(writer):
        writer.conn.execute(f"INSERT INTO {table} ({', '.join(filled)}) VALUES ({marks})", tuple(filled.values()))


def test_the_guard_is_the_trigger_and_not_chance(centre: Centre) -> None:
    """Negative control: without its trigger the same write goes through unseen."""
    writer = centre.open("administrator")._writing_db
    with transaction(writer):
        before = writer.conn.execute("SELECT count(*) FROM journal_line").fetchone()
        writer.conn.execute("DROP TRIGGER setting_journal_insert")
        writer.conn.execute("INSERT INTO setting (id, scope, name, value) VALUES ('x', '19867', 'x', 'x')")
        assert writer.conn.execute("SELECT count(*) FROM journal_line").fetchone() == before


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM dossier",
        "UPDATE dossier SET id = 'other'",
        "UPDATE dossier SET scope = '00001'",
        "INSERT OR REPLACE INTO dossier SELECT * FROM dossier",
        "UPDATE event SET reason = 'khác'",
        "DELETE FROM event",
        "UPDATE journal_line SET officer = 'other'",
        "DELETE FROM journal_line",
    ],
)
def test_history_cannot_be_rewritten_even_with_a_pen(centre: Centre, sql: str) -> None:
    register = centre.open("administrator")
    received(register)
    with pytest.raises(DatabaseError, match="journal: "):
        register.write(lambda tx: tx.db.conn.execute(sql))


def test_one_transaction_is_one_tick_and_numbers_have_no_gap(centre: Centre) -> None:
    register = centre.open("reception")
    for _ in range(3):
        received(register)
    lines = register.db.conn.execute(
        "SELECT number, clock FROM journal_line WHERE scope = '19867' ORDER BY number"
    ).fetchall()
    assert [number for number, _ in lines] == list(range(1, len(lines) + 1))
    assert [c for _, c in lines] == sorted(c for _, c in lines)
    dossiers = register.db.conn.execute(
        "SELECT count(DISTINCT clock) FROM journal_line WHERE table_name IN ('dossier', 'event', 'paper')"
    ).fetchone()
    assert dossiers == (3,)


def test_a_form_that_was_read_earlier_says_what_had_been_shown(centre: Centre) -> None:
    register = centre.open("reception")
    dossier = received(register)
    shown = pen.shown_now(register.db)
    received(register)
    register.write_as_shown(shown, lambda tx: tx.update("dossier", dossier, {"note": "Đã gọi điện"}))

    seen, number = register.db.conn.execute(
        "SELECT seen, number FROM journal_line WHERE row = ? ORDER BY number DESC LIMIT 1", (dossier,)
    ).fetchone()
    assert seen == shown["19867"].seen
    assert seen < number - 1


def test_an_update_that_changes_nothing_writes_no_line_and_null_is_a_value(centre: Centre) -> None:
    register = centre.open("reception")
    dossier = received(register)
    register.write(lambda tx: tx.update("dossier", dossier, {"note": "a"}))
    register.write(lambda tx: tx.update("dossier", dossier, {"note": "a"}))
    register.write(lambda tx: tx.update("dossier", dossier, {"note": None}))
    changes = register.db.conn.execute(
        "SELECT changes FROM journal_line WHERE row = ? ORDER BY number", (dossier,)
    ).fetchall()
    assert [c for (c,) in changes[1:]] == ['{"note":"a"}', '{"note":null}']


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))  # noqa: DTZ001


@given(st.lists(MOMENTS, min_size=1, max_size=30))
def test_the_clock_never_runs_backwards_however_the_pc_is_set(moments: list[datetime]) -> None:
    value, values = 0, []
    for moment in moments:
        value = clock.tick(value, moment)
        values.append(value)
    assert values == sorted(set(values))
    assert value >= clock.of(max(moments))
