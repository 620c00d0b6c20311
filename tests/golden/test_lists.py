"""Lists of the golden register: what came in, what is late and by how much, what was carried over, what was excused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.asking import asked, groups, in_order
from tests.golden.table import at

if TYPE_CHECKING:
    from tests.golden.playing import Play

HOA, DUNG, MAI = "Lê Thị Hoa", "Nguyễn Văn Dũng", "Phan Thị Mai"

# By officer: dossier, working days late, open or ended. Whole days after the promised one: C1 and C15 are late by
# minutes of the same day; C27 by one day, since Tết lies between; C11 was three days late on 31/01, a Sunday.
LATE = {
    "2027-01": {
        HOA: [("B3", 1, "ended"), ("C8", 1, "ended"), ("C15", 0, "ended")],
        DUNG: [("A1", 1, "ended"), ("B11", 2, "ended"), ("C1", 0, "ended"), ("C11", 3, "open")],
    },
    "2027-02": {
        HOA: [("C19", 3, "ended"), ("E7", 2, "open")],
        DUNG: [("C11", 5, "ended"), ("C27", 1, "ended"), ("C18", 1, "ended"), ("D6", 3, "ended")],
    },
    # E9 was due on 03/03; the period ends on Sunday 14/03. F2 was refused on 08/03, due on 05/03.
    "official-2027-03": {
        HOA: [("E7", 5, "ended")],
        DUNG: [("D6", 3, "ended"), ("E6", 1, "ended"), ("E9", 7, "open"), ("F2", 1, "ended")],
    },
}  # fmt: skip

# As it stood at the end of that day: B1 and B2 are returned by then, the others wait for somebody.
DAILY = {
    "2027-01-11": [
        ("B1", "counter", "returned", HOA, 0), ("B4", "online", "received", HOA, None),
        ("B5", "counter", "received", HOA, 20_000), ("B3", "counter", "received", HOA, 4_000),
        ("B2", "counter", "returned", HOA, 0),
    ],
    "2027-01-29": [
        # C26 was entered on 01/02.
        ("C24", "counter", "supplement_awaited", HOA, None), ("C25", "counter", "processing", DUNG, None),
        ("C26", "counter", "received", HOA, 15_000),
    ],
    "2027-02-06": [("D5", "online", "received", HOA, 0)],
    "2027-02-07": [],
}  # fmt: skip

CARRIED = {
    # B10 was promised for 05/03 by the end of February, C25 for 10/03.
    "2027-02": [
        ("B10", "in_time"), ("C11", "late"), ("C16", "on_time"), ("C18", "late"), ("C19", "late"), ("C20", "on_time"),
        ("C22", "on_time"), ("C23", "early"), ("C24", "early"), ("C25", "in_time"), ("C26", "on_time"),
        ("C27", "late"),
    ],
    "official-2027-03": [
        ("B10", "early"), ("C24", "early"), ("C25", "early"), ("D4", "early"), ("D6", "late"), ("D8", "on_time"),
    ],
}  # fmt: skip

BOOK_OF_FEBRUARY = [
    ("D1", "01/02", "returned"), ("D2", None, "withdrawn"), ("D4", "18/02", "returned"), ("D3", "03/02", "returned"),
    ("D5", "11/02", "returned"), ("D6", "19/02", "returned"), ("D8", "18/02", "returned"), ("E1", "18/02", "returned"),
    ("E2", "24/02", "returned"), ("E3", "26/02", "returned"), ("E4", "17/02", "returned"), ("E5", None, "processing"),
    ("E6", None, "processing"), ("E7", None, "received"), ("E8", None, "supplement_awaited"),
    ("E9", None, "processing"), ("E10", None, "received"),
]  # fmt: skip


@pytest.mark.parametrize("period", LATE)
def test_what_is_late_stands_under_its_officer_the_longest_promised_first(golden: Play, period: str) -> None:
    figures = asked(golden, "late", period)

    assert groups(golden, figures, "officer", "days_late", "lateness") == LATE[period]


@pytest.mark.parametrize("day", DAILY)
def test_a_days_reception_list_shows_it_as_it_was_that_evening(golden: Play, day: str) -> None:
    figures = asked(golden, "daily", day)

    assert in_order(golden, figures, "channel", "status", "officer", "fee_due") == DAILY[day]


@pytest.mark.parametrize("period", CARRIED)
def test_what_was_carried_over_and_what_became_of_it(golden: Play, period: str) -> None:
    assert in_order(golden, asked(golden, "carried-over", period), "due_state") == CARRIED[period]


def test_the_register_book_of_february(golden: Play) -> None:
    figures = asked(golden, "register-book", "2027-02")

    found = [
        (number, returned.strftime("%d/%m") if returned else None, status)
        for number, returned, status in in_order(golden, figures, "returned_on", "status")
    ]
    assert found == BOOK_OF_FEBRUARY
    dues = dict(in_order(golden, figures, "due_at"))
    # Worked out with the table: E2 after two supplements, E8 as it was promised before it waited.
    assert (dues["E2"], dues["E8"]) == (at("24/02 17:30"), at("02/03 17:30"))


def test_what_crossed_a_boundary_in_the_official_march(golden: Play) -> None:
    """E3 is decided elsewhere, E4 was received elsewhere; who hands in F1 lives elsewhere."""
    figures = asked(golden, "non-boundary", "official-2027-03")

    assert groups(golden, figures, "kind", "reception_place", "competent_agency") == {
        "for_another_agency": [
            ("E3", "Xã Quảng Điền, Thành phố Huế", "Phường Thuận An, Thành phố Huế"),
            ("E4", "Phường Thuận An, Thành phố Huế", "Xã Quảng Điền, Thành phố Huế"),
        ],
        "from_elsewhere": [("F1", "Xã Quảng Điền, Thành phố Huế", "Xã Quảng Điền, Thành phố Huế")],
    }


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2027-01", {"printed": [("B9", at("20/01 17:30"), at("25/01 17:30"), MAI),
                                 ("C11", at("20/01 17:30"), at("26/01 17:30"), MAI)]}),
        ("2027-02", {"not_printed": [("B10", at("22/02 17:30"), at("05/03 17:30"), MAI)]}),
        ("official-2027-03", {"not_printed": [("B10", at("22/02 17:30"), at("05/03 17:30"), MAI)]}),
        ("2027-03", {}),
    ],
)  # fmt: skip
def test_promises_that_were_extended_and_whether_the_letter_was_printed(
    golden: Play, period: str, expected: dict[str, list[tuple[object, ...]]]
) -> None:
    figures = asked(golden, "apologies", period)

    assert groups(golden, figures, "letter", "due_before", "new_due", "officer") == expected
