"""Open data: no small count can be read, nor reckoned from what is published, whatever is added up or subtracted."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communedb.domain.disclosure import POOLED, pooled

Path = tuple[str, ...]


def reckoned(cells: dict[Path, int], published: list[set[Path]]) -> set[Path]:
    """The cells whose counts follow from these published sums, by solving the equations that the sums are.

    A count follows when the cell alone is a combination of the sums: Gaussian elimination over fractions.
    """
    order = sorted(cells)
    rows = [[Fraction(cell in held) for cell in order] for held in published]
    pivot = 0
    for column in range(len(order)):
        found = next((row for row in range(pivot, len(rows)) if rows[row][column]), None)
        if found is None:
            continue
        rows[pivot], rows[found] = rows[found], rows[pivot]
        rows[pivot] = [value / rows[pivot][column] for value in rows[pivot]]
        for row in range(len(rows)):
            if row != pivot and rows[row][column]:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[pivot], strict=True)]
        pivot += 1
    return {order[row.index(Fraction(1))] for row in rows[:pivot] if sum(map(bool, row)) == 1}


def held_by(leaf: Path, cells: dict[Path, int], leaves: dict[Path, int]) -> set[Path]:
    """The cells that were put into a leaf: those below it that have no leaf of their own."""
    own = leaf[: leaf.index(POOLED)] if POOLED in leaf else leaf
    named = [one for one in leaves if one != leaf]
    return {
        cell for cell in cells
        if cell[: len(own)] == own and not any(
            cell[: len(n)] == n for n in (one[: one.index(POOLED)] if POOLED in one else one for one in named)
            if len(n) > len(own)
        )
    }  # fmt: skip


MONTHS = {
    # Seventeen of twenty are one procedure's: the three others are not told by subtraction, but put together with it.
    ("2026-09", "Hộ tịch", "1.001193"): 17,
    ("2026-09", "Hộ tịch", "1.000656"): 3,
    # A field with few dossiers goes together with the next smallest.
    ("2026-09", "Đất đai", "1.012812"): 2,
    ("2026-09", "Chứng thực", "2.000815"): 40,
    ("2026-09", "Chứng thực", "2.000884"): 6,
    # A month with four dossiers is not told at all.
    ("2026-10", "Hộ tịch", "1.001193"): 4,
}


def test_small_counts_are_put_together_with_their_smallest_neighbours() -> None:
    assert pooled(MONTHS, 5, apart=1) == {
        ("2026-09", "Chứng thực", "2.000815"): 40,
        ("2026-09", "Chứng thực", "2.000884"): 6,
        ("2026-09", POOLED, POOLED): 22,
    }


def test_blanking_small_cells_and_telling_the_sums_would_give_them_away() -> None:
    """The negative control: the attack works on what is done by hand in a spreadsheet."""
    cells = {cell: count for cell, count in MONTHS.items() if cell[0] == "2026-09"}
    told = [{cell} for cell, count in cells.items() if count >= 5]
    fields = [{cell for cell in cells if cell[1] == field} for field in {cell[1] for cell in cells}]

    assert reckoned(cells, [*told, *fields]) >= {("2026-09", "Hộ tịch", "1.000656"), ("2026-09", "Đất đai", "1.012812")}


counts = st.dictionaries(
    st.sampled_from(list(product(("2026-09", "2026-10"), ("Hộ tịch", "Đất đai", "Chứng thực"), ("a", "b", "c")))),
    st.integers(1, 12),
    max_size=14,
)


@given(counts, st.integers(3, 7))
@settings(max_examples=60, deadline=None)
def test_nothing_below_the_threshold_is_told_or_follows_and_every_dossier_is_counted_once(
    cells: dict[Path, int], threshold: int
) -> None:
    leaves = pooled(cells, threshold, apart=1)

    assert all(count >= threshold for count in leaves.values())
    for month in ("2026-09", "2026-10"):
        total = sum(count for cell, count in cells.items() if cell[0] == month)
        assert sum(count for leaf, count in leaves.items() if leaf[0] == month) == (total if total >= threshold else 0)
    sums = [held_by(leaf, cells, leaves) for leaf in leaves]
    assert [sum(cells[cell] for cell in held) for held in sums] == list(leaves.values())
    assert all(cells[cell] >= threshold for cell in reckoned(cells, sums))


@pytest.mark.parametrize("threshold", [3, 5, 10])
def test_one_that_is_alone_with_a_large_neighbour_takes_it_along(threshold: int) -> None:
    told = pooled({("2026-09", "online"): 90, ("2026-09", "post"): 1}, threshold, apart=1)

    assert told == {("2026-09", POOLED): 91}
