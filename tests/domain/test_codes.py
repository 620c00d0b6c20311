"""Dossier codes by the office's own pattern."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from communedb.domain.codes import COUNTER_LIMIT, DEFAULT_PATTERN, CodePattern, looks_like_code
from communedb.domain.refusal import Reason, Refused

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("pattern", "code", "period"),
    [
        (DEFAULT_PATTERN, "19867.07-261123-0042", "261123"),
        ("{station}-{counter}", "7-42", ""),
        # The shape of Circular 01/2018, with the station in the four digits of the counter.
        ("000.00.00.H57-{date:%y%m%d}-{station:1}{counter:03}", "000.00.00.H57-261123-7042", "261123"),
        # The shape seen on the national system in 2026.
        ("G09.20-{date:%Y%m%d}-{station:02}{counter:05}", "G09.20-20261123-0700042", "20261123"),
        # A counter that runs for a year, or a month.
        ("{date:%Y}.{station:02}.{counter:05}", "2026.07.00042", "2026"),
        ("HS{counter:04}.{station:02}-{date:%m-%Y}", "HS0042.07-11-2026", "11-2026"),
        ("{date:%d}{date:%m}-{station:02}-{counter}-{date:%Y}", "2311-07-42-2026", "23|11|2026"),
    ],
)
def test_codes_by_pattern(pattern: str, code: str, period: str) -> None:
    parsed = CodePattern.parse(pattern)
    assert parsed.format("19867", 7, DAY, 42) == code
    assert parsed.period(DAY) == period
    assert looks_like_code(code) or len(code) < 6
    assert CodePattern.parse(parsed.text) == parsed


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", Reason.CODE_PATTERN_UNREADABLE),
        ("{station}-{counter", Reason.CODE_PATTERN_UNREADABLE),
        ("HS-{date:%Y}-{counter:04}", Reason.CODE_PATTERN_LACKS_FIELD),
        ("HS-{station:02}", Reason.CODE_PATTERN_LACKS_FIELD),
        ("{station}-{counter}-{officer}", Reason.CODE_PATTERN_FIELD_UNKNOWN),
        ("{station}-{counter}-{}", Reason.CODE_PATTERN_FIELD_UNKNOWN),
        ("{station.real}-{counter}", Reason.CODE_PATTERN_FIELD_UNKNOWN),
        ("{station:x}-{counter}", Reason.CODE_PATTERN_FIELD_FORMAT),
        ("{station}-{counter:{unit}}", Reason.CODE_PATTERN_FIELD_FORMAT),
        ("{station!r}-{counter}", Reason.CODE_PATTERN_FIELD_FORMAT),
        ("{unit:>9999999}-{station}-{counter}", Reason.CODE_PATTERN_FIELD_FORMAT),
        ("{date}-{station}-{counter}", Reason.CODE_PATTERN_FIELD_FORMAT),
        ("{date:%H}-{station}-{counter}", Reason.CODE_PATTERN_FIELD_FORMAT),
        ("HS/{station}-{counter}", Reason.CODE_PATTERN_CHARACTER),
        ("HỒ-SƠ-{station}-{counter}", Reason.CODE_PATTERN_CHARACTER),
        ("{station}-{counter} x", Reason.CODE_PATTERN_CHARACTER),
        ("{{{station}-{counter}", Reason.CODE_PATTERN_CHARACTER),
        (".{station}-{counter}", Reason.CODE_PATTERN_CHARACTER),
        ("{station}-{counter}.", Reason.CODE_PATTERN_CHARACTER),
        ("{station}{counter:04}", Reason.CODE_PATTERN_AMBIGUOUS),
        ("{station}0-{counter:04}", Reason.CODE_PATTERN_AMBIGUOUS),
        ("{counter:04}{station:02}", Reason.CODE_PATTERN_AMBIGUOUS),
        ("{station}-{counter}" * 1_000_000, Reason.TEXT_TOO_LONG),
    ],
)
def test_a_pattern_that_could_not_serve_is_refused(pattern: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        CodePattern.parse(pattern)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("unit", "station", "counter", "reason"),
    [
        ("", 1, 1, Reason.CODE_UNIT_UNUSABLE),
        ("Quảng Điền", 1, 1, Reason.CODE_UNIT_UNUSABLE),
        ("../19867", 1, 1, Reason.CODE_UNIT_UNUSABLE),
        ("19867", 0, 1, Reason.CODE_STATION_OUT_OF_RANGE),
        ("19867", 100, 1, Reason.CODE_STATION_OUT_OF_RANGE),
        ("19867", 1, 0, Reason.CODE_COUNTER_OUT_OF_RANGE),
        ("19867", 1, COUNTER_LIMIT + 1, Reason.CODE_COUNTER_OUT_OF_RANGE),
    ],
)
def test_what_makes_no_code_is_refused(unit: str, station: int, counter: int, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        CodePattern.parse(DEFAULT_PATTERN).format(unit, station, DAY, counter)
    assert refused.value.reason is reason


def test_a_station_that_the_pattern_has_no_room_for_is_refused_rather_than_mistaken_for_another() -> None:
    pattern = CodePattern.parse("H57-{station:1}{counter:03}")
    with pytest.raises(Refused) as refused:
        pattern.format("19867", 10, DAY, 1)
    assert refused.value.facts == {"station": 10, "limit": 9}


def test_a_counter_beyond_its_width_goes_on() -> None:
    assert CodePattern.parse(DEFAULT_PATTERN).format("19867", 1, DAY, 10_000) == "19867.01-261123-10000"


PIECES = [
    "{unit}",
    "{station}",
    "{station:02}",
    "{counter}",
    "{counter:03}",
    "{date:%y%m%d}",
    "{date:%Y}",
    "-",
    "H5",
    "0",
]
PATTERNS = st.one_of(st.just(DEFAULT_PATTERN), st.lists(st.sampled_from(PIECES), min_size=2, max_size=7).map("".join))
CASES = st.tuples(st.integers(1, 99), st.integers(1, 30_000), st.dates(date(2025, 1, 1), date(2030, 12, 31)))


@given(PATTERNS, CASES, CASES)
def test_two_codes_are_equal_only_for_the_same_station_period_and_counter(
    pattern: str, one: tuple[int, int, date], other: tuple[int, int, date]
) -> None:
    try:
        parsed = CodePattern.parse(pattern)
        codes = [parsed.format("19867", station, day, counter) for station, counter, day in (one, other)]
    except Refused:
        assume(False)
    keys = [(station, counter, parsed.period(day)) for station, counter, day in (one, other)]
    assert (codes[0] == codes[1]) == (keys[0] == keys[1])


@given(CASES)
def test_neighbouring_numbers_and_stations_never_meet(case: tuple[int, int, date]) -> None:
    station, counter, day = case
    for text in (DEFAULT_PATTERN, "H57-{station:02}{counter:03}", "{station}-{counter}", "{counter}.{station}"):
        pattern = CodePattern.parse(text)
        near = {(s, c) for s in (station, 1, 11) for c in (counter, counter + 1, counter * 10, 1, 11, 111)}
        assert len({pattern.format("19867", s, day, c) for s, c in near}) == len(near)


@pytest.mark.parametrize("text", ["000.00.00.H57-250701-0001", "G09.20-20260609-0092637", "KQ.G15.000032\r"])
def test_codes_of_other_systems_have_the_shape_of_a_code(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text", ["", "046090012345", "Nguyễn Văn A", "khai sinh 2", "H57-", "a-b-c-d", "1-" * 1_000_000]
)
def test_other_text_has_not(text: str) -> None:
    assert not looks_like_code(text)
