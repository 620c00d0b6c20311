"""The book of certifications and the cash slip on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from communedb.domain.certification import Book
from communetui.printing.cash_slip import CashSlip
from communetui.printing.certification_book import BookLine, CertificationBook
from communetui.printing.models import Office
from communetui.printing.render import render_book, render_cash_slip

VIETNAM = timezone(timedelta(hours=7))
OFFICE = Office(
    agency="Ủy ban nhân dân xã Quảng Điền",
    centre="Trung tâm Phục vụ hành chính công xã Quảng Điền",
    place="Quảng Điền",
)
LINE = BookLine(
    volume=1,
    year=2026,
    number=1,
    day=date(2026, 11, 23),
    requester="Nguyễn Thị Ánh Nguyệt",
    id_number="046190054321",
    paper_name="Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
    pages=4,
    copies=2,
    signer="Phan Thị Mai",
    fee=12_000,
    void=False,
)


def book(*lines: BookLine) -> CertificationBook:
    return CertificationBook(OFFICE, Book.COPIES, date(2026, 11, 1), date(2026, 11, 30), lines)


def test_a_month_of_the_book_runs_over_pages_with_its_heads_and_counts_what_stands(read_pdf, without_spaces):
    lines = [replace(LINE, number=number) for number in range(1, 101)]
    lines[41] = replace(lines[41], void=True)
    pages = read_pdf(render_book(book(*lines)))

    assert len(pages) > 3
    told = [without_spaces(page.text()) for page in pages]
    assert all(without_spaces("Người ký chứng thực") in page for page in told)
    assert without_spaces("SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH") in told[0]
    assert without_spaces("Quyển số: 01/2026") in told[0]
    assert without_spaces(f"Trang 1/{len(pages)}") in told[0]
    assert without_spaces("Cộng: 99 việc chứng thực, 198 bản, phí 1.188.000 đ.") in told[-1]
    assert sum(page.count(without_spaces("Đã hủy")) for page in told) == 1
    assert all(without_spaces(f"{number}23/11/2026") in "".join(told) for number in (1, 50, 100))


def test_each_volume_stands_under_its_own_number_and_nothing_is_said_to_be_nothing(read_pdf, without_spaces):
    two = without_spaces(read_pdf(render_book(book(LINE, replace(LINE, volume=2))))[0].text())
    none = without_spaces(read_pdf(render_book(book()))[0].text())

    assert two.index(without_spaces("01/2026")) < two.index(without_spaces("02/2026"))
    assert without_spaces("Không có việc chứng thực nào") in none


def test_a_cash_slip_tells_recorded_counted_and_why(read_pdf, without_spaces):
    details = {
        "paid": {"cash": 94_000, "transfer": 50_000},
        "refunded": {"cash": 20_000},
        "undone": {},
        "exempted": 14_000,
        "receipts": [{"series": "AA/26", "first": "0000128", "last": "0000140", "count": 13}],
        "notes": {"50000": 1, "20000": 1, "2000": 1},
    }
    since, until = (datetime(2026, 11, 23, hour, 30, tzinfo=VIETNAM) for hour in (7, 11))
    slip = CashSlip(OFFICE, "Lê Thị Hoa", since, until, 74_000, 72_000, "Thối nhầm 2.000 đ", details)
    (page,) = read_pdf(render_cash_slip(slip))

    told = without_spaces(page.text())
    for words in (
        "PHIẾU CHỐT QUỸ TIỀN MẶT",
        "Tiền mặt, trả lại-20.000 đ",
        "Biên lai AA/26 số 0000128 đến 0000140 (13 tờ)",
        "20.000 đ x 1",
        "Chênh lệch: -2.000 đ",
        "Lý do chênh lệch: Thối nhầm 2.000 đ",
        "NGƯỜI NHẬN TIỀN",
    ):
        assert without_spaces(words) in told, words
