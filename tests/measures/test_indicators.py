"""Decision 766: its table, the points of a share, and what counts as handled in time."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.indicators import Indicator, handled_in_time, points
from communedb.domain.moment import VIETNAM
from communedb.reference.indicators import shipped_index


def test_the_five_groups_and_their_indicators_add_up_to_a_hundred_points() -> None:
    index = shipped_index()

    assert list(map(int, index.groups.values())) == [18, 20, 22, 22, 18]
    for group, maximum in index.groups.items():
        assert sum(one.maximum for one in index.of(group)) == maximum
    assert {one.group for one in index.indicators} == set(index.groups)


@pytest.mark.parametrize(
    ("counted", "among", "maximum", "full", "expected"),
    [
        # All of it, or as much as the threshold asks for.
        (10, 10, 20, "1", "20.00"),
        (8, 10, 6, "0.8", "6.00"),
        (9, 10, 6, "0.8", "6.00"),
        # Below the threshold: share x maximum / threshold. 7/10 x 6 / 0.8 = 5.25.
        (7, 10, 6, "0.8", "5.25"),
        # 113/139 x 20 = 16.258...
        (113, 139, 20, "1", "16.26"),
        # Exactly half a hundredth is rounded up: 1/800 x 4 = 0.005.
        (1, 800, 4, "1", "0.01"),
        (0, 10, 6, "0.8", "0.00"),
        # More is overdue and complained of than there was: no negative points.
        (-2, 10, 6, "0.9", "0.00"),
    ],
)
def test_points(counted: int, among: int, maximum: int, full: str, expected: str) -> None:
    assert points(counted, among, Indicator("9.9", Fraction(maximum), Fraction(full))) == Decimal(expected)


def test_a_share_of_nothing_has_no_points_rather_than_none_of_them() -> None:
    assert points(0, 0, Indicator("9.9", Fraction(6))) is None


@given(st.integers(0, 500), st.integers(1, 500), st.integers(1, 100))
def test_more_that_is_right_never_costs_points_and_the_maximum_is_never_passed(
    counted: int, among: int, percent: int
) -> None:
    indicator = Indicator("9.9", Fraction(22), Fraction(percent, 100))

    fewer, more = points(counted, among, indicator), points(counted + 1, among, indicator)

    assert fewer is not None
    assert more is not None
    assert 0 <= fewer <= more <= 22


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m %H:%M").replace(year=2026, tzinfo=VIETNAM)


DUE, END = at("20/11 17:30"), at("30/11 23:59")


@pytest.mark.parametrize(
    ("case", "ended", "supplements", "asked", "paused", "expected"),
    [
        ("ended on the last minute", "20/11 17:30", 0, None, False, True),
        ("ended a minute later", "20/11 17:31", 0, None, False, False),
        ("open at the end of the period, past its due date", None, 0, None, False, False),
        ("waits for its first supplement, asked for in time", None, 1, "18/11 09:00", True, True),
        ("waits for its first supplement, asked for too late", None, 1, "23/11 09:00", True, False),
        ("one supplement, ended in time", "19/11 10:00", 1, None, False, True),
        ("two supplements, ended in time: overdue all the same", "19/11 10:00", 2, None, False, False),
        ("waits for its second supplement", None, 2, "18/11 09:00", True, False),
        ("waits for another agency, its clock stands still", None, 0, None, True, True),
    ],
)
def test_what_counts_as_handled_in_time(
    case: str, ended: str | None, supplements: int, asked: str | None, paused: bool, expected: bool
) -> None:
    told = handled_in_time(
        DUE,
        at(ended) if ended else None,
        END,
        supplements=supplements,
        supplement_asked_at=at(asked) if asked else None,
        paused=paused,
    )

    assert told is expected, case


def test_an_open_dossier_inside_its_due_time_and_one_without_a_promise_are_in_time() -> None:
    assert handled_in_time(DUE, None, at("20/11 17:30"), supplements=0)
    assert not handled_in_time(DUE, None, at("20/11 17:31"), supplements=0)
    assert handled_in_time(None, at("29/11 08:00"), END, supplements=0)
