"""The derived row of feedback: what its own row and its events add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.moment import utc_text
from communedb.sqlite import rows
from communedb.stores.feedback import read_feedback_state
from communedb.stores.search_text import folded
from communedb.transaction import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from communedb.domain.feedback_state import FeedbackState
    from communedb.sqlite import Database


def derive_feedback(db: Database, key: str) -> None:
    """Write again what follows from feedback; one whose own row has not arrived yet stays hidden until it does."""
    kept = next(rows(db, "SELECT * FROM feedback WHERE id = ?", (key,)), None)
    if kept is None:
        return
    row = _state_row(kept, read_feedback_state(db, key))
    marks = ", ".join("?" * len(row))
    db.conn.execute("DELETE FROM feedback_state WHERE feedback = ?", (key,))
    db.conn.execute(f"INSERT INTO feedback_state ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def stale_feedback(db: Database) -> Iterator[str]:
    """The keys of feedback whose derived row is not what its events say, or stands without it."""
    for kept in rows(db, "SELECT * FROM feedback ORDER BY id"):
        derived = next(rows(db, "SELECT * FROM feedback_state WHERE feedback = ?", (kept["id"],)), None)
        if derived != _state_row(kept, read_feedback_state(db, kept["id"])):
            yield kept["id"]
    lone = "SELECT feedback FROM feedback_state WHERE feedback NOT IN (SELECT id FROM feedback)"
    yield from (key for (key,) in db.conn.execute(lone))


_SEARCHED = ("code", "topic", "content", "sender_name", "sender_phone", "sender_address")


def _state_row(kept: dict[str, Any], state: FeedbackState) -> dict[str, Any]:
    due_at, expected = state.due
    last = state.last
    return {
        "feedback": kept["id"],
        "code": kept["code"],
        "status": state.status.value,
        "voided": int(state.voided),
        "open": int(state.open),
        "paused": int(state.paused),
        "due_at": _text(due_at),
        "due_expected": int(expected),
        "refuse_due_at": _text(state.refuse_due_at),
        "ask_due_at": _text(state.ask_due_at),
        "handle_due_at": _text(state.handle_due_at),
        "publish_due_at": _text(state.publish_due_at),
        "holder": state.holder,
        "asked_at": _text(state.asked_at),
        "refused_at": _text(state.refused_at),
        "answered_at": _text(state.answered_at),
        "published_at": _text(state.published_at),
        "resolved_at": _text(state.resolved_at),
        "closed_at": _text(state.closed_at),
        "handled_at": _text(state.handled_at),
        "escalated_to": state.escalated_to[-1] if state.escalated_to else "",
        "changed_at": utc_text(last.entered_at) if last else kept["received_at"],
        "changed_by": last.officer if last else "",
        "search": folded([kept[name] for name in _SEARCHED]),
        "findings": as_json([finding.model_dump(mode="json") for finding in state.findings]),
    }


def _text(moment: datetime | None) -> str | None:
    return utc_text(moment) if moment else None
