"""The checklist after reception: papers that come in late are ticked, added, or found not to apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import live_state
from communedb.desk.receive import add_paper
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import ANYONE

if TYPE_CHECKING:
    from communedb.domain.intake import PaperEntry
    from communedb.transaction import Write


def set_paper(tx: Write, paper: str, entry: PaperEntry) -> None:
    """Write what is now true of a paper: handed in or not, which kind of copy, how many."""
    tx.require(ANYONE)
    found = tx.db.conn.execute("SELECT dossier FROM paper WHERE id = ?", (paper,)).fetchone()
    if found is None:
        raise Refused(Reason.UNKNOWN_PAPER, paper=paper)
    live_state(tx, found[0])
    tx.update("paper", paper, entry.model_dump(mode="json"))


def append_paper(tx: Write, dossier: str, entry: PaperEntry) -> str:
    """Add a paper that the checklist did not know."""
    tx.require(ANYONE)
    live_state(tx, dossier)
    (last,) = tx.db.conn.execute("SELECT max(position) FROM paper WHERE dossier = ?", (dossier,)).fetchone()
    return add_paper(tx, dossier, (last or 0) + 1, entry)
