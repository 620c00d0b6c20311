"""Reading notices and directives, and who has read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.sqlite import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.sqlite import Database


@dataclass(frozen=True)
class Notice:
    """One notice as the register has it; days are ISO text, `read_at` is when the officer who asks read it (UTC text).

    `from_above` tells one that another unit wrote: it is not withdrawn here.
    """

    id: str
    scope: str
    number: str
    kind: str
    title: str
    body: str
    issued_by: str
    issued_on: str
    due_on: str | None
    station: str
    officer: str
    entered_at: str
    active: bool
    withdrawn_reason: str | None
    from_above: bool
    read_at: str | None


class Reader(NamedTuple):
    """An officer of the unit, and when they read a notice (UTC text), None before."""

    officer: str
    name: str
    read_at: str | None


class Unread(NamedTuple):
    """How many notices wait for an officer, and the newest of them: key and title, empty when there is none."""

    number: int
    newest: str = ""
    title: str = ""


# The stations of the own unit are all known here: what another one wrote came from above, or from below at a hub.
_NOTICES: Final = """
SELECT n.*, ifnull(s.scope, '') <> i.unit AS from_above,
  (SELECT min(r.read_at) FROM notice_read AS r WHERE r.notice = n.id AND r.officer = :officer) AS read_at
FROM installation AS i CROSS JOIN notice AS n LEFT JOIN station AS s ON s.id = n.station
"""
_UNREAD: Final = (
    "active = 1 AND NOT EXISTS (SELECT 1 FROM notice_read AS r WHERE r.notice = n.id AND r.officer = :officer)"
)


def notices(
    db: Database, officer: str, *, unread_only: bool = False, withdrawn: bool = False, search: str = ""
) -> list[Notice]:
    """Notices as an officer finds them: unread first, then the newest first; withdrawn ones only when asked for.

    `search` are words, marks aside, that stand anywhere in number, title, issuer or text.
    """
    where = "" if withdrawn else "WHERE n.active = 1"
    if unread_only:
        where = f"WHERE n.{_UNREAD}"
    order = "ORDER BY n.active DESC, read_at IS NOT NULL, n.issued_on DESC, n.id DESC"
    found = [_notice(row) for row in rows(db, f"{_NOTICES} {where} {order}", {"officer": officer})]
    wanted = fold(search).split()
    return [one for one in found if all(word in _searched(one) for word in wanted)] if wanted else found


def read_notice(db: Database, notice: str, officer: str = "") -> Notice:
    """The notice with this key, with when an officer read it. Refused: UNKNOWN_NOTICE."""
    found = next(rows(db, f"{_NOTICES} WHERE n.id = :id", {"officer": officer, "id": notice}), None)
    if found is None:
        raise Refused(Reason.UNKNOWN_NOTICE, notice=notice)
    return _notice(found)


def find_notice(db: Database, wanted: str) -> str:
    """The key of the notice with this key or number; a withdrawn one only when no other has the number.

    Refused: UNKNOWN_NOTICE, NOTICE_AMBIGUOUS.
    """
    number = fold(wanted)
    kept = list(rows(db, "SELECT id, number, title, issued_on, active FROM notice ORDER BY issued_on DESC, id DESC"))
    if any(one["id"] == wanted.strip() for one in kept):
        return wanted.strip()
    found = [one for one in kept if number and fold(one["number"]) == number]
    found = [one for one in found if one["active"]] or found
    if not found:
        raise Refused(Reason.UNKNOWN_NOTICE, notice=wanted)
    refuse_several(wanted, [(one["issued_on"], one["title"], one["id"]) for one in found])
    return str(found[0]["id"])


def refuse_several(wanted: str, found: Sequence[tuple[str, str, str]]) -> None:
    """Refuse a number that several notices have, given by day of issue (ISO text), title and key.

    Refused: NOTICE_AMBIGUOUS.
    """
    if len(found) > 1:
        told = "; ".join(f"{_day(issued_on)} “{title}” ({key})" for issued_on, title, key in found)
        raise Refused(Reason.NOTICE_AMBIGUOUS, notice=wanted, count=len(found), found=told)


def readers(db: Database, notice: str, unit: str | None = None) -> list[Reader]:
    """Who of a unit (this register's own, if none is given) has read a notice, first to last, then who has not.

    Officers who left count only if they had read it.
    """
    found = rows(
        db,
        "SELECT o.id AS officer, o.name, (SELECT min(r.read_at) FROM notice_read AS r"
        " WHERE r.notice = :notice AND r.officer = o.id) AS read_at, o.active FROM officer AS o"
        " WHERE o.scope = ifnull(:unit, (SELECT unit FROM installation)) ORDER BY read_at IS NULL, read_at, o.id",
        {"notice": notice, "unit": unit},
    )
    return [Reader(row["officer"], row["name"], row["read_at"]) for row in found if row["active"] or row["read_at"]]


def unread(db: Database, officer: str) -> Unread:
    """What waits to be read by an officer."""
    found = db.conn.execute(
        f"SELECT count(*) OVER (), n.id, n.title FROM notice AS n WHERE {_UNREAD}"
        " ORDER BY n.issued_on DESC, n.id DESC LIMIT 1",
        {"officer": officer},
    ).fetchone()
    return Unread(*found) if found else Unread(0)


def task_of(db: Database, number: str) -> str | None:
    """The code of the newest task that was made of the directive with this number; None before."""
    if not number:
        return None
    found = db.conn.execute(
        "SELECT t.code FROM task AS t JOIN task_state AS s ON s.task = t.id"
        " WHERE t.document_number = ? AND s.voided = 0 ORDER BY t.id DESC LIMIT 1",
        (number,),
    ).fetchone()
    return str(found[0]) if found else None


def _day(text: str) -> str:
    # Another station may have written anything there.
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        return text


def _searched(one: Notice) -> str:
    return fold(" ".join((one.number, one.title, one.issued_by, one.body)))


def _notice(row: dict[str, Any]) -> Notice:
    return Notice(**row | {"active": bool(row["active"]), "from_above": bool(row["from_above"])})
