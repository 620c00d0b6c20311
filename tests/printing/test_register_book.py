"""Form 07: every dossier of a period in one book, on as many pages as it needs, under its heads on each of them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from tests.printing.conftest import OFFICE

from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.period import parse
from communedb.reports.figures import Asked, Figures, Row
from communedb.reports.named import report
from communetui.printing.from_register_book import make_register_book
from communetui.printing.register_book import DossierLine, RegisterBook
from communetui.printing.render import render_register_book

FIRST = date(2026, 11, 1)
HEADS = ["Mã hồ sơ", "Tên thủ tục hành chính", "Số bộ", "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả"]
HEADS += ["Trả kết quả", "Phương thức nhận kết quả", "Trạng thái", "Ký nhận"]


def line(number: int, **other: object) -> DossierLine:
    told = {
        "code": f"19867.1-2611{number % 30 + 1:02}-{number:04}",
        "procedure": "Đăng ký lại khai sinh & <nhận cha, mẹ, con>",
        "sets": 1,
        "applicant": "Nguyễn Thị Lụa; Thôn Phước Yên, xã Quảng Điền; 0905 123 456",
        "agency": "Xã Quảng Điền",
        "received_on": FIRST + timedelta(days=number % 30),
        "due_on": FIRST + timedelta(days=number % 30 + 3),
        "returned_on": None,
        "method": "Trực tiếp",
        "status": "Đang xử lý",
    }
    return DossierLine(**{**told, **other})  # type: ignore[arg-type]  # the fields of the line


def book(*lines: DossierLine) -> RegisterBook:
    return RegisterBook(OFFICE, FIRST, date(2026, 11, 30), lines)


def test_a_line_says_what_the_circular_asks_for(read_pdf, without_spaces) -> None:
    returned = line(1, returned_on=date(2026, 11, 4), status="Đã trả kết quả", sets=2)
    (page,) = read_pdf(render_register_book(book(returned)))
    text = page.text()

    assert page.width > page.height
    for said in [
        "SỔ THEO DÕI HỒ SƠ",
        "Từ ngày 01/11/2026 đến ngày 30/11/2026",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ QUẢNG ĐIỀN",
        "19867.1-261102-0001",
        "Đã trả",
        "Tổng số: 1 hồ sơ",
        "Mẫu số 07 - Phụ lục I Thông tư số 03/2025/TT-VPCP",
        "Trang 1/1",
    ]:
        assert without_spaces(said) in text
    days = [text.index(f"{day}/11/2026", text.index("0001")) for day in ("02", "05", "04")]
    assert days == sorted(days)


def test_a_long_book_has_its_heads_on_every_page_and_loses_no_line(read_pdf, without_spaces) -> None:
    lines = [line(number) for number in range(1, 121)]
    pages = read_pdf(render_register_book(book(*lines)))

    assert len(pages) > 3
    text = [page.text() for page in pages]
    for page in text:
        assert "Sốbộ" in page
        assert "Kýnhận" in page
    whole = "".join(text)
    assert all(whole.count(one.code) == 1 for one in lines)
    assert without_spaces("Tổng số: 120 hồ sơ") in text[-1]
    assert f"Trang{len(pages)}/{len(pages)}" in text[-1]


@pytest.mark.parametrize(
    "word", ["Hồsơ" * 30, "x" * 4_000, "", "😀 日本"], ids=["syllables", "one word", "nothing", "foreign"]
)
def test_whatever_was_typed_the_book_is_printed(read_pdf, word: str) -> None:
    pages = read_pdf(render_register_book(book(line(1, procedure=word, applicant=word), line(2))))
    assert "Tổngsố:2hồsơ" in pages[-1].text()


def test_a_period_without_dossiers_says_so(read_pdf, without_spaces) -> None:
    (page,) = read_pdf(render_register_book(book()))
    assert without_spaces("không có hồ sơ nào trong thời gian này") in page.text()


def test_no_text_runs_into_the_next_cell(read_pdf) -> None:
    long = {"procedure": "cấp lại thủ tục " * 20, "agency": "Ủy ban nhân dân xã " * 9, "applicant": "Nguyễn " * 40}
    (page,) = read_pdf(render_register_book(book(line(1, **long))))

    # From the page's edge: number, code, procedure, sets, applicant, agency, received.
    edges = [28.0, 54.0, 138.0, 286.0, 310.0, 452.0, 536.0]
    for left, right in pairwise(edges):
        cell = [run for run in page.runs if left <= run.x < right and run.size < 8 and 60 < run.y < 470]
        assert cell
        assert max(run.x + run.width for run in cell) <= right


def test_a_code_stays_on_one_line(read_pdf) -> None:
    """Ours, and one of a province's system: both are looked for and read aloud whole."""
    codes = ("19867.01-270120-0001", "H46.19867-270120-0001")

    (page,) = read_pdf(render_register_book(book(*(line(1, code=code) for code in codes))))

    assert {*codes} <= {run.text for run in page.runs}


def test_the_book_has_the_lines_of_the_report_and_how_each_citizen_is_reached(centre) -> None:
    register = centre.open("reception")
    applicant = {"name": "Nguyễn Thị Lụa", "phone": "0914123456", "address": "Thôn La Vân Thượng", "unit": "19867"}
    given = {"procedure_code": "1.004873", "applicant": applicant, "return_method": "post", "sets": 2}
    received = register.write(receive, Intake.model_validate(given))
    asked = Asked(parse("2026-11"), register.now(), register.calendar(), register.by.unit)

    made = make_register_book(register.db, report(register.db, "register-book", asked), register.by.unit)

    assert (made.first, made.last) == (date(2026, 11, 1), date(2026, 11, 30))
    (one,) = made.lines
    assert (one.code, one.sets, one.method, one.status) == (received.code, 2, "Bưu chính", "Đã tiếp nhận")
    assert one.applicant == "Nguyễn Thị Lụa; Thôn La Vân Thượng; 0914 123 456"
    # Three working days, and the 24th is one off.
    assert (one.agency, one.received_on, one.due_on) == ("Xã Quảng Điền", date(2026, 11, 23), date(2026, 11, 27))
    assert one.returned_on is None


def test_a_report_of_another_version_leaves_to_a_pen_what_it_does_not_tell(centre) -> None:
    db = centre.open("reception").db
    figures = Figures("register-book", parse("2026-11"), (), (Row("không có ở đây", {"code": "cũ", "sets": "hai"}),))
    (one,) = make_register_book(db, figures, "19867").lines
    assert (one.code, one.sets, one.received_on, one.status) == ("cũ", 1, None, "")
