"""Form II.06a/VPCP of the golden register is the one that was worked out by hand, cell by cell, dossier by dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.asking import asked, numbers
from tests.golden.ii06a_by_hand import HO_TICH, TOTALS, by_hand

from communedb.domain.period import parse
from communedb.stores.sent_reports import differs, sent

if TYPE_CHECKING:
    from tests.golden.playing import Play

_CELLS = (
    "received_online", "received_direct", "carried_over", "resolved_early", "resolved_on_time", "resolved_overdue",
    "in_progress_in_time", "in_progress_overdue",
)  # fmt: skip
_COLUMNS = (
    ("received", "received_online", "received_direct", "carried_over"),
    ("resolved", "resolved_early", "resolved_on_time", "resolved_overdue"),
    ("in_progress", "in_progress_in_time", "in_progress_overdue"),
)


@pytest.mark.parametrize("period", TOTALS)
def test_each_cell_counts_the_dossiers_that_were_counted_by_hand(golden: Play, period: str) -> None:
    figures = asked(golden, "ii06a", period)

    rows = {str(row.cells["field"]): row for row in figures.rows if not row.heading}
    found = {
        field: {name: behind for name in _CELLS if (behind := numbers(golden, row, name))}
        for field, row in rows.items()
    }
    assert found == by_hand(period)
    assert all(row.cells[name] == len(row.behind.get(name, ())) for row in rows.values() for name in _CELLS)
    total = figures.total
    assert total is not None
    assert tuple(tuple(total.cells[name] for name in group) for group in _COLUMNS) == TOTALS[period]


@pytest.mark.parametrize("period", ["2027-01", "2027-02", "official-2027-01", "official-2027-02"])
def test_what_adds_up_leaves_no_doubt(golden: Play, period: str) -> None:
    assert asked(golden, "ii06a", period).doubts == ()


def test_a_dossier_voided_after_it_was_sent_is_named_in_the_next_report(golden: Play) -> None:
    doubts = asked(golden, "ii06a", "official-2027-03").doubts

    # Its own field, the heading of the commune's level and the last line are each one too many.
    assert [doubt.code for doubt in doubts] == ["sent_then_voided", "sum_differs", "sum_differs", "sum_differs"]
    assert doubts[0].subject == golden.keys["D7"]


def test_what_was_sent_differs_by_the_dossier_that_was_voided_since(golden: Play) -> None:
    before = sent(golden.desks["leader"].db, "ii06a", parse("official-2027-02"))
    assert before is not None

    found = differs(before, asked(golden, "ii06a", "official-2027-02"))

    own = {(one.column, one.sent, one.now) for one in found if one.row == f"commune:{HO_TICH}"}
    assert own == {
        ("received", 17, 16), ("received_direct", 12, 11), ("in_progress", 3, 2), ("in_progress_in_time", 3, 2),
    }  # fmt: skip
    assert {one.gone for one in found} == {(golden.keys["D7"],)}
    assert not any(one.came for one in found)
    assert {one.row for one in found} == {"", "commune:", f"commune:{HO_TICH}"}


def test_what_was_sent_and_holds_differs_by_nothing(golden: Play) -> None:
    before = sent(golden.desks["leader"].db, "ii06a", parse("official-2027-01"))
    assert before is not None

    assert differs(before, asked(golden, "ii06a", "official-2027-01")) == []
