"""One step with five hundred dossiers: the pile's own function against the same rows in one plain transaction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.bars import Line, Section, middle, ratio
from benchmarks.saving import bare_copy, insert_of, milliseconds_of, save_all
from communedb.desk.many import AT_ONCE, act_on_many
from communedb.domain.act import Act
from communedb.domain.event import EventKind

if TYPE_CHECKING:
    from benchmarks.million import Made
    from benchmarks.saving import Statement
    from communedb.register import Register


def measure(made: Made, rounds: int) -> Section:
    """Five hundred open dossiers handed over, again and again to another officer; the two sides in turn."""
    ours, tried, plain = [], [], []
    with bare_copy(made, "batch") as bare, made.open() as register:
        keys, officers = _open_dossiers(register), _others(register)
        for number in range(rounds + 1):
            asked = Act(kind=EventKind.HANDED_OVER, to_officer=officers[number % len(officers)])
            tried.append(milliseconds_of(partial(register.write, act_on_many, keys, asked, only_try=True)))
            ours.append(milliseconds_of(partial(register.write, act_on_many, keys, asked)))
            plain.append(milliseconds_of(partial(save_all, bare, _same_rows(register, keys))))
    # The first round fills the cache of both.
    ours, tried, plain = ours[1:], tried[1:], plain[1:]
    return Section(
        f"A batch of {len(keys)} dossiers handed over, {made.dossiers:,} dossiers in the register",
        [
            Line("in one transaction", middle(ours), "ms"),
            Line("a dossier", (middle(ours) or 0) / len(keys), "ms"),
            Line("the question before it: how many can", middle(tried), "ms"),
            Line("one plain transaction of the same rows", middle(plain), "ms"),
            Line("against that", ratio(ours, plain), "x"),
        ],
    )


def _open_dossiers(register: Register) -> list[str]:
    sql = "SELECT dossier FROM dossier_state WHERE open = 1 AND voided = 0 ORDER BY place LIMIT ?"
    return [key for (key,) in register.db.conn.execute(sql, (AT_ONCE,))]


def _others(register: Register) -> list[str]:
    sql = "SELECT id FROM officer WHERE active = 1 AND id <> ? ORDER BY id"
    return [key for (key,) in register.db.conn.execute(sql, (register.officer.id,))]


def _same_rows(register: Register, keys: list[str]) -> list[Statement]:
    """The event of each dossier just written, and its derived row."""
    statements: list[Statement] = []
    conn = register.db.conn
    columns = [name for _, name, *_ in conn.execute("PRAGMA table_info(dossier_state)")]
    setting = ", ".join(f"{name} = ?" for name in columns)
    for key in keys:
        event = conn.execute("SELECT * FROM event WHERE dossier = ? ORDER BY clock DESC, place DESC LIMIT 1", (key,))
        statements.append(insert_of("event", event.fetchone()))
        state = conn.execute("SELECT * FROM dossier_state WHERE dossier = ?", (key,)).fetchone()
        statements.append((f"UPDATE dossier_state SET {setting} WHERE dossier = ?", (*state, key)))
    return statements
