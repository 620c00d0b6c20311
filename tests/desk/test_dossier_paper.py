"""The paper side of a dossier: its papers, its files, its forms, and what is left of them when one leaves."""

from __future__ import annotations

import sys
import tempfile

import pytest
from tests.desk.dossier_steps import done, open_dossier, received, said, shown, type_keys
from tests.keyboard import at_rest

from communedb.desk.office import set_setting
from communedb.stores.dossier import read_dossier
from communetui.screens.dossier import DossierScreen
from communetui.screens.entry import EntryForm
from communetui.strings.language import Language, use

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "to khai.pdf"
    path.write_bytes(PDF)
    return path


def the_printer_takes_everything(centre):
    command = f'"{sys.executable}" -c pass {{file}}'
    centre.open("administrator").write(set_setting, "print_command", command)


def files(centre, dossier):
    return read_dossier(centre.open("reception").db, dossier).attachments


async def test_given_the_receipt_when_printed_again_then_it_says_that_it_is_a_reprint(centre, desk):
    the_printer_takes_everything(centre)
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f8", "enter")
        assert said(pilot) == "* Đã in mẫu 01."
        await type_keys(pilot, "f8", "enter")
        assert said(pilot) == "* Mẫu 01 vừa được in, không in lần nữa."
        centre.clock.forward(minutes=5)
        await type_keys(pilot, "f8")
        assert "đã in 1 lần" in shown(pilot)
        await type_keys(pilot, "1")
        assert said(pilot).startswith("* Đã in lại mẫu 01, lần 2")
        await type_keys(pilot, "tab", "tab")
        assert "In mẫu 01 lần 2 - Lê Thị Hoa" in shown(pilot)


async def test_given_no_printer_when_a_step_is_printed_then_the_step_stands_and_the_print_waits(centre, desk):
    centre.open("administrator").write(set_setting, "print_command", "no-such-printer-program {file}")
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "o", "=Không thuộc thẩm quyền", "ctrl+s", "enter")
        assert said(pilot).startswith("? Máy này chưa có chương trình in. Bản in đang chờ")
        assert "Tình trạng: Từ chối" in shown(pilot)
        await type_keys(pilot, "tab", "tab")
        assert "Chờ in mẫu 03 lần 1" in shown(pilot)


async def test_given_a_form_when_saved_as_pdf_then_the_file_is_told(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception", size=(200, 40)) as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "ctrl+s", "1")
        assert "Đã lưu" in said(pilot)
    (made,) = (centre.folder / "prints").glob("*.pdf")
    assert made.read_bytes().startswith(b"%PDF")


async def test_given_a_scan_when_attached_marked_and_taken_off_then_the_dossier_follows(centre, desk, scan):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "tab", "ctrl+f", f"={scan.parent}/khong co.pdf", "ctrl+s")
        assert isinstance(pilot.app.screen, EntryForm)
        assert said(pilot).startswith("! ")
        assert "khong co.pdf" in shown(pilot)
        await type_keys(pilot, *["backspace"] * 12, "=to k", "down", "enter", "ctrl+s")
        assert said(pilot) == "* Đã đính kèm to khai.pdf."
        assert "Giấy tờ 0/5, tệp 1" in shown(pilot)

        await type_keys(pilot, "down", "ctrl+r")
        assert said(pilot) == "* Đã đánh dấu to khai.pdf là kết quả."
        (kept,) = files(centre, lua)
        papers = {paper["id"]: paper["position"] for paper in read_dossier(centre.open("reception").db, lua).papers}
        assert (kept["kind"], papers[kept["paper"]]) == ("result", 1)

        await type_keys(pilot, "delete", "escape")
        assert len(files(centre, lua)) == 1
        await type_keys(pilot, "delete", "enter")
        assert said(pilot) == "* Đã gỡ to khai.pdf khỏi hồ sơ."
        assert files(centre, lua) == []


