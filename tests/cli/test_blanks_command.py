"""`communetui print blanks`: receipts for a pen, with codes that no other dossier gets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def pages_of(file: str) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


def test_given_a_storm_is_coming_when_blanks_are_printed_then_each_has_a_code_of_its_own_in_two_copies(
    desk: Desk,
) -> None:
    ran = desk.run("print", "blanks", "3", "--day", "24/11/2026", "--save-only", "--json")
    assert ran.code == 0, ran.err
    codes = [f"19867.01-261124-{number:04}" for number in (1, 2, 3)]
    assert ran.document["codes"] == codes
    pages = pages_of(ran.document["file"])
    assert len(pages) == 6
    for place, code in enumerate(codes):
        mine, kept = pages[2 * place : 2 * place + 2]
        assert code in mine
        assert code in kept
        assert ("Liên 1" in mine, "Liên 2" in kept) == (True, True)
        assert "24/11/2026" not in mine.replace(code, "")

    listed = desk.run("print", "blanks", "--list", "--json").document["unused"]
    assert [one["code"] for one in listed] == codes
    assert "19867.01-261124-0002" in desk.run("print", "blanks", "--list").out


def test_on_a4_both_copies_are_on_one_sheet(desk: Desk) -> None:
    assert desk.run("setting", "set", "paper_size", "a4", as_="administrator").code == 0
    pages = pages_of(desk.run("print", "blanks", "2", "--save-only", "--json").document["file"])
    assert [page.count("19867.01-") for page in pages] == [2, 2]


def test_given_no_printer_then_the_codes_are_kept_and_the_file_is_told(desk: Desk) -> None:
    desk.run("setting", "set", "print_command", "no-such-printer-program", as_="administrator")
    ran = desk.run("print", "blanks", "2", "--json")
    assert (ran.code, ran.document["printed"], ran.document["waits"]) == (0, False, "no_program")
    assert Path(ran.document["file"]).exists()
    told = desk.run("print", "blanks", "1").out
    assert "Đã giữ 1 mã" in told
    assert "máy này chưa có lệnh in. Hãy in tệp này: " in told
    assert len(desk.run("print", "blanks", "--list", "--json").document["unused"]) == 3
    assert desk.receive().endswith("-0004")


def test_what_makes_no_sense_is_refused_and_moves_no_counter(desk: Desk) -> None:
    for words, as_ in ((["0"], "reception"), (["101"], "reception"), ([], "reception"), (["5"], "specialist")):
        ran = desk.run("print", "blanks", *words, "--json", as_=as_)
        assert ran.code == 1, ran.out
    assert "giấy hẹn in sẵn" in desk.run("print", "blanks", "--list").out
    assert desk.receive().endswith("-0001")
