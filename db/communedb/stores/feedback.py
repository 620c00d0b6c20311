"""Feedback and difficulties as they are read: one of them, or a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.domain.feedback_event import FeedbackEvent
from communedb.domain.feedback_state import FeedbackState, project_feedback
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import parse_utc
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.journal import pen
from communedb.sqlite import one_moment, rows
from communedb.stores.dossier import attachments_of
from communedb.stores.happenings import facts_of, is_instant, read_happenings

if TYPE_CHECKING:
    from communedb.journal.pen import Shown
    from communedb.sqlite import Database


@dataclass(frozen=True)
class Feedback:
    """One piece of feedback, or one difficulty: its own row, its events and files, what the events add up to.

    `shown` says what the reader had been shown, for a change made from this view.
    """

    row: dict[str, Any]
    events: list[FeedbackEvent]
    state: FeedbackState
    attachments: list[dict[str, Any]]
    shown: dict[str, Shown]

    @property
    def id(self) -> str:
        """Its key."""
        return str(self.row["id"])

    @property
    def code(self) -> str:
        """The code that the sender was told."""
        return str(self.row["code"])


def read_feedback(db: Database, feedback: str) -> Feedback:
    """The feedback with this key; Refused as UNKNOWN_FEEDBACK when there is none."""
    with one_moment(db):
        row = next(rows(db, "SELECT * FROM feedback WHERE id = ?", (feedback,)), None)
        if row is None:
            raise Refused(Reason.UNKNOWN_FEEDBACK, feedback=feedback)
        events, unreadable = _events(db, feedback)
        return Feedback(
            row=row,
            events=sorted(events, key=lambda event: event.order),
            state=_state(events, unreadable),
            attachments=attachments_of(db, feedback),
            shown=pen.shown_now(db),
        )


def find_feedback(db: Database, code: str) -> str:
    """The key of the feedback with this code or key, case aside; Refused as UNKNOWN_FEEDBACK when there is none.

    When two registers gave the same code, the one received last is meant.
    """
    typed = code.strip()
    found = db.conn.execute(
        "SELECT id FROM feedback WHERE id = ? OR code IN (?, ?) ORDER BY received_at DESC LIMIT 1",
        (fold(code), typed, typed.upper()),
    ).fetchone()
    if found is None:
        raise Refused(Reason.UNKNOWN_FEEDBACK, feedback=code)
    return str(found[0])


def read_feedback_events(db: Database, feedback: str) -> list[FeedbackEvent]:
    """All events of feedback that can be read, as they lie in the register."""
    return _events(db, feedback)[0]


def read_feedback_state(db: Database, feedback: str) -> FeedbackState:
    """What the events of feedback add up to."""
    return _state(*_events(db, feedback))


def _events(db: Database, feedback: str) -> tuple[list[FeedbackEvent], list[str]]:
    return read_happenings(db, "feedback_event", ("feedback", feedback), _event)


def _state(events: list[FeedbackEvent], unreadable: list[str]) -> FeedbackState:
    state = project_feedback(events)
    for kind in unreadable:
        state.findings.append(Finding(code=FindingCode.FEEDBACK_EVENT_UNREADABLE, facts={"kind": kind}))
    return state


def _event(row: dict[str, Any]) -> FeedbackEvent | None:
    event = FeedbackEvent(
        **facts_of(row),
        due_at=parse_utc(row["due_at"]) if row["due_at"] else None,
        due_expected=bool(row["due_expected"]),
    )
    return event if is_instant(event.due_at) else None
