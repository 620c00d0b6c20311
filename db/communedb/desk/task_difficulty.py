"""The difficulty of a progress report, as one that is listed, counted and resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.feedback import add_feedback
from communedb.domain.feedback import Category, NewFeedback, Source, SubjectKind
from communedb.domain.text import fold

if TYPE_CHECKING:
    from communedb.desk.feedback import AddedFeedback
    from communedb.transaction import Write

_OPEN: Final = (
    "SELECT f.content FROM feedback AS f JOIN feedback_state AS s ON s.feedback = f.id"
    " WHERE f.subject = ? AND f.subject_kind = ? AND f.category = ? AND s.open = 1 AND s.voided = 0"
)


def note_difficulty(tx: Write, task: str, text: str, topic: str = "") -> AddedFeedback | None:
    """Enter what is in the way of a task among the difficulties, in the group `topic`; None when it is open there.

    Period after period the same words are mostly reported again: they are one difficulty until it is resolved.
    """
    found = tx.db.conn.execute(_OPEN, (task, SubjectKind.TASK.value, Category.DIFFICULTY.value)).fetchall()
    if fold(text) in {fold(content) for (content,) in found}:
        return None
    return add_feedback(
        tx,
        NewFeedback(
            category=Category.DIFFICULTY,
            topic=topic,
            source=Source.OFFICE,
            content=text,
            subject_kind=SubjectKind.TASK,
            subject=task,
        ),
    )
