"""The index of Decision 766/QĐ-TTg: five groups, their indicators, the points, and behind each number its dossiers.

What a register alone cannot know is not measured here, never zero; the sums say of how many points they are.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.channel import Channel
from communedb.domain.indicators import SETTING, Measure, points, two_decimals
from communedb.domain.refusal import Refused
from communedb.reference.indicators import index_with, shipped_index
from communedb.reports.caseload import caseload, is_carried
from communedb.reports.doubts import DoubtCode
from communedb.reports.figures import Column, Doubt, Figures, Kind, Row, Unknown
from communedb.reports.handled import WITH_RESULT, average_days, complained_of, in_time, paid_by, with_files
from communedb.reports.on_time import share
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from communedb.domain.indicators import Index, Indicator
    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "decision-766"
COLUMNS: Final = (
    Column("indicator", Kind.CODE),
    Column("counted"),
    Column("among"),
    Column("share", Kind.SHARE),
    Column("points", Kind.POINTS),
    Column("measured", Kind.POINTS),
    Column("maximum", Kind.POINTS),
    Column("full", Kind.SHARE),
    Column("days", Kind.DAYS),
)
"""`counted` of `among` is the share, `full` the share that has all points; `measured` the points that could be had."""


class Counted(NamedTuple):
    """What an indicator counts, and among which; the numbers are those of the keys unless `number` says otherwise."""

    keys: tuple[str, ...]
    among: tuple[str, ...]
    number: int | None = None
    days: float | None = None


def figures(db: Database, asked: Asked) -> Figures:
    """The index for the period: a row for each group and each indicator."""
    index = _index(db)
    counted = {**_of_dossiers(db, asked), **_of_feedback(db, asked)}
    rows: list[Row] = []
    for group, maximum in index.groups.items():
        below = [_indicator_row(one, counted) for one in index.of(group)]
        rows += [replace(_sum_row(f"group:{group}", below, maximum), heading=True), *below]
    single = [row for row in rows if not row.heading]
    total = _sum_row("", single, sum(index.groups.values(), Fraction(0)))
    return Figures(NAME, asked.period, COLUMNS, tuple(rows), total, tuple(_doubts(index)))


def _index(db: Database) -> Index:
    """The index as this office knows it; changes of a newer program that cannot be read count for nothing."""
    try:
        return index_with(read_setting(db, SETTING))
    except Refused:
        return shipped_index()


def _of_dossiers(db: Database, asked: Asked) -> Mapping[Measure, Counted]:
    """What the dossiers of the period say: handled, filed, paid, digitised."""
    cases = caseload(db, asked)
    every = tuple(case.dossier for case in cases)
    new = tuple(case.dossier for case in cases if not is_carried(case, asked))
    with_result = tuple(case.dossier for case in cases if case.status in WITH_RESULT)
    online = {case.dossier for case in cases if case.channel == Channel.ONLINE}
    timely = in_time(db, asked, cases)
    scanned, filed = with_files(db, every, asked.period.end)
    ways = paid_by(db, [case.dossier for case in cases if case.fee_paid > 0], asked.period.end)
    complaints = complained_of(db, every, asked.period.end)
    m = Measure
    return {
        m.ON_TIME: _counted(timely, every),
        m.AVERAGE_TIME: Counted((), (), days=average_days(db, asked, cases)),
        m.ELECTRONIC_RESULT: _counted(filed, with_result),
        m.DIGITISED: _counted(scanned & filed, with_result),
        m.FILED_ONLINE: _counted(online, new),
        m.ONLINE_WITH_RESULT: _counted(online & filed, with_result),
        m.PAID_ONLINE: _counted({key for key, told in ways.items() if "online" in told}, tuple(ways)),
        # 100 % less the overdue ones less those complained of: a dossier that is both is subtracted twice.
        m.SATISFIED: _counted(timely - complaints, every, len(timely) - len(complaints)),
    }


def _of_feedback(db: Database, asked: Asked) -> Mapping[Measure, Counted]:
    """What the feedback of the period says; loaded only here, where it is asked for."""
    from communedb.reports.voices import voices

    found = voices(db, asked)
    every = tuple(one.feedback for one in found)
    return {
        Measure.FEEDBACK_IN_TIME: _counted({one.feedback for one in found if not one.late}, every),
        Measure.FEEDBACK_ACCEPTED: _counted({one.feedback for one in found if not one.reopened}, every),
    }


def _counted(keys: Collection[str], among: tuple[str, ...], number: int | None = None) -> Counted:
    return Counted(tuple(key for key in among if key in keys), among, number)


def _indicator_row(indicator: Indicator, counted: Mapping[Measure, Counted]) -> Row:
    cells: dict[str, Value] = {"indicator": indicator.id, "maximum": float(indicator.maximum)}
    if indicator.measured is None:
        unknown = dict.fromkeys(("counted", "among", "share", "points"), Unknown.NOT_MEASURED)
        return Row(indicator.id, {**cells, **unknown, "full": None, "days": None, "measured": 0.0})
    found = counted[indicator.measured]
    if indicator.measured is Measure.AVERAGE_TIME:
        days = Unknown.NOTHING_TO_COUNT if found.days is None else found.days
        empty = dict.fromkeys(("counted", "among", "share", "full", "points"))
        return Row(indicator.id, {**cells, **empty, "days": days, "measured": 0.0})
    number = len(found.keys) if found.number is None else found.number
    told = points(number, len(found.among), indicator)
    behind = {"among": found.among} | ({"counted": found.keys} if number == len(found.keys) else {})
    return Row(
        indicator.id,
        {
            **cells,
            "counted": number,
            "among": len(found.among),
            "share": share(number, len(found.among)),
            "full": float(indicator.full),
            "days": None,
            "points": Unknown.NOTHING_TO_COUNT if told is None else float(told),
            "measured": 0.0 if told is None else float(indicator.maximum),
        },
        behind,
    )


def _sum_row(key: str, rows: Iterable[Row], maximum: Fraction) -> Row:
    """The points that were reached, of those that could be measured, of those that there are."""
    held = list(rows)
    reached = [row.cells["points"] for row in held if isinstance(row.cells["points"], float)]
    measured = sum(_fraction(row.cells["measured"]) for row in held)
    told: Value = float(two_decimals(sum(map(_fraction, reached), Fraction(0)))) if reached else _nothing(held)
    empty = dict.fromkeys(("counted", "among", "share", "full", "days"))
    cells: dict[str, Value] = {"indicator": key, **empty, "points": told}
    return Row(key, {**cells, "measured": float(measured), "maximum": float(maximum)})


def _nothing(rows: Iterable[Row]) -> Unknown:
    found = {row.cells["points"] for row in rows}
    return Unknown.NOTHING_TO_COUNT if Unknown.NOTHING_TO_COUNT in found else Unknown.NOT_MEASURED


def _fraction(value: Value) -> Fraction:
    return Fraction(Decimal(str(value)))


def _doubts(index: Index) -> Iterable[Doubt]:
    assumed = ", ".join(one.id for one in index.indicators if one.assumed)
    if assumed:
        yield Doubt(DoubtCode.MAXIMUM_ASSUMED, facts={"indicators": assumed})
