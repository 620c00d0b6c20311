"""`communetui officer`, `setting`, `calendar`, `catalogue`, `check`, `rebuild`, `recover`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communedb import layout
from communedb.domain.moment import local, parse_utc, utc_text
from communedb.domain.officer import Role
from communedb.keys import KeyFile
from communedb.keys.recovery import new_recovery

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def test_an_administrator_adds_an_officer_who_then_opens_the_register(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNETUI_NEW_PASSPHRASE", "con sông Bồ quê mình")
    added = desk.run(
        "officer", "add", "Võ Thị Sáu", "--role", "reception", "--light", "--json", as_="administrator"
    )  # fmt: skip
    assert added.code == 0, added.err
    assert added.document["roles"] == [Role.RECEPTION]
    desk.centre.officers["new"] = added.document["id"]
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", "con sông Bồ quê mình")
    assert desk.run("dossier", "list", as_="new").code == 0
    wrong = desk.run("dossier", "list", "--json", as_="leader")
    assert (wrong.code, wrong.document["error"]["reason"]) == (1, "wrong_passphrase")


def test_only_an_administrator_changes_officers_and_the_last_one_stays(desk: Desk) -> None:
    refused = desk.run("officer", "disable", "Phan Thị Mai", "--json")
    assert (refused.code, refused.document["error"]["reason"]) == (1, "role_not_allowed")
    changed = desk.run(
        "officer", "change", "le thi hoa", "--name", "Lê Thị Hoa Mai", "--role", "reception", "--role", "specialist",
        "--json", as_="administrator",
    )  # fmt: skip
    assert changed.document["roles"] == ["reception", "specialist"]
    assert desk.run("officer", "disable", "Phan Thị Mai", as_="administrator").code == 0
    last = desk.run("officer", "disable", "Trần Thị Bình", "--json", as_="administrator")
    assert (last.code, last.document["error"]["reason"]) == (1, "last_administrator")
    told = desk.run("officer", "list", "--all").out
    assert "Lê Thị Hoa Mai" in told
    assert "Phan Thị Mai" in told
    assert "Phan Thị Mai" not in desk.run("officer", "list").out


def test_an_officer_changes_the_own_passphrase(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNETUI_NEW_PASSPHRASE", "ngắn")
    short = desk.run("officer", "passphrase", "--json")
    assert (short.code, short.document["error"]["reason"]) == (1, "passphrase_too_short")
    monkeypatch.setenv("COMMUNETUI_NEW_PASSPHRASE", "mật khẩu mới của Hoa")
    assert desk.run("officer", "passphrase", "--light").code == 0
    assert desk.run("dossier", "list").code == 1
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", "mật khẩu mới của Hoa")
    assert desk.run("dossier", "list").code == 0


def test_the_recovery_key_lets_an_officer_back_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    key = layout.recovery(desk.centre.folder)
    monkeypatch.setenv("COMMUNETUI_NEW_PASSPHRASE", "đã quên mật khẩu cũ")
    ran = desk.run("recover", "--officer", "Phan Thị Mai", "--recovery-file", str(key), "--light", "--json")
    assert ran.code == 0, ran.err
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", "đã quên mật khẩu cũ")
    assert desk.run("dossier", "list", as_="leader").code == 0

    other, _ = new_recovery(desk.centre.open("administrator").data_key, ())
    for wrong, reason in ((other, "recovery_key_wrong"), ("AGE-SECRET", "recovery_key_unreadable")):
        monkeypatch.setenv("COMMUNETUI_RECOVERY_KEY", wrong)
        refused = desk.run("recover", "--officer", "Phan Thị Mai", "--json")
        assert (refused.code, refused.document["error"]["reason"]) == (1, reason)
    monkeypatch.delenv("COMMUNETUI_RECOVERY_KEY")
    assert desk.run("recover", "--json").document["error"]["reason"] == "recovery_key_missing"


def test_settings_are_checked(desk: Desk) -> None:
    kept = desk.run("setting", "set", "sessions", "07:00-11:00,13:00-17:00", "--json", as_="administrator")
    assert kept.document == {"name": "sessions", "value": "07:00-11:00,13:00-17:00"}
    listed = desk.run("setting", "list", "--json").document["settings"]
    assert listed["sessions"] == "07:00-11:00,13:00-17:00"
    for name, value in (("sessions", "17:00-07:00"), ("code_pattern", "{counter"), ("colour", "red")):
        assert desk.run("setting", "set", name, value, as_="administrator").code == 1
    assert desk.run("setting", "set", "saturday_morning", "yes").code == 1


def test_a_flood_closes_a_day_and_it_opens_again(desk: Desk) -> None:
    closed = desk.run("calendar", "close", "25/11/2026", "Lũ lụt", "--json", as_="administrator")
    assert closed.code == 0, closed.err
    days = desk.run("calendar", "list", "--year", "2026", "--json").document["days"]
    assert {"day": "2026-11-25", "kind": "closed", "name": "Lũ lụt"}.items() <= days[-1].items()
    assert desk.run("calendar", "reopen", "2026-11-25", as_="administrator").code == 0
    again = desk.run("calendar", "reopen", "25/11/2026", "--json", as_="administrator")
    assert (again.code, again.document["error"]["reason"]) == (1, "calendar_day_unknown")
    impossible = desk.run("calendar", "close", "30/02/2026", "Lũ", "--json", as_="administrator")
    assert (impossible.code, impossible.document["error"]["reason"]) == (1, "date_impossible")


def test_the_catalogue_is_found_by_letters_and_says_what_is_not_given(desk: Desk) -> None:
    found = desk.run("catalogue", "list", "--text", "tinh trang hon nhan", "--json").document["procedures"]
    assert "1.004873" in [one["code"] for one in found]
    shown = desk.run("catalogue", "show", "1.004873").out
    assert "tình trạng hôn nhân" in shown
    assert "3 ngày làm việc" in shown
    assert "chưa có thông tin" in desk.run("catalogue", "list").out
    unknown = desk.run("catalogue", "show", "9.999999", "--json")
    assert (unknown.code, unknown.document["error"]["reason"]) == (1, "unknown_procedure")


def test_a_sound_register_is_told_so_and_a_stale_row_is_found_and_rebuilt(desk: Desk) -> None:
    code = desk.receive()
    task = ("task", "add", "--title", "Số hóa sổ hộ tịch", "--code", "NV-1", "--reports", "weekly")
    assert desk.run(*task, as_="leader").code == 0
    assert desk.run("task", "report", "NV-1", "--no-work", "--difficulty", "Máy quét hỏng").code == 0
    sound = desk.run("check", "--json")
    assert (sound.code, sound.document["sound"]) == (0, True)
    counted = {"dossiers": 1, "tasks": 1, "feedback": 1}
    assert sound.document | counted == sound.document
    register = desk.centre.open("administrator")
    register.write(lambda tx: tx.db.conn.execute("UPDATE dossier_state SET status = 'returned'"))
    stale = desk.run("check", "--json")
    key = desk.run("dossier", "show", code, "--json").document["dossier"]["id"]
    assert (stale.code, stale.document["stale"]) == (1, [key])
    assert desk.run("rebuild", "--json").document == counted
    assert "1 hồ sơ, 1 nhiệm vụ, 1 phản ánh và khó khăn" in desk.run("check").out
    register.write(lambda tx: tx.db.conn.execute("DELETE FROM dossier_search"))
    assert desk.run("check").code == 1


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_flipped_bit_is_found(desk: Desk, place: int) -> None:
    desk.receive()
    database = layout.database(desk.centre.folder)
    content = bytearray(database.read_bytes())
    content[len(content) * place // 4] ^= 1
    database.write_bytes(content)
    ran = desk.run("check", "--json")
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_former_officers_keep_their_slots_closed(desk: Desk) -> None:
    desk.run("officer", "disable", "Phan Thị Mai", as_="administrator")
    owners = {owner.name: owner.active for owner in KeyFile.load(desk.centre.folder).officers()}
    assert owners["Phan Thị Mai"] is False
    ran = desk.run("dossier", "list", "--json", as_="leader")
    assert (ran.code, ran.document["error"]["reason"]) == (1, "officer_disabled")


def test_a_closed_day_tells_which_promises_it_touches_and_the_report_lists_them(desk: Desk) -> None:
    code = desk.receive()
    assert desk.run("report", "affected").out == "Không có ngày hẹn nào chịu ảnh hưởng của ngày nghỉ đã đổi.\n"
    promised = local(parse_utc(desk.run("dossier", "show", code, "--json").document["state"]["due_at"]))
    day = f"{promised:%d/%m/%Y}"
    closed = desk.run("calendar", "close", day, "Nghỉ do lũ lụt", "--json", as_="administrator")
    assert closed.document["affected"] == 1
    listed = desk.run("report", "affected", "--json").document
    assert (listed["count"], listed["dossiers"][0]["code"]) == (1, code)
    assert listed["dossiers"][0]["newer_at"] > listed["dossiers"][0]["due_at"] == utc_text(promised)
    told = desk.run("report", "affected").out
    assert code in told
    assert day in told
    # Given back, it touches nobody: what was promised before the flood is what the calendar gives again.
    assert "chịu ảnh hưởng" not in desk.run("calendar", "reopen", day, as_="administrator").out
    assert desk.run("report", "affected", "--json").document == {"count": 0, "dossiers": []}


def test_dossiers_of_one_code_are_reported(desk: Desk) -> None:
    from tests.register.test_work_to_look_at import same_code

    assert desk.run("report", "equal-codes", "--json").document == {"count": 0, "dossiers": []}
    same_code(desk.centre.open("reception"), "Trần Thị Sen", "Hồ Văn Đông")
    listed = desk.run("report", "equal-codes", "--json").document
    assert [one["applicant_name"] for one in listed["dossiers"]] == ["Trần Thị Sen", "Hồ Văn Đông"]
    assert "Hồ Văn Đông" in desk.run("report", "equal-codes").out
