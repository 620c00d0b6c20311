"""Bad input at the command line: no real periods, impossible plans; nothing changes, and it says what to do."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import Desk

from communedb.desk.catalogue import add_version
from communedb.domain.procedure import own_version_id
from communedb.stores.procedures import procedure_on
from communedb.tables.rejected import REASON_HEADING, rejected_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.centre import Centre


@pytest.fixture
def desk(centre: Centre, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    """The centre at the command line, in Vietnamese."""
    from tests.centre import PASSPHRASE

    for name, value in {"DIR": str(centre.folder), "PASSPHRASE": PASSPHRASE, "LANG": "vi"}.items():
        monkeypatch.setenv(f"COMMUNETUI_{name}", value)
    return Desk(centre, monkeypatch, capfd)


def lines(desk: Desk) -> int:
    """Lines of the journal: what was ever written."""
    with desk.centre.open_for_reading("leader") as register:
        return int(register.db.conn.execute("SELECT count(*) FROM journal_line").fetchone()[0])


def test_a_period_that_is_none_is_told_and_sends_nothing(desk: Desk) -> None:
    before = lines(desk)

    backwards = desk.run("report", "ii06a", "--from", "28/02/2027", "--to", "01/02/2027", as_="leader")
    unreadable = desk.run("report", "ii06a", "--period", "2027-13", as_="leader")
    not_begun = desk.run("report", "ii06a", "--period", "2100-01", "--mark-sent", as_="leader")
    twice = desk.run("report", "ii06a", "--period", "2027-01", "--from", "01/01/2027", as_="leader")

    for ran, words in (
        (backwards, "trước ngày đầu"), (unreadable, "2026-Q4"), (not_begun, "01/01/2100"), (twice, "--period"),
    ):  # fmt: skip
        assert ran.code != 0
        assert not ran.out
        assert words in ran.err, ran.err
        assert "Hãy" in ran.err or ran is twice, ran.err
        assert "Traceback" not in ran.err
    assert lines(desk) == before


@pytest.mark.parametrize("name", ["ii06a", "late", "payments", "decision-766", "tasks", "leader", "digitisation"])
def test_a_period_in_which_nothing_happened_is_an_empty_report(desk: Desk, name: str) -> None:
    ran = desk.run("report", name, "--period", "2020-02", "--json", as_="leader")
    told = desk.run("report", name, "--period", "2020-02", as_="leader")

    assert ran.code == told.code == 0, ran.err
    assert "nan" not in ran.out.lower()
    assert told.out.strip()


def test_a_period_across_a_change_of_the_catalogue_counts_each_dossier_as_it_was_received(desk: Desk) -> None:
    """The field was renamed on 25 November: the dossier of the 23rd keeps the old name, that of the 26th is new."""
    first = desk.receive(procedure="1.004873")
    administrator = desk.centre.open("administrator")
    old = procedure_on(administrator.db, "1.004873", desk.centre.clock.now.date())
    begins = desk.centre.clock.now.date().replace(day=25)
    newer = old.model_copy(
        update={
            "id": own_version_id(administrator.by.unit, "2026-11"), "version": "2026-11", "field": "Hộ tịch, quốc tịch",
            "valid_from": begins, "valid_to": None, "limits": (old.limits[0].model_copy(update={"amount": 5}),),
        }
    )  # fmt: skip
    administrator.write(add_version, newer)
    desk.centre.clock.set("2026-11-26 09:00")
    with desk.centre.open("reception") as register:
        from communedb.desk.receive import receive
        from communedb.domain.intake import Intake

        given = {"procedure_code": "1.004873", "applicant": {"name": "Trần Thị Sen"}}
        second = register.write(receive, Intake.model_validate(given)).code

    ran = desk.run("report", "ii06a", "--period", "2026-11", "--json", as_="leader")
    book = desk.run("report", "register-book", "--period", "2026-11", "--json", as_="leader")

    assert ran.code == 0, ran.err
    by_field = {row["field"]: row["received"] for row in cells_of(ran.document)}
    assert by_field == {"Hộ tịch": 1, "Hộ tịch, quốc tịch": 1}
    assert {row["code"] for row in cells_of(book.document)} >= {first, second}


def cells_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells of each line of a report."""
    return [row["cells"] for row in document["rows"] if not row["heading"]]