async def test_given_a_file_was_opened_when_the_screen_is_left_or_locked_then_no_copy_of_it_is_left(
    centre, desk, scan, monkeypatch, tmp_path
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        for leave in ("escape", "f10"):
            await open_dossier(pilot, lua)
            if leave == "escape":
                await type_keys(pilot, "tab", "ctrl+f", f"={scan}", "ctrl+s")
            else:
                await type_keys(pilot, "tab")
            await type_keys(pilot, "down", "enter")
            copies = list((tmp_path / "temporary").rglob("*.pdf"))
            assert [copy.read_bytes() for copy in copies] == [PDF]
            await type_keys(pilot, leave)
            await at_rest(pilot)
            assert list((tmp_path / "temporary").rglob("*.pdf")) == []


async def test_given_a_paper_that_came_when_its_line_is_entered_then_one_key_notes_it(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        assert "Giấy tờ 0/5" in shown(pilot)
        await type_keys(pilot, "tab", "enter", "left", "ctrl+s")
        assert "Giấy tờ 1/5" in shown(pilot)
        assert "[có]" in shown(pilot)
        await type_keys(pilot, "ctrl+n", "=Đơn xin của cha", "ctrl+s")
        assert "Giấy tờ 2/6" in shown(pilot)
        await type_keys(pilot, "tab", "tab")
        assert "đã nộp: chưa có -> có" in shown(pilot)


async def test_given_markup_in_what_was_typed_then_every_section_shows_it_as_it_is(centre, desk):
    lua = received(centre.open("reception"), name="[red]Lụa[/]", address="[b]Thôn 1[/b] \\[x]")
    done(centre.open("reception"), lua, "noted", text="[blink]gọi lại[/blink] 🙂")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        assert "[red]Lụa[/]" in shown(pilot)
        assert "[b]Thôn 1[/b] \\[x]" in shown(pilot)
        await type_keys(pilot, "tab", "tab")
        assert "[blink]gọi lại[/blink]" in shown(pilot)
        await type_keys(pilot, "f7", "i")
        assert "[red]Lụa[/]" in shown(pilot)


async def test_given_another_receipt_when_scanned_then_that_dossier_is_shown_and_an_unknown_one_changes_nothing(
    centre, desk
):
    register = centre.open("reception")
    lua, sen = received(register), received(register, name="Trần Thị Sen", id_number=None)
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "=19867.01-261123-0002", "enter")
        assert pilot.app.screen.view.dossier.id == sen
        await type_keys(pilot, "=19867.01-261123-9999", "enter")
        assert said(pilot).startswith("! Không có hồ sơ này trong sổ.")
        assert "Trần Thị Sen" in shown(pilot)


async def test_given_a_dossier_when_the_language_changes_then_only_what_people_typed_stays_vietnamese(centre, desk):
    lua = received(centre.open("reception"))
    done(centre.open("reception"), lua, "noted", text="Gọi lại")
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "ctrl+t")
        pages = [shown(pilot)]
        for _ in range(3):
            await type_keys(pilot, "tab")
            pages.append(shown(pilot))
        await type_keys(pilot, "f7")
        pages.append(shown(pilot))
        use(Language.VI)
    text = "\n".join(pages)
    for english in ("Status: Received", "Applicant's name", "[not there]", "Note - Lê Thị Hoa", "Hand over"):
        assert english.lower() in text.lower()
    for vietnamese in ("Tình trạng", "Người nộp", "chưa có", "tiếp nhận", "Hồ sơ ", "Diễn biến", "Xử lý", "bản chính"):
        assert vietnamese not in text


async def test_given_a_locked_desk_when_a_form_was_half_typed_then_nothing_of_it_is_left(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "f7", "i", "=Chuyện riêng", "f10")
        assert pilot.app.session is None
        assert "Chuyện riêng" not in shown(pilot)
        assert not any(isinstance(screen, DossierScreen | EntryForm) for screen in pilot.app.screen_stack)


async def test_given_a_terminal_shrunk_to_40x10_and_back_then_the_dossier_can_still_be_read(centre, desk):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await pilot.resize_terminal(40, 10)
        await type_keys(pilot, "tab", "down", "tab", "f7", "escape", "f7", "g", "escape")
        await pilot.resize_terminal(80, 24)
        await at_rest(pilot)
        assert "Người nộp: Nguyễn Thị Lụa" in shown(pilot)
