"""What one station writes comes by bundles to stand at the others, in any order, with any repetition."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.exchange.town import ANNOUNCED, names, received, send
from tests.journal.stations import travelled

from communesync.exchange.inbox import take_in
from communesync.exchange.outbox import export
from communesync.exchange.status import status
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.town import Town


def test_a_dossier_received_at_counter_1_is_there_at_counter_3(town: Town) -> None:
    one, three = town.counters(1, 3)
    received(one)

    taken = send(one, three, town.folder("mail"))

    assert names(three) == ["Hồ Thị Sương"]
    assert taken[0].rows.lines > 0


def test_three_stations_whose_bundles_come_in_any_order_and_again_and_again_hold_the_same(town: Town) -> None:
    one, two, three = counters = town.counters(1, 2, 3)
    chance, mail = random.Random(4), town.folder("mail")
    on_the_way: list[Path] = []
    for number in range(6):
        source = counters[number % 3]
        received(source, f"Trần Văn {number}")
        on_the_way += [written.path for written in export(source, None, mail, ANNOUNCED)]
        taker = chance.choice(counters)
        for path in chance.sample(on_the_way, min(2, len(on_the_way))):
            take_in(taker, path)
    for taker in counters:
        for path in chance.choices(on_the_way, k=len(on_the_way)) + on_the_way[::-1]:
            take_in(taker, path)

    assert names(one) == names(two) == names(three) == [f"Trần Văn {number}" for number in range(6)]
    assert travelled(one.db) == travelled(two.db) == travelled(three.db)
    assert [status(register.db, Keyring.load(register.db)).attention.parked for register in counters] == [0, 0, 0]
