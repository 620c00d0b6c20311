"""What the intake form makes of what was typed, without a screen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.channel import Channel
from communedb.domain.fees import Exemption, FeeRule, FeeSchedule, FeeUnit, total
from communedb.domain.idcard import read_card
from communedb.domain.intake import PaperState
from communedb.domain.procedure import PaperItem, Procedure
from communedb.domain.refusal import Reason
from communetui.intake.applicant import holds_somebody_else, with_card, with_known, without_person
from communetui.intake.fees import fee_of, first_choices
from communetui.intake.memory import Known
from communetui.intake.reading import WrongAt, read_intake
from communetui.intake.state import FeeChoice, FormState, PaperLine, paper_lines

DAY = date(2026, 11, 23)
POOR = Exemption(id="poor", label="Hộ nghèo", percent=50)
RESIDENCE = Procedure(
    id="p",
    code="1.004222",
    version="v",
    name_vi="Đăng ký thường trú",
    fee=FeeSchedule(
        given=True,
        rules=(
            FeeRule(label="Trực tiếp", amount=20_000, exemptions=(POOR,)),
            FeeRule(label="Theo danh sách", amount=10_000, unit=FeeUnit.PERSON),
        ),
    ),
    papers=(PaperItem(name="Tờ khai"), PaperItem(name="Hợp đồng thuê nhà", condition="Trường hợp ở thuê")),
)
FREE = Procedure(id="f", code="1.001193", version="v", name_vi="Khai sinh", fee=FeeSchedule(given=True))
NOT_GIVEN = Procedure(id="n", code="1.000080", version="v", name_vi="Nhận cha, mẹ, con")


def form(**texts: Any) -> FormState:
    return FormState(**{"name": "Hồ Thị Lài", **texts})


def person(**facts: Any) -> Known:
    unknown = dict.fromkeys(("id_number", "old_id_number", "birth", "sex", "phone", "email", "unit", "address"))
    return Known({"id": "p1", "kind": "citizen", "name": "Nguyễn Văn Đức", **unknown, **facts}, facts.pop("_unit", ""))


FEES = [
    (FREE, {}, "", 0),
    (NOT_GIVEN, {}, "", None),
    (NOT_GIVEN, {}, "15.000", 15_000),
    (NOT_GIVEN, {}, "0", 0),
    (None, {}, "", None),
    (RESIDENCE, {}, "", None),
    (RESIDENCE, {"Trực tiếp": FeeChoice(chosen=True)}, "", 20_000),
    (RESIDENCE, {"Trực tiếp": FeeChoice(chosen=True, exemption="poor")}, "", 10_000),
    (RESIDENCE, {"Trực tiếp": FeeChoice(chosen=True, exemption="of an older version")}, "", 20_000),
    (RESIDENCE, {"Theo danh sách": FeeChoice(chosen=True, quantity=3)}, "", 30_000),
    (RESIDENCE, {"Theo danh sách": FeeChoice(chosen=True, quantity=3)}, "5000", 35_000),
]


@pytest.mark.parametrize(("procedure", "choices", "typed", "paid"), FEES)
def test_the_fee_is_what_was_chosen_or_typed_and_unknown_until_then(procedure, choices, typed, paid) -> None:
    lines = fee_of(procedure, choices, typed, Channel.COUNTER, DAY)
    assert (None if lines is None else total(lines)) == paid


def test_alternatives_are_never_added_up_by_themselves() -> None:
    assert not any(choice.chosen for choice in first_choices(RESIDENCE.fee.rules).values())
    assert first_choices(RESIDENCE.fee.rules[:1])["Trực tiếp"].chosen


def test_a_paper_nobody_looked_at_is_missing_unless_it_is_asked_for_only_in_some_case() -> None:
    intake = read_intake(form(papers=paper_lines(RESIDENCE.papers)), RESIDENCE, DAY)
    assert [paper.state for paper in intake.papers] == [PaperState.NO, PaperState.NOT_APPLICABLE]


WRONG = [
    ({"name": "  "}, "name", Reason.APPLICANT_NAME_MISSING),
    ({"birth": "30/02/1990"}, "birth", Reason.DATE_IMPOSSIBLE),
    ({"id_number": "04609001234A"}, "id_number", Reason.ID_NUMBER_NOT_DIGITS),
    ({"submitter_phone": "0905123456"}, "submitter_name", Reason.NAME_MISSING),
    ({"submitter_name": "Lan", "submitter_id_number": "12"}, "submitter_id_number", Reason.ID_NUMBER_LENGTH),
    ({"sets": "100"}, "sets", Reason.SETS_OUT_OF_RANGE),
    ({"sets": "²"}, "sets", Reason.SETS_OUT_OF_RANGE),
    ({"unit_text": "Quảng Phước"}, "unit", Reason.UNKNOWN_UNIT),
    ({"fee_typed": "-5"}, "fee_typed", Reason.MONEY_UNREADABLE),
    ({"other_codes": "Hộ tịch: " + "9" * 300}, "other_codes", Reason.TEXT_TOO_LONG),
    ({"limit": -1, "limit_amount": "99999"}, "limit_amount", Reason.TIME_LIMIT_OUT_OF_RANGE),
]


@pytest.mark.parametrize(("texts", "control", "reason"), WRONG)
def test_what_cannot_be_taken_is_told_with_its_control(texts, control, reason) -> None:
    with pytest.raises(WrongAt) as wrong:
        read_intake(form(**texts), RESIDENCE, DAY)
    assert (wrong.value.control, wrong.value.refusal.reason) == (control, reason)


def test_without_a_picked_procedure_nothing_is_saved() -> None:
    with pytest.raises(WrongAt) as wrong:
        read_intake(form(procedure="khai sinh"), None, DAY)
    assert (wrong.value.control, wrong.value.refusal.reason) == ("procedure", Reason.PROCEDURE_NAME_MISSING)


def test_a_known_persons_facts_fill_what_is_empty_and_keep_what_was_typed() -> None:
    known = person(id_number="046090012345", phone="0905123456", birth="1990-01-01", sex="male")
    filled = with_known(form(name="", phone="0914000111"), known)
    assert (filled.name, filled.phone, filled.birth, filled.sex) == (
        "Nguyễn Văn Đức", "0914000111", "01/01/1990", "male")  # fmt: skip


def test_the_next_known_person_leaves_nothing_of_the_one_before() -> None:
    first = person(id_number="046090012345", phone="0905123456", address="Thôn 1")
    second = person(id="p2", name="Lê Thị Bưởi", id_number="046175000111")
    filled = with_known(with_known(form(name=""), first), second)
    assert (filled.name, filled.phone, filled.address, filled.person) == ("Lê Thị Bưởi", "", "", "p2")


def test_turning_to_somebody_else_keeps_what_the_officer_typed() -> None:
    filled = with_known(form(name=""), person(id_number="046090012345", phone="0905123456"))
    left = without_person(filled.model_copy(update={"email": "duc@example.vn"}))
    assert (left.name, left.phone, left.email, left.person) == ("", "", "duc@example.vn", "")


CARDS = [
    ("046090012345||Nguyễn Văn Đức|01011990|Nam|Thôn 1|01012021", ("name", "address")),
    ("046090012345|191234567|Nguyễn Văn Đức|01011990|Nữ|Thôn 1|01012021", ("name", "address", "sex")),
    ("046090012345||Nguyễn Văn Đức||||", ("name",)),
]


@pytest.mark.parametrize(("scanned", "unchecked"), CARDS)
def test_letters_of_a_card_are_marked_numbers_are_sure(scanned, unchecked) -> None:
    filled = with_card(FormState(), read_card(scanned), None)
    assert set(filled.unchecked) - {"sex"} == set(unchecked) - {"sex"}
    assert ("sex" in filled.unchecked) >= ("sex" in unchecked)
    assert filled.id_number == "046090012345"


@given(st.from_regex(r"0460900123\d\d", fullmatch=True), st.text(max_size=40), st.booleans())
def test_a_card_always_gives_its_number_and_never_a_unit(number, letters, typed_before) -> None:
    card = read_card(f"{number}||{letters.replace('|', '')}|01011990|Nam|Xã Quảng Phước|01012021")
    if card is None:
        return
    before = FormState(name="Hồ Thị Lài", unit="19867", unit_text="Xã Quảng Điền") if typed_before else FormState()
    filled = with_card(before, card, None)
    assert filled.id_number == number
    assert filled.unit == ("" if holds_somebody_else(before, card) else before.unit)


texts = st.text(max_size=30)
STATES = st.builds(
    FormState,
    name=texts,
    birth=texts,
    id_number=texts,
    content=texts,
    limit=st.integers(-1, 3),
    papers=st.lists(st.builds(PaperLine, name=texts, state=st.sampled_from([None, *PaperState])), max_size=3).map(
        tuple
    ),
    fees=st.dictionaries(
        texts, st.builds(FeeChoice, chosen=st.booleans(), quantity=st.integers(0, 99_999)), max_size=2
    ),
)


@given(STATES)
def test_what_a_draft_holds_comes_back_as_it_was(state) -> None:
    assert FormState.of_body(state.body()) == state


def refused_at(state: FormState) -> str | None:
    try:
        read_intake(state, RESIDENCE, DAY)
    except WrongAt as wrong:
        return wrong.control
    return None


@given(STATES)
def test_whatever_is_typed_becomes_an_intake_or_says_where_it_does_not(state) -> None:
    assert refused_at(state) in {None, "name", "birth", "id_number", "content", "fee_typed", "limit_amount"}
