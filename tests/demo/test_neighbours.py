"""With a terminal, the sample centre finds data of a second counter on a stick, and in it something to decide."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from communedb.domain.moment import VIETNAM
from communedb.journal.conflicts import conflicts
from communedb.register import Register
from communedb.stores.settings import read_setting
from communesync.exchange.folder import by_stick
from communetui.demo.neighbours import HERE, PHONE, THERE, leave_conflict, prepare_neighbours
from communetui.demo.officers import PASSPHRASE

if TYPE_CHECKING:
    from communetui.demo.centre import Centre

NOW = datetime(2026, 11, 24, 4, 38, tzinfo=VIETNAM)


def test_the_stick_brings_one_conflict_and_the_exchange_knows_where_the_stick_is(own_sample: Centre) -> None:
    made = prepare_neighbours(own_sample, lambda: NOW)
    leave_conflict(own_sample, made, lambda: NOW)
    leave_conflict(own_sample, made, lambda: NOW)  # a second start leaves no second one

    with Register.open(own_sample.folder, own_sample.officers["reception"], PASSPHRASE, now=lambda: NOW) as register:
        assert conflicts(register.db) == []
        assert read_setting(register.db, "exchange_folder") == str(made.stick.absolute())
        by_stick(register, made.stick)
        (found,) = conflicts(register.db)
    assert (found.column, {head.value for head in found.heads}) == (PHONE, {HERE, THERE})
