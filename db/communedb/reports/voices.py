"""Feedback and difficulties of a period, each as it stood at the period's end: what their reports count."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.calendar import to_the_minute
from communedb.domain.feedback import Category
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_state import project_feedback
from communedb.domain.happening import taken_back
from communedb.domain.moment import utc_text
from communedb.reports.caseload import seen_at
from communedb.stores.feedback import read_feedback_events

if TYPE_CHECKING:
    from communedb.domain.feedback_event import FeedbackEvent
    from communedb.domain.feedback_state import FeedbackState
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database


class Limit(NamedTuple):
    """One of the four limits: whether it applied, and whether it was kept."""

    applied: bool
    kept: bool


class Voice(NamedTuple):
    """One piece of feedback or one difficulty as at the end of a period.

    `handled_at` is when it was answered, refused, resolved or closed. The limits are those to refuse, to ask for more,
    to answer and to publish the answer, in working days.
    """

    feedback: str
    kind: str
    topic: str
    source: str
    received_at: datetime
    handled_at: datetime | None
    published_at: datetime | None
    closed_at: datetime | None
    open: bool
    resolved: bool
    refused: Limit
    asked: Limit
    answered: Limit
    published: Limit
    reopened: bool
    escalated: bool

    def is_of(self, asked: Asked) -> bool:
        """Whether it was there to be handled in the period."""
        return self.handled_at is None or self.handled_at >= asked.period.start

    def owes_publishing(self, asked: Asked) -> bool:
        """Whether its answer was published in the period, or should have been by its end."""
        settled = self.published_at or self.closed_at
        return self.published.applied and (settled is None or settled >= asked.period.start)

    @property
    def late(self) -> bool:
        """Whether any limit was passed."""
        return any(one.applied and not one.kept for one in (self.refused, self.asked, self.answered, self.published))


def voices(
    db: Database, asked: Asked, category: Category = Category.FEEDBACK, *, publishing: bool = False
) -> list[Voice]:
    """What was received before the period's end and not handled before its start, by reception; nothing void.

    `publishing` adds what was answered before, and published or still to be published in the period.

    What happened by then counts, whenever it was entered; a step that was taken back never does. What was escalated
    counts once, as what was received first: what it became at the higher level is the same voice.
    """
    values = {
        "start": utc_text(asked.period.start),
        "end": utc_text(asked.period.end),
        "unit": asked.unit,
        "category": category.value,
    }
    found = (_voice(db, asked, row) for row in db.conn.execute(_CANDIDATES, values).fetchall())
    return [one for one in found if one.is_of(asked) or (publishing and one.owes_publishing(asked))]


def _voice(db: Database, asked: Asked, row: tuple[Any, ...]) -> Voice:
    key, kind, topic, source, received_at = row
    end = asked.period.end
    events = [
        one for one in read_feedback_events(db, key) if one.happened_at < end or one.kind in _MENDING
    ]  # fmt: skip
    state = project_feedback(events)
    at = seen_at(asked)
    return Voice(
        feedback=key,
        kind=kind,
        topic=topic,
        source=source,
        received_at=state.received_at or datetime.fromisoformat(received_at),
        handled_at=_ended(state),
        published_at=state.published_at,
        closed_at=state.closed_at,
        open=state.open,
        resolved=state.resolved_at is not None,
        refused=Limit(state.refused_at is not None, _kept(state.refused_at, state.refuse_due_at, at)),
        asked=Limit(state.asked_at is not None, _kept(state.asked_at, state.ask_due_at, at)),
        answered=Limit(
            state.handle_due_at is not None and state.refused_at is None,
            state.paused or _kept(state.handled_at, state.handle_due_at, at),
        ),
        # What was closed without its answer being published owes no publication from then on.
        published=Limit(
            state.answered_at is not None and state.publish_due_at is not None,
            _kept(state.published_at or state.closed_at, state.publish_due_at, at),
        ),
        reopened=_reopened(events),
        escalated=bool(state.escalated_to),
    )


def _ended(state: FeedbackState) -> datetime | None:
    """When its handling ended, as periods see it: closed while it waited for more, it was open until then.

    For the limits it ended when more was asked for; told so here, it would be open in one period and missing in the
    next.
    """
    waited = state.waits[-1] if state.waits else None
    closed_waiting = waited is not None and waited[1] == state.closed_at and waited[0] == state.handled_at
    return state.closed_at if closed_waiting else state.handled_at


def _kept(done: datetime | None, due: datetime | None, at: datetime) -> bool:
    """Whether something was done in time, or still can be; compared to the minute."""
    return due is None or to_the_minute(done or at) <= to_the_minute(due)


def _reopened(events: list[FeedbackEvent]) -> bool:
    """Whether it was taken up again after its end: the answer did not satisfy."""
    gone = taken_back(events)
    return any(one.kind is FeedbackEventKind.REOPENED and one.id not in gone for one in events)


_MENDING: Final = frozenset({FeedbackEventKind.TAKEN_BACK, FeedbackEventKind.VOIDED})
_CANDIDATES: Final = """
SELECT f.id, f.kind, f.topic, f.source, f.received_at
FROM feedback AS f JOIN feedback_state AS s ON s.feedback = f.id
WHERE f.category = :category AND f.received_at < :end AND s.voided = 0 AND s.status <> 'new'
  AND (s.open = 1 OR s.changed_at >= :start) AND (:unit IS NULL OR f.scope = :unit)
  AND (f.escalated_from IS NULL OR NOT EXISTS (SELECT 1 FROM feedback AS first WHERE first.id = f.escalated_from))
ORDER BY f.received_at, f.id
"""
