"""A period typed by its first and last day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.day import parse_day
from communedb.domain.period import Period, of_range
from communedb.domain.refusal import Reason, Refused
from communetui.screens.entry import EntryForm, Part
from communetui.strings.report_screens import report_screens
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from datetime import date


def range_form(period: Period, today: date) -> EntryForm[Period]:
    """The form, filled with the days of the present period."""

    def work(given: dict[str, Any]) -> Period:
        if given["last"] < given["first"]:
            raise Refused(Reason.PERIOD_REVERSED, field="last")
        return of_range(given["first"], given["last"])

    words = report_screens
    first = Part("first", lambda: words().range_first, _day(period.first), lambda field: _read(field, "first", today))
    last = Part("last", lambda: words().range_last, _day(period.last), lambda field: _read(field, "last", today))
    return EntryForm(
        lambda: words().range_title, [first, last], work, about=lambda: words().range_about, help_about="report"
    )


def _day(day: date) -> Field:
    return Field(f"{day:%d/%m/%Y}", limit=20, hint=lambda: report_screens().range_hint)


def _read(field: Field, name: str, today: date) -> date:
    if not field.value.strip():
        raise Refused(Reason.STEP_NEEDS_MORE, needs=name)
    return parse_day(field.value, today)
