"""A hub whose program was replaced by a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hub.province import member_of, names, received, until

from communedb.journal.apply import Applying
from communesync.exchange.outbox import export
from communesync.hub.logs import Log
from communesync.hub.service import Hub

if TYPE_CHECKING:
    import pytest
    from tests.hub.province import Province


def test_what_an_older_program_failed_over_goes_in_at_the_next_start(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    received(station)
    out = province.top / "out"
    out.mkdir()
    bundle = export(station, member_of(station, hub), out)[0].path
    with monkeypatch.context() as older:
        older.setattr(Applying, "take_in", lambda *_: 1 / 0)
        with Hub(hub, Log(lambda _: None)) as failing:
            assert failing.bring(bundle).quarantined > 0
    assert names(hub) == []

    with Hub(hub, Log(lambda _: None)) as upgraded:
        upgraded.take_up()

        until(lambda: names(hub) == ["Hồ Thị Sương"])
