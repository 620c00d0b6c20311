"""A dossier that is here is updated by what a file tells of it, and never turned back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.dossier_files.books import (
    DUC,
    HEADINGS,
    LUA,
    PORTAL,
    bring_in,
    counts,
    held,
    reasons,
    write_csv,
)

from communedb.desk.act import act
from communedb.desk.mend import correct, void
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.imported import steps_between
from communedb.domain.intake import Intake
from communedb.domain.status import ENDED, Status
from communedb.domain.workflow import STEPS
from communedb.stores.dossier import Dossier, find_dossier, read_dossier

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

    from communedb.register import Register

CODE = str(DUC[1])


def row(*, book: tuple[Any, ...] = DUC, **changes: Any) -> list[Any]:
    """A row of a later book: the same dossier, some cells otherwise."""
    by_name = dict(zip(HEADINGS, book, strict=True))
    assert set(changes) <= set(by_name)
    return list((by_name | changes).values())


def later(**changes: Any) -> list[Any]:
    return row(**{name.replace("_", " "): value for name, value in changes.items()})


def the(register: Register, code: str = CODE) -> Dossier:
    return read_dossier(register.db, find_dossier(register.db, code))


def test_a_later_status_becomes_the_missing_events(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    bring_in(register, write_csv(tmp_path / "a.csv", [DUC]))
    centre.clock.set("2026-11-30 09:00")
    path = write_csv(tmp_path / "b.csv", [later(Trạng_thái="10", Ngày_trả="27/11/2026 15:10")])

    assert counts(bring_in(register, path)) == (0, 1, 0, 0)

    dossier = the(register)
    assert [event.kind for event in dossier.events][-3:] == ["decided", "result_ready", "returned"]
    assert dossier.state.returned_at is not None
    assert dossier.state.findings == []
    assert dossier.events[-1].details == {"imported": "b.csv", "told": "returned"}
    # The older of the two books comes once more.
    assert counts(bring_in(register, tmp_path / "a.csv")) == (0, 0, 1, 0)
    assert the(register).state.status == "returned"


def test_another_fact_becomes_a_correction_with_its_reason(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    bring_in(register, write_csv(tmp_path / "a.csv", [DUC]))
    newer = write_csv(tmp_path / "b.csv", [later(Số_điện_thoại="0905.999.888", Họ_và_tên="NGUYỄN VĂN ĐỨC")])

    assert counts(bring_in(register, newer)) == (0, 1, 0, 0)

    dossier = the(register)
    assert (dossier.row["applicant_phone"], dossier.row["applicant_name"]) == ("0905999888", "Nguyễn Văn Đức")
    (correction,) = (event for event in dossier.events if event.kind is EventKind.CORRECTED)
    assert correction.reason == "Nhập từ tệp b.csv"
    assert (correction.details["old"], correction.details["new"]) == ("0905123456", "0905999888")


def test_what_was_mended_here_is_not_brought_back_by_an_older_file(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    path = write_csv(tmp_path / "a.csv", [DUC])
    bring_in(register, path)
    key = the(register).id
    register.write(correct, key, "applicant_name", "Nguyễn Văn Đức", "Nguyễn Văn Đực", "theo thẻ căn cước")
    centre.open("specialist").write(act, key, Act.model_validate({
        "kind": "supplement_requested", "reason": "thiếu ảnh", "papers": [{"name": "Ảnh", "state": "no"}],
    }))  # fmt: skip

    tally = bring_in(register, path)

    assert (counts(tally), tally.kept) == ((0, 0, 1, 0), 1)
    assert (the(register).row["applicant_name"], the(register).state.status) == ("Nguyễn Văn Đực", "supplement_awaited")


def test_a_dossier_received_at_the_counter_is_known_by_its_outside_code(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    portal_code = "000.20.46.H57-261119-0009"
    intake = {
        "procedure_code": "1.004873", "applicant": {"name": "Nguyễn Thị Lụa"},
        "outside_codes": [{"system": "dịch vụ công quốc gia", "code": portal_code}],
    }  # fmt: skip
    key = register.write(receive, Intake.model_validate(intake)).dossier
    path = write_csv(tmp_path / "a.csv", [(portal_code, "0914123456", "4")], ["MaHoSo", "SoDienThoai", "TrangThaiHoSo"])

    assert counts(bring_in(register, path)) == (0, 1, 0, 0)

    dossier = read_dossier(register.db, key)
    assert (dossier.row["applicant_phone"], dossier.state.status) == ("0914123456", "processing")
    (number,) = register.db.conn.execute("SELECT count(*) FROM dossier").fetchone()
    assert number == 1


def test_a_later_promise_is_an_extension_and_an_earlier_one_is_not_taken(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    bring_in(register, write_csv(tmp_path / "a.csv", [DUC]))
    longer = write_csv(tmp_path / "b.csv", [later(Ngày_hẹn_trả="04/12/2026")])
    assert counts(bring_in(register, longer)) == (0, 1, 0, 0)
    extended = the(register).events[-1]
    assert (extended.kind, extended.form, str(extended.due_at)) == ("extended", None, "2026-12-04 10:30:00+00:00")

    shorter = write_csv(tmp_path / "c.csv", [later(Ngày_hẹn_trả="25/11/2026")])
    tally = bring_in(register, shorter)
    assert (counts(tally), tally.kept) == ((0, 0, 1, 0), 1)


def test_a_number_of_a_book_that_begins_anew_each_year_is_not_taken_for_the_old_one(
    centre: Centre, tmp_path: Path
) -> None:
    register = centre.open("reception")
    old, new = row(book=LUA, **{"Số hồ sơ": "15"}), later(Số_hồ_sơ="15")
    bring_in(register, write_csv(tmp_path / "2025.csv", [old]))
    path = write_csv(tmp_path / "2026.csv", [new])
    assert reasons(bring_in(register, path)) == ["import_code_of_another"]
    # Another book's 15 is another dossier.
    assert counts(bring_in(register, path, system="Sổ đất đai")) == (1, 0, 0, 0)


def test_a_code_in_two_rows_that_differ_is_for_the_office_to_decide(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    rows = [later(Ngày_tiếp_nhận=""), LUA, later(), LUA, later(Họ_và_tên="")]
    path = write_csv(tmp_path / "a.csv", rows)
    tally = bring_in(register, path)
    assert (counts(tally), reasons(tally)) == ((1, 0, 1, 3), ["import_code_twice"] * 3)
    assert tally.rejected[2].facts["rows"] == "2, 4, 6"
    assert counts(bring_in(register, path)) == (0, 0, 2, 3)


def test_codes_that_a_new_register_gives_again_are_not_taken_for_those_of_the_old_ones_export(
    centre: Centre, tmp_path: Path
) -> None:
    register = centre.open("reception")
    exported = [later(Số_hồ_sơ=f"19867.01-261119-000{number}") for number in (3, 1, 2)]
    path = write_csv(tmp_path / "a.csv", exported)
    assert counts(bring_in(register, path)) == (3, 0, 0, 0)
    assert {one["outside"][-1] + one["code"][-1] for one in held(register)} == {"31", "12", "23"}
    assert counts(bring_in(register, path)) == (0, 0, 3, 0)


def test_a_void_dossier_stays_void(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    path = write_csv(tmp_path / "a.csv", [DUC])
    bring_in(register, path)
    register.write(void, the(register).id, "nhập nhầm")
    assert reasons(bring_in(register, path)) == ["dossier_voided"]


def test_a_dry_run_tells_the_same_and_writes_nothing(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    path = write_csv(tmp_path / "a.csv", [LUA, DUC, later(Số_hồ_sơ="H57-1", Ngày_tiếp_nhận="30/02/2026")])
    assert counts(bring_in(register, path, dry_run=True)) == (2, 0, 0, 1)
    assert held(register) == []
    assert register.db.conn.execute("SELECT count(*) FROM code_counter").fetchone() == (0,)
    # The code that the dry run drew was given back.
    bring_in(register, path)
    assert [one["code"] for one in held(register)] == ["19867.01-250310-0001", "19867.01-261119-0001"]


@pytest.mark.parametrize("wanted", [status for status in Status if status is not Status.DRAFT])
@pytest.mark.parametrize("present", [status for status in Status if status not in {Status.DRAFT, *ENDED}])
def test_the_events_between_two_statuses_are_steps_that_an_officer_could_take(present: Status, wanted: Status) -> None:
    steps = steps_between(present, wanted, Status.PROCESSING)
    if steps is None:
        return
    status = present
    for kind in steps:
        assert status in STEPS[kind].sources
        resumed = Status.PROCESSING if STEPS[kind].resumes else status
        begun = Status.PROCESSING if kind is EventKind.HANDED_OVER else resumed
        status = STEPS[kind].target or begun
    assert status is wanted


def test_what_is_over_is_never_opened_again() -> None:
    assert all(steps_between(ended, wanted) is None for ended in ENDED for wanted in Status if wanted is not ended)


def test_the_two_systems_may_bear_names_written_otherwise(centre: Centre, tmp_path: Path) -> None:
    register = centre.open("reception")
    path = write_csv(tmp_path / "a.csv", [later(Số_hồ_sơ="15")])
    bring_in(register, path)
    assert counts(bring_in(register, path, system=PORTAL.upper())) == (0, 0, 1, 0)
