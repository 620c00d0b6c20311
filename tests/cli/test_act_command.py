"""`communetui dossier act`: the life of a dossier at the command line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def test_a_dossier_goes_from_reception_to_its_result(desk: Desk) -> None:
    code = desk.receive()
    steps = [
        ("reception", "handed_over", ["--to", "nguyen van dung"]),
        ("specialist", "supplement_requested", ["--paper", "Giấy khai sinh", "--reason", "Thiếu giấy khai sinh"]),
        ("reception", "supplement_received", []),
        ("leader", "decided", ["--result-code", "12/XN-UBND"]),
        ("specialist", "result_ready", []),
        ("reception", "returned", ["--recipient", "self", "--slip", "lost"]),
    ]
    for role, kind, flags in steps:
        ran = desk.run("dossier", "act", code, kind, *flags, "--json", as_=role)
        assert ran.code == 0, (kind, ran.err)
        assert ran.document["kind"] == kind
    shown = desk.run("dossier", "show", code, "--json").document
    assert shown["state"]["status"] == "returned"
    assert [event["kind"] for event in shown["events"]] == ["received", *(kind for _, kind, _ in steps)]
    assert shown["events"][1]["to_officer"] == desk.centre.officers["specialist"]


def test_a_step_is_also_given_as_json(desk: Desk) -> None:
    code = desk.receive()
    step = {"papers": [{"name": "Tờ khai", "state": "no"}], "reason": "Tờ khai chưa ký"}
    given = json.dumps(step)
    ran = desk.run("dossier", "act", code, "supplement_requested", "--json-file", "-", "--json", given=given)
    assert ran.document["form"] == "02"
    again = desk.run("dossier", "act", code, "supplement_received", "--json-file", "-", given='{"kind": "decided"}')
    assert again.code == 1
    assert "dòng lệnh" in again.err


@pytest.mark.parametrize(
    ("kind", "flags", "code", "reason"),
    [
        ("decided", [], 1, "role_not_allowed"),
        ("returned", ["--recipient", "self"], 1, "step_not_allowed"),
        ("handed_over", [], 1, "step_needs_more"),
        ("handed_over", ["--to", "Không Có Ai"], 1, "unknown_officer"),
        ("supplement_requested", ["--reason", "Thiếu"], 1, "step_needs_more"),
        ("noted", ["--text", "Gọi lại", "--happened-at", "30/02/2026"], 1, "date_impossible"),
        ("noted", ["--text", "Gọi lại", "--happened-at", "hôm qua"], 1, "date_unreadable"),
        ("fee_requested", ["--amount", "-1"], 1, "fields_wrong"),
        ("fee_requested", ["--amount", "nhiều"], 2, "wrong_usage"),
        ("eaten", [], 2, "wrong_usage"),
    ],
)
def test_a_step_that_cannot_be_is_refused_with_its_reason(
    desk: Desk, kind: str, flags: list[str], code: int, reason: str
) -> None:
    dossier = desk.receive()
    ran = desk.run("dossier", "act", dossier, kind, *flags, "--json")
    assert (ran.code, ran.document["error"]["reason"]) == (code, reason)
    assert ran.err.strip()
    assert desk.run("dossier", "show", dossier, "--json").document["state"]["status"] == "received"


def test_an_extension_takes_a_day_as_people_write_it(desk: Desk) -> None:
    code = desk.receive()
    ran = desk.run(
        "dossier", "act", code, "extended", "--reason", "Chờ xác minh", "--new-due", "30/12/2099", "--json",
        as_="leader",
    )  # fmt: skip
    assert ran.document["due_at"] == "2099-12-30T10:30:00Z"
    assert ran.document["form"] == "04"


HEADS = ["Mã hồ sơ", "Tiếp nhận", "Hẹn trả", "Trạng thái", "Người nộp", "Thủ tục"]


def test_lists_and_search_find_by_marks_or_none(desk: Desk) -> None:
    first, second = desk.receive("Nguyễn Văn Đức"), desk.receive("Lê Thị Hường", "1.001193")
    assert desk.run("dossier", "search", "huong", "--json").document["dossiers"][0]["code"] == second
    assert desk.run("dossier", "search", "DUC", "nguyen", "--json").document["count"] == 1
    listed = desk.run("dossier", "list", "--json", "--sort", "name", "--ascending").document
    assert [row["code"] for row in listed["dossiers"]] == [first, second]
    assert desk.run("dossier", "list", "--status", "returned", "--json").document["count"] == 0
    shown = desk.run("dossier", "list", "--limit", "1")
    assert "Hiện 1 trong 2 hồ sơ" in shown.out
    assert re.split(r" {2,}", shown.out.splitlines()[0]) == HEADS


def test_bad_dates_of_a_filter_are_told(desk: Desk) -> None:
    ran = desk.run("dossier", "list", "--from", "31/04/2026", "--json")
    assert (ran.code, ran.document["error"]["reason"]) == (1, "date_impossible")


def test_columns_line_up_under_vietnamese_letters(desk: Desk) -> None:
    desk.receive("Nguye\u0302\u0303n Va\u0306n Đu\u031b\u0301c")
    desk.receive("An")
    heads, *rows = desk.run("dossier", "list").out.splitlines()
    place = heads.index("Thủ tục")
    assert all(row[place - 1] == " " and row[place] != " " for row in rows)


def test_the_history_says_who_did_what(desk: Desk) -> None:
    code = desk.receive()
    changes = desk.run("dossier", "history", code, "--json").document["changes"]
    names = {change["officer_name"] for change in changes}
    assert names == {"Lê Thị Hoa"}
    assert any(change["column"] == "applicant_name" and change["new"] == "Nguyễn Văn Đức" for change in changes)


def test_an_unknown_dossier_is_said_so(desk: Desk) -> None:
    for command in ("show", "history"):
        ran = desk.run("dossier", command, "19867.01-000000-9999", "--json")
        assert (ran.code, ran.document["error"]["reason"]) == (1, "unknown_dossier")
