"""Reports that are lists of dossiers: numbered lines, under headings where there are groups, and how many there are."""

from __future__ import annotations

from itertools import count, groupby
from typing import TYPE_CHECKING, Final

from communedb.reports.figures import Column, Figures, Kind, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NUMBER: Final = Column("number", Kind.TEXT)
"""The running number of a line; on a heading and in the sums, how many lines there are."""

CODE: Final = Column("code", Kind.TEXT)


def listed(
    name: str, asked: Asked, columns: tuple[Column, ...], lines: Iterable[tuple[str, Mapping[str, Value]]]
) -> Figures:
    """A list: for each line the dossier's key and its cells but for the number, the first of `columns`."""
    rows = tuple(_line(place, key, cells) for place, (key, cells) in enumerate(lines, start=1))
    return Figures(name, asked.period, columns, rows, _count("", rows, {}))


def grouped(
    name: str,
    asked: Asked,
    columns: tuple[Column, ...],
    lines: Sequence[tuple[str, str, Mapping[str, Value]]],
    heading: Callable[[str], Mapping[str, Value]],
) -> Figures:
    """A list under headings: for each line its group, the dossier's key and its cells; lines come group by group.

    `heading` gives the cells of a group's heading but for the number. A dossier may stand in several lines.
    """
    rows = tuple(_under_headings(lines, heading))
    plain = [row for row in rows if not row.heading]
    return Figures(name, asked.period, columns, rows, _count("", plain, {}))


def _under_headings(
    lines: Sequence[tuple[str, str, Mapping[str, Value]]], heading: Callable[[str], Mapping[str, Value]]
) -> Iterator[Row]:
    places = count(1)
    for group, members in groupby(lines, key=lambda line: line[0]):
        rows = [_line(next(places), key, cells, f"{group}:{key}") for _, key, cells in members]
        yield _count(f"{group}:", rows, heading(group), is_heading=True)
        yield from rows


def _line(place: int, dossier: str, cells: Mapping[str, Value], key: str = "") -> Row:
    return Row(key or dossier, {"number": str(place), **cells}, {"code": (dossier,)})


def _count(key: str, rows: Sequence[Row], cells: Mapping[str, Value], *, is_heading: bool = False) -> Row:
    keys = tuple(dict.fromkeys(one for row in rows for one in row.behind["code"]))
    return Row(key, {"number": len(rows), **cells}, {"number": keys}, heading=is_heading)


def officers(db: Database) -> dict[str, str]:
    """The names of all officers by key, of those too who no longer work here."""
    return dict(db.conn.execute("SELECT id, name FROM officer").fetchall())


def who_and_what(case: Case) -> dict[str, Value]:
    """The cells that most lists have."""
    return {"code": case.code, "applicant": case.applicant_name, "procedure": case.procedure_name}


WHO_AND_WHAT: Final = (CODE, Column("applicant", Kind.TEXT), Column("procedure", Kind.TEXT))
