"""`communetui dossier act` with several codes: an outcome for each, the same rules as for one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def test_several_codes_are_handed_over_as_one_batch_and_each_tells_its_outcome(desk: Desk) -> None:
    lua, sen, gone = desk.receive("Nguyễn Thị Lụa"), desk.receive("Trần Thị Sen"), desk.receive("Lê Văn An")
    desk.run("dossier", "act", gone, "withdrawn", "--reason", "Đổi ý")

    ran = desk.run(
        "dossier", "act", lua, gone, "handed_over", "--to", "nguyen van dung", "--purpose", "signature",
        "--from-list", "-", "--json", given=f"{sen}\n\nKHONG-CO\n{lua}\n",
    )  # fmt: skip

    assert ran.code == 1
    assert (ran.document["done"], ran.document["failed"]) == (2, 2)
    outcomes = {one["code"]: (one["error"] or {"reason": None})["reason"] for one in ran.document["outcomes"]}
    assert outcomes == {lua: None, gone: "step_not_allowed", sen: None, "KHONG-CO": "unknown_dossier"}
    assert f"{gone}: " in ran.err
    shown = desk.run("dossier", "show", lua, "--json").document
    assert shown["events"][-1]["details"] == {"batch": ran.document["batch"], "purpose": "signature"}
    state = shown["state"]
    assert (state["holder"]["name"], state["papers_with"]["name"], state["offered_to"]["name"]) == (
        "Nguyễn Văn Dũng", "Lê Thị Hoa", "Nguyễn Văn Dũng",
    )  # fmt: skip


def test_what_waits_for_an_officer_is_listed_and_accepted_from_a_pipe(desk: Desk) -> None:
    codes = [desk.receive("Nguyễn Thị Lụa"), desk.receive("Trần Thị Sen")]
    desk.run("dossier", "act", *codes, "handed_over", "--to", "Nguyễn Văn Dũng")
    listed = desk.run("dossier", "list", "--offered-to", "nguyen van dung", "--json").document
    found = "\n".join(row["code"] for row in listed["dossiers"])

    ran = desk.run("dossier", "act", "accepted", "--from-list", "-", as_="specialist", given=found)

    assert ran.code == 0, ran.err
    assert "2 hồ sơ" in ran.out
    assert desk.run("dossier", "list", "--papers-with", "Nguyễn Văn Dũng", "--json").document["count"] == 2
    assert "Giấy tờ ở" not in desk.run("dossier", "show", codes[0]).out


def test_no_code_at_all_says_how_to_give_some(desk: Desk) -> None:
    ran = desk.run("dossier", "act", "accepted")

    assert (ran.code, "--from-list" in ran.err) == (1, True)
    assert desk.run("dossier", "act", "accepted", "--from-list", "-", "--json").document["error"]["reason"] == (
        "codes_missing"
    )


def test_a_form_of_the_hands_is_saved_by_its_number(desk: Desk) -> None:
    code = desk.receive()
    desk.run("dossier", "act", code, "handed_over", "--to", "Nguyễn Văn Dũng")

    for form in ("06", "BG"):
        ran = desk.run("dossier", "print", code, "--form", form, "--save-only", "--json")
        assert ran.document["printed"], json.dumps(ran.document)


def test_a_stop_tells_who_asked_for_it_and_its_notice_is_saved_as_form_05(desk: Desk) -> None:
    code = desk.receive()
    why = ("--reason", "Công dân đề nghị", "--requested-by", "Nguyễn Văn Đức", "--decision", "12/TB-UBND")
    assert desk.run("dossier", "act", code, "stopped", *why, "--json", as_="leader").document["form"] == "05"

    ran = desk.run("dossier", "print", code, "--form", "05", "--save-only", "--json")
    assert Path(ran.document["file"]).read_bytes().startswith(b"%PDF")
