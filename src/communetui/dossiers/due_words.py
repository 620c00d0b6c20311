"""How a promise stands, in words: a number of days and a sign, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.due_state import DueState, due_state
from communedb.domain.moment import local
from communetui.strings.dossiers import due_texts

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise against the clock; `days` are working days left, or passed since it was due."""

    state: DueState
    days: int = 0
    due_at: datetime | None = None
    expected: bool = False

    @property
    def short(self) -> str:
        """For a column: `còn 2 ngày`, `! quá 3 ngày`."""
        return self._said(due_texts().short)

    @property
    def long(self) -> str:
        """For one dossier: `còn 2 ngày làm việc`."""
        return self._said(due_texts().long)

    @property
    def day(self) -> str:
        """The due day; empty without a promise."""
        return f"{local(self.due_at):%d/%m/%Y}" if self.due_at else ""

    @property
    def moment(self) -> str:
        """When it is due, and whether that rests on holidays not announced yet; empty without a promise."""
        if self.due_at is None:
            return ""
        return f"{local(self.due_at):%H:%M %d/%m/%Y}" + (f" ({due_texts().expected})" if self.expected else "")

    def _said(self, words: dict[str, str]) -> str:
        late_today = self.state is DueState.OVERDUE and not self.days
        said = words["overdue_today" if late_today else self.state.value]
        return said.format(days=self.days, at=f"{local(self.due_at):%H:%M}" if self.due_at else "")


def standing(
    due_at: datetime | None,
    now: datetime,
    calendar: WorkCalendar,
    ended_at: datetime | None,
    *,
    paused: bool,
    expected: bool,
) -> Standing:
    """How a promise stands now."""
    state = due_state(due_at, now, calendar, ended_at, paused=paused)
    days = 0
    if due_at is not None and state in {DueState.IN_TIME, DueState.DUE_SOON}:
        days = calendar.working_days_between(local(now).date(), local(due_at).date())
    elif due_at is not None and state is DueState.OVERDUE:
        days = calendar.working_days_between(local(due_at).date(), local(now).date())
    return Standing(state, days, due_at, expected)
