"""What is signed when papers go from hand to hand: form 06 and the list of a hand-over."""

from dataclasses import replace

import pytest

from communedb.desk.act import act
from communedb.desk.many import act_on_many
from communedb.desk.office import set_setting
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.stores.prints import prints_of
from communetui.printing import Paper, render
from communetui.printing.models import PrintMark
from communetui.printing.printers import Printer
from communetui.printing.queue import print_form, print_many, save_form
from communetui.printing.spool import Sent, Waits


@pytest.fixture
def pages_of(read_pdf):
    return lambda form: [page.text() for page in read_pdf(render(form, Paper.A4_WHOLE))]


def test_form_06_tells_each_hand_and_leaves_room_for_those_who_sign_without_a_pc(control, pages_of, without_spaces):
    (page,) = pages_of(control)

    for said in [
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: 19867.1-261123-0042",
        "Hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "Thời gian nhận hồ sơ: 14 giờ 05 phút, ngày 23/11/2026",
        "Thời gian trả kết quả: 17 giờ 30 phút, ngày 25/11/2026",
        "1 Người nộp hồ sơ 14 giờ 05 phút, ngày 23/11/2026 Trần Thị Bích 14 giờ 05 phút, ngày 23/11/2026 Còn trong hạn",
        "2 Trần Thị Bích 09 giờ 30 phút, ngày 23/11/2026 Hồ Văn Long .... giờ .... phút",
        "Trình ký; Chồng sáng",
        "Ký giao Ký nhận Kết quả giải quyết Ghi chú",
        "Mẫu số 06 - Phụ lục I Thông tư số 03/2025/TT-VPCP",
    ]:
        assert without_spaces(said) in page
    assert page.count(without_spaces(".... / .... / ........")) == 1 + 2 * 4


def test_a_hand_over_of_sixty_runs_over_pages_and_is_signed_once_by_both(handed_over, pages_of, without_spaces):
    pages = pages_of(handed_over)
    whole = "".join(pages)

    for said in [
        "DANH SÁCH BÀN GIAO HỒ SƠ Số: BG-261123-1E38F2",
        "Người giao: Trần Thị Bích",
        "Người nhận: Hồ Văn Long",
        "Thời gian giao: 11 giờ 30 phút, ngày 23/11/2026",
        "Để: Trình ký",
        "Ghi chú: Chồng buổi sáng",
        "60 19867.1-261123-0060 Nguyễn Văn <60> & con Đăng ký khai sinh 25/11/2026",
        "Tổng số: 60 hồ sơ.",
        "NGƯỜI GIAO (Ký và ghi rõ họ tên) Trần Thị Bích",
        "NGƯỜI NHẬN (Ký và ghi rõ họ tên) Hồ Văn Long",
    ]:
        assert whole.count(without_spaces(said)) == 1, said
    assert len(pages) > 1
    assert all(without_spaces("TT Mã hồ sơ Người nộp Thủ tục Hẹn trả Ghi chú") in page for page in pages)
    assert without_spaces("Số: BG-261123-1E38F2 - Danh sách bàn giao hồ sơ (tiếp theo)") in pages[1]
    assert "BẢNINLẠILẦN2" in pages_of(replace(handed_over, mark=PrintMark(2)))[0]


@pytest.fixture
def pile(centre):
    """Three dossiers handed over together to the specialist, and where they were handed over."""
    register = centre.open()
    names = ("Nguyễn Thị Lụa", "Trần Thị Sen", "Hồ Văn Lợi")
    dossiers = [
        register.write(
            receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": {"name": name}})
        ).dossier
        for name in names
    ]
    asked = Act(kind="handed_over", to_officer=centre.officers["specialist"], purpose="work")
    outcomes = register.write(act_on_many, dossiers, asked)
    return register, [(one.dossier, one.done.event) for one in outcomes]


def test_the_list_is_one_print_for_all_of_the_batch_whichever_dossier_asks(centre, pile, read_pdf, without_spaces):
    register, batch = pile
    first = save_form(register, *batch[2][:1], "BG", batch[2][1])
    centre.clock.forward(minutes=5)
    again = save_form(register, batch[1][0], "BG", batch[1][1])

    assert (first.job.dossier, first.job.number, again.job.number) == (batch[0][0], 1, 2)
    assert [row["form"] for row in prints_of(register.db, batch[0][0])] == ["BG", "BG"]
    page = "".join(page.text() for page in read_pdf(again.path.read_bytes()))
    for said in ("Nguyễn Thị Lụa", "Hồ Văn Lợi", "Lê Thị Hoa", "Nguyễn Văn Dũng", "Để: Giải quyết", "LẦN 2"):
        assert without_spaces(said) in page


def test_form_06_follows_from_the_events_and_prints_for_any_dossier(centre, pile, read_pdf, without_spaces):
    register, batch = pile
    centre.clock.set("2026-11-23 09:00")
    centre.open("specialist").write(act, batch[0][0], Act(kind="accepted"))

    printed = save_form(register, batch[0][0], "06")
    page = "".join(page.text() for page in read_pdf(printed.path.read_bytes()))

    assert without_spaces("2 Lê Thị Hoa 08 giờ 00 phút, ngày 23/11/2026 Nguyễn Văn Dũng 09 giờ 00 phút") in page
    with pytest.raises(Refused) as refused:
        save_form(register, register.write(receive, Intake.model_validate(UNTOUCHED)).dossier, "BG")
    assert refused.value.reason is Reason.FORM_NOT_OF_DOSSIER


UNTOUCHED = {"procedure_code": "1.004873", "applicant": {"name": "Lê Văn An"}}


def test_a_form_of_many_waits_beside_the_first_that_no_printer_takes(pile, monkeypatch):
    register, batch = pile
    sent = []

    def no_printer(_db, _printer, path, *_):
        sent.append(path)
        return Sent(Waits.REFUSED, "no printer")

    monkeypatch.setattr("communetui.printing.queue.send_to", no_printer)

    outcomes = print_many(register, [dossier for dossier, _ in batch] + ["unknown"], "01")

    assert len(sent) == 1
    assert [one.done.sent.printed if one.done else one.refusal.reason for one in outcomes] == [
        False, False, False, Reason.UNKNOWN_DOSSIER,
    ]  # fmt: skip
    waiting = register.db.conn.execute("SELECT count(*) FROM print WHERE state = 'waiting'").fetchone()
    assert waiting == (3,)


def test_a_whole_sheet_goes_to_the_page_printer_whatever_the_other_forms_are_printed_on(
    centre, pile, monkeypatch, read_pdf
):
    register, batch = pile
    asked = []

    def printer(_db, which, path, paper):
        asked.append((which, paper))
        return Sent()

    monkeypatch.setattr("communetui.printing.queue.send_to", printer)
    centre.open("administrator").write(set_setting, "printer_other", "thermal")

    for form in ("06", "BG"):
        printed = print_form(register, batch[0][0], form)
        assert read_pdf(printed.path.read_bytes())[0].height > 800

    assert asked == [(Printer.PAGE, Paper.A4_WHOLE)] * 2
