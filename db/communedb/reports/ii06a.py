"""Form II.06a/VPCP/KSTT: dossiers of a period by field, received, resolved and in progress; unit: one dossier.

Columns as on the form: (1) number, (2) field by level, (3) received = (4) online + (5) direct and by post + (6) carried
over; (7) resolved = (8) early + (9) on time + (10) overdue; (11) in progress = (12) in time + (13) overdue. What the
form leaves open is in decision 0074.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from communedb.domain.channel import Channel
from communedb.domain.due_state import DueState
from communedb.domain.status import Status
from communedb.domain.text import fold
from communedb.reports.caseload import caseload, is_carried, is_resolved, kept_promise
from communedb.reports.doubts import DoubtCode
from communedb.reports.figures import Column, Doubt, Figures, Kind, Row
from communedb.reports.levels import Level, levels
from communedb.stores.sent_reports import sent_before
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database
    from communedb.stores.sent_reports import Sent

NAME: Final = "ii06a"

_SUMS: Final = {
    "received": ("received_online", "received_direct", "carried_over"),
    "resolved": ("resolved_early", "resolved_on_time", "resolved_overdue"),
    "in_progress": ("in_progress_in_time", "in_progress_overdue"),
}
_NUMBERS: Final = tuple(name for total, parts in _SUMS.items() for name in (total, *parts))
COLUMNS: Final = (Column("number", Kind.TEXT), Column("field", Kind.TEXT), *(Column(name) for name in _NUMBERS))

WAITING: Final = "waiting"
"""A list behind no column: dossiers that count as resolved while they wait, and are there again in the next period."""

NO_FIELD: Final = "no_field"
"""The text of the row of dossiers whose procedure names no field."""

_ROMAN: Final = ("I", "II", "III", "IV")
# The end of a dossier that is not handled to a result: by the form's note under (9), on time.
_NOT_HANDLED: Final = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})

_Lists = defaultdict[str, list[str]]


def figures(db: Database, asked: Asked) -> Figures:
    """The report, with what does not add up named dossier by dossier."""
    cases = caseload(db, asked)
    lists = _sorted_out(db, cases, asked)
    carried = {key: tuple(of["carried_over"]) for key, of in lists.items()}
    before = sent_before(db, NAME, asked.period, asked.unit)
    if before is not None:
        _take_over(lists, before)
    rows = _rows(lists)
    total = _summed("", [row for row in rows if not row.heading])
    doubts = [*(_of_carried(db, carried, before) if before else ()), *_of_sums((*rows, total))]
    return Figures(NAME, asked.period, COLUMNS, rows, total, tuple(doubts))


def _sorted_out(db: Database, cases: Sequence[Case], asked: Asked) -> dict[tuple[Level, str], _Lists]:
    """By level and field, the keys of the dossiers of each column."""
    as_resolved = read_setting(db, "waiting_counts_as") == "resolved"
    level_of = levels(db)
    found: defaultdict[tuple[Level, str], _Lists] = defaultdict(lambda: defaultdict(list))
    for case in cases:
        of = found[level_of(case), case.field or NO_FIELD]
        of[_way_in(case, asked)].append(case.dossier)
        if as_resolved and not is_resolved(case, asked) and case.status is Status.SUPPLEMENT_AWAITED:
            of[WAITING].append(case.dossier)
            of["resolved_on_time"].append(case.dossier)
        else:
            of[_way_out(case, asked)].append(case.dossier)
    return found


def _way_in(case: Case, asked: Asked) -> str:
    if is_carried(case, asked):
        return "carried_over"
    return "received_online" if case.channel == Channel.ONLINE else "received_direct"


def _way_out(case: Case, asked: Asked) -> str:
    kept = kept_promise(case, asked)
    if not is_resolved(case, asked):
        return "in_progress_overdue" if kept is DueState.OVERDUE else "in_progress_in_time"
    if case.status in _NOT_HANDLED or kept in {DueState.NONE, DueState.ON_TIME}:
        return "resolved_on_time"
    return "resolved_early" if kept is DueState.EARLY else "resolved_overdue"


def _take_over(lists: dict[tuple[Level, str], _Lists], before: Sent) -> None:
    """What the report before left in progress is what this one carries over, whatever the register says since."""
    for of in lists.values():
        of["carried_over"] = []
    for key, keys in _left(before).items():
        lists[key]["carried_over"] = list(keys)


def _left(before: Sent) -> dict[tuple[Level, str], tuple[str, ...]]:
    found = {}
    for row in before.figures.rows:
        level, _, field = row.key.partition(":")
        keys = (*row.behind.get("in_progress", ()), *row.behind.get(WAITING, ()))
        if keys and not row.heading and level in set(Level):
            found[Level(level), field] = keys
    return found


def _rows(lists: Mapping[tuple[Level, str], _Lists]) -> tuple[Row, ...]:
    """The rows under the heading of their level, fields by name; a level with nothing has no heading."""
    found: list[Row] = []
    for number, level in enumerate([one for one in Level if any(key[0] is one for key in lists)]):
        fields = sorted((field for of, field in lists if of is level), key=_by_name)
        rows = [_row(place, level, field, lists[level, field]) for place, field in enumerate(fields, start=1)]
        heading = _summed(f"{level}:", rows)
        cells = {**heading.cells, "number": _ROMAN[number], "field": level.value}
        found += [Row(heading.key, cells, heading.behind, heading=True), *rows]
    return tuple(found)


def _by_name(field: str) -> tuple[bool, str, str]:
    return field == NO_FIELD, fold(field), field


def _row(place: int, level: Level, field: str, lists: _Lists) -> Row:
    behind = {name: tuple(keys) for name, keys in lists.items() if keys}
    for total, parts in _SUMS.items():
        behind[total] = tuple(key for part in parts for key in lists.get(part, ()))
    cells = {name: len(behind.get(name, ())) for name in _NUMBERS}
    return Row(f"{level}:{field}", {"number": str(place), "field": field, **cells}, behind)


def _summed(key: str, rows: Sequence[Row]) -> Row:
    behind = {name: tuple(one for row in rows for one in row.behind.get(name, ())) for name in (*_NUMBERS, WAITING)}
    return Row(
        key, {name: len(behind[name]) for name in _NUMBERS}, {name: keys for name, keys in behind.items() if keys}
    )


def _of_carried(db: Database, carried: Mapping[tuple[Level, str], tuple[str, ...]], before: Sent) -> Iterator[Doubt]:
    """Each dossier that the report before left in progress and is not carried over in the register, and the reverse."""
    here = {one: key for key, keys in carried.items() for one in keys}
    there = {one: key for key, keys in _left(before).items() for one in keys}
    for dossier, key in sorted(here.items(), key=lambda item: item[1]):
        if dossier not in there:
            yield Doubt(DoubtCode.CARRIED_NOT_SENT, dossier, {"code": _code(db, dossier), "row": key[1]})
        elif there[dossier] != key:
            facts = {"code": _code(db, dossier), "row": key[1], "sent_row": there[dossier][1]}
            yield Doubt(DoubtCode.CARRIED_ELSEWHERE, dossier, facts)
    for dossier, key in sorted(there.items(), key=lambda item: item[1]):
        if dossier not in here:
            yield Doubt(_why_not_carried(db, dossier), dossier, {"code": _code(db, dossier), "row": key[1]})


def _why_not_carried(db: Database, dossier: str) -> DoubtCode:
    found = db.conn.execute("SELECT voided FROM dossier_state WHERE dossier = ?", (dossier,)).fetchone()
    if found is None:
        return DoubtCode.SENT_NOT_HERE
    return DoubtCode.SENT_THEN_VOIDED if found[0] else DoubtCode.SENT_NOT_CARRIED


def _code(db: Database, dossier: str) -> str:
    found = db.conn.execute("SELECT code FROM dossier_state WHERE dossier = ?", (dossier,)).fetchone()
    return str(found[0]) if found else dossier


def _of_sums(rows: Sequence[Row]) -> Iterator[Doubt]:
    """(3) = (7) + (11), row by row and in all."""
    for row in rows:
        numbers = {name: len(row.behind.get(name, ())) for name in _SUMS}
        if numbers["received"] != numbers["resolved"] + numbers["in_progress"]:
            facts = {"row": row.key.partition(":")[2] or row.key.rstrip(":"), **{n: str(v) for n, v in numbers.items()}}
            yield Doubt(DoubtCode.SUM_DIFFERS, facts=facts)
