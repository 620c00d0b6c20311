"""Reading the log of the Community Digital Technology Team: its lines, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.sqlite import rows

if TYPE_CHECKING:
    from datetime import date

    from communedb.sqlite import Database


@dataclass(frozen=True)
class Support:
    """One time of help as the register has it; `helped_on` is ISO text."""

    id: str
    scope: str
    helped_on: str
    kind: str
    people: int
    procedure_code: str
    procedure_name: str
    filed_online: bool
    place: str
    helper: str
    note: str
    station: str
    officer: str
    entered_at: str
    active: bool
    void_reason: str


@dataclass(frozen=True)
class SupportFilter:
    """Which lines: days `first` to `last`, both counted; words of any text, marks aside; `voided` ones too."""

    first: date | None = None
    last: date | None = None
    kind: str | None = None
    search: str = ""
    voided: bool = False


class SupportTotal(NamedTuple):
    """What a month (`2026-11`) and a kind add up to: times of help, people, and times that a procedure was filed."""

    month: str
    kind: str
    times: int
    people: int
    filed_online: int


EVERYTHING = SupportFilter()


def support_rows(db: Database, wanted: SupportFilter = EVERYTHING) -> list[Support]:
    """The lines of the log, the newest first."""
    where, values = _where(wanted)
    found = [
        _support(row) for row in rows(db, f"SELECT * FROM support {where} ORDER BY helped_on DESC, id DESC", values)
    ]
    words = fold(wanted.search).split()
    return [one for one in found if all(word in _searched(one) for word in words)] if words else found


def read_support(db: Database, support: str) -> Support:
    """The line with this key. Refused: UNKNOWN_SUPPORT."""
    found = next(rows(db, "SELECT * FROM support WHERE id = ?", (support,)), None)
    if found is None:
        raise Refused(Reason.UNKNOWN_SUPPORT, support=support)
    return _support(found)


def last_support(db: Database, officer: str) -> Support | None:
    """What an officer entered last: the next entry begins with its values."""
    newest = "SELECT * FROM support WHERE officer = ? AND active = 1 ORDER BY id DESC LIMIT 1"
    return next((_support(row) for row in rows(db, newest, (officer,))), None)


def support_totals(db: Database, first: date | None = None, last: date | None = None) -> list[SupportTotal]:
    """What the log adds up to by month and kind, the newest month first; voided lines count nowhere."""
    where, values = _where(SupportFilter(first, last))
    found = db.conn.execute(
        "SELECT substr(helped_on, 1, 7) AS month, kind, count(*), sum(people), sum(filed_online <> 0)"
        f" FROM support {where} GROUP BY month, kind ORDER BY month DESC, kind",
        values,
    )
    return [SupportTotal(*row) for row in found]


def _where(wanted: SupportFilter) -> tuple[str, dict[str, Any]]:
    asked = {
        "helped_on >= :first": wanted.first and wanted.first.isoformat(),
        "helped_on <= :last": wanted.last and wanted.last.isoformat(),
        "kind = :kind": wanted.kind,
    }
    words = [words for words, value in asked.items() if value]
    if not wanted.voided:
        words.append("active = 1")
    values = dict(zip(("first", "last", "kind"), asked.values(), strict=True))
    return (f"WHERE {' AND '.join(words)}" if words else ""), values


def _searched(one: Support) -> str:
    return fold(" ".join((one.helper, one.place, one.procedure_code, one.procedure_name, one.note)))


def _support(row: dict[str, Any]) -> Support:
    texts = ("procedure_code", "procedure_name", "place", "note", "void_reason")
    told = {name: row[name] or "" for name in texts}
    return Support(**row | told | {"active": bool(row["active"]), "filed_online": bool(row["filed_online"])})
