"""Charts in the terminal: readable without colour in eighty columns, each bar with its value."""

from __future__ import annotations

from datetime import date, timedelta

from rich.cells import cell_len

from communedb.reports.figures import Kind
from communedb.reports.series import Bar, Series, by_longer_steps
from communetui.charts.terminal import lines


def test_received_and_returned_stand_side_by_side_on_one_scale() -> None:
    week = [(12, 8), (30, 15), (0, 1), (None, 3)]
    series = Series(
        "by-day",
        ("received", "returned"),
        Kind.COUNT,
        tuple(Bar(date(2026, 11, 23 + place), pair) for place, pair in enumerate(week)),
    )

    assert lines(series, 80) == [
        "          █ Tiếp nhận                         ▒ Trả kết quả",
        "T2 23/11  ████████████ 12                     ▒▒▒▒▒▒▒▒ 8",
        "T3 24/11  ███████████████████████████████ 30  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 15",
        "T4 25/11  0                                   ▒ 1",
        "T5 26/11  -                                   ▒▒▒ 3",
    ]


def test_a_share_shows_what_is_missing_and_a_long_name_is_cut() -> None:
    series = Series(
        "on-time",
        ("share",),
        Kind.SHARE,
        (
            Bar("Hộ tịch", (1.0,)),
            Bar("Bảo trợ xã hội và phòng, chống tệ nạn xã hội", (113 / 139,)),
            Bar("Đất đai", (0.0,)),
        ),
    )

    drawn = lines(series, 60)

    assert [line.rpartition("█")[2].lstrip("·") for line in drawn[1:3]] == [" 100,0 %", " 81,3 %"]
    assert "Bảo trợ xã hội" in drawn[2]
    assert "…" in drawn[2]
    assert drawn[3].count("█") == 0
    assert drawn[3].endswith("· 0,0 %")
    assert max(map(cell_len, drawn)) <= 60


def test_where_there_is_no_room_for_bars_the_values_stand_alone_and_nothing_is_said_to_be_nothing() -> None:
    one = (Bar(date(2026, 11, 23), (12, 8)),)

    assert lines(Series("by-day", ("received", "returned"), Kind.COUNT, one), 22)[-1] == "T2 23/11  12     8"
    assert lines(Series("by-day", ("received", "returned"), Kind.COUNT, ()), 80) == ["Chưa có số liệu để vẽ biểu đồ."]


def test_a_quarter_is_drawn_by_week_and_a_few_years_by_month_with_the_same_sum() -> None:
    first = date(2026, 1, 1)

    def days(count: int) -> Series:
        bars = tuple(Bar(first + timedelta(days=place), (1,)) for place in range(count))
        return Series("by-day", ("received",), Kind.COUNT, bars)

    for count, expected in ((62, 62), (90, 14), (1096, 36)):
        drawn = by_longer_steps(days(count))
        assert len(drawn.bars) == expected
        assert sum(value or 0 for bar in drawn.bars for value in bar.values) == count
    quarter = by_longer_steps(days(90))
    assert [(bar.label, bar.last) for bar in quarter.bars[:2]] == [
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 1, 5), date(2026, 1, 11)),
    ]
