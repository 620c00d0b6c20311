"""The support log in words, the same on the screen and at the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.notices.told import day_text, typed_day
from communetui.strings.support import support

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.stores.support import Support, SupportTotal
    from communedb.tables.writing import Written


def kind_text(kind: str) -> str:
    """The name of a kind; one that is not known here stays as it is."""
    return support().kinds.get(kind, kind)


def field_text(column: str, value: object) -> str:
    """One value of a column of a line, or of a notice, in the officer's language; `-` for nothing."""
    if column in {"filed_online", "active"}:
        return support().yes if value else support().no
    if value in (None, ""):
        return "-"
    text = str(value)
    if column == "kind":
        return kind_text(text)
    return day_text(text) if column.endswith("_on") else text


def procedure_text(one: Support) -> str:
    """The procedure as far as it is known: its name, else its code."""
    return one.procedure_name or one.procedure_code


def total_lines(totals: Sequence[SupportTotal]) -> list[tuple[str, str, str, str, str]]:
    """Month, kind, times, people, filed; where a month has several kinds, what it adds up to comes after them."""
    lines: list[tuple[str, str, str, str, str]] = []
    for month in dict.fromkeys(one.month for one in totals):
        of_month = [one for one in totals if one.month == month]
        for one in of_month:
            numbers = (str(one.times), str(one.people), str(one.filed_online))
            lines.append((month_text(month), kind_text(one.kind), *numbers))
        if len(of_month) > 1:
            sums = [str(sum(numbers)) for numbers in zip(*(one[2:] for one in of_month), strict=True)]
            lines.append((month_text(month), support().all_kinds, sums[0], sums[1], sums[2]))
    return lines


def month_text(month: str) -> str:
    """`11/2026` for `2026-11`."""
    year, _, number = month.partition("-")
    return f"{number}/{year}" if number else month


WIDTHS: Final = (12, 26, 9, 14, 40, 10, 28, 24, 30)
"""Widths of the columns of the table file, in characters."""


def table_row(one: Support) -> list[Written]:
    """A line as the table file has it, under `support().columns`."""
    said = support()
    filed = said.yes if one.filed_online else said.no
    day, kind = typed_day(one.helped_on), kind_text(one.kind)
    return [day, kind, one.people, one.procedure_code, one.procedure_name, filed, one.place, one.helper, one.note]
