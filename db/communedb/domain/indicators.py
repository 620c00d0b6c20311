"""Decision 766/QĐ-TTg: how many points a share is worth, and what counts as handled in time.

The end that counts is the first of result ready, returned, refused, stopped, withdrawn; for a dossier that waits for
its first supplement the moment when it was asked for; for any other open one the end of the period. More than one
request for supplements counts as overdue. What waiting took is in the due date already: it moved with each pause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.calendar import to_the_minute
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

SETTING: Final = "indicators_766"
"""The office's setting with its changes to the index."""

_CHANGE: Final = re.compile(
    r"(?P<id>\d\.\d{1,2}) ?= ?(?P<maximum>\d{1,2}(?:\.\d{1,2})?) ?/ ?(?P<full>\d{1,3})", re.ASCII
)

MOST_SUPPLEMENTS: Final = 1
"""A dossier with more requests for supplements than this counts as overdue."""


class Measure(StrEnum):
    """What a register can count for an indicator."""

    ON_TIME = "on_time"
    AVERAGE_TIME = "average_time"
    ELECTRONIC_RESULT = "electronic_result"
    DIGITISED = "digitised"
    FILED_ONLINE = "filed_online"
    ONLINE_WITH_RESULT = "online_with_result"
    PAID_ONLINE = "paid_online"
    FEEDBACK_IN_TIME = "feedback_in_time"
    FEEDBACK_ACCEPTED = "feedback_accepted"
    SATISFIED = "satisfied"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the index; `full` is the share that has all points, `measured` None where a register cannot know."""

    id: str
    maximum: Fraction
    full: Fraction = Fraction(1)
    measured: Measure | None = None
    assumed: bool = False

    @property
    def group(self) -> str:
        """The group that its number begins with."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Index:
    """Groups with their maxima in their order, and the indicators."""

    decision: str
    groups: Mapping[str, Fraction]
    indicators: tuple[Indicator, ...]

    def of(self, group: str) -> Iterable[Indicator]:
        """The indicators of a group."""
        return (indicator for indicator in self.indicators if indicator.group == group)


def index_of(table: Mapping[str, Any]) -> Index:
    """An index from its table, as `reference/indicators_766.toml` has it."""
    groups = {row["id"]: _exact(row["maximum"]) for row in table["group"]}
    indicators = tuple(
        Indicator(
            row["id"],
            _exact(row["maximum"]),
            _exact(row.get("full", 1)),
            Measure(row["measured"]) if "measured" in row else None,
            assumed=row.get("assumed", False),
        )
        for row in table["indicator"]
    )
    return Index(table["decision"], groups, indicators)


def changed(index: Index, text: str) -> Index:
    """The index with what an office knows better: `3.1=8/80; 3.2=4/80`, the maximum and the percent that has all of it.

    Refused: SETTING_NOT_ACCEPTED for what cannot be read, an unknown number, and maxima of a group that do not add up.
    """
    told: dict[str, Indicator] = {}
    known = {one.id: one for one in index.indicators}
    for part in filter(None, map(str.strip, text.split(";"))):
        found = _CHANGE.fullmatch(part)
        if found is None or found["id"] not in known or not 0 < int(found["full"]) <= 100:
            raise Refused(Reason.SETTING_NOT_ACCEPTED, name=SETTING, value=part)
        told[found["id"]] = replace(
            known[found["id"]],
            maximum=Fraction(found["maximum"]),
            full=Fraction(int(found["full"]), 100),
            assumed=False,
        )
    now = replace(index, indicators=tuple(told.get(one.id, one) for one in index.indicators))
    for group, maximum in now.groups.items():
        if sum((one.maximum for one in now.of(group)), Fraction(0)) != maximum:
            raise Refused(Reason.SETTING_NOT_ACCEPTED, name=SETTING, value=text)
    return now


def points(counted: int, among: int, indicator: Indicator) -> Decimal | None:
    """The points of a share, to two decimals rounded half up: all from `full` on, below it by the rule of three.

    None where there was nothing to count.
    """
    if among == 0:
        return None
    share = Fraction(max(counted, 0), among)
    return two_decimals(min(share / indicator.full, Fraction(1)) * indicator.maximum)


def two_decimals(number: Fraction) -> Decimal:
    """A number to two decimals, rounded half up."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def handled_in_time(
    due_at: datetime | None,
    ended_at: datetime | None,
    at: datetime,
    *,
    supplements: int,
    supplement_asked_at: datetime | None = None,
    paused: bool = False,
) -> bool:
    """Whether a dossier counts as handled in time, or still inside its due time, as at `at`.

    `supplement_asked_at` is given while it waits for a supplement; `paused` while its clock stands still for another
    reason. Without a due date there is no promise that could be late.
    """
    if supplements > MOST_SUPPLEMENTS:
        return False
    if due_at is None:
        return True
    end = ended_at or supplement_asked_at
    if end is None:
        return paused or _not_after(at, due_at)
    return _not_after(end, due_at)


def _not_after(moment: datetime, due: datetime) -> bool:
    """Whether it lies in the minute of the due time or before; most do, and need not be cut to the minute."""
    return moment <= due or to_the_minute(moment) <= to_the_minute(due)


def _exact(number: float) -> Fraction:
    return Fraction(str(number))
