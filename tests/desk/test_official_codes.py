"""What has no official code yet is listed, its fields are copied to the provincial form, its code is entered there."""

from __future__ import annotations

from tests.desk.dossier_steps import open_dossier, received, said, shown, type_keys
from tests.dossier_files.books import LUA, bring_in, write_csv

from communedb.domain.dossier_filter import DossierFilter
from communetui.dossier.copying import PROVINCIAL_ORDER
from communetui.screens.dossiers import DossiersScreen


async def test_given_dossiers_without_a_code_when_it_is_entered_in_the_list_then_they_leave_it(centre, desk):
    register = centre.open("reception")
    received(register)
    received(register, name="Trần Thị Sen", id_number=None)
    async with desk("reception") as pilot:
        await pilot.app.show("dossiers", wanted=DossierFilter(no_official_code=True))
        await type_keys(pilot, "down")
        assert "Lọc: chưa có mã chính thức" in shown(pilot)
        assert "Trần Thị Sen" in shown(pilot)

        await type_keys(pilot, "f6", "=Cổng DVC", "tab", "=000.20.46.H57-261123-0001", "ctrl+s")

        assert isinstance(pilot.app.screen, DossiersScreen)
        assert "000.20.46.H57-261123-0001" in said(pilot)
        assert "Trần Thị Sen" not in shown(pilot)
        assert "Nguyễn Thị Lụa" in shown(pilot)

        await type_keys(pilot, "f6", "=000.20.46.H57-261123-0002", "ctrl+s")
        codes = "SELECT system, code FROM outside_code ORDER BY id"
        assert register.db.conn.execute(codes).fetchall() == [
            ("Cổng DVC", "000.20.46.H57-261123-0001"), ("Cổng DVC", "000.20.46.H57-261123-0002"),
        ]  # fmt: skip


async def test_given_the_filter_form_then_what_has_no_code_is_one_of_its_choices(centre, desk):
    received(centre.open("reception"))
    async with desk("reception", size=(80, 24)) as pilot:
        await type_keys(pilot, "f3", "f8")
        assert "Chưa có mã chính thức" in shown(pilot)


async def test_given_no_row_when_a_code_is_to_be_entered_then_it_says_why_not(desk):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "f6")
        assert said(pilot)
        assert isinstance(pilot.app.screen, DossiersScreen)


async def test_given_a_dossier_when_f12_is_pressed_then_its_fields_stand_in_the_order_of_the_provincial_form(
    centre, desk
):
    dossier = received(centre.open("reception"), birth="01/02/1990", sex="female")
    async with desk("reception") as pilot:
        await open_dossier(pilot, dossier)
        await type_keys(pilot, "f6")

        lines = pilot.app.clipboard.split("\n")
        told = dict(zip(PROVINCIAL_ORDER, lines, strict=True))
        assert (told["applicant_name"], told["applicant_birth"]) == ("Nguyễn Thị Lụa", "01/02/1990")
        assert (told["applicant_sex"], told["channel"], told["applicant_email"]) == ("Nữ", "Trực tiếp", "")
        assert told["due_at"] == "27/11/2026 17:30"
        assert "Đã chép" in said(pilot)


async def test_given_an_imported_dossier_then_its_course_tells_the_file(centre, desk, tmp_path):
    register = centre.open("reception")
    bring_in(register, write_csv(tmp_path / "sổ 2025.csv", [LUA]))
    (dossier,) = register.db.conn.execute("SELECT id FROM dossier").fetchone()
    async with desk("reception") as pilot:
        await open_dossier(pilot, dossier)
        await type_keys(pilot, "tab", "tab")
        assert "theo tệp sổ 2025.csv" in shown(pilot)
