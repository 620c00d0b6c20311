"""One piece of feedback as its screen shows it: read at once, in a thread, and told from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.moment import local
from communedb.journal.conflicts import conflict_count
from communedb.journal.history import subject_history
from communedb.reports.contested import contested
from communedb.stores.feedback import read_feedback
from communedb.stores.feedback_subject import subject_of
from communedb.stores.officers import officer_names, read_officers
from communetui.dossiers.due_words import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from communedb.domain.feedback_state import FeedbackState
    from communedb.domain.officer import Role
    from communedb.journal.history import Change
    from communedb.register import Register
    from communedb.reports.contested import Contested
    from communedb.sqlite import Database
    from communedb.stores.feedback import Feedback
    from communedb.stores.feedback_subject import Subject


class Related(NamedTuple):
    """Other feedback: what this became at the higher level, or what it came from."""

    key: str
    code: str
    status: str


@dataclass(frozen=True)
class View:
    """Feedback, its journal, the names of those who had to do with it, and who is looking at it when."""

    feedback: Feedback
    changes: list[Change]
    names: Mapping[str, str]
    colleagues: Mapping[str, str]
    subject: Subject | None
    came_from: Related | None
    became: tuple[Related, ...]
    standing: Standing
    now: datetime
    officer: str
    roles: frozenset[Role]
    read_only: bool
    contested: tuple[Contested, ...] = ()

    @property
    def state(self) -> FeedbackState:
        """What the events add up to."""
        return self.feedback.state

    @property
    def today(self) -> date:
        """The date on the desk's clock."""
        return local(self.now).date()

    @property
    def taken_back(self) -> frozenset[str]:
        """The keys of events that were taken back."""
        events = self.feedback.events
        return frozenset(e.takes_back for e in events if e.kind is FeedbackEventKind.TAKEN_BACK and e.takes_back)

    def unit(self, code: str | None) -> str:
        """Feedback names no units; what tells values asks for it."""
        return code or ""

    def is_contested(self, column: str) -> bool:
        """Whether values differ for one of its columns."""
        return any(one.conflict.column == column for one in self.contested)


def read_view(register: Register, key: str) -> View:
    """Read everything about one piece of feedback; from a thread. Refused as UNKNOWN_FEEDBACK."""
    db, now, calendar = register.db, register.now(), register.calendar()
    found = read_feedback(db, key)
    state, row = found.state, found.row
    due_at, expected = state.due
    return View(
        feedback=found,
        changes=subject_history(db, key),
        names=officer_names(db),
        colleagues={officer.id: officer.name for officer in read_officers(db)},
        subject=subject_of(db, row["subject_kind"], row["subject"]),
        came_from=_related(db, row["escalated_from"]) if row["escalated_from"] else None,
        became=tuple(filter(None, (_related(db, other) for other in state.escalated_to))),
        standing=standing(due_at, now, calendar, state.ended_at, paused=state.paused, expected=expected),
        now=now,
        officer=register.officer.id,
        roles=register.officer.roles,
        read_only=register.read_only,
        contested=tuple(contested(db, [key])) if conflict_count(db) else (),
    )


def _related(db: Database, key: str) -> Related | None:
    found = db.conn.execute("SELECT feedback, code, status FROM feedback_state WHERE feedback = ?", (key,)).fetchone()
    return Related(*found) if found else None
