"""Payments and digitisation of the golden register, added up by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.asking import asked, numbers

from communedb.reports.figures import Unknown

if TYPE_CHECKING:
    from tests.golden.playing import Play

# dossiers, payments, paid, refunded, net, exempted dossiers, exempted.
# January. Online: B6 10000, B8 150000, B12 7000, C7 150000, C18 10000; B8 was paid back. Cash: A2 20000, B3 4000,
# B5 20000, B7 20000, B9 50000, C2 2000, C6 20000 of which 5000 went back, C10 10000, C13 15000, C16 20000; B14 was
# voided, C26 paid in February. Transfer: C8 50000. Exempted: C5 20000, C20 15000.
# February. Cash: C26 15000, D2 15000 and paid back, D3 2000, D8 7000, E2 50000, E3 20000, E6 15000. Online: C23 150000,
# D4 10000.
PAYMENTS = {
    "2027-01": {
        "online:": (5, 5, 327_000, 150_000, 177_000, 0, 0),
        "online:online": (5, 5, 327_000, 150_000, 177_000, 0, 0),
        "counter:": (11, 11, 231_000, 5_000, 226_000, 0, 0),
        "counter:cash": (10, 10, 181_000, 5_000, 176_000, 0, 0),
        "counter:transfer": (1, 1, 50_000, 0, 50_000, 0, 0),
        "exemption:": (0, 0, 0, 0, 0, 2, 35_000),
        "": (16, 16, 558_000, 155_000, 403_000, 2, 35_000),
    },
    "2027-02": {
        "online:": (2, 2, 160_000, 0, 160_000, 0, 0),
        "online:online": (2, 2, 160_000, 0, 160_000, 0, 0),
        "counter:": (7, 7, 124_000, 15_000, 109_000, 0, 0),
        "counter:cash": (7, 7, 124_000, 15_000, 109_000, 0, 0),
        "": (9, 9, 284_000, 15_000, 269_000, 0, 0),
    },
}
_MONEY = ("dossiers", "payments", "paid", "refunded", "net", "exempted_dossiers", "exempted")

# By channel: received, scanned; with a result, result file, both. January: C26 was received in it and scanned in
# February. C1 has the result as a file and no scan. Withdrawn and refused ones have no result (B8, B12, C12, D2).
DIGITISED = {
    "2027-01": {"counter": (28, 18, 21, 3, 3), "online": (11, 8, 6, 4, 3), "post": (2, 0, 1, 0, 0),
                "": (41, 26, 28, 7, 6)},
    "2027-02": {"counter": (11, 6, 12, 2, 2), "online": (5, 3, 6, 2, 2), "post": (1, 0, 2, 0, 0),
                "": (17, 9, 20, 4, 4)},
}  # fmt: skip
_FILES = ("received", "scanned", "with_result", "result_file", "both")


@pytest.mark.parametrize("period", PAYMENTS)
def test_what_was_paid_online_and_at_the_counter(golden: Play, period: str) -> None:
    figures = asked(golden, "payments", period)

    assert figures.total is not None
    found = {row.key: tuple(row.cells[name] for name in _MONEY) for row in (*figures.rows, figures.total)}
    assert found == PAYMENTS[period]
    assert figures.doubts == ()


@pytest.mark.parametrize("period", DIGITISED)
def test_what_was_scanned_and_what_came_back_as_a_file(golden: Play, period: str) -> None:
    figures = asked(golden, "digitisation", period)

    assert figures.total is not None
    found = {row.key: tuple(row.cells[name] for name in _FILES) for row in (*figures.rows, figures.total)}
    assert found == DIGITISED[period]
    counter = next(row for row in figures.rows if row.key == "counter")
    received, scanned, results, _, both = DIGITISED[period]["counter"]
    assert counter.cells["scanned_share"] == pytest.approx(scanned / received)
    assert counter.cells["both_share"] == pytest.approx(both / results)


def test_each_file_is_a_dossiers_of_the_table(golden: Play) -> None:
    figures = asked(golden, "digitisation", "2027-02")

    assert figures.total is not None
    assert numbers(golden, figures.total, "both") == {"C18", "D1", "D4", "E4"}
    assert numbers(golden, figures.total, "scanned") == {"D1", "D4", "D6", "D8", "E2", "E3", "E4", "E7", "E10"}


def test_a_share_of_nothing_is_no_zero(golden: Play) -> None:
    figures = asked(golden, "digitisation", "2027-02-07")

    assert figures.total is not None
    assert figures.total.cells["received"] == 0
    assert figures.total.cells["scanned_share"] is Unknown.NOTHING_TO_COUNT
