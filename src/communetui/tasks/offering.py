"""What may be done with a task now, and why something may not; the register checks again when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import ANYONE, LAST_DAY, MAY_DECIDE, MAY_PLAN, Rhythm
from communedb.domain.task_extension import check_answering, check_asking, check_deciding
from communedb.domain.workflow import MAY_TAKE_BACK_FOR_OTHERS
from communetui import offering
from communetui.strings.reasons import reason_text
from communetui.strings.task import task
from communetui.strings.tasks import tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communedb.domain.officer import Role
    from communedb.register import Register
    from communedb.stores.task_list import TaskRow
    from communetui.tasks.view import View

NEEDED: Final[Mapping[str, frozenset[Role]]] = {
    "assign": MAY_DECIDE,
    "decide_extension": MAY_DECIDE,
    "reopen": MAY_DECIDE,
    "reopen_period": MAY_DECIDE,
    "void": MAY_DECIDE,
    "new_child": MAY_PLAN,
    "correct": MAY_PLAN,
}
"""The roles for each step; the rest is anybody's."""

_NAMED: Final = 10

_NOT_WHEN_DONE: Final = frozenset({"progress", "complete", "assign"})


def why_not_write(view: View | None) -> str | None:
    """Why nothing can be changed: nothing is open, or the register is only read here."""
    return offering.why_not_write(view, task().nothing_open)


def why_not_new(register: Register) -> str | None:
    """Why no task can be entered."""
    if register.read_only:
        return reason_text(Refused(Reason.READ_ONLY))
    return offering.why_not_role(register.officer.roles, MAY_PLAN)


def why_not_row(register: Register, row: TaskRow | None, name: str) -> str | None:
    """Why a step is not possible as far as the row of a list tells; its form looks again at everything."""
    if row is None:
        return tasks().no_row
    if register.read_only:
        return reason_text(Refused(Reason.READ_ONLY))
    if row.voided and name != "take_back":
        return reason_text(Refused(Reason.TASK_VOIDED, code=row.code))
    if row.completed_on is not None and name in _NOT_WHEN_DONE:
        return reason_text(Refused(Reason.TASK_COMPLETED, day=row.completed_on))
    return offering.why_not_role(register.officer.roles, NEEDED.get(name, ANYONE))


def why_not_step(view: View | None, name: str) -> str | None:
    """Why a step is not possible now; None if it is."""
    if view is None or view.read_only:
        return why_not_write(view)
    if name == "take_back":
        return offering.why_not_take_back(view, view.state.undoable, MAY_TAKE_BACK_FOR_OTHERS)
    if view.state.voided and not (name == "void" and view.state.unseen):
        return reason_text(Refused(Reason.TASK_VOIDED, code=view.task.code))
    if name in _CHECKS:
        why = _CHECKS[name](view)
        if why is not None:
            return why
    return offering.why_not_role(view.roles, NEEDED.get(name, ANYONE))


def open_periods(view: View) -> list[str]:
    """The periods that take a report now, the newest first."""
    open_now = {one.period for one in view.due if not one.locked}
    reopened = {one for one in view.state.reports if one in view.state.reopened}
    return sorted(open_now | reopened, reverse=True)


def locked_periods(view: View) -> list[str]:
    """The periods that are locked without a report, and those whose report may have to be mended; the newest first."""
    missing = {one.period for one in view.due if one.locked}
    reported = {one for one in view.state.reports if one not in open_periods(view)}
    return sorted(missing | reported, reverse=True)


# -- each step's own condition


def _why_not_done(view: View) -> str | None:
    done = view.state.completed_on
    return reason_text(Refused(Reason.TASK_COMPLETED, day=done)) if done is not None else None


def _why_not_open(view: View) -> str | None:
    return reason_text(Refused(Reason.TASK_NOT_COMPLETED)) if view.state.completed_on is None else None


def _why_not_reported(view: View) -> str | None:
    if view.task.facts.reports is Rhythm.NONE:
        return reason_text(Refused(Reason.TASK_NOT_REPORTED))
    return None if open_periods(view) else task().no_periods


def _why_not_locked(view: View) -> str | None:
    if view.task.facts.reports is Rhythm.NONE:
        return reason_text(Refused(Reason.TASK_NOT_REPORTED))
    return None if locked_periods(view) else task().nothing_locked


def _why_not_void(view: View) -> str | None:
    if view.from_above:
        return reason_text(Refused(Reason.TASK_VOIDED_ABOVE))
    if view.children:
        codes = ", ".join(one.row.code for one in view.children[:_NAMED])
        return reason_text(Refused(Reason.TASK_CHILDREN_LIVE, codes=codes, count=len(view.children)))
    return None


def _refused_by(check: Callable[[View], None]) -> Callable[[View], str | None]:
    """What a rule of the domain says no with."""

    def why(view: View) -> str | None:
        try:
            check(view)
        except Refused as refusal:
            return reason_text(refusal)
        return None

    return why


_CHECKS: Final[Mapping[str, Callable[[View], str | None]]] = {
    "progress": _why_not_done,
    "complete": _why_not_done,
    "assign": _why_not_done,
    "reopen": _why_not_open,
    "void": _why_not_void,
    "report": _why_not_reported,
    "reopen_period": _why_not_locked,
    # Any later day would do: which one, the form asks.
    "ask_extension": _refused_by(lambda view: check_asking(view.state, view.officer, LAST_DAY, view.today, None)),
    "decide_extension": _refused_by(lambda view: check_deciding(view.state, view.officer)),
    "answer_counter": _refused_by(lambda view: check_answering(view.state, view.officer)),
}
