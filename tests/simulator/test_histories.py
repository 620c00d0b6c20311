"""Five hundred histories end equal at every station, with every conflict known and no value gone that nobody saw."""

from __future__ import annotations

import pytest
from tests.simulator.history import History

HISTORIES = 500
AT_ONCE = 25


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_ONCE))
def test_whatever_happens_everybody_ends_with_the_same_and_nothing_is_lost(first: int) -> None:
    for seed in range(first, first + AT_ONCE):
        History(seed).run()
