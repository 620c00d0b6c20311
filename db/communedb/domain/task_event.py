"""What happens to a task, and the state that it adds up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from communedb.domain.happening import Happening
from communedb.domain.moment import local

if TYPE_CHECKING:
    from communedb.domain.finding import Finding


class TaskKind(StrEnum):
    """The kinds of event in the life of a task."""

    CREATED = "created"
    ASSIGNED = "assigned"
    PROGRESSED = "progressed"
    COMPLETED = "completed"
    REOPENED = "reopened"
    REPORTED = "reported"
    PERIOD_REOPENED = "period_reopened"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_APPROVED = "extension_approved"
    EXTENSION_REJECTED = "extension_rejected"
    EXTENSION_COUNTERED = "extension_countered"
    COUNTER_ACCEPTED = "counter_accepted"
    COUNTER_DECLINED = "counter_declined"
    NOTED = "noted"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    VOIDED = "voided"


K = TaskKind

NEVER_TAKEN_BACK: Final = frozenset({K.CREATED, K.TAKEN_BACK, K.CORRECTED, K.NOTED})
"""A task entered by mistake is voided; a wrong correction is corrected again."""


WORK: Final = frozenset(TaskKind) - {K.CREATED, K.CORRECTED, K.NOTED, K.TAKEN_BACK, K.VOIDED}
"""What is done with a task; done by somebody who did not know that it is void, it has to be looked at."""


class TaskEvent(Happening):
    """One event of a task; `due_on` is the date that it asks for, offers or sets, `period` the one that it reports."""

    kind: TaskKind
    due_on: date | None = None
    period: str | None = None

    @property
    def day(self) -> date:
        """The day at the desk on which it happened."""
        return local(self.happened_at).date()


class Extension(StrEnum):
    """Where the open request for more time stands."""

    NONE = ""
    ASKED = "asked"
    COUNTERED = "countered"


@dataclass(frozen=True)
class Report:
    """The report of one period as it stands.

    `cut_off` is the one that its writer knew; `reopened` says that the period had been opened again for it.
    """

    period: str
    event: str
    officer: str
    entered_at: datetime
    text: str
    no_work: bool
    difficulty: str
    cut_off: datetime | None
    reopened: bool


@dataclass
class TaskState:
    """What the events of a task add up to.

    `percent` is 0 to 100, `percent_before` what it was when the task was completed, `disbursed` đồng so far.
    `started_on` and `completed_on` are days at the desk. `asked_due_on` and `offered_due_on` are what an open request
    asks for and what it was answered with; `extensions` counts those granted. `reports` are by period, `reopened` the
    periods that were opened again for one report more. `apart` is, by period, the report that the standing one stands
    in place of without its writer knowing. `work` counts the steps of `WORK`, `unseen` those that whoever voided the
    task had not seen.
    """

    percent: int = 0
    percent_before: int = 0
    disbursed: int | None = None
    started_on: date | None = None
    completed_on: date | None = None
    due_on: date | None = None
    first_due_on: date | None = None
    result: str = ""
    responsible: str = ""
    extension: Extension = Extension.NONE
    asked_due_on: date | None = None
    asked_by: str = ""
    offered_due_on: date | None = None
    offered_by: str = ""
    extensions: int = 0
    reports: dict[str, Report] = field(default_factory=dict)
    reopened: set[str] = field(default_factory=set)
    apart: dict[str, Report] = field(default_factory=dict)
    difficulty: str = ""
    voided: bool = False
    work: int = 0
    unseen: int = 0
    created: TaskEvent | None = None
    last: TaskEvent | None = None
    undoable: TaskEvent | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return not self.voided and self.completed_on is None

    @property
    def last_period(self) -> str:
        """The latest period that was reported, nothing when none was."""
        return max(self.reports, default="")
