"""Measures at the command line: the index, charts, the leader's page as a file, open data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import Desk, desk
from tests.measures.conftest import BIRTH, RESIDENCE, Office
from tests.measures.data_package import faults, rows

from communedb.desk.mend import void
from communedb.register import Register

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

__all__ = ["desk"]


@pytest.fixture(autouse=True)
def _commands_live_by_the_clock_of_the_desk(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Register.open

    def with_clock(folder: Path, officer: str, passphrase: str, **more: Any) -> Register:
        return opened(folder, officer, passphrase, **{"now": centre.clock, **more})

    monkeypatch.setattr(Register, "open", with_clock)


@pytest.fixture
def autumn(office: Office) -> Office:
    """October: nine births at the counter, two of which are late; one residence online. November: three births."""
    for day in range(1, 8):
        office.finish(f"2026-10-{day:02} 16:00", office.receive(f"2026-10-{day:02} 08:00", f"Người thứ {day}", BIRTH))
    late = [office.receive(f"2026-10-{day:02} 08:00", f"Người thứ {day}", BIRTH) for day in (8, 9)]
    for key in late:
        office.finish("2026-10-12 16:00", key)
    office.receive("2026-10-20 08:00", "Trần Duy Nhất", RESIDENCE, channel="online")
    for day in (2, 3, 4):
        office.receive(f"2026-11-0{day} 08:00", f"Tháng mười một {day}", BIRTH)
    office.centre.clock.set("2026-12-01 09:00")
    return office


def test_open_data_is_a_valid_package_in_which_nobody_is_alone(autumn: Office, desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "dữ liệu mở"
    ran = desk.run("export", "open-data", str(folder), "--from", "01/10/2026", "--json")

    assert ran.code == 0, ran.err
    assert faults(folder) == []
    # The one residence goes with the births: a table that told 9 of 10 would tell 1.
    assert rows(folder, "received") == [
        {"month": "2026-10", "field": "pooled", "procedure": "pooled", "dossiers": "10"}
    ]
    assert rows(folder, "channels") == [{"month": "2026-10", "channel": "pooled", "dossiers": "10"}]
    # Resolved were the nine births: told by their field, they would give the residence away among the ten.
    assert rows(folder, "resolved") == [{"month": "2026-10", "field": "pooled", "promise": "pooled", "dossiers": "9"}]
    assert ran.document["left_out"] == 3, "November has three and is not told"
    everything = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    for secret in ("Trần Duy Nhất", "Người thứ", "Lê Thị Hoa", "19867.01", "2026-10-20"):
        assert secret not in everything

    # Of a month that goes on nothing is told, and the words say why.
    told = desk.run("export", "open-data", str(folder), "--to", "31/12/2026", "--threshold", "3")
    assert "Chỉ công bố đến hết 30/11/2026" in told.out
    assert {row["month"] for row in rows(folder, "channels")} == {"2026-10", "2026-11"}
    assert json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["title"].endswith("xã Quảng Điền")
    assert desk.run("export", "open-data", str(folder), "--threshold", "1").code == 2


def test_a_package_is_replaced_and_a_table_of_somebody_else_is_not(autumn: Office, desk: Desk, tmp_path: Path) -> None:
    own = tmp_path / "channels.csv"
    own.write_text("kênh truyền hình\n", encoding="utf-8")

    refused = desk.run("export", "open-data", str(tmp_path), "--from", "01/10/2026")

    assert refused.code == 1
    assert "channels.csv" in refused.err
    assert own.read_text(encoding="utf-8") == "kênh truyền hình\n"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".csv"] == ["channels.csv"]
    assert desk.run("export", "open-data", str(tmp_path), "--from", "01/10/2026", "--yes").code == 0
    assert desk.run("export", "open-data", str(tmp_path), "--from", "01/10/2026").code == 0
    assert faults(tmp_path) == []


def test_a_month_is_published_once_so_that_two_packages_do_not_tell_their_difference(
    autumn: Office, desk: Desk, tmp_path: Path
) -> None:
    october = ("export", "open-data", str(tmp_path), "--from", "01/10/2026", "--to", "31/10/2026")
    assert desk.run(*october, "--json").document["kept"] == []
    first = {name: rows(tmp_path, name) for name in ("received", "channels", "statuses", "resolved")}
    autumn.as_("leader").write(void, autumn.receive("2026-10-30 08:00", "Trần Duy Nhì", BIRTH), "nhập nhầm")
    autumn.receive("2026-10-31 08:00", "Trần Duy Tam", BIRTH)
    autumn.centre.clock.set("2026-12-02 09:00")

    ran = desk.run("export", "open-data", str(tmp_path), "--from", "01/10/2026", "--threshold", "3")

    assert "Đã công bố, giữ nguyên: 2026-10." in ran.out
    assert {name: [row for row in rows(tmp_path, name) if row["month"] == "2026-10"] for name in first} == first
    assert [row["dossiers"] for row in rows(tmp_path, "channels")] == ["10", "3"], "November is told for the first time"
    assert faults(tmp_path) == []

    # Asked for by hand it is made anew, and a higher threshold takes nothing over that is under it.
    assert desk.run(*october, "--threshold", "3", "--yes").code == 0
    assert rows(tmp_path, "channels")[0]["dossiers"] == "11"
    assert desk.run(*october, "--threshold", "12", "--json").document["kept"] == []
    assert rows(tmp_path, "channels") == []


def test_a_damaged_package_is_noticed_by_the_checker(autumn: Office, desk: Desk, tmp_path: Path) -> None:
    """The negative control of the checker."""
    assert desk.run("export", "open-data", str(tmp_path), "--from", "01/10/2026").code == 0
    table = tmp_path / "channels.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("pooled", "by pigeon").replace("10\n", "0\n"), encoding="utf-8"
    )

    assert len(faults(tmp_path)) >= 2


def test_reports_are_drawn_told_and_saved(autumn: Office, desk: Desk, tmp_path: Path) -> None:
    drawn = desk.run("report", "on-time", "--period", "2026-10", "--format", "chart")
    assert drawn.code == 0, drawn.err
    assert "Hộ tịch" in drawn.out
    assert "77,8 %" in drawn.out, "seven of nine"
    assert desk.run("report", "ii06a", "--period", "2026-10", "--format", "chart").err.startswith("Báo cáo")

    index = desk.run("report", "decision-766", "--period", "2026-10", "--json").document
    lines = {row["key"]: row["cells"] for row in index["rows"]}
    assert lines["1.1"]["points"] == {"unknown": "not_measured"}
    assert (lines["2.1"]["counted"], lines["2.1"]["among"]) == (7, 10)
    words = desk.run("report", "decision-766", "--period", "2026-10").out
    assert "2.1 Hồ sơ giải quyết đúng hạn" in words
    assert "không đo được ở đây" in words

    page = tmp_path / "tuan.pdf"
    assert desk.run("report", "leader", "--period", "week", "--file", str(page)).code == 0
    assert page.read_bytes().startswith(b"%PDF")
    assert "CẦN CHỈ ĐẠO NGAY" in desk.run("report", "leader", "--period", "week").out
    first, *_ = desk.run("report", "leader", "--period", "week", "--json").document["words"]
    # The residence of October and the three births of November, on which nobody works.
    assert first["sentences"][0] == "4 hồ sơ đã quá hạn (bằng tuần trước)."
    for name in ("tasks", "feedback", "difficulties", "satisfaction", "support", "by-day", "due-ahead"):
        for language in ("vi", "en"):
            ran = desk.run("report", name, "--period", "2026-10", "--lang", language)
            assert ran.code == 0, ran.err
