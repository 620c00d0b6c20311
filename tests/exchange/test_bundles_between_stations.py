"""What one station writes comes by bundles to stand at the others, in any order, with any repetition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.exchange.town import everywhere, names, received, send
from tests.journal.stations import travelled

if TYPE_CHECKING:
    from tests.exchange.town import Town


def test_a_dossier_received_at_counter_1_is_there_at_counter_3(town: Town) -> None:
    one, three = town.counters(1, 3)
    received(one)

    taken = send(one, three, town.folder("mail"))

    assert names(three) == ["Hồ Thị Sương"]
    assert taken[0].rows.lines > 0


def test_two_and_three_stations_in_any_order_hold_the_same(town: Town) -> None:
    one, two, three = counters = town.counters(1, 2, 3)
    for number, register in enumerate(counters):
        received(register, f"Trần Văn {number}")
    everywhere(counters, town.folder("mail"))
    assert names(one) == names(two) == names(three) == ["Trần Văn 0", "Trần Văn 1", "Trần Văn 2"]
    assert travelled(one.db) == travelled(two.db) == travelled(three.db)
