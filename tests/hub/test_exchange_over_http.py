"""Stations and a hub over HTTP, really served: what one commune writes is at the hub, and at its other counters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.hub.province import names, push_to, received

from communedb.desk.catalogue import add_version
from communedb.stores.procedures import versions
from communedb.transaction import new_id

if TYPE_CHECKING:
    from tests.hub.province import Province


def test_two_counters_get_each_others_dossiers_through_the_hub_and_another_commune_gets_neither(
    province: Province,
) -> None:
    hub, one, two, other = (province.open(name) for name in ("hub", "qd1", "qd2", "pt1"))
    served = province.serve(hub)
    received(one, "Hồ Thị Sương")
    received(two, "Lê Văn Bảy")
    received(other, "Trần Phong")

    for register in (one, two, other, one):
        push_to(register, served.address)

    assert names(one) == names(two) == ["Hồ Thị Sương", "Lê Văn Bảy"]
    assert names(other) == ["Trần Phong"]
    assert names(hub) == ["Hồ Thị Sương", "Lê Văn Bảy", "Trần Phong"]


def test_a_procedure_that_the_province_adds_comes_to_every_commune(
    province: Province,
) -> None:
    hub, one, other = (province.open(name) for name in ("hub", "qd1", "pt1"))
    served = province.serve(hub)
    newest = versions(hub.db, "1.004873")[-1]
    hub.write(
        add_version,
        newest.model_copy(update={"id": new_id(), "version": "2027", "valid_from": date(2027, 1, 1), "valid_to": None}),
    )

    push_to(one, served.address)
    push_to(other, served.address)

    for station in (one, other):
        assert "2027" in [version.version for version in versions(station.db, "1.004873")]
