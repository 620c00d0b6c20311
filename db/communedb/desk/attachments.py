"""Attaching files: scans and the result to a dossier and its papers, evidence to a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import live_state
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.domain.workflow import ANYONE
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.files.attachments import Stored
    from communedb.transaction import Write

SCAN, RESULT, EVIDENCE = "scan", "result", "evidence"


def attach(tx: Write, dossier: str, stored: Stored, name: str, *, paper: str | None = None, kind: str = SCAN) -> str:
    """Note a stored file as belonging to a dossier, or to one of its papers; the file itself is already safe."""
    tx.require(ANYONE)
    live_state(tx, dossier)
    if paper is not None:
        found = tx.db.conn.execute("SELECT 1 FROM paper WHERE id = ? AND dossier = ?", (paper, dossier)).fetchone()
        if found is None:
            raise Refused(Reason.UNKNOWN_PAPER, paper=paper)
    return note_file(tx, dossier, stored, name, paper=paper, kind=kind)


def note_file(tx: Write, subject: str, stored: Stored, name: str, *, paper: str | None = None, kind: str = SCAN) -> str:
    """Write down a stored file as belonging to a dossier, a task or feedback; who calls has checked that it may."""
    key = new_id()
    tx.insert(
        "attachment",
        {
            "id": key,
            "scope": tx.scope,
            "subject": subject,
            "paper": paper,
            "kind": kind,
            "digest": stored.digest,
            "name": clean(name, 200),
            "media_type": stored.media_type,
            "size": stored.size,
            "added_at": tx.stamp(),
            "active": 1,
        },
    )
    return key


def mark_result(tx: Write, attachment: str) -> None:
    """Say that a file is the result of the dossier."""
    tx.require(ANYONE)
    tx.update("attachment", attachment, {"kind": RESULT})


def detach(tx: Write, attachment: str) -> None:
    """Take a file attached by mistake off the dossier; the journal still knows it, the stored file stays."""
    tx.require(ANYONE)
    tx.update("attachment", attachment, {"active": 0})
