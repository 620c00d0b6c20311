"""Printing from the desk: logged, sent, or waiting until one key prints it; a save never waits for a printer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from communedb.desk.act import act
from communedb.desk.mend import correct
from communedb.desk.office import set_setting
from communedb.desk.prints import drop_print
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communedb.domain.refusal import Refused
from communedb.stores.prints import prints_of, waiting_prints
from communetui.printing.from_dossier import make_form
from communetui.printing.queue import print_form, print_waiting, save_form
from communetui.printing.spool import Waits

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

TAKES = f'"{sys.executable}" -c "import shutil,sys; shutil.copy(sys.argv[1], sys.argv[1] + chr(46) + str(7))" {{file}}'
MISSING = "no-such-printer-command {file}"


@pytest.fixture
def register(centre: Centre) -> Register:
    return centre.open("administrator")


def received(register: Register) -> str:
    applicant = {"name": "Nguyễn Thị Lụa", "id_number": "046190054321", "phone": "0905123456", "unit": "19867"}
    papers = [{"name": "Tờ khai [red]", "state": "yes"}, {"name": "Giấy ủy quyền", "state": "no"}]
    intake = {"procedure_code": "1.004873", "applicant": applicant, "papers": papers}
    return register.write(receive, Intake.model_validate(intake)).dossier


def test_given_a_printer_when_the_receipt_is_printed_then_it_is_logged_as_printed(register: Register) -> None:
    register.write(set_setting, "print_command", TAKES)
    done = print_form(register, received(register), "01")

    assert done.sent.printed
    assert done.path is not None
    assert done.path.read_bytes().startswith(b"%PDF")
    assert done.path.with_name(done.path.name + ".7").exists()
    (logged,) = prints_of(register.db, done.job.dossier)
    assert (logged["state"], logged["number"]) == ("printed", 1)


def test_given_no_printer_then_the_print_waits_and_one_key_prints_it_later(register: Register) -> None:
    register.write(set_setting, "print_command", MISSING)
    dossier = received(register)
    done = print_form(register, dossier, "01")
    assert done.sent.waits is Waits.NO_PROGRAM
    assert [p["form"] for p in waiting_prints(register.db)] == ["01"]

    register.write(set_setting, "print_command", TAKES)
    assert [one.sent.printed for one in print_waiting(register)] == [True]
    assert waiting_prints(register.db) == []


def test_given_two_quick_presses_then_one_paper(register: Register) -> None:
    register.write(set_setting, "print_command", TAKES)
    dossier = received(register)
    print_form(register, dossier, "01")
    assert print_form(register, dossier, "01").again
    assert len(prints_of(register.db, dossier)) == 1


def test_given_a_form_that_nothing_calls_for_then_it_is_refused_and_nothing_waits(register: Register) -> None:
    dossier = received(register)
    for form in ("02", "03", "04", "05", "09"):
        with pytest.raises(Refused, match="form_not_of_dossier"):
            print_form(register, dossier, form)
    assert waiting_prints(register.db) == []


def test_the_forms_tell_what_the_dossier_holds(register: Register, centre: Centre) -> None:
    dossier = received(register)
    asked = {
        "kind": "supplement_requested",
        "reason": "Thiếu chữ ký",
        "papers": [{"name": "Giấy ủy quyền", "state": "no"}],
    }
    event = register.write(act, dossier, Act.model_validate(asked)).event
    centre.clock.forward(days=2)
    register.write(act, dossier, Act.model_validate({"kind": "supplement_received"}))
    extended = {"kind": "extended", "reason": "Xác minh", "new_due": "2026-12-10T17:30:00+07:00"}
    register.write(act, dossier, Act.model_validate(extended))
    register.write(correct, dossier, "applicant_name", "Nguyễn Thị Lụa", "Nguyễn Thị Lụa Đào", "Thiếu tên")

    receipt = make_form(register.db, save_form(register, dossier, "01").job)
    supplement = make_form(register.db, save_form(register, dossier, "02", event).job)
    apology = make_form(register.db, save_form(register, dossier, "04").job)

    assert receipt.applicant.name == "Nguyễn Thị Lụa Đào"
    assert receipt.applicant.address == "Xã Quảng Điền, Thành phố Huế"
    assert [paper.name for paper in receipt.papers] == ["Tờ khai [red]"]
    assert receipt.statutory_time == "3 ngày làm việc"
    assert receipt.office.centre == "Trung tâm Phục vụ hành chính công xã Quảng Điền"
    assert f"{receipt.due_at:%Y-%m-%d}" == "2026-12-10"
    assert supplement.reason == "Thiếu chữ ký"
    assert f"{apology.original_due_at:%Y-%m-%d}" < f"{apology.new_due_at:%Y-%m-%d}" == "2026-12-10"


@pytest.mark.parametrize(
    ("steps", "stage", "money"),
    [
        ([], "Đã tiếp nhận, người thụ lý Trần Thị Bình", ""),
        (
            [{"kind": "fee_paid", "amount": 8_000}, {"kind": "agency_asked", "agency": "Công an xã"}],
            "Chờ cơ quan khác, người thụ lý Trần Thị Bình",
            "Đã nộp 8.000 đ, chưa trả lại",
        ),
    ],
)
def test_form_05_tells_how_far_the_work_had_come_and_what_was_paid(
    register: Register, centre: Centre, steps: list[dict[str, object]], stage: str, money: str
) -> None:
    dossier = received(register)
    stopped = {"kind": "stopped", "reason": "Công dân đề nghị", "requested_by": "Nguyễn Thị Lụa", "decision": "12/TB"}
    for step in [*steps, stopped]:
        centre.clock.forward(hours=1)
        register.write(act, dossier, Act.model_validate(step))

    form = make_form(register.db, save_form(register, dossier, "05").job)

    assert (form.requested_by, form.decision, form.reason) == ("Nguyễn Thị Lụa", "12/TB", "Công dân đề nghị")
    assert form.stage == stage
    assert form.money == money

    if steps:
        # Paid back after the stop: the next print says so.
        centre.clock.forward(hours=1)
        refund = {"kind": "fee_refunded", "amount": 8_000, "reason": "Dừng giải quyết"}
        register.write(act, dossier, Act.model_validate(refund))
        again = make_form(register.db, save_form(register, dossier, "05").job)
        assert again.money == "Đã nộp 8.000 đ, đã trả lại 8.000 đ"


def test_given_a_full_folder_of_prints_then_the_dossier_is_saved_all_the_same(register: Register) -> None:
    (register.folder / "prints").write_text("a file where the folder should be")
    dossier = received(register)
    with pytest.raises(Refused):
        print_form(register, dossier, "01")
    assert len(prints_of(register.db, dossier)) == 1


def test_given_a_print_that_has_left_the_printer_when_it_is_dropped_then_it_stays_printed(register: Register) -> None:
    register.write(set_setting, "print_command", TAKES)
    done = print_form(register, received(register), "01")
    register.write(drop_print, done.job.id)
    assert [row["state"] for row in prints_of(register.db, done.job.dossier)] == ["printed"]
