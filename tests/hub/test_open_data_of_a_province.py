"""What a province publishes less what its communes publish: nobody is found that way."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from tests.hub.province import PHONG_THAI, QUANG_DIEN, received
from tests.journal.stations import send

from communedb.reports.open_data import open_tables

if TYPE_CHECKING:
    from tests.hub.province import Province

    from communedb.register import Register

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def published(register: Register, unit: str | None) -> dict[str, Counter[tuple[str, ...]]]:
    """The counts by table and row, small ones being those under three."""
    tables = open_tables(register.db, FIRST, LAST, unit, 3)
    return {one.name: Counter(dict(zip(one.rows, one.counts, strict=True))) for one in tables}


def test_the_province_publishes_the_sum_of_what_its_communes_would(province: Province) -> None:
    hub, one, other = (province.open(name) for name in ("hub", "qd1", "pt1"))
    for name in ("Hồ Thị An", "Hồ Thị Ba", "Hồ Thị Cam"):
        received(one, name)
    # Two births: with the three next door they would be five, less the three that Quảng Điền publishes are two.
    received(other, "Lê Văn Sáu")
    received(other, "Lê Văn Bảy")
    send(one, hub)
    send(other, hub)

    everywhere, here, there = (published(hub, unit) for unit in (None, QUANG_DIEN, PHONG_THAI))
    for name, counts in everywhere.items():
        assert counts == here[name] + there[name], name
    assert everywhere["received"].total() == 3, "a commune with two in a month tells nothing, in no sum either"
