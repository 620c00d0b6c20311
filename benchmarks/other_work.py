"""What reports count beside dossiers' own lives: fees, marks, files, tasks, feedback; for a register built in bulk."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.task_entry import create_task
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.event import EventKind
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.moment import parse_utc
from communedb.domain.task import NewTask
from communedb.stores.events import add_event
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.transaction import Write

TASKS, FEEDBACK = 300, 500
"""A commune's plans of a year, and what is said to it."""

_EVERY: Final = 3
"""One dossier of so many paid a fee, was marked and has its papers scanned."""
_CHUNK: Final = 2_000


def add_other_work(register: Register) -> None:
    """Once: a register that has it stays as it is."""
    (tasks,) = register.db.conn.execute("SELECT count(*) FROM task").fetchone()
    if tasks:
        return
    found = register.db.conn.execute(
        "SELECT dossier, received_at, changed_at, status FROM dossier_state WHERE place % ? = 0", (_EVERY,)
    ).fetchall()
    for first in range(0, len(found), _CHUNK):
        register.write(_of_dossiers, found[first : first + _CHUNK])
    register.write(_feedback)
    register.write(_tasks)


def _of_dossiers(tx: Write, dossiers: list[tuple[str, str, str, str]]) -> None:
    """Each entered when it happened: what is entered today makes a report look at a dossier's whole life again."""
    now = tx.now
    for number, (dossier, received, changed, status) in enumerate(dossiers):
        tx.now = parse_utc(received) + timedelta(minutes=5)
        paid = {"amount": 20_000, "method": ("cash", "online", "transfer")[number % 3]}
        add_event(tx, dossier, EventKind.FEE_PAID, details=paid)
        if status == "returned":
            tx.now = parse_utc(changed)
            mark = {"mark": ("very_good", "good", "poor")[number % 3], "marked_by": "citizen"}
            add_event(tx, dossier, EventKind.RATED, details=mark)
        for kind in ("scan", "result"):
            tx.insert("attachment", {
                "id": new_id(), "scope": tx.scope, "subject": dossier, "paper": None, "kind": kind, "digest": "0" * 64,
                "name": f"{kind}.pdf", "media_type": "application/pdf", "size": 1, "added_at": received, "active": 1,
            })  # fmt: skip
    tx.now = now


def _feedback(tx: Write) -> None:
    for number in range(FEEDBACK):
        said = NewFeedback(
            content="Hồ sơ giải quyết chậm", sender_name="Hồ Thị Sen",
            received_at=tx.now - timedelta(days=2 + number * 360 // FEEDBACK),
        )  # fmt: skip
        key = add_feedback(tx, said).feedback
        if number % 4:
            act_on_feedback(tx, key, FeedbackAct(kind=FeedbackEventKind.ANSWERED, text="Đã trả lời"))


def _tasks(tx: Write) -> None:
    for number in range(TASKS):
        start = tx.today - timedelta(days=number * 360 // TASKS + 30)
        block = ("party", "government")[number % 2]
        new = NewTask(
            title=f"Nhiệm vụ {number}", block=block, start_on=start, due_on=start + timedelta(days=60),
            document_number=f"{number % 9}/KH-UBND",
        )  # fmt: skip
        task = create_task(tx, new).task
        note_progress(tx, task, 40, happened_on=start + timedelta(days=10))
        if number % 3:
            complete_task(tx, task, "Đã xong", happened_on=start + timedelta(days=20))
