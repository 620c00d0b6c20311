"""`communetui dossier receive`: intakes as JSON, one or many, good and bad."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

APPLICANT = {"name": "Trần Thị Bưởi", "id_number": "046190001234"}
MARITAL_STATUS = {"procedure_code": "1.004873", "applicant": APPLICANT}


def with_applicant(**facts: Any) -> dict[str, Any]:
    return {**MARITAL_STATUS, "applicant": {**APPLICANT, **facts}}


def count(desk: Desk) -> int:
    return int(desk.run("dossier", "list", "--json").document["count"])


def test_given_one_intake_a_code_and_a_promise_are_told(desk: Desk) -> None:
    ran = desk.run("dossier", "receive", "--json", given=json.dumps(MARITAL_STATUS))
    assert ran.code == 0
    assert ran.document["code"].startswith("19867.01-")
    assert ran.document["due_at"].endswith("10:30:00Z")
    shown = desk.run("dossier", "show", ran.document["code"], "--json").document
    assert shown["dossier"]["applicant_name"] == "Trần Thị Bưởi"
    assert shown["state"]["status"] == "received"
    assert shown["state"]["national_code"] == 2


def test_people_read_the_promise_in_vietnamese_time(desk: Desk) -> None:
    ran = desk.run("dossier", "receive", given=json.dumps(MARITAL_STATUS))
    assert ran.out.startswith("Đã tiếp nhận 19867.01-")
    assert "Hẹn trả: 17:30 " in ran.out


@pytest.mark.parametrize("form", ["lines", "array"])
def test_of_many_the_good_are_received_and_each_bad_one_is_told(desk: Desk, form: str) -> None:
    intakes = [MARITAL_STATUS, with_applicant(id_number="04619000123A"), {"applicant": APPLICANT}, MARITAL_STATUS]
    text = "\n".join(map(json.dumps, intakes)) if form == "lines" else json.dumps(intakes, indent=1)
    ran = desk.run("dossier", "receive", "--json", given=text)
    assert ran.code == 1
    assert [one["place"] for one in ran.document["received"]] == [1, 4]
    assert [(one["place"], one["error"]["reason"]) for one in ran.document["failed"]] == [
        (2, "id_number_not_digits"),
        (3, "fields_wrong"),
    ]
    assert "2: " in ran.err
    assert count(desk) == 2


def test_a_line_that_is_no_json_spoils_only_itself(desk: Desk) -> None:
    ran = desk.run("dossier", "receive", "--json", given=f"{json.dumps(MARITAL_STATUS)}\n{{oops\n\n")
    assert ran.code == 1
    assert [one["place"] for one in ran.document["failed"]] == [2]
    assert len(ran.document["received"]) == 1


HUGE = "x" * 10_000_000


@pytest.mark.parametrize(
    ("given", "reason", "told"),
    [
        (b"", "json_empty", "Không có dữ liệu"),
        (b'{"a": ', "json_unreadable", "dòng 1"),
        (b'{\n "a": 1,\n}', "json_unreadable", "dòng 3"),
        (b"[" * 100_000, "json_unreadable", "JSON"),
        (b'{"sets": NaN}', "json_unreadable", "JSON"),
        (b'"1.004873"', "not_an_object", "JSON"),
        ('{"a": "Đ'.encode("utf-16"), "not_utf8_input", "UTF-8"),
        ('{"name": "Nguyễn Văn Đức"}'.encode("cp1258", "replace"), "not_utf8_input", "UTF-8"),
        (json.dumps(with_applicant(name=HUGE)).encode(), "text_too_long", "tối đa"),
        (json.dumps(with_applicant(name="x" * 201)).encode(), "text_too_long", "name: "),
        (json.dumps(with_applicant(name=" \u200b\x07 ")).encode(), "applicant_name_missing", "họ tên"),
        (json.dumps(with_applicant(id_number="04619000123A")).encode(), "id_number_not_digits", "04619000123A"),
        (json.dumps(with_applicant(birth="30/02/1990")).encode(), "date_impossible", "30/02/1990"),
        (json.dumps({**MARITAL_STATUS, "received_at": "2026-02-30T08:00:00Z"}).encode(), "fields_wrong", "received_at"),
        (json.dumps({**MARITAL_STATUS, "received_at": "0001-01-01T00:00:00+14:00"}).encode(), "date_impossible", ""),
        (json.dumps({**MARITAL_STATUS, "received_at": "2999-01-01T00:00:00Z"}).encode(), "date_impossible", "2999"),
        (json.dumps({**MARITAL_STATUS, "sets": 0}).encode(), "fields_wrong", "sets: phải từ 1 trở lên"),
        (json.dumps({**MARITAL_STATUS, "colour": "red"}).encode(), "fields_wrong", "colour: không có trường này"),
        (json.dumps({**MARITAL_STATUS, "channel": "pigeon"}).encode(), "fields_wrong", "channel: phải là một trong"),
        (json.dumps(with_applicant(sex=1)).encode(), "fields_wrong", "applicant.sex"),
        (json.dumps({"procedure_code": "1.004873"}).encode(), "fields_wrong", "applicant: bắt buộc phải có"),
        (json.dumps({"applicant": APPLICANT}).encode(), "fields_wrong", "procedure_code hoặc procedure"),
        (b'{"procedure_code": "1.004873", "applicant": {"name": "\\ud800"}}', "json_unreadable", "JSON"),
        (json.dumps({**MARITAL_STATUS, "procedure_code": "9.999999"}).encode(), "unknown_procedure", "9.999999"),
        (json.dumps({**MARITAL_STATUS, "limit": 7}).encode(), "unknown_limit", ""),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_bad_input_is_refused_in_words_and_writes_nothing(desk: Desk, given: bytes, reason: str, told: str) -> None:
    ran = desk.run("dossier", "receive", "--json", given=given)
    assert ran.code == 1
    assert ran.document["error"]["reason"] == reason
    assert told in ran.err
    assert len(ran.out) < 5_000
    assert count(desk) == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguye\u0302\u0303n Va\u0306n Đu\u031b\u0301c", "Nguyễn Văn Đức"),
        ("Nguyễn\tVăn\n Đức\x00\x1b[31m", "Nguyễn Văn Đức[31m"),
        ("[red]Đức[/red] 😀", "[red]Đức[/red] 😀"),
    ],
)
def test_odd_text_is_kept_as_text(desk: Desk, typed: str, kept: str) -> None:
    ran = desk.run("dossier", "receive", "--json", given=json.dumps(with_applicant(name=typed)))
    code = ran.document["code"]
    assert desk.run("dossier", "show", code, "--json").document["dossier"]["applicant_name"] == kept
    shown = desk.run("dossier", "show", code).out
    assert kept in shown
    assert "\x1b" not in shown


def test_a_file_with_a_byte_order_mark_is_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "hồ sơ.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(MARITAL_STATUS).encode())
    assert desk.run("dossier", "receive", str(file)).code == 0
    missing = desk.run("dossier", "receive", "--json", str(tmp_path / "none.json"))
    assert (missing.code, missing.document["error"]["reason"]) == (1, "system")


def test_what_does_not_fit_is_told_and_blocks_nothing(desk: Desk) -> None:
    ran = desk.run("dossier", "receive", "--json", given=json.dumps(with_applicant(sex="male")))
    assert ran.code == 0
    assert [f["code"] for f in ran.document["findings"]] == ["id_number_sex_differs"]
    assert "Giới tính" in ran.document["findings"][0]["message"]


def test_the_schema_describes_what_is_accepted(desk: Desk) -> None:
    ran = desk.run("schema", "dossier")
    assert ran.code == 0
    assert {"applicant", "procedure_code", "papers", "fee"} <= set(ran.document["properties"])
    assert ran.document["required"] == ["applicant"]


def test_a_specialist_does_not_receive(desk: Desk) -> None:
    ran = desk.run("dossier", "receive", "--json", as_="specialist", given=json.dumps(MARITAL_STATUS))
    assert (ran.code, ran.document["error"]["reason"]) == (1, "role_not_allowed")
