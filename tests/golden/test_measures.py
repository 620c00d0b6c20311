"""Decision 766 and the marks of the golden register, worked out by hand; on-time shares by field beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.asking import asked, numbers

from communedb.reports.figures import Unknown

if TYPE_CHECKING:
    from tests.golden.playing import Play

NOT = Unknown.NOT_MEASURED
NOTHING = Unknown.NOTHING_TO_COUNT

# Indicator: counted, among, points.
# 2.1, January: 42 dossiers, 8 not in time: A1 B3 B11 C1 C8 C15, C11 still open, and B7, in time by its promise but
# asked for supplements twice. C24 waits for its first supplement and was asked in time. 34/42 x 20 = 16.190.
#   February: 29, of them 7: C11 C18 C19 C27 D6, E7 still open, E2 (asked twice). 22/29 x 20 = 15.172.
# 3.1, 3.2: 28 with a result in January, 7 as a file, 6 of them scanned, too (C1 is not): 0.25/0.8 x 6 = 1.875, rounded
# half up; 6/28/0.8 x 6 = 1.607. February: 4 of 20, all scanned: 1.5.
# 4.1: online 11 of 41 new ones: 2.012; 5 of 17: 2.206. 4.2: online with a file B4 B6 C1 C7 of 28: /0.5 x 6 = 1.714;
# C18 D4 of 20: 1.2.
# 4.3: paid and not paid back online B6 B12 C7 C18, else A2 B3 B5 B7 B9 C2 C6 C8 C10 C13 C16: 4/15/0.8 x 10 = 3.333.
#   February, of its 29: C18 C23 D4, else C16 C26 D3 D8 E2 E3 E6: 3/10/0.8 x 10 = 3.75.
# 5.1: V1 to V4 in January, V2 refused a day and a half late: 3/4. February: V3 V4 V5 V7; V3 was answered in time (until
# 25/02, since it waited) and published late, V4 answered late (22/02): 2/4. 5.2: taken up again V5: 3/4/0.9 x 6 = 5.
# 5.3: 2.1's less those complained of (V1 about B3, late and complained of: twice): 33/42/0.9 x 6 = 5.238; in February
# nobody complained of its dossiers: 22/29/0.9 x 6 = 5.057.
INDEX = {
    "2027-01": {
        "1.1": (NOT, NOT, NOT), "1.2": (NOT, NOT, NOT), "2.1": (34, 42, 16.19), "3.1": (7, 28, 1.88),
        "3.2": (6, 28, 1.61), "3.3": (NOT, NOT, NOT), "3.4": (NOT, NOT, NOT), "4.1": (11, 41, 2.01),
        "4.2": (4, 28, 1.71), "4.3": (4, 15, 3.33), "5.1": (3, 4, 4.5), "5.2": (4, 4, 6.0),
        "5.3": (33, 42, 5.24),
    },
    "2027-02": {
        "1.1": (NOT, NOT, NOT), "1.2": (NOT, NOT, NOT), "2.1": (22, 29, 15.17), "3.1": (4, 20, 1.5),
        "3.2": (4, 20, 1.5), "3.3": (NOT, NOT, NOT), "3.4": (NOT, NOT, NOT), "4.1": (5, 17, 2.21),
        "4.2": (2, 20, 1.2), "4.3": (3, 10, 3.75), "5.1": (2, 4, 3.0), "5.2": (3, 4, 5.0),
        "5.3": (22, 29, 5.06),
    },
}  # fmt: skip

# Group: points, of so many that could be measured, of so many that there are.
GROUPS = {
    "2027-01": {"group:1": (NOT, 0, 18), "group:2": (16.19, 20, 20), "group:3": (3.49, 12, 22),
                "group:4": (7.05, 22, 22), "group:5": (15.74, 18, 18), "": (42.47, 72, 100)},
    "2027-02": {"group:1": (NOT, 0, 18), "group:2": (15.17, 20, 20), "group:3": (3.0, 12, 22),
                "group:4": (7.16, 22, 22), "group:5": (13.06, 18, 18), "": (38.39, 72, 100)},
}  # fmt: skip

LATE_IN_JANUARY = {"A1", "B3", "B7", "B11", "C1", "C8", "C11", "C15"}


@pytest.mark.parametrize("period", INDEX)
def test_each_indicator_has_the_points_that_were_worked_out_by_hand(golden: Play, period: str) -> None:
    figures = asked(golden, "decision-766", period)

    single = {row.key: row for row in figures.rows if not row.heading}
    found = {key: tuple(row.cells[name] for name in ("counted", "among", "points")) for key, row in single.items()}
    # The average time has no points: below.
    assert {key: cells for key, cells in found.items() if key != "2.2"} == INDEX[period]
    assert figures.total is not None
    headings = [row for row in figures.rows if row.heading]
    sums = {
        row.key: tuple(row.cells[name] for name in ("points", "measured", "maximum"))
        for row in (*headings, figures.total)
    }
    assert sums == GROUPS[period]


def test_each_number_opens_the_dossiers_behind_it(golden: Play) -> None:
    figures = asked(golden, "decision-766", "2027-01")
    row = next(row for row in figures.rows if row.key == "2.1")

    assert numbers(golden, row, "among") - numbers(golden, row, "counted") == LATE_IN_JANUARY


# 13/01: B4 alone ended, after 7 + 8 + 5.5 working hours. 25/01: B6 took 79.5 h and waited 15 h of them for papers, B9
# 66 h and 12 h 50 for the fee, C8 29 h, C15 half an hour on Friday and 31 minutes on Monday: 8861 minutes in all.
@pytest.mark.parametrize(("day", "days"), [("2027-01-13", 20.5 / 8), ("2027-01-25", 8861 / 480 / 4)])
def test_the_average_time_is_that_of_the_desk_without_what_was_waited(golden: Play, day: str, days: float) -> None:
    figures = asked(golden, "decision-766", day)

    assert next(row for row in figures.rows if row.key == "2.2").cells["days"] == pytest.approx(days)


# V1 was answered in January and published on 02/02, in time: not published as January saw it, and February's to count.
FEEDBACK = {
    "2027-01": {"received": "V1 V2 V3 V4", "handled_in_time": "V1", "handled_late": "V2", "open_in_time": "V3 V4",
                "refused": "V2", "refused_late": "V2"},
    "2027-02": {"received": "V5 V7", "carried_over": "V3 V4", "handled_in_time": "V3 V5", "handled_late": "V4",
                "open_in_time": "V7", "published": "V1 V4 V5", "published_late": "V3", "reopened": "V5"},
}  # fmt: skip
_VOICED = (
    "received", "carried_over", "handled_in_time", "handled_late", "open_in_time", "open_overdue", "refused",
    "refused_late", "asked_late", "published", "published_late", "escalated", "reopened",
)  # fmt: skip


@pytest.mark.parametrize("period", FEEDBACK)
def test_what_was_said_and_how_it_was_answered(golden: Play, period: str) -> None:
    figures = asked(golden, "feedback", period)

    assert figures.total is not None
    by_key = {key: number for number, key in golden.voices.items()}
    behind = figures.total.behind
    found = {name: {by_key[key] for key in behind[name]} for name in _VOICED if behind.get(name)}
    assert found == {name: set(told.split()) for name, told in FEEDBACK[period].items()}
    assert figures.doubts == ()


# Field: returned, marked, very good, good, poor, by the citizen, by an officer; by the day of the return.
MARKS = {
    # Returned in January: A1 B1 B2 B4 B11 B13 C1 C3 C4 | B3 C2 C6 C10 | A2 B5 B6 B7 C5 C14 C15 | B9 C7 C8 | C9.
    "2027-01": {
        "Hộ tịch": (9, 3, 1, 2, 0, 2, 1), "Chứng thực": (4, 2, 0, 1, 1, 1, 1),
        "Đăng ký, quản lý cư trú": (7, 1, 0, 1, 0, 1, 0),
        "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)": (3, 1, 1, 0, 0, 1, 0),
        "Bảo trợ xã hội": (1, 0, 0, 0, 0, 0, 0), "": (24, 7, 2, 4, 1, 5, 2),
    },
    # In March until the 14th: E7 E10 | F1 | E6 | C25.
    "2027-03-01/2027-03-14": {
        "Hộ tịch": (2, 0, 0, 0, 0, 0, 0), "Chứng thực": (1, 1, 1, 0, 0, 1, 0),
        "Đăng ký, quản lý cư trú": (1, 0, 0, 0, 0, 0, 0), "Đất đai": (1, 1, 0, 1, 0, 0, 1), "": (5, 2, 1, 1, 0, 1, 1),
    },
}  # fmt: skip
_MARKED = ("returned", "marked", "very_good", "good", "poor", "by_citizen", "by_officer")


@pytest.mark.parametrize("period", MARKS)
def test_how_citizens_found_the_service_by_field(golden: Play, period: str) -> None:
    figures = asked(golden, "satisfaction", period)

    assert figures.total is not None
    found = {row.key: tuple(row.cells[name] for name in _MARKED) for row in (*figures.rows, figures.total)}
    assert found == MARKS[period]


def test_who_did_not_mark_says_nothing(golden: Play) -> None:
    figures = asked(golden, "satisfaction", "2027-01")

    by_field = {row.key: row.cells["share"] for row in figures.rows}
    assert by_field["Chứng thực"] == pytest.approx(1 / 2)
    assert by_field["Bảo trợ xã hội"] is NOTHING
