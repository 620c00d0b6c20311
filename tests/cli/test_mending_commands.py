"""`communetui dossier correct`, `take-back`, `void`, `match`, `attach`, `print`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def test_a_field_is_corrected_and_the_old_value_told(desk: Desk) -> None:
    code = desk.receive("Nguyễn Văn Đưc")
    ran = desk.run("dossier", "correct", code, "applicant_name", "Nguyễn Văn Đức", "--reason", "Thiếu dấu", "--json")
    assert ran.code == 0, ran.err
    shown = desk.run("dossier", "show", code, "--json").document
    assert shown["dossier"]["applicant_name"] == "Nguyễn Văn Đức"
    assert shown["events"][-1]["details"]["old"] == "Nguyễn Văn Đưc"
    assert "Nguyễn Văn Đưc" in desk.run("dossier", "history", code).out


def test_a_correction_of_what_has_changed_meanwhile_is_refused(desk: Desk) -> None:
    code = desk.receive()
    ran = desk.run(
        "dossier", "correct", code, "applicant_name", "An", "--old", "Bình", "--reason", "Sai", "--json"
    )  # fmt: skip
    assert (ran.code, ran.document["error"]["reason"]) == (1, "changed_meanwhile")
    without = desk.run("dossier", "correct", code, "note", "Gấp", "--json")
    assert (without.code, without.document["error"]["reason"]) == (1, "reason_missing")
    unknown = desk.run("dossier", "correct", code, "code", "1", "--reason", "Sai", "--json")
    assert (unknown.code, unknown.document["error"]["reason"]) == (2, "wrong_usage")


def test_the_last_step_is_taken_back_and_a_mistake_voided(desk: Desk) -> None:
    code = desk.receive()
    desk.run("dossier", "act", code, "handed_over", "--to", "Nguyễn Văn Dũng")
    back = desk.run("dossier", "take-back", code, "--reason", "Chuyển nhầm người", "--json")
    assert back.document["status"] == "received"
    voided = desk.run("dossier", "void", code, "--reason", "Nhập trùng", "--json")
    assert voided.document["voided"] is True
    assert desk.run("dossier", "list", "--json").document["count"] == 0
    assert desk.run("dossier", "list", "--voided", "--json").document["count"] == 1
    assert "Hủy do nhập nhầm" in desk.run("dossier", "list", "--voided").out


def test_a_typed_procedure_is_matched_with_the_catalogue(desk: Desk) -> None:
    typed = {"name": "Xác nhận hộ nuôi trồng thủy sản", "limit": {"amount": 5, "unit": "working_day"}}
    given = json.dumps({"procedure": typed, "applicant": {"name": "Hồ Văn Tôm"}})
    code = desk.run("dossier", "receive", "--json", given=given).document["code"]
    assert desk.run("dossier", "list", "--unmatched", "--json").document["count"] == 1
    assert desk.run("dossier", "match", code, "1.004873").code == 0
    assert desk.run("dossier", "list", "--unmatched", "--json").document["count"] == 0


def test_a_scan_is_attached_to_its_paper(desk: Desk, tmp_path: Path) -> None:
    code = desk.receive()
    scan = tmp_path / "Giấy khai sinh.png"
    scan.write_bytes(PNG)
    ran = desk.run("dossier", "attach", code, str(scan), "--paper", "1", "--json")
    assert ran.code == 0, ran.err
    attached = desk.run("dossier", "show", code, "--json").document["attachments"]
    assert [(row["name"], row["media_type"]) for row in attached] == [("Giấy khai sinh.png", "image/png")]
    assert desk.run("dossier", "attach", code, str(scan), "--paper", "99", "--json").code == 1
    missing = desk.run("dossier", "attach", code, str(tmp_path / "none.png"), "--json")
    assert (missing.code, missing.document["error"]["reason"]) == (1, "file_unreadable")


def test_only_some_pages_of_a_pdf_are_attached(desk: Desk, tmp_path: Path) -> None:
    code = desk.receive()
    writer, scan = PdfWriter(), tmp_path / "ho so.pdf"
    for number in range(4):
        writer.add_blank_page(200 + number, 300)
    writer.write(scan)
    assert desk.run("dossier", "attach", code, str(scan), "--pages", "2-3", "--json").code == 0
    wrong = desk.run("dossier", "attach", code, str(scan), "--pages", "5", "--json")
    assert (wrong.code, wrong.document["error"]["reason"]) == (1, "pages_not_there")
    (kept,) = desk.run("dossier", "show", code, "--json").document["attachments"]
    register = desk.centre.open("reception")
    copy = register.files.open_copy(kept["digest"], tmp_path / "xem")
    assert [int(page.mediabox.width) for page in PdfReader(copy).pages] == [201, 202]


def test_a_receipt_is_saved_and_without_a_printer_it_waits(desk: Desk) -> None:
    code = desk.receive()
    saved = desk.run("dossier", "print", code, "--save-only", "--json").document
    assert Path(saved["file"]).read_bytes().startswith(b"%PDF")
    twice = desk.run("dossier", "print", code, "--save-only", "--json").document
    assert twice["again"] is True
    desk.run("setting", "set", "print_command", "no-such-printer-program", as_="administrator")
    step = ["--paper", "Tờ khai", "--reason", "Chưa ký"]
    assert desk.run("dossier", "act", code, "supplement_requested", *step).code == 0
    waiting = desk.run("dossier", "print", code, "--form", "02", "--json")
    assert (waiting.code, waiting.document["printed"], waiting.document["waits"]) == (0, False, "no_program")
    assert Path(waiting.document["file"]).exists()
