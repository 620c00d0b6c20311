"""The sample centre's other work: a plan from above, what people said, notices, the digital team, a report sent.

Told as lives, as those of dossiers are: each turn one thing that one officer did at one moment.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.notices import add_notice, mark_read
from communedb.desk.sent_reports import send_report
from communedb.desk.support import add_support
from communedb.desk.task_entry import create_task
from communedb.desk.task_extension import ask_extension
from communedb.desk.task_reports import report_period
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.moment import VIETNAM, local
from communedb.domain.notice import NewNotice
from communedb.domain.period import PeriodKind, period_of
from communedb.domain.support import NewSupport
from communedb.domain.task import NewTask, Rhythm
from communedb.domain.task_period import CutOffs, period_at
from communedb.stores.derived import derive
from communetui.demo.cases import Turn
from communetui.demo.other_matters import FEEDBACK, HELPERS, NOTICES, PLAN, SUPPORT, TASKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communedb.transaction import Write
    from communetui.demo.cases import Desk, Life
    from communetui.demo.other_matters import Said, TaskMatter

_CLOCK: Final = timedelta(hours=9)
_OFFICE: Final = "UBND thành phố Huế"


class OtherWork:
    """The working days up to the end of the history, counted back from it, and who does what."""

    def __init__(self, desk: Desk, days: Sequence[date]) -> None:
        self._desk = desk
        self._days = days
        self._tasks: dict[int, str] = {}

    def lives(self) -> list[Life]:
        """Every task, every piece of feedback, every notice; the help and the report each as one."""
        found = [self._task(number, matter) for number, matter in enumerate(TASKS)]
        found += [self._said(number, said) for number, said in enumerate(FEEDBACK)]
        found += [self._notice(number) for number in range(len(NOTICES))]
        return [*found, self._help(), self._report()]

    def _at(self, ago: int, minutes: int = 0) -> datetime:
        """Nine o'clock of a working day so many before the last, and some minutes."""
        day = self._days[max(0, len(self._days) - 1 - ago)]
        return datetime.combine(day, datetime.min.time(), VIETNAM) + _CLOCK + timedelta(minutes=minutes)

    def _turn(self, at: datetime, post: str, job: Callable[..., Any], *args: Any, **more: Any) -> Turn:
        return Turn(at, self._desk.officers[post], lambda tx: job(tx, *args, **more))

    def _task(self, number: int, matter: TaskMatter) -> Life:
        """A task from its entry to where it stands now."""
        new = NewTask(
            code=f"NQ57-{number + 1:02}",
            title=matter.title,
            document_number=PLAN,
            document_on=date(2025, 6, 19),
            block=matter.block,
            lead_unit=matter.unit,
            responsible=self._desk.officers[matter.post].officer,
            start_on=self._at(matter.begun).date(),
            due_on=self._at(matter.begun).date() + timedelta(days=matter.days),
            expected=matter.expected,
            reports=Rhythm(matter.reports),
        )
        key = yield self._turn(self._at(matter.begun, number), "leader", self._enter, number, new)
        for ago, percent, text in matter.progress:
            yield self._turn(self._at(ago, number), matter.post, note_progress, key, percent, text)
            if new.reports is not Rhythm.NONE:
                period = period_at(new.reports, self._at(ago, number), CutOffs())
                yield self._turn(self._at(ago, number + 1), matter.post, report_period, key, period, text)
        if matter.done is not None:
            yield self._turn(self._at(matter.done, number), matter.post, complete_task, key, matter.result)
        if matter.asks and new.due_on is not None:
            later = new.due_on + timedelta(days=matter.asks)
            yield self._turn(self._at(1, number), matter.post, ask_extension, key, later, matter.why)

    def _enter(self, tx: Write, number: int, new: NewTask) -> str:
        """Enter a task below the one that it belongs to, which was entered before."""
        below = TASKS[number].below
        parent = None if below is None else self._tasks[below]
        self._tasks[number] = create_task(tx, new.model_copy(update={"parent": parent})).task
        return self._tasks[number]

    def _said(self, number: int, said: Said) -> Life:
        """Feedback or a difficulty, and what was done about it."""
        key = (yield self._turn(self._at(said.ago, 30 + number), "reception", add_feedback, said_as(said))).feedback
        for ago, post, kind, text in said.steps:
            asked = FeedbackAct(
                kind=FeedbackEventKind(kind), text=text,
                to_officer=self._desk.officers["specialist"].officer if kind == "assigned" else None,
            )  # fmt: skip
            yield self._turn(self._at(ago, 40 + number), post, act_on_feedback, key, asked)

    def _notice(self, number: int) -> Life:
        """A notice from above, entered by the leader and read by some."""
        ago, kind, paper, title, body, days, read_by = NOTICES[number]
        issued = self._at(ago + 1).date()
        new = NewNotice.model_validate({
            "number": paper, "kind": kind, "title": title, "body": body, "issued_by": _OFFICE, "issued_on": issued,
            "due_on": issued + timedelta(days=days) if days else None,
        })  # fmt: skip
        key = yield self._turn(self._at(ago, number), "leader", add_notice, new)
        for minutes, post in enumerate(read_by, start=30):
            yield self._turn(self._at(ago, minutes), post, mark_read, key)

    def _help(self) -> Life:
        """The log of the Community Digital Technology Team."""
        for number, (ago, kind, people, online, place) in enumerate(SUPPORT):
            new = NewSupport.model_validate({
                "helped_on": self._at(ago).date(), "kind": kind, "people": people, "filed_online": online,
                "procedure_name": "Đăng ký khai sinh" if online else "", "place": place,
                "helper": HELPERS[number % len(HELPERS)],
            })  # fmt: skip
            yield self._turn(self._at(ago, 60 + number), "reception", add_support, new)

    def _report(self) -> Life:
        """Form II.06a of the last calendar month but one, sent on the second working day after it."""
        last = local(self._at(0)).date()
        period = period_of(PeriodKind.MONTH, last).previous
        after = [day for day in self._days if day > period.last]
        if len(after) > 1:
            at = datetime.combine(after[1], datetime.min.time(), VIETNAM) + _CLOCK
            yield self._turn(at, "leader", _send, period)


def said_as(said: Said) -> NewFeedback:
    """What somebody said as it is entered."""
    return NewFeedback.model_validate({
        "category": said.category, "kind": said.kind, "source": said.source, "content": said.content,
        "topic": said.topic, "anonymous": not said.name and said.category == "feedback",
        "sender_name": said.name or None,
    })  # fmt: skip


def _send(tx: Write, period: Any) -> str:
    """The history derives at the end of each transaction; a report reads derived rows."""
    derive(tx.db, tx.touched)
    return send_report(tx, "ii06a", period)
