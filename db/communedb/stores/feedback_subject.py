"""What feedback is about: a dossier, a procedure or a task, from what people type to its key and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.feedback import SubjectKind
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.sqlite import Database


class Subject(NamedTuple):
    """What it is about: the code that people know it by, and what it is called."""

    code: str
    title: str


# By key or code; of equal codes the latest.
_FIND: Final[Mapping[str, str]] = {
    SubjectKind.DOSSIER: "SELECT id FROM dossier WHERE id = :typed OR code IN (:typed, :upper)"
    " UNION ALL SELECT dossier FROM outside_code WHERE code IN (:typed, :upper) AND active = 1",
    SubjectKind.TASK: "SELECT id FROM task WHERE id = :typed OR code IN (:typed, :upper) ORDER BY entered_at DESC",
    SubjectKind.PROCEDURE: "SELECT code FROM procedure WHERE code IN (:typed, :upper)",
}
_TELL: Final[Mapping[str, str]] = {
    SubjectKind.DOSSIER: "SELECT code, applicant_name || ', ' || procedure_name FROM dossier WHERE id = ?",
    SubjectKind.TASK: "SELECT code, title FROM task WHERE id = ?",
    SubjectKind.PROCEDURE: "SELECT code, name_vi FROM procedure WHERE code = ? ORDER BY version DESC",
}


def find_subject(db: Database, kind: SubjectKind, code: str) -> str:
    """The key of a dossier or task, or the code of a procedure, by its code; Refused as FEEDBACK_SUBJECT_UNKNOWN."""
    typed = code.strip()
    found = db.conn.execute(f"{_FIND[kind]} LIMIT 1", {"typed": typed, "upper": typed.upper()}).fetchone()
    if found is None:
        raise Refused(Reason.FEEDBACK_SUBJECT_UNKNOWN, subject_kind=kind.value, subject=code, field="subject")
    return str(found[0])


class About(NamedTuple):
    """Feedback about something: its key, its code, where it stands."""

    feedback: str
    code: str
    status: str


def feedback_about(db: Database, subject: str) -> list[About]:
    """The feedback about a dossier or task (by key) or a procedure (by code), as it came."""
    found = db.conn.execute(
        "SELECT f.id, f.code, s.status FROM feedback AS f JOIN feedback_state AS s ON s.feedback = f.id"
        " WHERE f.subject = ? AND s.voided = 0 ORDER BY f.received_at, f.id",
        (subject,),
    )
    return [About(*row) for row in found]


def subject_of(db: Database, kind: str, subject: str | None) -> Subject | None:
    """What feedback is about; None for nothing, and the bare key of what has not arrived here."""
    if kind not in _TELL or not subject:
        return None
    found = db.conn.execute(f"{_TELL[kind]} LIMIT 1", (subject,)).fetchone()
    return Subject(*map(str, found)) if found else Subject(subject, "")
