"""What nobody should type, scan, paste or hand over: refused in words, or kept as it reads; the desk goes on."""

from __future__ import annotations

import unicodedata

import pytest
from tests.desk.dossier_steps import open_dossier, received, said, shown, type_keys
from tests.keyboard import at_rest
from textual import events

from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.stores.dossier import read_dossier
from communetui.screens.entry import EntryForm
from communetui.screens.intake import IntakeScreen
from communetui.screens.received import ReceivedScreen

TEN_MEGABYTES = "Đ" * 5_000_000
CARD = "046090012345||Nguyễn Văn Đức|01011990|Nam|Thôn Thạch Bình, Quảng Điền, Thừa Thiên Huế|01012021"


def control(pilot, name):
    assert isinstance(pilot.app.screen, IntakeScreen)
    return pilot.app.screen.form.control(name)


async def type_into(pilot, name, text):
    control(pilot, name).focus()
    await at_rest(pilot)
    await type_keys(pilot, f"={text}")


def dossiers(centre):
    return centre.open("reception").db.conn.execute("SELECT count(*) FROM dossier").fetchone()[0]


# -- pasting


TEXTS = ["procedure", "id_number", "name", "address", "content", "fee_typed", "note"]


async def test_given_ten_megabytes_when_they_are_pasted_then_they_are_refused_in_words_and_nothing_is_held(desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2")
        for name in TEXTS:
            control(pilot, name).focus()
            await at_rest(pilot)
            pilot.app.post_message(events.Paste(TEN_MEGABYTES))
            await at_rest(pilot)
            told = " ".join(shown(pilot).split())
            assert "Đoạn dán dài 5000000 ký tự" in told, name
            assert len(str(control(pilot, name).value)) == 0
            control(pilot, name).clear_note()


@pytest.mark.parametrize("key", ["f3", "f6"])
async def test_given_ten_megabytes_when_they_are_pasted_into_a_search_then_the_list_stays_as_it_was(centre, desk, key):
    received(centre.open("reception"))
    async with desk("reception") as pilot:
        await type_keys(pilot, key)
        before = shown(pilot).splitlines()[4:20]
        pilot.app.post_message(events.Paste(TEN_MEGABYTES))
        await at_rest(pilot)
        assert "5000000" in shown(pilot)
        assert "ĐĐĐĐ" not in shown(pilot)
        assert set(before) & set(shown(pilot).splitlines())


# -- text that is not what it seems

ODD = [
    pytest.param(unicodedata.normalize("NFD", "Nguyễn Thị Lụa"), "Nguyễn Thị Lụa", id="decomposed"),
    pytest.param("[red]Lụa[/red]", "[red]Lụa[/red]", id="markup"),
    pytest.param("[/x] [@click]L[", "[/x] [@click]L[", id="broken-markup"),
    pytest.param("Lụa \U0001f476\U0001f3fd", "Lụa \U0001f476\U0001f3fd", id="emoji"),
    pytest.param("Lụa\x1b[31m\x07\x00\u202e Thị\u200b", "Lụa[31m Thị", id="control-characters"),
]


@pytest.mark.parametrize(("pasted", "kept"), ODD)
async def test_given_odd_text_for_a_name_then_it_stands_as_it_reads_on_every_screen(centre, desk, pasted, kept):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2", "=khai sinh", "enter")
        control(pilot, "name").focus()
        await at_rest(pilot)
        pilot.app.post_message(events.Paste(pasted))
        await at_rest(pilot)
        await type_keys(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ReceivedScreen)
        assert kept in shown(pilot)
        await type_keys(pilot, "f8")
        assert kept in shown(pilot)
        await type_keys(pilot, "f4")
        assert kept in shown(pilot)
        await type_keys(pilot, "f3")
        assert kept in shown(pilot)
    (name,) = centre.open("reception").db.conn.execute("SELECT applicant_name FROM dossier").fetchone()
    assert name == kept


# -- numbers and dates that are none

WRONG = [
    ("id_number", "04609001234A", "chỉ gồm chữ số"),
    ("birth", "30/02/1990", "30/02/1990"),
    ("fee_typed", "-5000", "-5000"),
    ("fee_typed", "99999999999999999999", "99999999999999999999"),
    ("fee_typed", "1e9", "1e9"),
]


async def test_given_a_number_that_is_none_when_saved_then_it_is_told_and_nothing_is_written(centre, desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2")
        for name, typed, told in WRONG:
            await type_keys(pilot, "=khai sinh", "enter")
            await type_into(pilot, "name", "Hồ Thị Lài")
            await type_into(pilot, name, typed)
            await type_keys(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, IntakeScreen)
            assert told in shown(pilot)
            await type_keys(pilot, "f7")
            control(pilot, "procedure").focus()
    assert dossiers(centre) == 0


async def test_given_a_phone_that_is_none_then_it_warns_and_is_kept(centre, desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2", "=khai sinh", "enter")
        await type_into(pilot, "name", "Hồ Thị Lài")
        await type_into(pilot, "phone", "hỏi chị Sen")
        await type_keys(pilot, "tab")
        assert "Số điện thoại có vẻ chưa đúng" in shown(pilot)
        await type_keys(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ReceivedScreen)
    assert centre.open("reception").db.conn.execute("SELECT applicant_phone FROM dossier").fetchone() == (
        "hỏi chị Sen",
    )


# -- scans

SCANS = [
    pytest.param(CARD + "|tờ khai|||", id="more-fields"),
    pytest.param("046090012345||Nguyễn Văn Đức|||", id="empty-fields"),
    pytest.param("046090012345|191234567|Nguyễn Văn Đức|01011990|Nam||", id="no-address"),
    pytest.param(CARD.replace("01011990", "31021990"), id="a-date-that-is-none"),
]


@pytest.mark.parametrize("scan", SCANS)
async def test_given_a_card_with_odd_fields_when_it_is_scanned_then_what_is_sure_is_taken(desk, scan):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2", f"={scan}", "enter")
        assert control(pilot, "id_number").value == "046090012345"
        assert control(pilot, "name").value == "Nguyễn Văn Đức"
        assert control(pilot, "procedure").value == ""
        assert "kiểm tra" in shown(pilot)


async def test_given_a_scanner_that_drops_marks_for_a_new_person_then_the_name_is_to_be_checked(desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2", "=046090012345||Nguyen Van Duc|01011990|Nam|Thon Thach Binh|01012021", "enter")
        assert control(pilot, "name").value == "Nguyen Van Duc"
        assert "cần kiểm tra với thẻ" in shown(pilot)


# -- saving nothing, and much


async def test_given_an_empty_form_when_saved_then_it_says_what_to_begin_with_and_nothing_is_kept(centre, desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f2", "ctrl+s", "ctrl+s")
        assert said(pilot).startswith("! ")
        assert "thủ tục" in said(pilot).lower()
        assert pilot.app.focused is control(pilot, "procedure")
    kept = "SELECT (SELECT count(*) FROM dossier), (SELECT count(*) FROM draft)"
    assert centre.open("reception").db.conn.execute(kept).fetchone() == (0, 0)


async def test_given_a_very_long_procedure_name_then_every_screen_still_shows_what_counts(centre, desk):
    name = "Xác nhận nguồn gốc " + "của tờ khai rất dài " * 20
    matter = {"name": name, "limit": {"amount": 5, "unit": "working_day"}}
    intake = Intake.model_validate({"procedure": matter, "applicant": {"name": "Hồ Thị Lài"}})
    code = centre.open("reception").write(receive, intake).code
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3")
        assert code in shown(pilot)
        await type_keys(pilot, "enter")
        assert "Hồ Thị Lài" in shown(pilot)
        assert "Hẹn trả: 17:30 01/12/2026" in shown(pilot)
        assert "F7 Xử lý" in shown(pilot)


async def test_given_forty_papers_then_each_can_be_reached_in_the_dossier(centre, desk):
    papers = [{"name": f"Giấy tờ thứ {number} của hồ sơ", "state": "yes"} for number in range(1, 41)]
    intake = Intake.model_validate(
        {"procedure_code": "1.004873", "applicant": {"name": "Hồ Thị Lài"}, "papers": papers}
    )
    dossier = centre.open("reception").write(receive, intake).dossier
    assert len(read_dossier(centre.open("reception").db, dossier).papers) == 40
    async with desk("reception") as pilot:
        await open_dossier(pilot, dossier)
        await type_keys(pilot, "tab", "end")
        assert "Giấy tờ 40/40" in shown(pilot)
        assert "Giấy tờ thứ 40 của hồ sơ" in shown(pilot)
        await type_keys(pilot, "enter")
        assert isinstance(pilot.app.screen, EntryForm)


# -- files

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def _files(folder):
    (folder / "thư mục").mkdir()
    (folder / "rỗng.pdf").write_bytes(b"")
    with (folder / "quá lớn.pdf").open("wb") as handle:
        handle.write(PDF)
        handle.truncate(30 * 1024 * 1024)
    (folder / "setup.pdf").write_bytes(b"MZ\x90\x00" + b"\x00" * 4_000)
    (folder / "Tờ khai của bà Lụa.pdf").write_bytes(PDF)


FILES = [
    ("không có.pdf", "không có tệp này"),
    ("thư mục", "thư mục, không phải tệp"),
    ("rỗng.pdf", "rỗng.pdf trống"),
    ("quá lớn.pdf", "lớn quá 25 MB"),
    ("setup.pdf", "Không nhận loại tệp"),
]


async def test_given_a_file_that_cannot_be_kept_when_attached_then_vietnamese_words_say_why(centre, desk, tmp_path):
    _files(tmp_path)
    dossier = received(centre.open("reception"))
    async with desk("reception", size=(120, 40)) as pilot:
        for name, told in FILES:
            await open_dossier(pilot, dossier)
            await type_keys(pilot, "ctrl+f", f"={tmp_path}/{name}", "ctrl+s")
            assert isinstance(pilot.app.screen, EntryForm)
            assert told in shown(pilot)
    assert read_dossier(centre.open("reception").db, dossier).attachments == []


async def test_given_a_name_with_vietnamese_letters_when_attached_then_it_is_kept_under_it(centre, desk, tmp_path):
    _files(tmp_path)
    dossier = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, dossier)
        await type_keys(pilot, "ctrl+f", f"={tmp_path}/Tờ khai của bà Lụa.pdf", "ctrl+s")
    (kept,) = read_dossier(centre.open("reception").db, dossier).attachments
    assert kept["name"] == "Tờ khai của bà Lụa.pdf"


# -- the clock


async def test_given_a_clock_two_years_back_when_home_opens_then_it_warns_and_the_desk_goes_on(centre, desk):
    received(centre.open("reception"))
    centre.clock.set("2024-11-23 08:00")
    async with desk("reception") as pilot:
        assert "? Đồng hồ máy chậm" in shown(pilot)
        await type_keys(pilot, "f2", "=khai sinh", "enter")
        await type_into(pilot, "name", "Hồ Thị Lài")
        await type_keys(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ReceivedScreen)
    assert dossiers(centre) == 2
