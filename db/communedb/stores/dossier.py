"""Everything about one dossier."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.domain.procedure import Procedure
from communedb.domain.projection import State, project
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.journal import pen
from communedb.sqlite import one_moment, rows
from communedb.stores.events import read_events

if TYPE_CHECKING:
    from communedb.domain.event import Event
    from communedb.journal.pen import Shown
    from communedb.sqlite import Database


@dataclass(frozen=True)
class Dossier:
    """One dossier as it was read: its own row, what belongs to it, what its events add up to.

    `shown` says what the reader had been shown, for a change made from this view.
    """

    row: dict[str, Any]
    papers: list[dict[str, Any]]
    attachments: list[dict[str, Any]]
    outside_codes: list[dict[str, Any]]
    prints: list[dict[str, Any]]
    events: list[Event]
    state: State
    shown: dict[str, Shown]

    @property
    def id(self) -> str:
        """The dossier's key."""
        return str(self.row["id"])

    @property
    def code(self) -> str:
        """The code on the receipt."""
        return str(self.row["code"])

    @property
    def procedure(self) -> Procedure:
        """The procedure as it was when the dossier was received."""
        return Procedure.model_validate_json(self.row["procedure_body"])

    @property
    def fee_lines(self) -> list[dict[str, Any]]:
        """The fee as it was reckoned at reception, line by line."""
        lines: list[dict[str, Any]] = json.loads(self.row["fee_body"])
        return lines


_DOSSIER = (
    "SELECT dossier.*, procedure_copy.body AS procedure_body"
    " FROM dossier LEFT JOIN procedure_copy ON procedure_copy.id = dossier.procedure_copy WHERE dossier.id = ?"
)


def read_dossier(db: Database, dossier: str) -> Dossier:
    """The dossier with this key; Refused when there is none."""
    with one_moment(db):
        row = next(rows(db, _DOSSIER, (dossier,)), None)
        if row is None:
            raise Refused(Reason.UNKNOWN_DOSSIER, dossier=dossier)
        events = read_events(db, dossier)
        return Dossier(
            row=row,
            papers=_of(db, "paper", dossier, "position, id"),
            attachments=attachments_of(db, dossier),
            outside_codes=_of(db, "outside_code", dossier, "id", "AND active = 1"),
            prints=_of(db, "print", dossier, "asked_at, id"),
            events=sorted(events, key=lambda event: event.order),
            state=project(events),
            shown=pen.shown_now(db),
        )


def find_dossier(db: Database, code: str) -> str:
    """The key of the dossier with this code, ours or another system's, or with this key; Refused when there is none.

    Case does not matter. When two registers gave the same code, the dossier received last is meant.
    """
    wanted = fold(code)
    for sql in (
        "SELECT id FROM dossier WHERE id = :code",
        "SELECT id FROM dossier WHERE code = :typed ORDER BY received_at DESC LIMIT 1",
        "SELECT id FROM dossier WHERE code = :upper ORDER BY received_at DESC LIMIT 1",
        "SELECT dossier FROM outside_code WHERE code IN (:typed, :upper) AND active = 1 ORDER BY id DESC LIMIT 1",
    ):
        typed = code.strip()
        found = db.conn.execute(sql, {"code": wanted, "typed": typed, "upper": typed.upper()}).fetchone()
        if found:
            return str(found[0])
    raise Refused(Reason.UNKNOWN_DOSSIER, dossier=code)


def likely_duplicates(db: Database, id_number: str | None, procedure_code: str) -> list[dict[str, Any]]:
    """Open dossiers of the same procedure for the same ID number: probably the same matter twice."""
    if not id_number or not procedure_code:
        return []
    return list(
        rows(
            db,
            "SELECT s.dossier, s.code, s.received_at, s.status, s.applicant_name FROM dossier d"
            " JOIN dossier_state s ON s.dossier = d.id"
            " WHERE d.applicant_id_number = ? AND d.procedure_code = ? AND s.open = 1 ORDER BY s.place DESC LIMIT 5",
            (id_number, procedure_code),
        )
    )


def attachments_of(db: Database, subject: str) -> list[dict[str, Any]]:
    """The files in use of a dossier, a task or feedback, in the order in which they were added."""
    return list(rows(db, "SELECT * FROM attachment WHERE subject = ? AND active = 1 ORDER BY id", (subject,)))


def _of(db: Database, table: str, dossier: str, order: str, extra: str = "") -> list[dict[str, Any]]:
    return list(rows(db, f"SELECT * FROM {table} WHERE dossier = ? {extra} ORDER BY {order}", (dossier,)))
