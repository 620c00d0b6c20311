"""Dossiers whose steps contradict each other or break a rule after a merge: listed as work, changed never."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.finding import Finding

if TYPE_CHECKING:
    from communedb.sqlite import Database


class Contradiction(NamedTuple):
    """One dossier and the first thing about it that cannot be; `more` counts what else there is."""

    dossier: str
    code: str
    applicant_name: str
    procedure_name: str
    finding: Finding
    more: int


# By the index of those that have any: of a million dossiers hardly one has.
_SQL = """
SELECT dossier, code, applicant_name, procedure_name, findings
FROM dossier_state INDEXED BY dossier_state_findings
WHERE findings <> '[]' AND voided = 0 ORDER BY code, dossier
"""


def contradictions(db: Database) -> list[Contradiction]:
    """Every dossier that was not voided and has findings, by code."""
    found = []
    for dossier, code, applicant, procedure, text in db.conn.execute(_SQL):
        findings = [Finding.model_validate(one) for one in json.loads(text)]
        found.append(Contradiction(dossier, code, applicant, procedure, findings[-1], len(findings) - 1))
    return found


class FeedbackContradiction(NamedTuple):
    """Feedback and the last thing about it that cannot be; `more` counts what else there is."""

    feedback: str
    code: str
    sender_name: str
    content: str
    finding: Finding
    more: int


_FEEDBACK = """
SELECT s.feedback, s.code, coalesce(sender_name, ''), content, s.findings
FROM feedback_state AS s JOIN feedback AS f ON f.id = s.feedback
WHERE s.findings <> '[]' AND s.voided = 0 ORDER BY s.code, s.feedback
"""


def feedback_contradictions(db: Database) -> list[FeedbackContradiction]:
    """All feedback that was not voided and has findings, by code."""
    found = []
    for feedback, code, sender, content, text in db.conn.execute(_FEEDBACK):
        findings = [Finding.model_validate(one) for one in json.loads(text)]
        found.append(FeedbackContradiction(feedback, code, sender, content, findings[-1], len(findings) - 1))
    return found


def task_contradiction_count(db: Database) -> int:
    """How many tasks contradict themselves; their rules are loaded only where there are tasks."""
    if db.conn.execute("SELECT 1 FROM task_state LIMIT 1").fetchone() is None:
        return 0
    from communedb.reports.task_contradictions import task_contradictions

    return len(task_contradictions(db))


def without_administrator(db: Database) -> bool:
    """Whether nobody is left who may change settings and officers: two stations each took the other one's away."""
    found = db.conn.execute(
        "SELECT 1 FROM officer WHERE active = 1 AND ',' || roles || ',' LIKE '%,administrator,%' LIMIT 1"
    ).fetchone()
    return found is None


# Of the open ones: two stations each took the fee before they heard of each other.
_PAID_TWICE = """
SELECT dossier, code, applicant_name, procedure_name, fee_paid - fee_due
FROM dossier_state INDEXED BY dossier_state_open_due
WHERE open = 1 AND fee_paid > fee_due AND 1 < (
  SELECT count(DISTINCT station) FROM event WHERE event.dossier = dossier_state.dossier AND kind = 'fee_paid'
) ORDER BY code, dossier
"""


class PaidTwice(NamedTuple):
    """An open dossier whose fee was taken at two stations, and by how many đồng too much."""

    dossier: str
    code: str
    applicant_name: str
    procedure_name: str
    too_much: int


def paid_twice(db: Database) -> list[PaidTwice]:
    """Open dossiers for which more than the fee was taken, at more than one station."""
    return [PaidTwice(*row) for row in db.conn.execute(_PAID_TWICE)]