HEADINGS = ("Mã nhiệm vụ", "Nội dung nhiệm vụ", "Nhiệm vụ cha", "Đơn vị chủ trì", "Hạn hoàn thành", "Tiến độ (%)")
PLAN = (
    # Three below one another in a ring.
    ("V1", "Rà soát thủ tục", "V3", "", "30/11/2026", ""),
    ("V2", "Số hóa hồ sơ", "V1", "", "30/11/2026", ""),
    ("V3", "Họp giao ban", "V2", "", "30/11/2026", ""),
    ("D1", "Tập huấn", "", "", "15/12/2026", ""),
    ("D1", "Tập huấn lại", "", "", "16/12/2026", ""),
    ("U1", "Mua máy quét", "", "Phòng Vũ trụ", "15/12/2026", ""),
    ("N1", "Họp dân", "", "", "31/02/2026", ""),
    ("N2", "Họp tổ", "", "", "khi nào xong thì xong", ""),
    ("P1", "Lắp mạng", "", "", "15/12/2026", "một nửa"),
    ("M1", "Làm đường", "không có", "", "15/12/2026", ""),
    ("C1", "Kế hoạch năm", "", "", "30/11/2026", ""),
    ("C2", "Việc con kết thúc sau", "C1", "", "31/12/2026", ""),
    ("T1", "Ngày ghi bằng chữ", "", "UBND", "Quý IV/2026", "30%"),
)  # fmt: skip
# A word of each refusal's message, by row code; all but C1 and T1 stay outside.
TOLD = {
    "V1": "chính nó", "V2": "chính nó", "V3": "chính nó", "D1": "nhiều dòng", "U1": "Phòng Vũ trụ", "N1": "31/02/2026",
    "N2": "khi nào xong", "P1": "một nửa", "M1": "không có", "C2": "nhiệm vụ cha",
}  # fmt: skip


def written(path: Path, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([headings, *rows])
    return path


def test_a_plan_with_every_fault_brings_in_what_is_right_and_says_of_the_rest_what_to_mend(
    desk: Desk, tmp_path: Path
) -> None:
    path = written(tmp_path / "ke-hoach.csv", HEADINGS, PLAN)
    before = lines(desk)

    tried = desk.run("task", "import", str(path), "--dry-run", "--json", as_="leader")
    assert lines(desk) == before
    ran = desk.run("task", "import", str(path), "--yes", "--json", as_="leader")

    assert tried.code == ran.code != 0
    with rejected_file(path).open(encoding="utf-8-sig", newline="") as handle:
        reasons = [(row[HEADINGS[0]], row[REASON_HEADING]) for row in csv.DictReader(handle)]
    assert sorted({code for code, _ in reasons}) == sorted(TOLD)
    for code, reason in reasons:
        assert TOLD[code] in reason, (code, reason)
        assert "Hãy" in reason, (code, reason)
    listed = desk.run("task", "list", "--json", as_="leader").document
    assert {one["code"]: one["due_on"] for one in listed["tasks"]} == {"C1": "2026-11-30", "T1": "2026-12-31"}


def test_a_file_that_is_no_plan_is_refused_whole(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "khac.csv", ("Tên", "Tuổi"), (("An", "7"),))
    before = lines(desk)

    ran = desk.run("task", "import", str(path), "--yes", as_="leader")

    assert ran.code != 0
    assert "Nội dung nhiệm vụ" in ran.err
    assert lines(desk) == before


def test_reception_brings_no_plan_in(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "ke-hoach.csv", HEADINGS, PLAN[-1:])
    before = lines(desk)

    ran = desk.run("task", "import", str(path), "--yes", as_="reception")

    assert ran.code != 0
    assert lines(desk) == before
