"""From the events of a task to its state: total, whatever the events and whatever their order of arrival."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from communedb.domain.finding import Finding, FindingCode
from communedb.domain.happening import in_order, taken_back
from communedb.domain.moment import utc_text
from communedb.domain.task_event import NEVER_TAKEN_BACK, WORK, Extension, Report, TaskKind, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from communedb.domain.task_event import TaskEvent

K = TaskKind


def project_task(events: Iterable[TaskEvent]) -> TaskState:
    """The state of a task after these events, in the order of the hybrid clock; repeated events count once.

    A step that does not fit the state of its moment is a finding, and moves neither the due date nor the completion.
    What is void stays void: work of a station that had not seen it changes nothing, and is counted for the finding.
    """
    ordered = in_order(events)
    gone = taken_back(ordered)
    state = TaskState()
    for event in ordered:
        state.last = event
        state.work += event.kind in WORK
        if event.id in gone and event.kind not in NEVER_TAKEN_BACK:
            continue
        step = _STEPS.get(event.kind)
        if state.voided and event.kind in WORK:
            state.unseen += 1
        elif step is not None and not step(state, event):
            facts = {"task_event": event.kind.value, "day": f"{event.day:%d/%m/%Y}"}
            state.findings.append(Finding(code=FindingCode.TASK_STEP_CONTRADICTS, facts=facts))
        if event.kind not in NEVER_TAKEN_BACK:
            state.undoable = event
    state.findings += _apart(state)
    return state


def _apart(state: TaskState) -> list[Finding]:
    """What two stations did that did not know of each other, the void last."""
    found = [
        Finding(
            code=FindingCode.TASK_REPORTED_APART,
            facts={
                "period": period,
                "entered": utc_text(state.reports[period].entered_at),
                "before": utc_text(other.entered_at),
            },
        )
        for period, other in sorted(state.apart.items())
        if period in state.reports
    ]
    if state.voided and state.unseen:
        found.append(Finding(code=FindingCode.TASK_VOIDED_UNSEEN, facts={"count": str(state.unseen)}))
    return found


# -- each step applies itself and says whether it fitted


def _create(state: TaskState, event: TaskEvent) -> bool:
    if state.created is not None:
        return False
    state.created = event
    state.due_on = state.first_due_on = event.due_on
    state.responsible = event.to_officer or ""
    return True


def _assign(state: TaskState, event: TaskEvent) -> bool:
    state.responsible = event.to_officer or ""
    return True


def _progress(state: TaskState, event: TaskEvent) -> bool:
    if state.completed_on is not None:
        return False
    state.percent = int(event.details.get("percent", state.percent))
    state.disbursed = event.details.get("disbursed", state.disbursed)
    if state.percent > 0 or event.details.get("begun"):
        state.started_on = min(state.started_on or event.day, event.day)
    elif state.percent == 0:
        state.started_on = None
    return True


def _complete(state: TaskState, event: TaskEvent) -> bool:
    if state.completed_on is not None:
        return False
    state.completed_on = event.day
    state.started_on = min(state.started_on or event.day, event.day)
    state.percent_before, state.percent = state.percent, 100
    state.disbursed = event.details.get("disbursed", state.disbursed)
    state.result = event.reason or ""
    _close_request(state)
    return True


def _reopen(state: TaskState, event: TaskEvent) -> bool:
    if state.completed_on is None:
        return False
    state.completed_on = None
    state.percent, state.result = state.percent_before, ""
    return True


def _report(state: TaskState, event: TaskEvent) -> bool:
    if event.period is None:
        return False
    told = event.details
    cut_off = told.get("cut_off")
    # Each report names the one that its writer saw in its place; one that names the standing one settles it.
    before = state.reports.get(event.period)
    if before is None or before.event == told.get("replaces"):
        state.apart.pop(event.period, None)
    else:
        state.apart[event.period] = before
    state.reports[event.period] = Report(
        period=event.period,
        event=event.id,
        officer=event.officer,
        entered_at=event.entered_at,
        text=event.reason or "",
        no_work=bool(told.get("no_work")),
        difficulty=str(told.get("difficulty", "")),
        cut_off=datetime.fromisoformat(cut_off) if cut_off else None,
        reopened=event.period in state.reopened,
    )
    state.reopened.discard(event.period)
    state.difficulty = str(told.get("difficulty", ""))
    return True


def _reopen_period(state: TaskState, event: TaskEvent) -> bool:
    if event.period is None:
        return False
    state.reopened.add(event.period)
    return True


def _ask(state: TaskState, event: TaskEvent) -> bool:
    if state.completed_on is not None or state.extension is not Extension.NONE or event.due_on is None:
        return False
    state.extension = Extension.ASKED
    state.asked_due_on, state.asked_by = event.due_on, event.officer
    return True


def _approve(state: TaskState, event: TaskEvent) -> bool:
    if state.extension is Extension.NONE or event.due_on is None:
        return False
    _move_due(state, event.due_on)
    return True


def _counter(state: TaskState, event: TaskEvent) -> bool:
    if state.extension is not Extension.ASKED or event.due_on is None:
        return False
    state.extension = Extension.COUNTERED
    state.offered_due_on, state.offered_by = event.due_on, event.officer
    return True


def _accept(state: TaskState, event: TaskEvent) -> bool:
    if state.extension is not Extension.COUNTERED or state.offered_due_on is None:
        return False
    if event.due_on is not None and event.due_on != state.offered_due_on:
        return False
    _move_due(state, state.offered_due_on)
    return True


def _turn_down(state: TaskState, _event: TaskEvent) -> bool:
    if state.extension is Extension.NONE:
        return False
    _close_request(state)
    return True


def _correct(state: TaskState, event: TaskEvent) -> bool:
    if event.details.get("field") == "due_on":
        if not state.extensions:
            state.first_due_on = event.due_on
        state.due_on = event.due_on
    return True


def _void(state: TaskState, event: TaskEvent) -> bool:
    """Voided twice is void once; who voids it knowing more settles what another did not know."""
    unseen = max(0, state.work - int(event.details.get("seen", state.work)))
    state.unseen = min(state.unseen, unseen) if state.voided else unseen
    state.voided = True
    return True


def _move_due(state: TaskState, due_on: date) -> None:
    state.due_on = due_on
    state.extensions += 1
    _close_request(state)


def _close_request(state: TaskState) -> None:
    state.extension = Extension.NONE
    state.asked_due_on = state.offered_due_on = None
    state.asked_by = state.offered_by = ""


_STEPS: Final[Mapping[TaskKind, Callable[[TaskState, TaskEvent], bool]]] = {
    K.CREATED: _create,
    K.ASSIGNED: _assign,
    K.PROGRESSED: _progress,
    K.COMPLETED: _complete,
    K.REOPENED: _reopen,
    K.REPORTED: _report,
    K.PERIOD_REOPENED: _reopen_period,
    K.EXTENSION_ASKED: _ask,
    K.EXTENSION_APPROVED: _approve,
    K.EXTENSION_REJECTED: _turn_down,
    K.EXTENSION_COUNTERED: _counter,
    K.COUNTER_ACCEPTED: _accept,
    K.COUNTER_DECLINED: _turn_down,
    K.CORRECTED: _correct,
    K.VOIDED: _void,
}
"""A note adds nothing, and what takes back is done before."""
