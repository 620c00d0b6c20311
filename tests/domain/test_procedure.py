"""A procedure's versions: what they tell, when they hold, how they are kept."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from communedb.domain.deadlines import LimitUnit, TimeLimit
from communedb.domain.procedure import CopyKind, Fact, PaperItem, Procedure, procedure_id, version_on

BIRTH = Procedure(
    id=procedure_id("1.001193", "2026-07"),
    code="1.001193",
    version="2026-07",
    name_vi="Thủ tục đăng ký khai sinh",
    name_en="Birth registration",
    also_called=("làm giấy khai sinh",),
    field="Hộ tịch",
    field_code="ho-tich",
    limits=(TimeLimit(amount=1, unit=LimitUnit.SAME_DAY),),
    result="Giấy khai sinh",
    papers=(
        PaperItem(name="Giấy chứng sinh", copy_kind=CopyKind.ORIGINAL),
        PaperItem(name="Văn bản ủy quyền", condition="Trường hợp ủy quyền"),
    ),
)


def version(text: str, begun: str | None = None, ended: str | None = None) -> Procedure:
    return Procedure(
        id=procedure_id("1.004222", text),
        code="1.004222",
        version=text,
        name_vi="Đăng ký thường trú",
        valid_from=date.fromisoformat(begun) if begun else None,
        valid_to=date.fromisoformat(ended) if ended else None,
    )


def test_what_is_not_told_is_shown_as_not_given() -> None:
    typed = Procedure(id="01936f5c-0000-7000-8000-000000000001", version="1", name_vi="Xác nhận hộ bị ngập")
    assert typed.missing == (Fact.LIMIT, Fact.FEE, Fact.RESULT, Fact.PAPERS, Fact.LEGAL_BASE)
    assert typed.given == frozenset()
    assert typed.code == ""


def test_no_papers_is_not_the_same_as_papers_not_given() -> None:
    none_needed = BIRTH.model_copy(update={"papers": ()})
    not_told = BIRTH.model_copy(update={"papers": None})
    assert Fact.PAPERS in none_needed.given
    assert Fact.PAPERS in not_told.missing


def test_birth_registration_lacks_what_nobody_told() -> None:
    assert Fact.LIMIT in BIRTH.given
    assert Fact.RESULT in BIRTH.given
    assert Fact.LEGAL_BASE in BIRTH.missing


def test_a_shipped_version_has_the_same_key_on_every_station() -> None:
    assert procedure_id("1.001193", "2026-07") == "84196570-0668-5eb7-947e-17bb3d324383"
    assert procedure_id("1.001193", "2026-08") != procedure_id("1.001193", "2026-07")


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), unique=True, max_size=20))
def test_different_versions_never_share_a_key(pairs: list[tuple[str, str]]) -> None:
    one_line = [(code.replace("\n", ""), text) for code, text in pairs]
    assert len({procedure_id(*pair) for pair in one_line}) == len(set(one_line))


def test_a_frozen_version_reads_back_the_same_and_writes_the_same_text() -> None:
    text = BIRTH.model_dump_json()
    assert Procedure.model_validate_json(text) == BIRTH
    assert Procedure.model_validate_json(text).model_dump_json() == text


def test_keys_of_a_newer_program_are_passed_over_everywhere() -> None:
    body = json.loads(BIRTH.model_dump_json())
    body["forms"] = ["01"]
    body["papers"][0]["reused"] = True
    body["limits"][0]["sessions"] = "sáng"
    body["fee"]["currency"] = "VND"
    assert Procedure.model_validate_json(json.dumps(body)) == BIRTH


def test_a_body_without_the_later_keys_is_read() -> None:
    oldest = '{"id": "x", "version": "1", "name_vi": "Đăng ký tạm trú"}'
    assert Procedure.model_validate_json(oldest).missing == tuple(Fact)


@pytest.mark.parametrize(
    "broken", [{"name_vi": ""}, {"name_vi": None}, {"papers": [{"name": ""}]}, {"limits": [{"amount": 3}]}]
)
def test_a_version_without_a_name_or_with_half_a_limit_is_not_accepted(broken: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Procedure.model_validate({"id": "x", "version": "1", "name_vi": "Tách hộ"} | broken)


def test_a_version_never_changes_once_made() -> None:
    with pytest.raises(ValidationError):
        BIRTH.name_vi = "Khác"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("begun", "ended", "day", "holds"),
    [
        (None, None, "2026-11-23", True),
        ("2026-11-23", None, "2026-11-22", False),
        ("2026-11-23", None, "2026-11-23", True),
        (None, "2026-11-23", "2026-11-23", True),
        (None, "2026-11-23", "2026-11-24", False),
        ("2026-01-01", "2026-06-30", "2026-03-15", True),
    ],
)
def test_both_ends_of_a_validity_are_included(begun: str | None, ended: str | None, day: str, holds: bool) -> None:
    assert version("a", begun, ended).valid_on(date.fromisoformat(day)) is holds


@pytest.mark.parametrize(
    ("day", "chosen"),
    [("2025-06-30", "first"), ("2026-12-31", "first"), ("2027-01-01", "second"), ("2027-07-01", "third")],
)
def test_the_version_that_began_last_is_chosen(day: str, chosen: str) -> None:
    versions = [version("third", "2027-07-01"), version("first"), version("second", "2027-01-01", "2027-12-31")]
    found = version_on(versions, date.fromisoformat(day))
    assert found is not None
    assert found.version == chosen


def test_no_version_is_chosen_when_none_holds() -> None:
    assert version_on([version("ended", None, "2026-06-30")], date(2026, 7, 1)) is None
    assert version_on([], date(2026, 7, 1)) is None


_DAYS = st.dates(date(2025, 7, 1), date(2028, 12, 31))


@given(st.lists(st.tuples(_DAYS, st.integers(0, 400)), max_size=8), _DAYS, st.randoms())
def test_every_station_chooses_alike_in_any_order(spans: list[tuple[date, int]], day: date, order: object) -> None:
    versions = [
        version(f"v{n}", begun.isoformat(), (begun + timedelta(length)).isoformat())
        for n, (begun, length) in enumerate(spans)
    ]
    shuffled = sorted(versions, key=lambda _: order.random())  # type: ignore[attr-defined]
    found = version_on(versions, day)
    assert found == version_on(shuffled, day)
    assert (found is None) == (not any(each.valid_on(day) for each in versions))


@pytest.mark.parametrize("typed", ["1.001193", "khai sinh", "lam giay khai sinh", "ho tich", "birth"])
def test_search_text_holds_every_way_an_officer_asks(typed: str) -> None:
    assert typed in BIRTH.search_text
