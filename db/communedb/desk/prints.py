"""Asking for a print and noting what became of it: a reprint says so, two quick presses print once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from communedb.domain.event import EventKind
from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows
from communedb.stores.events import read_events
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.transaction import Write

ONE_PRESS = timedelta(seconds=3)
"""Two requests for the same form of the same dossier within this time are one press too many."""


@dataclass(frozen=True)
class PrintJob:
    """One print of one form: `number` counts the prints of that form for the dossier, `replaces` an outdated one."""

    id: str
    dossier: str
    form: str
    event: str | None
    number: int
    replaces: int | None
    paper_size: str
    again: bool
    """Whether this is the job of a press a moment ago, which is being printed already."""

    @property
    def is_reprint(self) -> bool:
        """Whether the same words were printed before."""
        return self.number > 1 and self.replaces is None


def ask_print(tx: Write, dossier: str, form: str, paper_size: str, event: str | None = None) -> PrintJob:
    """Log that a form is wanted and say what the paper has to tell about earlier ones."""
    last = next(
        rows(
            tx.db,
            "SELECT * FROM print WHERE dossier = ? AND form = ? AND event IS ? ORDER BY number DESC LIMIT 1",
            (dossier, form, event),
        ),
        None,
    )
    if last and last["asked_at"] > utc_text(tx.now - ONE_PRESS):
        return _job(last, again=True)
    if tx.db.conn.execute("SELECT 1 FROM dossier WHERE id = ?", (dossier,)).fetchone() is None:
        raise Refused(Reason.UNKNOWN_DOSSIER, dossier=dossier)
    row = {
        "id": new_id(),
        "scope": tx.scope,
        "dossier": dossier,
        "form": form,
        "event": event,
        "number": last["number"] + 1 if last else 1,
        "replaces": _replaced(tx, last),
        "officer": tx.by.officer,
        "asked_at": tx.stamp(),
        "state": "waiting",
        "paper_size": paper_size,
    }
    tx.insert("print", row)
    return _job(row, again=False)


def note_print(tx: Write, job: str, problem: str | None = None, *, printer: str | None = None) -> None:
    """Note that a print left the printer, or why it still waits; `printer` is the kind that it was sent to, if any."""
    if problem is None:
        changes = {"state": "printed", "printed_at": tx.stamp(), "problem": None}
        tx.update("print", job, changes | {"printer": printer})
    else:
        tx.update("print", job, {"problem": problem, "printer": printer})


def drop_print(tx: Write, job: str) -> None:
    """Take a print out of the queue: nobody needs the paper any more. One that was printed meanwhile stays printed."""
    if tx.db.conn.execute("SELECT 1 FROM print WHERE id = ? AND state = 'waiting'", (job,)).fetchone():
        tx.update("print", job, {"state": "dropped"})


def _replaced(tx: Write, last: dict[str, Any] | None) -> int | None:
    """The print that the next one replaces: the last one, if a correction or a new due date has made it wrong."""
    if last is None:
        return None
    later = (e for e in read_events(tx.db, last["dossier"]) if utc_text(e.entered_at) >= last["asked_at"])
    outdated = any(e.kind is not EventKind.RECEIVED and (e.kind is EventKind.CORRECTED or e.due_at) for e in later)
    return int(last["number"]) if outdated else None


def _job(row: dict[str, Any], *, again: bool) -> PrintJob:
    return PrintJob(
        id=row["id"],
        dossier=row["dossier"],
        form=row["form"],
        event=row.get("event"),
        number=row["number"],
        replaces=row.get("replaces"),
        paper_size=row["paper_size"],
        again=again,
    )
