"""Stations and a hub over HTTP, really served: what one commune writes is at the hub, and at its other counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hub.province import names, push_to, received

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
