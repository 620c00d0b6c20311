"""One dossier as its screen shows it: read at once, in a thread, and told from there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communedb.domain.event import EventKind
from communedb.domain.moment import local
from communedb.journal.conflicts import conflict_count
from communedb.journal.history import subject_history
from communedb.reports.contested import contested, rows_of_dossier
from communedb.stores.cash import next_money_receipt
from communedb.stores.dossier import read_dossier
from communedb.stores.feedback_subject import feedback_about
from communedb.stores.officers import officer_names, read_officers
from communedb.stores.units import unit_name
from communetui.dossiers.due_words import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from communedb.domain.event import Event
    from communedb.domain.officer import Role
    from communedb.domain.projection import State
    from communedb.journal.history import Change
    from communedb.register import Register
    from communedb.reports.contested import Contested
    from communedb.sqlite import Database
    from communedb.stores.dossier import Dossier
    from communedb.stores.feedback_subject import About

_UNITS = ("applicant_unit", "reception_place", "official_place", "competent_agency")


@dataclass(frozen=True)
class View:
    """A dossier, its journal, the names of those who had to do with it, and who is looking at it when."""

    dossier: Dossier
    changes: list[Change]
    names: Mapping[str, str]
    colleagues: Mapping[str, str]
    units: Mapping[str, str]
    standing: Standing
    now: datetime
    officer: str
    roles: frozenset[Role]
    read_only: bool
    next_receipt: tuple[str, str]
    """Series and number of the money receipt that comes next in this officer's pad."""
    contested: tuple[Contested, ...] = ()
    """Its fields, and those of what belongs to it, for which values differ."""
    not_received: Mapping[str, int] = field(default_factory=dict)
    """Files of it that have not arrived here, by digest: the bytes that have."""
    feedback: tuple[About, ...] = ()
    """What was said about it."""

    @property
    def state(self) -> State:
        """What the events add up to."""
        return self.dossier.state

    @property
    def today(self) -> date:
        """The date on the desk's clock."""
        return local(self.now).date()

    @property
    def fee_left(self) -> int:
        """What is still to be paid, in đồng."""
        return max((self.dossier.row["fee_amount"] or 0) - self.state.fee_paid - self.state.fee_exempt, 0)

    @property
    def unchecked(self) -> list[str]:
        """The fields that a scanner filled and nobody has compared with the card."""
        return [name for name in str(self.dossier.row["unchecked"] or "").split(",") if name]

    @property
    def taken_back(self) -> frozenset[str]:
        """The keys of events that were taken back."""
        return frozenset(e.takes_back for e in self.dossier.events if e.kind is EventKind.TAKEN_BACK and e.takes_back)

    def last(self, kind: EventKind) -> Event | None:
        """The last event of a kind that still stands."""
        found = [e for e in self.dossier.events if e.kind is kind and e.id not in self.taken_back]
        return found[-1] if found else None

    def is_contested(self, row: str, column: str = "") -> bool:
        """Whether values differ for a column of a row, or for any of its columns."""
        return any(one.conflict.row == row and (not column or one.conflict.column == column) for one in self.contested)

    def unit(self, code: str | None) -> str:
        """A unit's name for its code."""
        return self.units.get(code, code) if code else ""


def read_view(register: Register, key: str) -> View:
    """Read everything about a dossier; from a thread. Refused when there is none with this key."""
    db, now, calendar = register.db, register.now(), register.calendar()
    dossier = read_dossier(db, key)
    state = dossier.state
    return View(
        dossier=dossier,
        changes=subject_history(db, key),
        names=officer_names(db),
        colleagues={officer.id: officer.name for officer in read_officers(db)},
        units={dossier.row[name]: unit_name(db, dossier.row[name]) for name in _UNITS if dossier.row[name]},
        standing=standing(
            state.due_at, now, calendar, state.ended_at, paused=state.paused, expected=state.due_expected
        ),
        now=now,
        officer=register.officer.id,
        roles=register.officer.roles,
        read_only=register.read_only,
        next_receipt=next_money_receipt(db, register.officer.id, register.by.station),
        contested=_contested(db, key),
        not_received=_not_received(register, dossier),
        feedback=tuple(feedback_about(db, key)),
    )


def _contested(db: Database, dossier: str) -> tuple[Contested, ...]:
    return tuple(contested(db, rows_of_dossier(db, dossier))) if conflict_count(db) else ()


def _not_received(register: Register, dossier: Dossier) -> dict[str, int]:
    """Rows arrive before files: what another station attached may still be on its way."""
    digests = {str(file["digest"]) for file in dossier.attachments}
    missing = [digest for digest in sorted(digests) if not register.files.has(digest)]
    found = {}
    for digest in missing:
        row = register.db.conn.execute("SELECT received FROM file_wanted WHERE digest = ?", (digest,)).fetchone()
        found[digest] = int(row[0]) if row else 0
    return found
