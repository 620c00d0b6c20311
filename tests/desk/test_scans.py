"""Scans on the dossier's screen: two keys for the newest, pages and joining by a key each, sources asked for."""

from __future__ import annotations

import os
import time
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from tests.desk.dossier_steps import open_dossier, received, said, shown, type_keys

from communedb.desk.office import set_setting
from communedb.files import scan_folder
from communedb.stores.dossier import read_dossier
from communetui.screens.dossier import DossierScreen
from communetui.screens.scans import ScansScreen
from communetui.widgets.dialogs import Confirm


def pdf(pages: int) -> bytes:
    writer, made = PdfWriter(), BytesIO()
    for number in range(pages):
        writer.add_blank_page(200 + number, 300)
    writer.write(made)
    return made.getvalue()


@pytest.fixture
def scanner(centre, tmp_path, monkeypatch):
    """The scanner of the desk: `scanner("scan0001.pdf", 3, minutes_ago=5)` writes a file into its folder."""
    monkeypatch.setattr(scan_folder, "LOOK_AGAIN", 0.0)
    folder = tmp_path / "quet"
    folder.mkdir()
    centre.open("administrator").write(set_setting, "scan_folder", str(folder))

    def scanned(name, pages, minutes_ago):
        path = folder / name
        path.write_bytes(pdf(pages))
        then = time.time() - 60 * minutes_ago
        os.utime(path, (then, then))
        return path

    return scanned


def files(centre, dossier):
    kept = read_dossier(centre.open("reception").db, dossier)
    papers = {paper["id"]: paper["position"] for paper in kept.papers}
    return [(file["name"], papers.get(file["paper"])) for file in kept.attachments]


async def test_given_a_scan_when_f12_is_pressed_twice_then_the_newest_is_kept_with_the_paper(centre, desk, scanner):
    lua = received(centre.open("reception"))
    old, new = scanner("scan0001.pdf", 3, 9), scanner("scan0002.pdf", 2, 5)
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "tab", "f12")
        assert isinstance(pilot.app.screen, ScansScreen)
        assert "Lấy bản quét cho: " in shown(pilot)
        assert shown(pilot).index("scan0002.pdf") < shown(pilot).index("scan0001.pdf")
        await type_keys(pilot, "f12")
        assert isinstance(pilot.app.screen, Confirm)
        assert new.exists()
        await type_keys(pilot, "enter")
        assert said(pilot) == "* Đã xóa 1 tệp gốc khỏi thư mục máy quét."
        assert "scan0002.pdf" in shown(pilot)
        assert files(centre, lua) == [("scan0002.pdf", 1)]
    assert (old.exists(), new.exists()) == (True, False)


async def test_given_no_consent_then_the_source_stays(centre, desk, scanner):
    lua = received(centre.open("reception"))
    source = scanner("scan0001.pdf", 1, 5)
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "tab", "f12", "enter", "escape")
        assert isinstance(pilot.app.screen, DossierScreen)
        assert "Đã lưu scan0001.pdf" in said(pilot)
    assert source.exists()
    assert files(centre, lua) == [("scan0001.pdf", 1)]


async def test_given_many_pages_in_one_pdf_then_some_are_taken_and_marked_ones_are_joined(centre, desk, scanner):
    lua = received(centre.open("reception"))
    both = [scanner("scan0001.pdf", 6, 9), scanner("scan0002.pdf", 2, 5)]
    async with desk("reception", size=(120, 40)) as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "tab", "f12", "f8", "=3", "enter")
        assert said(pilot) == "! Tệp chỉ có 2 trang, không có trang 3."
        await type_keys(pilot, "down", "f8", "=1-3,5", "enter")
        assert isinstance(pilot.app.screen, DossierScreen), "pages 4 and 6 are kept nowhere, so nobody asks"
        await type_keys(pilot, "down", "down", "f12", "down", "f8", "=6,4", "enter")
        assert isinstance(pilot.app.screen, Confirm), "now every page is kept, two of them with another paper"
        await type_keys(pilot, "escape", "f12", "f7")
        assert said(pilot) == "! Hãy đánh dấu ít nhất hai tệp PDF để gộp."
        await type_keys(pilot, "space", "space", "f7", "enter")
        assert said(pilot) == "* Đã xóa 2 tệp gốc khỏi thư mục máy quét."
    assert [name for name, _ in files(centre, lua)] == ["scan0001 (1-3,5).pdf", "scan0001 (6,4).pdf", "scan0001.pdf"]
    assert [path.exists() for path in both] == [False, False]


async def test_given_no_folder_or_an_empty_one_then_it_is_said_what_to_do(centre, desk, scanner):
    lua = received(centre.open("reception"))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "tab", "f12")
        assert "Thư mục máy quét không có tệp nào" in shown(pilot)
        await type_keys(pilot, "f12")
        assert said(pilot) == "! Chưa có tệp nào để lấy. Quét xong, bấm F5."
        scanner("scan0009.pdf", 1, 1)
        await type_keys(pilot, "f5")
        assert "scan0009.pdf" in shown(pilot)
        centre.open("administrator").write(set_setting, "scan_folder", "")
        await type_keys(pilot, "f5")
        assert said(pilot).startswith("! Máy này chưa khai thư mục máy quét")


async def test_given_a_pdf_elsewhere_when_it_is_attached_then_some_of_its_pages_can_be_chosen(centre, desk, tmp_path):
    lua = received(centre.open("reception"))
    (tmp_path / "ho so.pdf").write_bytes(pdf(6))
    async with desk("reception") as pilot:
        await open_dossier(pilot, lua)
        await type_keys(pilot, "tab", "ctrl+f", f"={tmp_path}/ho so.pdf", "tab", "tab", "tab", "=9", "ctrl+s")
        assert said(pilot) == "! Tệp chỉ có 6 trang, không có trang 9."
        await type_keys(pilot, "backspace", "=2-3", "ctrl+s")
        assert said(pilot) == "* Đã đính kèm ho so.pdf."
    register = centre.open("reception")
    (kept,) = read_dossier(register.db, lua).attachments
    copy = register.files.open_copy(kept["digest"], tmp_path / "xem")
    assert [int(page.mediabox.width) for page in PdfReader(copy).pages] == [201, 202]
