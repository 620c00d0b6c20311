"""The leader's page: the week in plain words with the week before beside it, what presses first, on one page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.measures.conftest import BIRTH, Office, row_of

from communedb.domain.moment import VIETNAM
from communetui.leader.page import leader_page
from communetui.leader.words import lines, parts
from communetui.strings.language import Language, use

WEEK = "2026-W48"


@pytest.fixture
def week(office: Office) -> Office:
    """Week 47: two came, one was done in time. Week 48 (the 24th is a holiday): three came, one late, one task late."""
    office.receive("2026-11-16 08:00", "Trần Thị An")  # due the 19th, and nobody works on it
    done = office.receive("2026-11-16 09:00", "Lê Văn Bình", BIRTH)
    specialist = office.centre.officers["specialist"]
    office.task("2026-11-16 09:30", "Số hóa sổ hộ tịch", "2026-11-25", code="NV-01", responsible=specialist)
    office.finish("2026-11-16 16:00", done)
    office.hand_out("2026-11-23 08:00", done, "good")
    late = office.receive("2026-11-23 08:30", "Ngô Thị Cúc", BIRTH)
    office.receive("2026-11-23 08:40", "Hồ Văn Danh")  # due the 27th
    office.say("2026-11-23 09:00", "Máy chậm", kind="equipment_network")
    office.finish("2026-11-25 09:00", late)
    office.help("2026-11-25", 12)
    office.receive("2026-11-27 08:00", "Phan Thị Em")  # due 2 December
    office.centre.clock.set("2026-11-30 08:00")
    return office


def test_the_week_in_words(week: Office) -> None:
    assert lines(week.report("leader", WEEK)) == [
        "TÌNH HÌNH TRONG TUẦN",
        "Từ ngày 23/11/2026 đến ngày 29/11/2026",
        "",
        "CẦN CHỈ ĐẠO NGAY",
        # An's since the 19th, Danh's since the 27th; at the end of the week before An's alone.
        "2 hồ sơ đã quá hạn (tăng 1 so với tuần trước).",
        "Đang giữ hồ sơ quá hạn: Lê Thị Hoa (2).",
        "1 nhiệm vụ quá hạn chưa xong:",
        "- NV-01 Số hóa sổ hộ tịch (Nguyễn Văn Dũng), hạn 25/11/2026",
        "",
        "Hồ sơ",
        "Trong tuần tiếp nhận 3 hồ sơ (tăng 1 so với tuần trước), trả 1 kết quả (tăng 1 so với tuần trước).",
        # Cúc's was promised for the 23rd.
        "Giải quyết xong 1 hồ sơ, 0 đúng hạn (0,0 %; tuần trước 100,0 %).",
        "Đang giải quyết 3 hồ sơ.",
        "Bảy ngày tới có 1 hồ sơ đến hạn.",
        "1 kết quả đã xong mà chưa có người đến nhận.",
        "",
        "Nhiệm vụ",
        "Hoàn thành 0/1 nhiệm vụ (0,0 %), riêng tuần này thêm 0.",
        "1 nhiệm vụ đang ở mức báo động đỏ.",
        "",
        "Người dân",
        "Nhận 1 phản ánh, kiến nghị (tăng 1 so với tuần trước); 1 đang xử lý.",
        "1 người đánh giá khi nhận kết quả: 1 hài lòng (100,0 %), 0 chưa hài lòng.",
        "Tổ công nghệ số cộng đồng hỗ trợ 12 lượt người (tăng 12 so với tuần trước).",
    ]


def test_each_number_opens_what_it_counts(week: Office) -> None:
    figures = week.report("leader", WEEK)

    assert week.called(row_of(figures, "overdue").behind["now"]) == ["Trần Thị An", "Hồ Văn Danh"]
    assert week.called(row_of(figures, "overdue").behind["before"]) == ["Trần Thị An"]
    assert figures.doubts == ()


def test_an_empty_week_says_so(office: Office) -> None:
    told = parts(office.report("leader", WEEK))

    assert [part.sentences for part in told] == [
        ("Không có hồ sơ, nhiệm vụ, phản ánh nào quá hạn.",),
        (
            "Trong tuần không tiếp nhận hồ sơ nào và không trả kết quả nào.",
            "Chưa có hồ sơ nào giải quyết xong.",
            "Không còn hồ sơ nào đang giải quyết.",
        ),
        ("Chưa có nhiệm vụ nào được giao.",),
        ("Không nhận phản ánh, kiến nghị nào.",),
    ]
    use(Language.EN)
    try:
        assert lines(office.report("leader", "2026-11"))[:2] == ["THE MONTH", "From 01/11/2026 to 30/11/2026"]
    finally:
        use(Language.VI)


def test_it_is_one_page_with_its_charts_however_much_presses(week: Office) -> None:
    for place in range(40):
        week.task("2026-11-02 08:00", f"Nhiệm vụ kéo dài số {place} " + "rất dài " * 30, "2026-11-10", code=f"K{place}")
    week.centre.clock.set("2026-11-30 08:00")
    figures = week.report("leader", WEEK)

    pdf = leader_page(week.as_().db, week.asked(WEEK), figures, "19867")

    (page,) = PdfReader(BytesIO(pdf)).pages
    text = page.extract_text()
    for words in ("XÃ QUẢNG ĐIỀN", "TÌNH HÌNH TRONG TUẦN", "Tiếp nhận và trả kết quả theo ngày", "Hộ tịch", "CN 29/11"):
        assert words in text
    assert float(page.mediabox.height) == pytest.approx(841.9, abs=0.1)
    assert week.centre.clock.now.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y") in text


def test_by_day_and_what_is_due_ahead(week: Office) -> None:
    days = week.report("by-day", WEEK)
    assert [(row.cells["received"], row.cells["returned"]) for row in days.rows] == [
        (2, 1), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0), (0, 0),
    ]  # fmt: skip
    assert days.total
    assert week.called(days.total.behind["received"]) == ["Ngô Thị Cúc", "Hồ Văn Danh", "Phan Thị Em"]

    ahead = week.report("due-ahead", "2026-W49")
    told = {row.key: row.cells["due"] for row in ahead.rows if row.cells["due"]}
    assert told == {"overdue": 2, "2026-12-02": 1}
    # Monday 30 November to Monday 14 December: eleven working days, after what is overdue.
    assert len(ahead.rows) == 12
