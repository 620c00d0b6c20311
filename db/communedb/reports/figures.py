"""What every report is made of: columns, rows, and behind each number the keys of what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.period import Period


class Unknown(StrEnum):
    """Why a cell holds no value: never to be read as zero."""

    NOT_MEASURED = "not_measured"
    """A register alone cannot know it."""
    NOTHING_TO_COUNT = "nothing_to_count"
    """A share of nothing."""


Value: TypeAlias = str | int | float | date | datetime | Unknown | None
"""Shares are between 0 and 1, money in đồng, moments aware; None is an empty cell."""


class Kind(StrEnum):
    """How a column's values are written and typed in a table file."""

    TEXT = "text"
    CODE = "code"
    """A code of the register, whose words are in the app."""
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    DAYS = "days"
    POINTS = "points"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name; heading and group are words of the app."""

    name: str
    kind: Kind = Kind.COUNT


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is about, a value for each column, and by column the keys of what was counted.

    A `heading` holds the sums of the rows after it, up to the next heading; its text is a code of the app's words.
    `behind` may hold lists that no column shows.
    """

    key: str
    cells: Mapping[str, Value]
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that does not add up: a code for its sentence, the key of the dossier or task concerned, facts."""

    code: str
    subject: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """For which period, as seen when, by which calendar; `unit` None means every unit that this register holds."""

    period: Period
    now: datetime
    calendar: WorkCalendar
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A report for one period: rows in their order, the sums, and what does not add up."""

    report: str
    period: Period
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    doubts: tuple[Doubt, ...] = ()
    subjects: str = "dossier"
    """What the keys behind the numbers are: dossier, task or feedback."""
