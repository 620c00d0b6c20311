"""A half-filled form of the quick counter: kept while it is typed, back after a lock, used up by a save."""

from __future__ import annotations

import pytest

from communedb.desk.drafts import keep_draft
from communedb.desk.quick import serve
from communedb.domain.certification import Request
from communedb.domain.refusal import Refused
from communedb.stores.drafts import DraftForm

KEPT = "SELECT form, label FROM draft"


async def begin(desk) -> None:
    await desk.press("enter")
    await desk.type("Hồ Thị Sen")
    await desk.press("enter")
    await desk.type("Học bạ")
    await desk.press("enter")


async def unlocked(desk, role: str) -> None:
    desk.app.begin(desk.app.door.session(desk.app.door.centre.officers[role]))
    await desk.until(lambda: desk.app.session is not None and desk.app.at_rest)
    await desk.press("ctrl+b")


async def test_given_a_lock_in_the_middle_then_the_form_is_back_for_its_officer_alone(counter):
    async with counter("ctrl+b") as desk:
        await begin(desk)
        assert desk.rows(KEPT) == [("quick", "Hồ Thị Sen")]
        await desk.type("12")  # the field is not left
        await desk.press("f10")
        assert (desk.app.session, desk.screen.NAME) == (None, "unlock")

        await unlocked(desk, "administrator")
        assert desk.screen.typed.empty
        assert desk.notice == ""
        await desk.press("f10")

        await unlocked(desk, "reception")
        assert desk.screen.control("name").value == "Hồ Thị Sen"
        (line,) = desk.screen.typed.lines
        assert (line.name, line.pages) == ("Học bạ", "12")
        assert "Mở lại phiếu đang nhập dở của Hồ Thị Sen" in desk.notice
        await desk.press("ctrl+s")
        assert desk.rows("SELECT paper_name, pages FROM certification") == [("Học bạ", 12)]
        assert desk.rows(KEPT) == []


async def test_given_a_form_that_is_back_when_another_citizen_is_there_then_one_key_empties_it(counter):
    async with counter("ctrl+b") as desk:
        await begin(desk)
        await desk.press("escape", "ctrl+b")
        assert desk.screen.control("name").value == "Hồ Thị Sen"
        await desk.press("f9", "escape")
        assert desk.screen.control("name").value == "Hồ Thị Sen", "asked first"
        await desk.press("f9", "enter")
        assert desk.screen.typed.empty
        assert desk.screen.focused.id == "id_number"
        await desk.until(lambda: desk.rows(KEPT) == [])
        await desk.press("f9")
        assert "Phiếu đang trống" in desk.notice


async def test_given_the_name_of_a_card_when_the_form_is_back_then_its_birth_is_saved_too(counter):
    card = "046190012399||Trần Thị Hoa|05031990|Nữ|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|01012021"
    async with counter("ctrl+b") as desk:
        await desk.type(card)
        await desk.press("enter")
        await desk.type("Học bạ")
        await desk.press("f10")
        await unlocked(desk, "reception")
        await desk.press("ctrl+s")
        assert desk.rows("SELECT applicant_name, applicant_birth FROM dossier") == [("Trần Thị Hoa", "1990-03-05")]


def test_given_a_form_that_was_saved_when_it_is_saved_again_then_nothing_is_certified_twice(centre):
    register = centre.open("reception")
    draft = register.write(keep_draft, None, DraftForm.QUICK, "Hồ Thị Sen", {"name": "Hồ Thị Sen"}, parked=False)
    lines = [{"paper_name": "Sơ yếu lý lịch"}]
    request = Request.model_validate(
        {"procedure_code": "2.000884", "applicant": {"name": "Hồ Thị Sen"}, "lines": lines, "draft": draft}
        | {"signer": centre.officers["leader"]}
    )
    register.write(serve, request)
    with pytest.raises(Refused, match="intake_already_saved"):
        register.write(serve, request)
    assert register.db.conn.execute("SELECT count(*) FROM certification").fetchone() == (1,)
