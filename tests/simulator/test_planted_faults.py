"""The oracles have teeth: each small fault planted in the journal is found by some history."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from tests.simulator import faults
from tests.simulator.history import History
from tests.simulator.oracles import Broken

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

MOST = 300
"""Histories that a fault may survive."""

# With each fault, the seed that found it first: another history may need more of them, none may need more than MOST.
PLANTED: tuple[tuple[Callable[[], AbstractContextManager[Any]], int], ...] = (
    (faults.no_gap_check, 6),
    (faults.no_freeze_before_apply, 201),
    (faults.arrival_order_wins, 0),
    (faults.clock_not_merged, 2),
    (faults.far_ahead_clock_adopted, 0),
    (faults.vector_taken_at_save, 16),
    (faults.vector_moved_before_commit, 220),
    (faults.duplicates_by_number_only, 9),
    (faults.ordinary_edit_closes_a_conflict, 1),
    (faults.edit_replaces_one_of_equal_values, 20),
    (faults.triggers_fire_during_apply, 0),
    (faults.branch_ignored, 9),
    (faults.branches_told_apart_by_number, 87),
    (faults.resolution_replaces_unseen_heads, 8),
    (faults.unread_lines_overwritten, 0),
    (faults.derived_rows_not_rebuilt, 0),
    (faults.marker_ignored, 37),
    (faults.copy_does_not_recognise_itself, 39),
)


@pytest.mark.parametrize(("plant", "seed"), PLANTED, ids=lambda each: getattr(each, "__name__", ""))
def test_a_planted_fault_is_found(plant: Callable[[], AbstractContextManager[Any]], seed: int) -> None:
    History(seed).run()

    def is_found(number: int) -> bool:
        try:
            with plant():
                History(number).run()
        except Broken:
            return True
        return False

    assert any(is_found(number) for number in chain([seed], range(MOST)))
