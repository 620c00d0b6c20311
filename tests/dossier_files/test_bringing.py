"""Books of offices and exports of other systems come into the register: once, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.dossier_files.books import DUC, LUA, bring_in, counts, held, write_csv, write_lines, write_xlsx

from communedb.desk.prints import ask_print
from communedb.domain.moment import VIETNAM, local
from communedb.reports.today import today
from communedb.stores.dossier import find_dossier, read_dossier
from communetui.printing.from_dossier import make_form
from communetui.printing.models import ReceiptForm

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre


def test_a_book_becomes_dossiers_with_the_dates_and_the_status_of_the_book(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    tally = bring_in(register, write_csv(tmp_path / "sổ.csv", [LUA, DUC]))

    assert counts(tally) == (2, 0, 0, 0)
    lua = read_dossier(register.db, find_dossier(register.db, "H57-250310-0001"))
    assert (lua.row["procedure_code"], lua.row["applicant_name"]) == ("1.004873", "Nguyễn Thị Lụa")
    assert lua.code == "19867.01-250310-0001"
    assert [event.kind for event in lua.events] == ["received", "handed_over", "decided", "result_ready", "returned"]
    assert f"{local(lua.state.due_at):%H:%M %d/%m/%Y}" == "17:30 13/03/2025"
    assert f"{local(lua.state.returned_at):%d/%m/%Y}" == "12/03/2025"
    assert all(event.details["imported"] == "sổ.csv" and event.entered_at == centre.clock() for event in lua.events)
    assert lua.state.findings == []

    duc = read_dossier(register.db, find_dossier(register.db, "H57-261119-0002"))
    assert (duc.state.status, duc.row["procedure_code"]) == ("processing", "")
    assert duc.row["procedure_name"] == "Xác nhận hộ bị ngập lụt"


def test_what_was_brought_in_is_no_news_and_in_no_count_of_today(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    bring_in(register, write_csv(tmp_path / "sổ.csv", [LUA, DUC]))

    specialist = centre.officers["specialist"]
    seen = today(register.db, specialist, register.now(), register.calendar(), "2026-11-22T00:00:00Z")
    assert (seen.received, seen.returned, seen.changed_by_others, seen.unprinted, seen.mine) == (0, 0, 0, 0, 0)
    assert (seen.open, seen.overdue) == (1, 0)


def test_a_receipt_printed_of_it_says_the_books_dates_and_leaves_the_signers_line_open(
    centre: Centre, tmp_path: Path
) -> None:
    register = centre.open("reception")
    bring_in(register, write_csv(tmp_path / "sổ.csv", [DUC]))
    dossier = find_dossier(register.db, str(DUC[1]))
    form = make_form(register.db, register.write(ask_print, dossier, "01", "a5"))
    assert isinstance(form, ReceiptForm)
    assert (form.receiver, form.official_codes, form.papers) == ("", (DUC[1],), ())
    assert f"{form.received_at.astimezone(VIETNAM):%d/%m/%Y}" == DUC[6]


def test_a_fee_that_was_paid_elsewhere_comes_into_no_till_here(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    names = ["MaHoSo", "ChuHoSo", "TenTTHC", "NgayTiepNhan", "TrangThaiHoSo", "LePhi"]
    told = ["H57-261119-0003", "Trần Thị Bưởi", "Khác", "19/11/2026"]
    bring_in(register, write_csv(tmp_path / "a.csv", [[*told, "6", "8.000 đ"]], names))
    assert counts(bring_in(register, write_csv(tmp_path / "b.csv", [[*told, "4", ""]], names))) == (0, 1, 0, 0)
    state = read_dossier(register.db, find_dossier(register.db, told[0])).state
    assert (state.status, state.fee_paid, state.paused) == ("processing", 0, False)


def test_the_same_file_again_changes_nothing(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    path = write_csv(tmp_path / "sổ.csv", [LUA, DUC, DUC])
    assert counts(bring_in(register, path)) == (2, 0, 1, 0)
    before = held(register)
    (lines,) = register.db.conn.execute("SELECT count(*) FROM journal_line").fetchone()

    assert counts(bring_in(register, path)) == (0, 0, 3, 0)

    assert held(register) == before
    assert register.db.conn.execute("SELECT count(*) FROM journal_line").fetchone() == (lines,)


def test_the_portals_payload_is_understood_as_it_is(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    payload = {
        "MaHoSo": "000.20.46.H57-261110-0007", "MaTTHC": "1.004873", "TenTTHC": "Xác nhận tình trạng hôn nhân",
        "ChuHoSo": "Lê Văn Tám", "LoaiDoiTuong": "0", "MaDoiTuong": "046088001234", "SoDienThoai": "+84905000111",
        "NgayTiepNhan": "20261110083000", "NgayHenTra": "20261113170000", "TrangThaiHoSo": "9", "HinhThuc": 2,
        "NgayKetThucXuLy": "20261112100000", "DanhSachLePhi": [{"TenPhiLePhi": "Lệ phí"}],
    }  # fmt: skip
    path = write_lines(tmp_path / "cong.jsonl", [payload, "{không phải JSON"])
    tally = bring_in(register, path)

    assert counts(tally) == (1, 0, 0, 1)
    assert [refusal.reason for refusal in tally.rejected.values()] == ["table_line_not_json"]
    dossier = read_dossier(register.db, find_dossier(register.db, payload["MaHoSo"]))
    assert (dossier.row["channel"], dossier.row["applicant_phone"]) == ("online", "0905000111")
    assert dossier.state.status == "result_ready"
    assert f"{local(dossier.state.ended_at):%H:%M %d/%m/%Y}" == "10:00 12/11/2026"
    assert dossier.row["time_limit"] is not None


def test_a_spreadsheet_that_took_numbers_for_numbers_loses_nothing(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    row = [1, "H57-250310-0001", "Nguyễn Thị Lụa", 46190054321, 914123456, "x", "10/03/2025", None, None, "Đã nhận"]
    assert counts(bring_in(register, write_xlsx(tmp_path / "sổ.xlsx", [row]))) == (1, 0, 0, 0)
    (kept,) = held(register)
    assert (kept["applicant_id_number"], kept["applicant_phone"]) == ("046190054321", "0914123456")
