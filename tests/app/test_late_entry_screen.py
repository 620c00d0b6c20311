"""Late entry on the screen: by a key, or by scanning the handwritten receipt anywhere."""

from __future__ import annotations

import asyncio
from datetime import date

from tests.app.intake_desk import MARRIAGE, at_desk, receive_before
from tests.printing.pdf_reader import bare, read_pdf

from communedb import layout
from communedb.desk.office import set_setting
from communedb.desk.reserved import reserve_codes
from communetui.screens.received import ReceivedScreen


def shown(desk) -> str:
    return " ".join(str(static.content) for static in desk.app.screen.query("Static"))


async def test_given_a_handwritten_receipt_when_its_code_is_scanned_at_home_then_its_late_entry_opens_and_is_saved(
    centre,
):
    receive_before(centre)
    centre.clock.set("2026-11-23 15:30")
    async with at_desk(centre) as desk:
        blank, second = desk.register.write(reserve_codes, date(2026, 11, 23), 2)
        await desk.press("f4", *blank, "enter")
        assert (desk.value("late_code"), desk.value("late_day")) == (blank, "")
        await desk.press(*"9h40", "enter", *"mất điện", "enter", *"khai sinh", "enter")
        assert "Hẹn trả: 17:30 23/11/2026" in desk.summary, "before 15:00 by the real time: today"
        await desk.press(*"046090012345", "enter", "ctrl+s")
        assert isinstance(desk.app.screen, ReceivedScreen)
        assert blank in shown(desk)
        assert "không in lại" in shown(desk)
        # The next paper of the pile, scanned at once: the reason is there.
        await desk.press(*second, "enter")
        assert [desk.value(f"late_{name}") for name in ("code", "day", "time", "reason")] == [
            second, "", "", "mất điện"
        ]  # fmt: skip
        assert desk.rows("SELECT state FROM print") == [], "the citizen has the paper one"
        # Its dossier tells on top and in its course that it was entered late.
        await desk.press("f4", *blank, "enter")
        told = " ".join(str(line) for line in desk.app.screen.query("#head").results())
        assert "Nhập muộn: nhập lúc 15:30 23/11/2026, tiếp nhận thực tế 09:40 23/11/2026, lý do: mất điện" in (
            told + shown(desk)
        )


async def test_given_a_form_underway_when_a_handwritten_receipt_is_scanned_then_the_form_is_put_aside_not_mixed(centre):
    async with at_desk(centre) as desk:
        (blank,) = desk.register.write(reserve_codes, date(2026, 11, 23), 1)
        await desk.type("kết hôn")
        await desk.press("enter")
        await desk.go_to("name")
        await desk.type("Hồ Thị Bé")
        await asyncio.sleep(0.1)  # the hand goes from the keyboard to the scanner
        await desk.press(*blank, "enter")
        state = desk.intake.form.state
        assert (state.late_code, state.name, state.procedure_code) == (blank, "", "")
        assert desk.rows("SELECT parked, label FROM draft")[0][0] == 1
        assert MARRIAGE not in state.procedure_code


async def test_given_the_part_opened_by_its_key_when_the_reason_is_missing_then_the_save_says_so_at_its_field(centre):
    receive_before(centre)
    centre.clock.set("2026-11-23 11:00")
    async with at_desk(centre) as desk:
        await desk.type("khai sinh")
        await desk.press("enter", *"046090012345", "enter", "f9")
        await desk.press("enter", *"22/11", "enter", *"10:15", "ctrl+s")
        assert "Hãy ghi lý do" in desk.notice
        assert desk.intake.focused is not None
        assert desk.intake.focused.id == "late_reason"
        await desk.press("f9", "ctrl+s")
        assert isinstance(desk.app.screen, ReceivedScreen), "closed again: received now"
        assert desk.rows("SELECT received_on FROM dossier WHERE procedure_code = '1.001193'") == [("2026-11-23",)]


async def test_given_missing_papers_when_their_slip_is_asked_for_then_it_says_what_to_bring_and_nothing_is_kept(centre):
    with centre.open("administrator") as administrator:
        administrator.write(set_setting, "centre_phone", "0234 3554 123")
    async with at_desk(centre) as desk:
        await desk.press("ctrl+f")
        assert "Không thiếu giấy tờ nào" in desk.notice
        await desk.type("khai sinh")
        await desk.press("enter")
        await desk.go_to("name")
        await desk.type("Hồ Thị Lài")
        await desk.go_to("papers")
        # The first paper is there, the second is not.
        await desk.press("c", "k", "ctrl+f")
        first, second, *_ = (line.name for line in desk.intake.form.state.papers)
        (pdf,) = layout.prints(centre.folder).glob("giay-to-can-mang_*.pdf")
        told = "".join(page.text() for page in read_pdf(pdf.read_bytes()))
        for words in ("GIẤY TỜ CẦN MANG ĐẾN", "Hồ Thị Lài", second, "bản chính", "07:30 - 11:30 và 13:30 - 17:30",
                      "điện thoại 0234 3554 123", "không phải là phiếu yêu cầu bổ sung"):  # fmt: skip
            assert bare(words) in told, words
        assert bare(first) not in told
        tables = ("dossier", "event", "print")
        assert [desk.rows(f"SELECT count(*) FROM {name}") for name in tables] == [[(0,)]] * 3
