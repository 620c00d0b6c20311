"""Reporting the progress of a period, and opening one again that is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.desk.mend import given_reason
from communedb.desk.task_difficulty import note_difficulty
from communedb.desk.task_events import add_task_event
from communedb.desk.task_place import live_task
from communedb.domain.intake import LONG
from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import ANYONE, MAY_DECIDE, Rhythm
from communedb.domain.task_event import TaskKind
from communedb.domain.task_period import cut_off_of, locked, period_at, rhythm_of
from communedb.domain.text import clean
from communedb.stores.officers import officer_names
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import task_facts

if TYPE_CHECKING:
    from communedb.desk.feedback import AddedFeedback
    from communedb.domain.task_event import TaskState
    from communedb.domain.task_period import CutOffs
    from communedb.transaction import Write


class Reported(NamedTuple):
    """The event of a report, and the difficulty that was entered with it, None when none is new."""

    event: str
    difficulty: AddedFeedback | None


def report_period(
    tx: Write,
    task: str,
    period: str,
    text: str,
    no_work: bool = False,
    difficulty: str | None = None,
    topic: str | None = None,
    *,
    replace: bool = False,
) -> Reported:
    """Report a period (`2026-W48`, `2026-11`); before its cut-off again and again, the last one counts.

    A report names the one that it stands in place of, and both stay in the history. That there was no work goes over a
    written report only when `replace` says so: otherwise refused as TASK_REPORT_WRITTEN. A difficulty is entered among
    the feedback, too, in the group `topic`, unless the same words are still open there.
    Refused: ROLE_NOT_ALLOWED, TASK_NOT_REPORTED (it has no rhythm), TASK_PERIOD_UNKNOWN, TASK_PERIOD_AHEAD,
    TASK_PERIOD_LOCKED, TASK_REPORT_EMPTY (neither text nor "no work"), TASK_VOIDED, UNKNOWN_TASK.
    """
    tx.require(ANYONE)
    told, hard = clean(text, LONG), clean(difficulty or "", LONG)
    state, cut_offs = _asked(tx, task, period)
    if locked(state, period, tx.now, cut_offs):
        raise Refused(Reason.TASK_PERIOD_LOCKED, period=period, cut_off=cut_off_of(period, cut_offs))
    if not told and not no_work:
        raise Refused(Reason.TASK_REPORT_EMPTY)
    before = state.reports.get(period)
    if no_work and not replace and before is not None and not before.no_work:
        writer = officer_names(tx.db).get(before.officer, "-")
        raise Refused(Reason.TASK_REPORT_WRITTEN, period=period, officer=writer, entered=utc_text(before.entered_at))
    details: dict[str, Any] = {"cut_off": utc_text(cut_off_of(period, cut_offs))}
    if before is not None:
        details["replaces"] = before.event
    if no_work:
        details["no_work"] = True
    if hard:
        details["difficulty"] = hard
    event = add_task_event(tx, task, TaskKind.REPORTED, period=period, reason=told or None, details=details)
    return Reported(event, note_difficulty(tx, task, hard, topic or "") if hard else None)


def reopen_period(tx: Write, task: str, period: str, reason: str) -> str:
    """Open a locked period again for one report more.

    Refused: ROLE_NOT_ALLOWED, REASON_MISSING, TASK_NOT_REPORTED, TASK_PERIOD_UNKNOWN, TASK_PERIOD_AHEAD,
    TASK_PERIOD_OPEN.
    """
    tx.require(MAY_DECIDE)
    kept = given_reason(reason)
    state, cut_offs = _asked(tx, task, period)
    if not locked(state, period, tx.now, cut_offs):
        raise Refused(Reason.TASK_PERIOD_OPEN, period=period)
    return add_task_event(tx, task, TaskKind.PERIOD_REOPENED, period=period, reason=kept)


def _asked(tx: Write, task: str, period: str) -> tuple[TaskState, CutOffs]:
    """The state of a task that reports such periods, and the cut-offs in force."""
    row, state = live_task(tx, task)
    rhythm = task_facts(row).reports
    if rhythm is Rhythm.NONE:
        raise Refused(Reason.TASK_NOT_REPORTED)
    if rhythm_of(period) is not rhythm:
        raise Refused(Reason.TASK_PERIOD_UNKNOWN, period=period)
    cut_offs = tx.known(read_rules).cut_offs
    if period > period_at(rhythm, tx.now, cut_offs):
        raise Refused(Reason.TASK_PERIOD_AHEAD, period=period)
    return state, cut_offs
