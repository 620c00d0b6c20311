"""What an officer has to look at, each line with what can be done about it; Enter opens the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.moment import local, parse_utc
from communedb.domain.money import format_dong
from communedb.reports.affected import AffectedDossier, affected_now
from communedb.reports.closed_notices import notices_due
from communedb.reports.contested import Contested, contested
from communedb.reports.contradictions import (
    Contradiction,
    FeedbackContradiction,
    PaidTwice,
    contradictions,
    feedback_contradictions,
    paid_twice,
    task_contradiction_count,
    without_administrator,
)
from communedb.reports.equal_codes import EqualCode, equal_codes
from communetui.closed_day.on_review import NoticesOnReview
from communetui.conflicts.told import about_text, column_text, subject_text
from communetui.strings.closed_day import closed_day
from communetui.strings.findings import finding_text
from communetui.strings.review import review
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

    from communedb.sqlite import Database


@dataclass(frozen=True)
class _Line:
    """One dossier, or another row, and why it is here; `facts` fill the advice, `row` has differing values."""

    why: str
    dossier: str
    code: str
    applicant: str
    facts: dict[str, str]
    told: str = ""
    row: str = ""
    feedback: str = ""
    task: str = ""


class ReviewScreen(NoticesOnReview):
    """Differing values and contradictions after a merge, promises that a changed day touches, equal codes."""

    NAME = "review"
    AUTO_FOCUS = "#review"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    ReviewScreen #advice { height: 3; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return review().title

    def body(self) -> ComposeResult:
        """The list, and what to do about the line under the cursor."""
        yield PagedList[_Line](
            [
                Column(lambda: review().reason, lambda line: review().why[line.why], 10),
                Column(lambda: review().code, lambda line: line.code, 20),
                Column(lambda: review().applicant, lambda line: line.applicant, 18, grow=True),
                Column(lambda: review().promised, lambda line: line.facts.get("due", ""), 10),
                Column(lambda: review().by_calendar, lambda line: line.facts.get("newer", ""), 15),
            ],
            id="review",
            empty=lambda: review().nothing,
        )
        yield Said(self._advice, id="advice")

    @property
    def _list(self) -> PagedList[_Line]:
        return self.query_one("#review", PagedList)

    def _advice(self) -> str:
        line = self._list.row if self.is_mounted else None
        if line is None:
            return ""
        advice = review().advice[line.why].format(**line.facts)
        return advice.replace("\n", f" - {closed_day().told.format(at=line.told)}\n", 1) if line.told else advice

    def on_mount(self) -> None:
        """Read the list."""
        register = self.session.register
        # Enter typed ahead is for the first of the list.
        self.run_in_thread(
            lambda: _read(register.db), lambda lines: self._list.show(_rows(lines)), group="read", hold=True
        )

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        register = self.session.register
        self.run_in_thread(lambda: _read(register.db), lambda lines: self._list.reload(_rows(lines)), group="read")

    @on(PagedList.Moved, "#review")
    def tell_advice(self) -> None:
        """Say what can be done about the line under the cursor."""
        self.query_one("#advice", Said).retranslate()

    @on(PagedList.Selected, "#review")
    async def open_line(self, event: PagedList.Selected) -> None:
        """Show the differing values under the cursor, else the dossier."""
        line: _Line = event.row
        if line.why == "conflict":
            await self.desk.show("conflicts", rows=[line.row])
        elif line.feedback:
            await self.desk.show("concern", feedback=line.feedback)
        elif line.task:
            await self.desk.show("task", task=line.task)
        elif line.dossier:
            await self.desk.show("dossier", dossier=line.dossier)
        else:
            await self.desk.show("settings")

    def retranslate(self) -> None:
        """The lines are words, too."""
        super().retranslate()
        self.do_refresh()


def _rows(lines: list[_Line]) -> RowsInMemory[_Line]:
    return RowsInMemory(lines, lambda line: (line.why, line.dossier, line.row, line.feedback, line.task))


def _read(db: Database) -> list[_Line]:
    told = {one.dossier: one.told_at for one in notices_due(db)}
    lines = [_no_administrator()] if without_administrator(db) else []
    lines += _contested(db)
    lines += map(_contradiction, contradictions(db))
    lines += map(_of_feedback, feedback_contradictions(db))
    lines += _of_tasks(db)
    lines += map(_paid_twice, paid_twice(db))
    lines += (_affected(one, told.get(one.dossier)) for one in affected_now(db))
    return [*lines, *map(_equal, equal_codes(db))]


def _contested(db: Database) -> list[_Line]:
    """One line for each row, however many of its fields differ."""
    by_row: dict[str, list[Contested]] = {}
    for one in contested(db):
        by_row.setdefault(one.conflict.row, []).append(one)
    return [_conflict(row, found) for row, found in by_row.items()]


def _conflict(row: str, found: list[Contested]) -> _Line:
    fields = ", ".join(column_text(one.conflict.table, one.conflict.column) for one in found)
    facts = {"fields": f"{fields[:1].upper()}{fields[1:]}"}
    return _Line("conflict", found[0].dossier, about_text(found[0]), subject_text(found[0]), facts, row=row)


def _contradiction(one: Contradiction) -> _Line:
    return _Line("contradiction", one.dossier, one.code, one.applicant_name, {"what": finding_text(one.finding)})


def _of_feedback(one: FeedbackContradiction) -> _Line:
    facts = {"what": finding_text(one.finding)}
    return _Line("feedback_contradiction", "", one.code, one.sender_name or one.content, facts, feedback=one.feedback)


def _of_tasks(db: Database) -> list[_Line]:
    """Tasks that contradict themselves; their rules are loaded only where there are any."""
    if not task_contradiction_count(db):
        return []
    from communedb.reports.task_contradictions import task_contradictions

    return [
        _Line("task_contradiction", "", one.code, one.title, {"what": finding_text(one.finding)}, task=one.task)
        for one in task_contradictions(db)
    ]


def _paid_twice(one: PaidTwice) -> _Line:
    facts = {"procedure": one.procedure_name, "amount": format_dong(one.too_much)}
    return _Line("paid_twice", one.dossier, one.code, one.applicant_name, facts)


def _no_administrator() -> _Line:
    return _Line("no_administrator", "", "", review().no_administrator, {})


def _affected(one: AffectedDossier, told_at: str | None) -> _Line:
    facts = {"procedure": one.procedure_name, "due": _day(one.due_at), "newer": _day(one.newer_at)}
    told = f"{local(parse_utc(told_at)):%H:%M %d/%m}" if told_at else ""
    return _Line("affected", one.dossier, one.code, one.applicant_name, facts, told)


def _equal(one: EqualCode) -> _Line:
    facts = {"procedure": one.procedure_name, "received": _day(parse_utc(one.received_at))}
    return _Line("equal_code", one.dossier, one.code, one.applicant_name, facts)


def _day(at: datetime) -> str:
    return f"{local(at):%d/%m/%Y}"
