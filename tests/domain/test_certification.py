"""Certifications: worked cases of what a line costs, and what holds for any request."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.certification import (
    Book,
    CertifiedLine,
    book_of,
    fee_lines,
    next_receipt,
    numbers_text,
    split_payment,
    typed_limit,
)
from communedb.domain.fees import FeeRule, FeeUnit, Tier, total
from communedb.domain.refusal import Reason, Refused
from communedb.domain.time_limit import LimitUnit, TimeLimit

COPIES = FeeRule(
    label="Phí chứng thực bản sao",
    unit=FeeUnit.PAGE,
    amount=2_000,
    tiers=(Tier(from_quantity=3, amount=1_000),),
    cap=200_000,
)
SIGNATURE = FeeRule(label="Phí chứng thực chữ ký", unit=FeeUnit.CASE, amount=10_000)
TRANSACTION = FeeRule(label="Phí chứng thực giao dịch", unit=FeeUnit.TRANSACTION, amount=50_000)

DAY = date(2026, 11, 23)


def line(pages: int = 1, copies: int = 1, name: str = "Giấy khai sinh") -> CertifiedLine:
    return CertifiedLine(paper_name=name, pages=pages, copies=copies)


@pytest.mark.parametrize(
    ("rule", "lines", "amounts"),
    [
        (COPIES, [line(1, 1)], [2_000]),
        (COPIES, [line(2, 3)], [12_000]),
        (COPIES, [line(4, 2)], [12_000]),  # 2.000 x 2 + 1.000 x 2, twice
        (COPIES, [line(198, 1)], [200_000]),
        (COPIES, [line(250, 2)], [400_000]),  # the cap is for each copy
        (COPIES, [line(1, 5), line(10, 1)], [10_000, 12_000]),  # tiers begin anew with each original
        (SIGNATURE, [line(3, 1)], [10_000]),  # pages do not matter
        (SIGNATURE, [line(1, 2), line(1, 1)], [20_000, 10_000]),
        (TRANSACTION, [line(8, 4)], [50_000]),  # once, however many copies
    ],
)
def test_what_a_line_costs(rule: FeeRule, lines: list[CertifiedLine], amounts: list[int]) -> None:
    found = fee_lines([rule], lines)

    assert found is not None
    assert [one.amount for one in found] == amounts
    assert found[0].label == f"{rule.label}: Giấy khai sinh"


@pytest.mark.parametrize("rules", [[], [COPIES, SIGNATURE]])
def test_no_rule_or_several_leave_the_amount_to_the_officer(rules: list[FeeRule]) -> None:
    assert fee_lines(rules, [line()]) is None


@given(
    lines=st.lists(
        st.builds(CertifiedLine, paper_name=st.just("Học bạ"), pages=st.integers(1, 400), copies=st.integers(1, 50)),
        min_size=1,
        max_size=8,
    )
)
def test_each_original_is_paid_for_itself(lines: list[CertifiedLine]) -> None:
    together = fee_lines([COPIES], lines) or ()

    apart = [(fee_lines([COPIES], [one]) or ())[0].amount for one in lines]
    assert [one.amount for one in together] == apart
    assert total(together) <= sum(200_000 * one.copies for one in lines)


@pytest.mark.parametrize(
    ("paid", "reason", "split"),
    [
        (None, None, (21_000, 0)),
        (None, "Hộ nghèo", (0, 21_000)),
        (11_000, "Giảm theo nghị quyết", (11_000, 10_000)),
        (21_000, "Hộ nghèo", (21_000, 0)),
    ],
)
def test_what_is_not_paid_is_exempted(paid: int | None, reason: str | None, split: tuple[int, int]) -> None:
    assert split_payment(21_000, paid, reason) == split


@pytest.mark.parametrize(
    ("paid", "why"), [(20_999, Reason.REASON_MISSING), (21_001, Reason.PAID_MORE_THAN_FEE), (0, Reason.REASON_MISSING)]
)
def test_less_needs_a_reason_and_more_is_a_slip(paid: int, why: Reason) -> None:
    with pytest.raises(Refused) as refused:
        split_payment(21_000, paid, None)
    assert refused.value.reason is why


def test_a_procedure_without_a_limit_promises_by_the_law() -> None:
    same_day = TimeLimit(amount=1, unit=LimitUnit.SAME_DAY)
    assert typed_limit(Book.SIGNATURES, (), None, DAY) == same_day
    assert typed_limit(Book.TRANSACTIONS, (), None, DAY) == TimeLimit(amount=2, unit=LimitUnit.WORKING_DAY)
    assert typed_limit(Book.COPIES, (same_day,), None, DAY) is None
    agreed = typed_limit(Book.COPIES, (same_day,), date(2026, 11, 30), DAY)
    assert agreed == TimeLimit(amount=7, unit=LimitUnit.CALENDAR_DAY)
    with pytest.raises(Refused) as refused:
        typed_limit(Book.COPIES, (), DAY, DAY)
    assert refused.value.reason is Reason.AGREED_DAY_NOT_LATER


def test_only_certifications_have_a_book() -> None:
    assert book_of("2.000815") == "SCT/BS"
    with pytest.raises(Refused) as refused:
        book_of("1.001193")
    assert refused.value.reason is Reason.NOT_A_CERTIFICATION


@pytest.mark.parametrize(
    ("number", "following"),
    [("0000128", "0000129"), ("999", "1000"), ("BL-09", "BL-10"), ("", ""), ("AB", ""), ("12A", "")],
)
def test_money_receipts_count_up(number: str, following: str) -> None:
    assert next_receipt(number) == following


def test_numbers_of_one_request_follow_each_other() -> None:
    assert numbers_text([12]) == "12"
    assert numbers_text([12, 13, 14]) == "12-14"
