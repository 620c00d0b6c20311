"""Several things in one cell, and the values in them: written so that they are read back, read as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.catalogue_files.fees import LABEL, parse_fee, write_fee
from communedb.catalogue_files.items import Item, parse_items, parse_texts, write_items, write_texts
from communedb.catalogue_files.limits import parse_limits, write_limits, write_stages
from communedb.catalogue_files.papers import parse_papers, write_papers
from communedb.catalogue_files.values import parse_code, parse_date
from communedb.domain.fees import ChannelAmounts, Exemption, FeeRule, FeeSchedule, FeeUnit, Tier
from communedb.domain.procedure import CopyKind, PaperItem
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.domain.time_limit import LimitUnit, TimeLimit

TEXT = st.text(max_size=30).map(clean).filter(bool)
MONEY = st.integers(0, 5_000_000)


def refused(reason: Reason, function: object, *arguments: object) -> None:
    with pytest.raises(Refused) as fault:
        function(*arguments)  # type: ignore[operator]
    assert fault.value.reason is reason


@given(st.lists(st.builds(Item, TEXT, st.none() | st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple)), max_size=4))
def test_items_are_read_back_as_they_were_written(items: list[Item]) -> None:
    assert parse_items(write_items(items)) == items


@given(st.lists(TEXT, max_size=4))
def test_texts_are_read_back_as_they_were_written(texts: list[str]) -> None:
    assert parse_texts(write_texts(texts)) == tuple(texts)


def test_a_list_as_it_is_typed_in_a_cell() -> None:
    assert parse_texts("- Tờ khai (mẫu số 02);\n- Giấy chứng sinh\n• Hộ chiếu | Thẻ căn cước") == (
        "Tờ khai (mẫu số 02);", "Giấy chứng sinh", "Hộ chiếu", "Thẻ căn cước",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "code", "restored"),
    [
        ("1.001193", "1.001193", False), (" 2.000815 ", "2.000815", False), (1.001193, "1.001193", False),
        (1.00129, "1.001290", True), ("1.00129", "1.001290", True), ("1,001193", "1.001193", True),
        (1001193, "1.001193", True), ("1001290", "1.001290", True), (1.0005, "1.000500", True),
    ],
)  # fmt: skip
def test_a_code_that_a_spreadsheet_took_for_a_number_is_restored(cell: object, code: str, restored: bool) -> None:
    assert parse_code(cell, "Mã") == (code, restored)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell", ["1.0011935", "KS-01", 1, 12.5, 1.0011935, "1.001193a", True, 100119, "1.", "１.001193"]
)
def test_a_code_that_has_no_one_original_is_refused(cell: object) -> None:
    refused(Reason.PROCEDURE_CODE_UNREADABLE, parse_code, cell, "Mã")


@given(st.integers(1, 9), st.integers(1, 999_999))
def test_every_code_survives_being_a_number(first: int, rest: int) -> None:
    code = f"{first}.{rest:06}"
    assert parse_code(float(code), "Mã")[0] == code
    assert parse_code(int(code.replace(".", "")), "Mã")[0] == code


@pytest.mark.parametrize("text", ["23/11/2026", "23-11-2026", "23.11.2026", "2026-11-23", "2026-11-23 00:00:00"])
def test_dates_as_they_are_written(text: str) -> None:
    assert parse_date(text, "Hiệu lực từ") == date(2026, 11, 23)


def test_a_date_that_is_none_is_refused() -> None:
    refused(Reason.DATE_IMPOSSIBLE, parse_date, "30/02/2026", "Hiệu lực từ")
    refused(Reason.DATE_IMPOSSIBLE, parse_date, date(1900, 1, 3), "Hiệu lực từ")
    refused(Reason.DATE_UNREADABLE, parse_date, "tháng 7", "Hiệu lực từ")
    refused(Reason.DATE_UNREADABLE, parse_date, 46000, "Hiệu lực từ")


WORKING, CALENDAR, HOUR, SAME = LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.HOUR, LimitUnit.SAME_DAY


@pytest.mark.parametrize(
    ("limit", "unit", "amount", "counted_in"),
    [
        ("3", "ngày làm việc", 3, WORKING), ("03", "NGÀY LÀM VIỆC", 3, WORKING), ("15", "Ngày", 15, CALENDAR),
        ("1", "same_day", 1, SAME), ("", "Trong ngày", 1, SAME), ("Trong ngày", "", 1, SAME),
        ("8", "giờ", 8, HOUR), ("3 ngày làm việc", "", 3, WORKING), ("20", "calendar_day", 20, CALENDAR),
        ("Không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", "", 3, WORKING),
        ("Trong 15 ngày, kể từ ngày tiếp nhận", "", 15, CALENDAR), ("5 ngày làm việc", "ngày làm việc", 5, WORKING),
    ],
)  # fmt: skip
def test_a_time_limit_as_offices_write_it(limit: str, unit: str, amount: int, counted_in: LimitUnit) -> None:
    assert parse_limits(limit, unit) == (TimeLimit(amount=amount, unit=counted_in),)


@pytest.mark.parametrize("unit", ["", "unspecified"])
def test_a_number_without_unit_is_no_limit(unit: str) -> None:
    assert parse_limits("15", unit) == "15"


@pytest.mark.parametrize(
    ("limit", "unit", "reason"),
    [
        ("abc", "ngày", Reason.TIME_LIMIT_UNREADABLE), ("2.5", "ngày", Reason.TIME_LIMIT_UNREADABLE),
        ("-3", "ngày", Reason.TIME_LIMIT_UNREADABLE), ("3", "tuần trăng", Reason.TIME_LIMIT_UNREADABLE),
        ("0", "ngày", Reason.TIME_LIMIT_OUT_OF_RANGE), ("5000", "ngày", Reason.TIME_LIMIT_OUT_OF_RANGE),
        ("3 ngày", "ngày làm việc", Reason.TIME_LIMIT_UNREADABLE), ("ngày làm việc", "", Reason.TIME_LIMIT_UNREADABLE),
        ("3 ngày {khi: xa}", "", Reason.PROCEDURE_DETAIL_UNKNOWN),
    ],
)  # fmt: skip
def test_a_time_limit_that_nobody_understands_is_refused(limit: str, unit: str, reason: Reason) -> None:
    refused(reason, parse_limits, limit, unit)


NAMED = TEXT | st.just("")
LIMITS = st.lists(
    st.builds(TimeLimit, amount=st.integers(1, 900), unit=st.sampled_from([WORKING, CALENDAR, HOUR]), label=NAMED)
    | st.just(TimeLimit(amount=1, unit=SAME)),
    max_size=3,
).map(tuple)  # fmt: skip


@given(LIMITS)
def test_limits_are_read_back_as_they_were_written(limits: tuple[TimeLimit, ...]) -> None:
    amount, unit = write_limits(limits)
    assert parse_limits(str(amount), unit) == limits
    assert parse_limits(write_stages(limits), "") == limits


PAPERS = st.lists(
    st.builds(
        PaperItem,
        name=TEXT,
        copy_kind=st.none() | st.sampled_from(CopyKind),
        quantity=st.integers(1, 9),
        condition=st.none() | TEXT,
        note=TEXT | st.just(""),
    ),
    max_size=3,
).map(tuple)


@given(PAPERS)
def test_papers_are_read_back_as_they_were_written(papers: tuple[PaperItem, ...]) -> None:
    assert parse_papers(write_papers(papers), papers) == papers
    assert parse_papers(write_papers(papers), None) == papers


def test_a_paper_given_by_its_name_keeps_what_was_known_unless_braces_follow() -> None:
    known = (PaperItem(name="Giấy chứng sinh", copy_kind=CopyKind.ORIGINAL, quantity=2),)
    assert parse_papers("GIẤY CHỨNG SINH", known)[0] == known[0].model_copy(update={"name": "GIẤY CHỨNG SINH"})
    assert parse_papers("Giấy chứng sinh {}", known) == (PaperItem(name="Giấy chứng sinh"),)


@pytest.mark.parametrize("cell", ["Tờ khai {loại: bản gốc}", "Tờ khai {số lượng: 0}", "Tờ khai {mẫu 01}"])
def test_a_detail_of_a_paper_that_is_not_known_is_refused(cell: str) -> None:
    refused(Reason.PROCEDURE_DETAIL_UNKNOWN, parse_papers, cell, None)


RULES = st.builds(
    FeeRule,
    label=TEXT,
    unit=st.sampled_from(FeeUnit),
    amount=MONEY,
    amounts=st.builds(ChannelAmounts, counter=st.none() | MONEY, online=st.none() | MONEY, post=st.none() | MONEY),
    tiers=st.dictionaries(st.integers(2, 99), MONEY, max_size=3).map(
        lambda tiers: tuple(Tier(from_quantity=start, amount=tiers[start]) for start in sorted(tiers))
    ),
    cap=st.none() | MONEY,
    exemptions=st.dictionaries(st.text("abcxyz-", min_size=1, max_size=9), st.integers(1, 100), max_size=2).map(
        lambda granted: tuple(Exemption(id=key, label=f"Hộ {key}", percent=granted[key]) for key in granted)
    ),
    valid_from=st.none() | st.dates(date(1945, 9, 2), date(2199, 12, 31)),
    valid_to=st.none() | st.dates(date(1945, 9, 2), date(2199, 12, 31)),
    note=TEXT | st.just(""),
    source=TEXT | st.just(""),
)


@given(st.lists(RULES, max_size=2).map(lambda rules: FeeSchedule(rules=tuple(rules), given=True)))
def test_fees_are_read_back_as_they_were_written(fee: FeeSchedule) -> None:
    assert parse_fee(str(write_fee(fee)), None) == fee


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [
        ("8000", [8000]), ("8.000 đ", [8000]), ("8.000 đồng", [8000]), ("0", []), ("Miễn phí", []), ("Không", []),
        ("Phí: 8.000 đ | Lệ phí: 5.000 đ", [8000, 5000]),
    ],
)  # fmt: skip
def test_a_fee_as_offices_write_it(cell: str, amounts: list[int]) -> None:
    fee = parse_fee(cell, None)
    assert fee.given
    assert [rule.amount for rule in fee.rules] == amounts


def test_the_fee_of_certified_copies_in_one_cell() -> None:
    cell = "Phí chứng thực: 2.000 đ {đơn vị: trang; từ 3: 1.000 đ; tối đa: 200.000 đ; trực tuyến: 1.000 đ}"
    (rule,) = parse_fee(cell, None).rules
    assert rule == FeeRule(
        label="Phí chứng thực",
        unit=FeeUnit.PAGE,
        amount=2000,
        amounts=ChannelAmounts(online=1000),
        tiers=(Tier(from_quantity=3, amount=1000),),
        cap=200_000,
    )
    known = FeeSchedule(rules=(rule,), given=True)
    assert parse_fee("2000", known) == known
    assert parse_fee("3000", known).rules == (FeeRule(label=LABEL, amount=3000),)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("-5000", Reason.MONEY_UNREADABLE), ("2000,5", Reason.MONEY_UNREADABLE), ("abc", Reason.MONEY_UNREADABLE),
        ("9999999999999", Reason.FEE_AMOUNT_OUT_OF_RANGE), ("Phí: 1 đ {giảm: 2}", Reason.PROCEDURE_DETAIL_UNKNOWN),
        ("Phí: 1 đ {đơn vị: thửa}", Reason.PROCEDURE_DETAIL_UNKNOWN),
        ("Phí: 1 đ {từ 1: 2 đ}", Reason.PROCEDURE_DETAIL_UNKNOWN),
        ("Phí: 1 đ {từ 3: 2 đ; từ 3: 5 đ}", Reason.PROCEDURE_DETAIL_UNKNOWN),
    ],
)  # fmt: skip
def test_a_fee_that_nobody_understands_is_refused(cell: str, reason: Reason) -> None:
    refused(reason, parse_fee, cell, None)
