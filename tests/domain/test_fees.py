"""Fees: what a dossier pays, and how it is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from communedb.domain.channel import Channel
from communedb.domain.fees import (
    QUANTITY_LIMIT,
    ChannelAmounts,
    Exemption,
    FeeLine,
    FeeRule,
    FeeSchedule,
    FeeUnit,
    Tier,
    compute,
    format_dong,
    parse_dong,
    total,
)
from communedb.domain.money import DONG_LIMIT
from communedb.domain.refusal import Reason, Refused

CERTIFIED_COPY = FeeRule(  # 2.000815
    label="Chứng thực bản sao từ bản chính",
    unit=FeeUnit.PAGE,
    amount=2_000,
    tiers=(Tier(from_quantity=3, amount=1_000),),
    cap=200_000,
)
RESIDENCE = FeeRule(label="Lệ phí đăng ký thường trú", amount=20_000, amounts=ChannelAmounts(online=10_000))  # 1.004222
POOR = Exemption(id="poor", label="Hộ nghèo", percent=100)
HALF = Exemption(id="half", label="Giảm 50%", percent=50)
ADOPTION = FeeRule(label="Lệ phí đăng ký nuôi con nuôi", amount=400_000, exemptions=(POOR, HALF))  # 2.001263


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (10, 1, 12_000),
        (10, 3, 36_000),
        (197, 1, 199_000),
        (198, 1, 200_000),
        (199, 1, 200_000),
        (500, 2, 400_000),
        (0, 1, 0),
        (5, 0, 0),
    ],
)
def test_a_certified_copy_costs_by_the_pages_of_the_original_up_to_the_cap(
    pages: int, copies: int, amount: int
) -> None:
    assert compute(CERTIFIED_COPY, Channel.COUNTER, pages, copies=copies).amount == amount


def test_a_line_tells_how_its_amount_comes_about() -> None:
    line = compute(CERTIFIED_COPY, Channel.COUNTER, 300, copies=2)
    assert [(step.quantity, step.each, step.amount) for step in line.steps] == [
        (2, 2_000, 4_000),
        (298, 1_000, 298_000),
    ]
    assert (line.capped_at, line.copies, line.waived, line.amount) == (200_000, 2, 0, 400_000)
    assert compute(CERTIFIED_COPY, Channel.COUNTER, 198).capped_at is None


@pytest.mark.parametrize(
    ("rule", "channel", "quantity", "amount"),
    [
        (RESIDENCE, Channel.COUNTER, 1, 20_000),
        (RESIDENCE, Channel.ONLINE, 1, 10_000),
        (RESIDENCE, Channel.POST, 1, 20_000),
        # 1.004194: by list, for each person.
        (
            FeeRule(label="Đăng ký tạm trú theo danh sách", unit=FeeUnit.PERSON, amount=10_000),
            Channel.COUNTER,
            7,
            70_000,
        ),
        # 2.001035: for each contract.
        (FeeRule(label="Hợp đồng", unit=FeeUnit.TRANSACTION, amount=50_000), Channel.COUNTER, 2, 100_000),
        # A channel's amount stands for the whole rate: free online is free from page 3 on, too.
        (
            CERTIFIED_COPY.model_copy(update={"amounts": ChannelAmounts(online=0)}),
            Channel.ONLINE,
            10,
            0,
        ),
    ],
)
def test_fees_by_channel_and_unit(rule: FeeRule, channel: Channel, quantity: int, amount: int) -> None:
    assert compute(rule, channel, quantity).amount == amount


def test_exemptions_waive_their_part() -> None:
    assert compute(ADOPTION, Channel.COUNTER, exemption="poor").amount == 0
    line = compute(ADOPTION, Channel.COUNTER, exemption="half")
    assert (line.amount, line.waived, line.exemption) == (200_000, 200_000, HALF)


def test_a_part_of_a_dong_is_waived_too() -> None:
    third = FeeRule(label="Phí", amount=101, exemptions=(Exemption(id="a", label="Giảm 33%", percent=33),))
    assert compute(third, Channel.COUNTER, exemption="a").amount == 67


@pytest.mark.parametrize("number", [-1, QUANTITY_LIMIT + 1, 10**30])
def test_negative_and_huge_quantities_are_refused(number: int) -> None:
    for arguments in ({"quantity": number}, {"copies": number}):
        with pytest.raises(Refused) as refused:
            compute(CERTIFIED_COPY, Channel.COUNTER, **arguments)
        assert refused.value.reason is Reason.FEE_QUANTITY_OUT_OF_RANGE


def test_an_amount_beyond_reason_and_an_unknown_exemption_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        compute(ADOPTION, Channel.COUNTER, QUANTITY_LIMIT, copies=QUANTITY_LIMIT)
    assert refused.value.reason is Reason.FEE_AMOUNT_OUT_OF_RANGE
    with pytest.raises(Refused) as refused:
        compute(ADOPTION, Channel.COUNTER, exemption="veteran")
    assert refused.value.reason is Reason.FEE_EXEMPTION_UNKNOWN


def test_not_given_is_not_free() -> None:
    not_given, free, paid = FeeSchedule(), FeeSchedule(given=True), FeeSchedule(rules=(RESIDENCE,), given=True)
    assert (not_given.given, not_given.free) == (False, False)
    assert (free.given, free.free) == (True, True)
    assert not paid.free
    zero = FeeRule(label="Lệ phí", amount=0)
    assert FeeSchedule(rules=(zero,), given=True).free
    assert not FeeSchedule(rules=(zero.model_copy(update={"amounts": ChannelAmounts(post=1)}),), given=True).free


def test_the_rules_of_a_day_hold_from_their_first_to_their_last_day() -> None:
    old = FeeRule(label="Mức cũ", amount=1, valid_to=date(2026, 6, 30))
    new = FeeRule(label="Mức mới", amount=2, valid_from=date(2026, 7, 1))
    schedule = FeeSchedule(rules=(old, new, RESIDENCE), given=True)
    assert schedule.rules_on(date(2026, 6, 30)) == (old, RESIDENCE)
    assert schedule.rules_on(date(2026, 7, 1)) == (new, RESIDENCE)


@pytest.mark.parametrize(
    "faulty",
    [
        {"rules": [{"label": "Phí", "amount": -1}], "given": True},
        {"rules": [{"label": "Phí", "amount": 1.5}], "given": True},
        {"rules": [{"label": "Phí", "amount": 1}]},
        {"rules": [{"label": "P", "amount": 1, "tiers": [{"from_quantity": 3, "amount": 1}] * 2}], "given": True},
        {"rules": [{"label": "P", "amount": 1, "exemptions": [HALF.model_dump()] * 2}], "given": True},
        {
            "rules": [{"label": "P", "amount": 1, "exemptions": [{"id": "a", "label": "A", "percent": 101}]}],
            "given": True,
        },
    ],
)
def test_a_schedule_without_one_meaning_is_not_read(faulty: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        FeeSchedule.model_validate(faulty)


def test_keys_of_a_newer_version_are_passed_over() -> None:
    line = FeeLine.model_validate_json('{"label": "Phí", "amount": 8000, "receipt_series": "AB", "steps": []}')
    assert line == FeeLine(label="Phí", amount=8_000)
    assert FeeSchedule.model_validate_json('{"given": true, "currency": "VND"}').free


AMOUNTS = st.integers(0, 10_000_000)


@st.composite
def rules(draw: st.DrawFn) -> FeeRule:
    starts = sorted(draw(st.sets(st.integers(2, 50), max_size=3)))
    percents = draw(st.lists(st.integers(1, 100), max_size=2))
    return FeeRule(
        label=draw(st.text(max_size=20)),
        unit=draw(st.sampled_from(FeeUnit)),
        amount=draw(AMOUNTS),
        amounts=ChannelAmounts(online=draw(st.none() | AMOUNTS), post=draw(st.none() | AMOUNTS)),
        tiers=tuple(Tier(from_quantity=start, amount=draw(AMOUNTS)) for start in starts),
        cap=draw(st.none() | AMOUNTS),
        exemptions=tuple(Exemption(id=str(i), label="", percent=p) for i, p in enumerate(percents)),
        valid_from=draw(st.none() | st.dates()),
    )


SMALL = st.integers(0, 60)


@given(rules(), st.sampled_from(Channel), SMALL, SMALL, st.data())
def test_more_pages_or_copies_never_cost_less_and_never_more_than_the_cap(
    rule: FeeRule, channel: Channel, pages: int, copies: int, data: st.DataObject
) -> None:
    exemption = data.draw(st.sampled_from([None, *(granted.id for granted in rule.exemptions)]))
    line = compute(rule, channel, pages, copies=copies, exemption=exemption)
    assert line.amount <= compute(rule, channel, pages + 1, copies=copies, exemption=exemption).amount
    assert line.amount <= compute(rule, channel, pages, copies=copies + 1, exemption=exemption).amount
    assert rule.cap is None or line.amount <= rule.cap * copies
    assert sum(step.quantity for step in line.steps) == pages
    one_copy = line.capped_at if line.capped_at is not None else sum(step.amount for step in line.steps)
    assert line.amount + line.waived == one_copy * copies


@given(rules(), SMALL)
def test_what_is_frozen_into_a_dossier_reads_back_the_same(rule: FeeRule, pages: int) -> None:
    schedule = FeeSchedule(rules=(rule,), given=True)
    line = compute(rule, Channel.POST, pages)
    for model in (schedule, line):
        stored = model.model_dump_json()
        assert type(model).model_validate_json(stored) == model
        assert type(model).model_validate_json(stored).model_dump_json() == stored


def test_the_total_is_the_sum_of_the_lines() -> None:
    lines = [compute(RESIDENCE, Channel.ONLINE), compute(CERTIFIED_COPY, Channel.ONLINE, 3)]
    assert total(lines) == 15_000
    assert total([]) == 0


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1234000", 1_234_000),
        ("1.234.000 đ", 1_234_000),
        ("1,234,000đ", 1_234_000),
        ("20 000 đồng", 20_000),
        ("8.000 VNĐ", 8_000),
        ("8.000 vnd", 8_000),
        ("0", 0),
        ("0đ", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: int) -> None:
    assert parse_dong(typed) == amount


@pytest.mark.parametrize("typed", ["", "-5", "1.5", "1.234,000", "12.34.567", "1e6", "năm nghìn", "[red]5", "٥"])
def test_what_is_no_whole_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_dong(typed)
    assert refused.value.reason is Reason.MONEY_UNREADABLE


def test_an_amount_of_too_many_digits_is_refused() -> None:
    for typed, reason in (("9" * 50, Reason.FEE_AMOUNT_OUT_OF_RANGE), ("9" * 10_000_000, Reason.TEXT_TOO_LONG)):
        with pytest.raises(Refused) as refused:
            parse_dong(typed)
        assert refused.value.reason is reason


def test_amounts_are_written_with_dots() -> None:
    assert format_dong(1_234_000) == "1.234.000 đ"
    assert format_dong(0) == "0 đ"


@given(st.integers(0, DONG_LIMIT))
def test_what_is_written_is_read_back_the_same(amount: int) -> None:
    assert parse_dong(format_dong(amount)) == amount
