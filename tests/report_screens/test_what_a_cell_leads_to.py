"""Enter on a cell opens what the cell counts, and nothing where it counts none."""

from __future__ import annotations

from communedb.domain.period import parse
from communedb.reports.figures import Column, Figures, Kind, Row
from communetui.reports.grid import Grid

COLUMNS = (Column("field", Kind.TEXT), Column("received"), Column("online"), Column("late", Kind.DAYS))


def test_a_row_with_one_dossier_leads_to_it_but_not_from_a_number_of_nothing() -> None:
    row = Row("Hộ tịch", {"field": "Hộ tịch", "received": 1, "online": 0, "late": 0}, {"received": ("khai sinh",)})
    grid = Grid(Figures("ii06a", parse("2026-11"), COLUMNS, (row,)))

    assert [grid.cell(0, place).keys for place in range(4)] == [("khai sinh",), ("khai sinh",), (), ("khai sinh",)]
