"""A file brought to a centre's catalogue: what it would change, what it changes, and what it leaves alone."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.catalogue_files.bringing import BIRTH, MARITAL, OWN, OWN_ROW, TODAY, brought, imported, kinds, lines, plan

from communedb.catalogue_files import (
    ChangeKind,
    Column,
    apply_plan,
    export_catalogue,
    read_plan,
    rejected_file,
    write_rejected,
)
from communedb.desk.receive import receive
from communedb.domain.fees import FeeSchedule
from communedb.domain.intake import Intake
from communedb.domain.procedure import CopyKind
from communedb.domain.refusal import Reason, Refused
from communedb.domain.time_limit import LimitUnit, TimeLimit
from communedb.migrations import migrate
from communedb.sqlite import create
from communedb.stores.dossier import read_dossier
from communedb.stores.procedures import procedure_on, procedures_on, versions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

    from communedb.register import Register


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_was_exported_changes_nothing_when_it_comes_back(register: Register, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"danh-muc.{suffix}"
    count = export_catalogue(register.db, path, TODAY)

    found = plan(register, path)

    assert count == len(procedures_on(register.db, TODAY)) > 200
    assert kinds(found) == {"unchanged": count}
    assert (found.rejected, found.findings) == ((), ())


def test_an_exported_catalogue_rebuilds_every_procedure_where_it_was_not_known(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "danh-muc.xlsx"
    export_catalogue(register.db, path, TODAY)
    known = {procedure.code: procedure for procedure in procedures_on(register.db, TODAY)}
    empty = create(tmp_path / "empty.db", bytes(32))
    migrate(empty)

    found = read_plan(empty, path, TODAY)
    empty.conn.close()

    assert kinds(found) == {"new": len(known)}
    for change in found.changes:
        own = {"id", "version", "valid_from", "valid_to"}
        assert change.version.model_dump(exclude=own) == known[change.version.code].model_dump(exclude=own)


def test_a_new_procedure_is_taken_whole(register: Register, tmp_path: Path) -> None:
    row = OWN_ROW | {
        "Thời hạn": "3", "Đơn vị": "ngày làm việc", "Phí/Lệ phí": "8.000 đ", "Kết quả": "Giấy xác nhận",
        "Thành phần hồ sơ": "Đơn đề nghị {loại: bản chính}\nẢnh chụp {số lượng: 2}",
        "Căn cứ pháp lý": "Quyết định 12/2026/QĐ-UBND", "HIỆU LỰC TỪ": "01/12/2026", "Hiệu lực đến": "31/12/2027",
    }  # fmt: skip
    found = imported(register, brought(tmp_path, row))

    assert kinds(found) == {"new": 1}
    kept = procedure_on(register.db, OWN, date(2026, 12, 1))
    assert kept.limits == (TimeLimit(amount=3, unit=LimitUnit.WORKING_DAY),)
    assert [rule.amount for rule in kept.fee.rules] == [8000]
    assert [(paper.name, paper.copy_kind, paper.quantity) for paper in kept.papers or ()] == [
        ("Đơn đề nghị", CopyKind.ORIGINAL, 1), ("Ảnh chụp", None, 2),
    ]  # fmt: skip
    assert (kept.result, kept.legal_base) == ("Giấy xác nhận", ("Quyết định 12/2026/QĐ-UBND",))
    assert (kept.valid_from, kept.valid_to) == (date(2026, 12, 1), date(2027, 12, 31))
    social = next(p for p in procedures_on(register.db, TODAY) if p.field == "Bảo trợ xã hội")
    assert (kept.field_code, kept.field_en) == (social.field_code, social.field_en)
    with pytest.raises(Refused):
        procedure_on(register.db, OWN, TODAY)


def test_what_a_row_does_not_say_of_a_new_procedure_stays_not_given(register: Register, tmp_path: Path) -> None:
    imported(register, brought(tmp_path, OWN_ROW | {"Phí": "", "Giấy tờ": "không"}))
    kept = procedure_on(register.db, OWN, TODAY)
    assert kept.fee == FeeSchedule()
    assert kept.papers == ()
    assert {fact.value for fact in kept.missing} == {"limit", "fee", "result", "legal_base"}


def test_a_changed_procedure_becomes_a_version_and_a_received_dossier_keeps_its_own(
    centre: Centre, register: Register, tmp_path: Path
) -> None:
    applicant = {"name": "Nguyễn Văn Đức", "id_number": "046090012345"}
    received = centre.open("reception").write(
        receive, Intake.model_validate({"procedure_code": MARITAL, "applicant": applicant})
    )
    before = procedure_on(register.db, MARITAL, TODAY)

    found = imported(register, brought(tmp_path, {"ma thu tuc": MARITAL, "THOI HAN": "5", "don vi": "ngày làm việc"}))

    (change,) = found.of(ChangeKind.CHANGED)
    assert [(each.column, each.old, each.new) for each in change.fields] == [
        (Column.LIMIT, "3 ngày làm việc", "5 ngày làm việc")
    ]
    after = procedure_on(register.db, MARITAL, TODAY)
    assert after.model_dump(exclude={"id", "version", "limits", "valid_from"}) == before.model_dump(
        exclude={"id", "version", "limits", "valid_from"}
    )
    assert (after.valid_from, after.version) == (TODAY, "2026-11-23")
    ended = procedure_on(register.db, MARITAL, date(2026, 11, 22))
    assert (ended.version, ended.valid_to) == (before.version, date(2026, 11, 22))
    dossier = read_dossier(register.db, received.dossier)
    assert dossier.procedure.id == before.id
    assert dossier.procedure.limits == (TimeLimit(amount=3, unit=LimitUnit.WORKING_DAY),)


def test_a_change_of_next_year_leaves_today_alone(register: Register, tmp_path: Path) -> None:
    path = brought(tmp_path, {"Mã": MARITAL, "Thời hạn": "5 ngày làm việc"})
    imported(register, path, date(2027, 1, 1))

    assert procedure_on(register.db, MARITAL, date(2026, 12, 31)).limits[0].amount == 3
    assert procedure_on(register.db, MARITAL, date(2027, 1, 1)).limits[0].amount == 5
    # Until then another change holds, and ends where that one begins.
    sooner = brought(tmp_path, {"Mã": MARITAL, "Thời hạn": "4 ngày làm việc"}, name="b.csv")
    imported(register, sooner)
    assert procedure_on(register.db, MARITAL, TODAY).valid_to == date(2026, 12, 31)
    assert procedure_on(register.db, MARITAL, date(2027, 1, 1)).limits[0].amount == 5


def test_two_changes_on_one_day_are_two_versions_and_the_later_holds(register: Register, tmp_path: Path) -> None:
    for number, days in enumerate((4, 5, 6)):
        imported(
            register, brought(tmp_path, {"Mã": MARITAL, "Thời hạn": f"{days} ngày làm việc"}, name=f"{number}.csv")
        )
    assert procedure_on(register.db, MARITAL, TODAY).limits[0].amount == 6
    assert [version.version for version in versions(register.db, MARITAL)][:3] == [
        "2026-11-23-03", "2026-11-23-02", "2026-11-23",
    ]  # fmt: skip


def test_an_exported_file_that_was_edited_begins_on_the_day_of_the_import(
    centre: Centre, register: Register, tmp_path: Path
) -> None:
    imported(register, brought(tmp_path, OWN_ROW | {"Hiệu lực từ": "01/07/2026", "Phí": "8000"}))
    out = tmp_path / "danh-muc.csv"
    export_catalogue(register.db, out, TODAY)
    with out.open(encoding="utf-8-sig", newline="") as handle:
        (own,) = [row for row in csv.DictReader(handle) if row["Mã thủ tục"] == OWN]
    assert own["Hiệu lực từ"] == "01/07/2026"

    imported(register, brought(tmp_path, own | {"Phí, lệ phí": "9000"}))

    assert [(v.valid_from, v.valid_to) for v in versions(register.db, OWN)] == [
        (TODAY, None), (date(2026, 7, 1), date(2026, 11, 22)),
    ]  # fmt: skip


def test_an_abolished_procedure_gets_an_end_and_nothing_else(register: Register, tmp_path: Path) -> None:
    path = brought(tmp_path, {"Mã": MARITAL, "Hiệu lực đến": "30/11/2026"}, {"Mã": BIRTH, "Hiệu lực đến": ""})
    found = imported(register, path)

    assert kinds(found) == {"ended": 1, "unchanged": 1}
    assert len(versions(register.db, MARITAL)) == 1
    assert procedure_on(register.db, MARITAL, date(2026, 11, 30))
    with pytest.raises(Refused):
        procedure_on(register.db, MARITAL, date(2026, 12, 1))


def test_a_procedure_that_ended_last_year_is_ended_once_and_comes_back_when_a_file_lists_it(
    register: Register, tmp_path: Path
) -> None:
    imported(register, brought(tmp_path, {"Mã": MARITAL, "Hiệu lực đến": "30/06/2026"}))
    found = imported(register, brought(tmp_path, {"Mã": MARITAL, "Thời hạn": "3 ngày làm việc"}))
    assert kinds(found) == {"changed": 1}
    assert procedure_on(register.db, MARITAL, TODAY).valid_from == TODAY
    with pytest.raises(Refused):
        procedure_on(register.db, MARITAL, date(2026, 7, 1))


def test_an_empty_cell_says_nothing_and_a_word_takes_a_fact_away(register: Register, tmp_path: Path) -> None:
    silent = {"Mã": MARITAL, "Thời hạn": "", "Đơn vị": "", "Giấy tờ": "", "Kết quả": "", "Tên": ""}
    assert kinds(plan(register, brought(tmp_path, silent))) == {"unchanged": 1}

    imported(register, brought(tmp_path, silent | {"Thời hạn": "không nêu", "Giấy tờ": "Không nêu"}))
    after = procedure_on(register.db, MARITAL, TODAY)
    assert (after.limits, after.papers) == ((), None)


def test_a_short_statement_that_agrees_with_a_fuller_one_changes_nothing(register: Register, tmp_path: Path) -> None:
    copies = procedure_on(register.db, "2.000815", TODAY)
    assert len(copies.limits) > 1
    row = {"Mã": "2.000815", "Thời hạn": "1", "Đơn vị": "trong ngày", "Nguồn": "Cổng tỉnh"}
    assert kinds(plan(register, brought(tmp_path, row))) == {"unchanged": 1}


def test_only_an_administrator_writes(centre: Centre, tmp_path: Path) -> None:
    for role in ("reception", "specialist", "leader"):
        register = centre.open(role)
        found = plan(register, brought(tmp_path, OWN_ROW))
        with pytest.raises(Refused) as refused:
            register.write(apply_plan, found)
        assert refused.value.reason is Reason.ROLE_NOT_ALLOWED


def test_a_plan_is_not_written_onto_a_catalogue_that_changed_meanwhile(register: Register, tmp_path: Path) -> None:
    first = plan(register, brought(tmp_path, OWN_ROW, {"Mã thủ tục": MARITAL, "Tên thủ tục": "Tên khác"}))
    imported(register, brought(tmp_path, {"Mã thủ tục": MARITAL, "Tên thủ tục": "Tên khác nữa"}))
    before = lines(register)

    with pytest.raises(Refused) as refused:
        register.write(apply_plan, first)

    assert refused.value.reason is Reason.CHANGED_MEANWHILE
    assert lines(register) == before
    assert versions(register.db, OWN) == []


def test_nothing_is_written_when_nothing_changes(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "danh-muc.csv"
    export_catalogue(register.db, path, TODAY)
    before = lines(register)
    assert register.write(apply_plan, plan(register, path)) == 0
    assert lines(register) == before


def test_rejected_rows_come_back_corrected(register: Register, tmp_path: Path) -> None:
    path = brought(tmp_path, OWN_ROW | {"Phí": "abc", "Kết quả": "=Giấy"}, {"Mã thủ tục": BIRTH})
    found = plan(register, path)
    saved = write_rejected(rejected_file(path), register.folder, found.names, found.rejected, lambda r: r.reason.value)

    assert saved == tmp_path / "danh-muc.rejected.csv"
    with saved.open(encoding="utf-8-sig", newline="") as handle:
        (row,) = csv.DictReader(handle)
    assert (row["Dòng"], row["Lý do"], row["Mã thủ tục"], row["Phí"]) == ("2", "money_unreadable", OWN, "abc")
    assert row["Kết quả"] == "'=Giấy"
    corrected = brought(tmp_path, row | {"Phí": "8000"}, name=saved.name)
    again = imported(register, corrected)
    assert (kinds(again), again.findings) == ({"new": 1}, ())
    assert procedure_on(register.db, OWN, TODAY).result == "=Giấy"
