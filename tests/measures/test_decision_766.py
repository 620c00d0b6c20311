"""Decision 766 for a week in November 2026, each number worked out by hand; Tuesday the 24th is a holiday."""

from __future__ import annotations

import pytest
from tests.measures.conftest import BIRTH, Office, row_of

from communedb.desk.office import set_setting
from communedb.domain.refusal import Reason, Refused
from communedb.reports.figures import Figures, Unknown

WEEK = "2026-W48"


@pytest.fixture
def week(office: Office) -> Office:
    """Six dossiers, two fees, one complaint."""
    an = office.receive("2026-11-23 08:00", "Trần Thị An")  # three working days: due Friday 27, 17:30
    office.file(an)
    binh = office.receive("2026-11-23 09:00", "Lê Văn Bình", BIRTH, channel="online")  # due the same day
    cuc = office.receive("2026-11-23 10:00", "Ngô Thị Cúc")
    office.ask_for_more("2026-11-23 11:00", cuc)
    office.step("2026-11-23 14:00", cuc, "supplement_received")
    office.ask_for_more("2026-11-23 15:00", cuc)
    office.step("2026-11-25 08:00", cuc, "supplement_received")
    danh = office.receive("2026-11-25 08:10", "Hồ Văn Danh")
    office.finish("2026-11-25 09:00", binh)
    office.file(binh, result=True)
    office.ask_for_more("2026-11-25 09:30", danh)
    office.finish("2026-11-25 10:00", cuc)
    office.step("2026-11-25 11:00", an, "fee_paid", amount=8_000, method="cash")
    office.finish("2026-11-26 10:00", an)
    office.file(an, result=True)
    em = office.receive("2026-11-26 10:30", "Phan Thị Em", channel="online")  # due Tuesday 1 December
    office.step("2026-11-26 10:40", em, "fee_paid", amount=8_000, method="online")
    office.receive("2026-11-27 08:00", "Võ Thị Giang", BIRTH)  # due the same day, nobody works on it
    office.say("2026-11-27 09:00", "Trả kết quả chậm", kind="agency_delay", subject_kind="dossier", subject=binh)
    office.centre.clock.set("2026-11-30 08:00")
    return office


def told(figures: Figures, indicator: str) -> tuple[object, ...]:
    cells = row_of(figures, indicator).cells
    return tuple(cells[name] for name in ("counted", "among", "points"))


BY_HAND = {
    # In time: An (26 before 27), Danh (waits for his first supplement), Em (open, due 1 December). Not: Bình (two
    # days late), Cúc (in time, but asked twice), Giang (open, overdue). 3/6 x 20.
    "2.1": (3, 6, 10.0),
    # Results: An, Bình, Cúc; as files An's and Bình's. 2/3 x 6 / 0.8.
    "3.1": (2, 3, 5.0),
    # A scan and a result: An. 1/3 x 6 / 0.8.
    "3.2": (1, 3, 2.5),
    # Bình and Em of six. 2/6 x 6 / 0.8.
    "4.1": (2, 6, 2.5),
    # Bình's. 1/3 x 6 / 0.5.
    "4.2": (1, 3, 4.0),
    # Em paid online, An in cash. 1/2 x 10 / 0.8.
    "4.3": (1, 2, 6.25),
    "5.1": (1, 1, 6.0),
    "5.2": (1, 1, 6.0),
    # Six less three overdue less one complained of: 2/6 x 6 / 0.9.
    "5.3": (2, 6, 2.22),
}
"""By indicator: counted, among, points."""


def test_each_indicator_is_what_a_person_counts_and_opens_its_dossiers(week: Office) -> None:
    figures = week.report("decision-766", WEEK)

    assert {indicator: told(figures, indicator) for indicator in BY_HAND} == BY_HAND
    behind = row_of(figures, "2.1").behind
    assert week.called(behind["counted"]) == ["Trần Thị An", "Hồ Văn Danh", "Phan Thị Em"]
    assert len(behind["among"]) == 6
    assert week.called(row_of(figures, "3.2").behind["counted"]) == ["Trần Thị An"]
    assert [doubt.code for doubt in figures.doubts] == ["maximum_assumed"]
    # The share by field is the same rule.
    by_field = week.report("on-time", WEEK)
    assert [(row.key, row.cells["in_time"], row.cells["handled"], row.cells["share"]) for row in by_field.rows] == [
        ("Hộ tịch", 3, 6, 0.5)
    ]


def test_the_sums_say_of_how_many_points_they_are_and_what_is_unknown_is_no_zero(week: Office) -> None:
    figures = week.report("decision-766", WEEK)

    sums = [
        tuple(row.cells[name] for name in ("points", "measured", "maximum"))
        for row in (*(row for row in figures.rows if row.heading), figures.total)
        if row
    ]
    assert sums == [
        (Unknown.NOT_MEASURED, 0.0, 18.0),
        (10.0, 20.0, 20.0),
        (7.5, 12.0, 22.0),
        (12.75, 22.0, 22.0),
        (14.22, 18.0, 18.0),
        (44.47, 72.0, 100.0),
    ]
    for indicator in ("1.1", "1.2", "3.3", "3.4"):
        assert told(figures, indicator) == (Unknown.NOT_MEASURED,) * 3
    # An 18 hours (7.5 + 8 + 2.5), Bình 8, Cúc 8 less 4 while she was waited for: 30 hours, three dossiers, days of 8.
    assert row_of(figures, "2.2").cells["days"] == pytest.approx(1.25)


def test_an_office_that_knows_other_points_says_so_and_the_groups_still_add_up(week: Office) -> None:
    administrator = week.as_("administrator")
    administrator.write(set_setting, "indicators_766", "3.1=8/50; 3.2 = 4/80")

    figures = week.report("decision-766", WEEK)

    # 2/3 is more than a half: all eight points; 1/3 x 4 / 0.8.
    assert told(figures, "3.1") == (2, 3, 8.0)
    assert told(figures, "3.2") == (1, 3, 1.67)
    assert "3.1" not in figures.doubts[0].facts["indicators"].split(", ")
    for wrong in ("3.1=8/50", "3.1=8", "9.9=1/50", "3.1=8/0; 3.2=4/80"):
        with pytest.raises(Refused) as refusal:
            administrator.write(set_setting, "indicators_766", wrong)
        assert refusal.value.reason is Reason.SETTING_NOT_ACCEPTED


def test_a_week_of_nothing_has_nothing_to_count(week: Office) -> None:
    figures = week.report("decision-766", "2026-W40")

    assert told(figures, "2.1") == (0, 0, Unknown.NOTHING_TO_COUNT)
    assert figures.total
    assert figures.total.cells["points"] is Unknown.NOTHING_TO_COUNT
    assert figures.total.cells["measured"] == 0.0
