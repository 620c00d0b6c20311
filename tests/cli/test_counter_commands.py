"""The quick counter and the till at the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

REQUEST = {
    "procedure_code": "2.000815",
    "applicant": {"name": "Hồ Thị Sen", "id_number": "046190054321"},
    "lines": [{"paper_name": "Giấy khai sinh", "copies": 3}, {"paper_name": "Học bạ", "pages": 9}],
    "signer": "Phan Thị Mai",
}


def serve(desk: Desk, **given: Any) -> Any:
    ran = desk.run("certification", "serve", "--json", given=json.dumps(REQUEST | given))
    assert ran.code == 0, ran.err
    return ran.document


def test_a_citizen_is_served_from_json(desk: Desk) -> None:
    served = serve(desk)

    assert served["numbered"] == {"book": "SCT/BS", "volume": "01/2026", "numbers": [1, 2]}
    assert (served["fee"], served["paid"], served["exempted"]) == (17_000, 17_000, 0)
    shown = desk.run("dossier", "show", served["code"], "--json").document
    assert shown["money"] == {"due": 17_000, "paid": 17_000, "exempted": 0, "refunded": 0, "left": 0}
    assert [line["number"] for line in shown["certifications"]] == [1, 2]


def test_what_cannot_be_served_says_why_and_takes_no_number(desk: Desk) -> None:
    ran = desk.run("certification", "serve", given=json.dumps(REQUEST | {"signer": "Nguyễn Văn Dũng"}))
    assert ran.code == 1
    assert "không có vai trò lãnh đạo" in ran.err
    assert desk.run("certification", "serve", given=json.dumps(REQUEST | {"lines": []})).code == 1
    assert serve(desk)["numbered"]["numbers"] == [1, 2]


def test_the_book_is_listed_and_saved(desk: Desk, tmp_path: Path) -> None:
    serve(desk)
    later = serve(desk, returned="in_time")
    assert later["numbered"] is None
    signed = desk.run("certification", "sign", later["code"], "--signer", "Phan Thị Mai", "--json")
    assert signed.document["numbered"]["numbers"] == [3, 4]

    listed = desk.run("certification", "list", "--book", "SCT/BS", "--json").document
    assert [(line["number"], line["paper_name"], line["signer_name"]) for line in listed["lines"]][2:] == [
        (3, "Giấy khai sinh", "Phan Thị Mai"),
        (4, "Học bạ", "Phan Thị Mai"),
    ]
    told = desk.run("certification", "list", "--from", "01/11/2026", "--to", "30/11/2026").out
    assert "Quyển" in told
    assert "01/2026" in told
    file = tmp_path / "so.pdf"
    made = desk.run("certification", "book", "--book", "SCT/BS", "--from", "01/11/2026", "--file", str(file), "--json")
    assert made.document["lines"] == 4
    assert file.read_bytes().startswith(b"%PDF")
    reversed_ = desk.run("certification", "list", "--from", "02/11/2026", "--to", "01/11/2026")
    assert reversed_.code == 1


def test_the_till_is_counted_and_closed(desk: Desk) -> None:
    serve(desk)
    serve(desk, method="transfer")
    status = desk.run("cash", "status", "--json").document
    assert (status["recorded"], status["methods"]["transfer"], status["payments"]) == (17_000, 17_000, 2)

    wrong = desk.run("cash", "close", "--counted", "16000")
    assert wrong.code == 1
    assert "-1.000 đ" in wrong.err
    closed = desk.run("cash", "close", "--note", "10000x1", "--note", "5000x1", "--note", "2000x1", "--json").document
    assert (closed["recorded"], closed["counted"], closed["difference"]) == (17_000, 17_000, 0)
    assert closed["details"]["notes"] == {"10000": 1, "5000": 1, "2000": 1}
    after = desk.run("cash", "status", "--json").document
    assert (after["recorded"], after["closed_before"]) == (0, True)
    assert desk.run("cash", "close").code == 1


def test_a_slip_that_no_printer_takes_is_kept_as_a_file(desk: Desk) -> None:
    desk.run("setting", "set", "print_command", "no-such-printer", as_="administrator")
    ran = desk.run("cash", "close", "--counted", "0", "--print", "--json")

    assert (ran.document["printed"], ran.document["waits"]) == (False, "no_program")
    assert Path(ran.document["file"]).read_bytes().startswith(b"%PDF")
