"""Rows of the list of feedback as the screen shows them: read in threads, worded when they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.feedback import Level
from communedb.domain.moment import parse_utc
from communedb.stores.feedback_list import feedback_rows
from communedb.stores.officers import officer_names
from communetui.dossiers.due_words import Standing, standing
from communetui.feedback.told import told_day
from communetui.strings.concern import concern
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.feedback_filter import FeedbackFilter
    from communedb.register import Register
    from communedb.stores.feedback_list import FeedbackRow


@dataclass(frozen=True, slots=True)
class Line:
    """A row and who has it; how its limit stands is reckoned for what is painted, by the calendar of `now`."""

    row: FeedbackRow
    holder: str
    now: datetime
    calendar: WorkCalendar

    @property
    def standing(self) -> Standing:
        """What is owed, or how it was kept."""
        row = self.row
        due_at = row.due_at if row.open else row.handle_due_at
        ended_at = None if row.open else row.handled_at
        return standing(
            parse_utc(due_at) if due_at else None,
            self.now,
            self.calendar,
            parse_utc(ended_at) if ended_at else None,
            paused=bool(row.paused),
            expected=bool(row.due_expected),
        )

    @property
    def received(self) -> str:
        """The day of reception."""
        return told_day(self.row.received_at)

    @property
    def status(self) -> str:
        """The status, or that it is void; an arrow where the higher level has it, too."""
        named = feedback_values()
        if self.row.voided:
            return named.step["voided"]
        return named.status.get(self.row.status, self.row.status) + (" ↑" if self.row.escalated_to else "")

    @property
    def kind(self) -> str:
        """What it is about, of a difficulty its group; and who has to deal with it if it is not the commune."""
        named = feedback_values()
        said = self.row.topic or named.kind.get(self.row.kind, self.row.kind)
        above = self.row.level != Level.COMMUNE
        return f"{said} ({named.level.get(self.row.level, self.row.level).lower()})" if above else said

    @property
    def sender(self) -> str:
        """Who sent it, or from whom it comes."""
        if self.row.anonymous:
            return feedback().anonymous
        return self.row.sender_name or feedback_values().source.get(self.row.source, self.row.source)

    @property
    def due(self) -> str:
        """Day and month, and how the limit stands."""
        how = self.standing
        return "" if self.row.voided or how.due_at is None else f"{how.day[:5]} {how.short}".strip()

    @property
    def detail(self) -> str:
        """What the columns have no room for."""
        words = feedback()
        return words.detail.format(
            content=self.row.content,
            received=self.received,
            holder=f"{words.holder.lower()}: {self.holder}" if self.holder else words.nobody,
            due=self.standing.moment or concern().no_limit,
        )


def read_lines(register: Register, wanted: FeedbackFilter) -> list[Line]:
    """The lines that a filter shows; from a thread."""
    db, now, calendar = register.db, register.now(), register.calendar()
    names = officer_names(db)
    return [Line(row, names.get(row.holder, ""), now, calendar) for row in feedback_rows(db, wanted, now, calendar)]
