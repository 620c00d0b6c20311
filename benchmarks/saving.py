"""Saving a dossier: the register's own function against the same rows and search text in one plain transaction.

The other sides are copies of the same register without triggers, opened with the same settings: what is left of the
difference is the journal, the rules and Python.
"""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks import people
from benchmarks.bars import Line, Section, middle, p95, ratio
from benchmarks.bulk import search_text_of
from communedb import layout
from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.text import fold
from communedb.sqlite import connect, rows
from communedb.stores.procedures import procedure_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.million import Made
    from communedb.register import Register
    from communedb.sqlite import Database

_PROCEDURES = ("2.000815", "1.004873", "1.001193", "2.000815", "1.004222", "2.000884")
_PARTS = (
    ("dossier", "id = :dossier"), ("paper", "dossier = :dossier"), ("event", "dossier = :dossier"),
    ("dossier_state", "dossier = :dossier"),
)  # fmt: skip
_PERSON = (("person", "id = :person"), ("person_state", "person = :person"))

# Long enough for every procedure to have been received once: its copy lies there from then on.
_WARM_UP = 25

Statement = tuple[str, tuple[Any, ...]]


def measure(made: Made, saves: int) -> Section:
    """All sides in turn, the same dossier each time."""
    ours, plain, with_lines = [], [], []
    with bare_copy(made, "rows") as bare, bare_copy(made, "lines") as lined, made.open() as register:
        for intake in _intakes(register, _WARM_UP + saves):
            known, line = _last(register, "person"), _last(register, "journal_line")
            ours.append(milliseconds_of(partial(register.write, receive, intake)))
            statements = _same_rows(register, new_person=_last(register, "person") > known)
            plain.append(milliseconds_of(partial(save_all, bare, statements)))
            statements += _lines(register, _last(register, "journal_line") - line)
            with_lines.append(milliseconds_of(partial(save_all, lined, statements)))
    ours, plain, with_lines = ours[_WARM_UP:], plain[_WARM_UP:], with_lines[_WARM_UP:]
    return Section(
        f"Saving one dossier, {made.dossiers:,} dossiers before it",
        [
            Line("saving, against one transaction of the same rows", ratio(ours, plain), "x", 1.5),
            Line("the same, the journal's lines among the rows", ratio(ours, with_lines), "x"),
            Line("saving, median", middle(ours), "ms"),
            Line("saving, p95", p95(ours), "ms"),
            Line("the plain transaction, median", middle(plain), "ms"),
            Line("the plain transaction with lines, median", middle(with_lines), "ms"),
        ],
    )


def milliseconds_of(save: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    save()
    return (time.perf_counter() - start) * 1_000


def _intakes(register: Register, count: int) -> Iterator[Intake]:
    """What comes to a counter: two in three applicants are known already."""
    random = Random(int(time.time()))
    known = list(rows(register.db, "SELECT * FROM person ORDER BY id LIMIT 300"))
    for number in range(count):
        if number % 3:
            who = random.choice(known)
            facts = {name: who[name] for name in ("name", "sex", "birth", "id_number", "phone", "unit", "address")}
        else:
            drawn = people.person(random, "")._asdict()
            facts = {name: drawn[name] for name in ("name", "sex", "birth", "id_number", "phone", "address")}
        procedure = procedure_on(register.db, _PROCEDURES[number % len(_PROCEDURES)], register.now().date())
        asked = [item for item in procedure.papers or () if item.condition is None]
        papers = [{"name": i.name, "state": "yes", "copy_kind": i.copy_kind or "original"} for i in asked]
        yield Intake.model_validate({"procedure_code": procedure.code, "applicant": facts, "papers": papers})


@contextmanager
def bare_copy(made: Made, name: str) -> Iterator[Database]:
    """The same tables and indexes with the same rows, without triggers."""
    folder = made.folder.with_name(name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    copy = layout.database(folder)
    with made.open() as register:
        data_key = register.data_key.raw
    # Closed: the write-ahead log is folded into the file.
    shutil.copyfile(layout.database(made.folder), copy)
    db = connect(copy, data_key)
    for (trigger,) in db.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.conn.execute(f"DROP TRIGGER {trigger}")
    # A register of a million dossiers does not fit into memory.
    db.conn.execute("PRAGMA temp_store=FILE")
    db.conn.execute("VACUUM")
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        yield db
    finally:
        db.conn.close()
        shutil.rmtree(folder)


def _last(register: Register, table: str) -> int:
    """The number of the row that was added last."""
    (number,) = register.db.conn.execute(f"SELECT max(rowid) FROM {table}").fetchone()
    return int(number)


def _same_rows(register: Register, *, new_person: bool) -> list[Statement]:
    """The INSERTs of what was just saved."""
    db = register.db
    (dossier,) = db.conn.execute("SELECT dossier FROM dossier_state ORDER BY place DESC LIMIT 1").fetchone()
    place, person = db.conn.execute("SELECT place, person FROM dossier_state WHERE dossier = ?", (dossier,)).fetchone()
    statements = []
    for table, where in (*_PARTS, *(_PERSON if new_person else ())):
        found = db.conn.execute(f"SELECT * FROM {table} WHERE {where}", {"dossier": dossier, "person": person})
        statements += [insert_of(table, row) for row in found]
    insert = "INSERT INTO {} (rowid, body) VALUES (?, ?)"
    statements.append((insert.format("dossier_search"), (place, search_text_of(db, dossier))))
    if new_person:
        (at,) = db.conn.execute("SELECT place FROM person_state WHERE person = ?", (person,)).fetchone()
        facts = db.conn.execute("SELECT name, id_number, phone FROM person WHERE id = ?", (person,)).fetchone()
        statements.append((insert.format("person_search"), (at, fold(" ".join(fact or "" for fact in facts)))))
    return statements


def _lines(register: Register, number: int) -> list[Statement]:
    found = register.db.conn.execute("SELECT * FROM journal_line ORDER BY rowid DESC LIMIT ?", (number,)).fetchall()
    return [insert_of("journal_line", row) for row in reversed(found)]


def insert_of(table: str, row: tuple[Any, ...]) -> Statement:
    """The INSERT of a row as it was read."""
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row)


def save_all(db: Database, statements: list[Statement]) -> None:
    """All of them in one transaction."""
    db.conn.execute("BEGIN IMMEDIATE")
    for sql, values in statements:
        db.conn.execute(sql, values)
    db.conn.execute("COMMIT")
