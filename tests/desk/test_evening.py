"""The end of the day at the desk: numbers, whom to call, the backup to the stick."""

from __future__ import annotations

from tests.desk.test_home import screen_text
from tests.keyboard import at_rest
from tests.printing.pdf_reader import bare, read_pdf
from tests.register.test_end_of_day import ready, received, step

from communedb import layout
from communetui.screens.evening import EveningScreen


def uncollected(centre) -> str:
    """A result that has lain ready since Monday."""
    register = centre.open()
    dossier = received(register, submitter={"name": "Lê Văn Tám", "phone": "0914555666", "relation": "chồng"})
    step(register, dossier, "handed_over", to_officer=centre.officers["specialist"])
    ready(centre, dossier)
    step(register, dossier, "fee_paid", amount=8_000, method="cash")
    register.close()
    return dossier


async def test_given_a_result_that_waits_since_monday_then_its_owner_is_listed_called_and_opened(centre, desk):
    dossier = uncollected(centre)
    centre.clock.set("2026-11-25 16:50")
    async with desk("reception") as pilot:
        await pilot.press("f12")
        await at_rest(pilot)
        text = screen_text(pilot)
        assert "Kết quả chưa ai nhận (1)" in text
        assert "0905 123 456" in text
        assert "Chưa sao lưu lần nào" in text
        assert "Chưa tới nơi" not in text, "nobody else is enrolled"
        await pilot.press("f8")
        await at_rest(pilot)
        (pdf,) = layout.prints(centre.folder).glob("danh-sach-goi_*.pdf")
        told = bare("".join(page.text() for page in read_pdf(pdf.read_bytes())))
        for words in ("KẾT QUẢ CHƯA NHẬN", "0905 123 456", "Lê Văn Tám (nộp thay): 0914 555 666"):
            assert bare(words) in told
        await pilot.press("f7")
        await at_rest(pilot)
        assert "Không có hồ sơ nào hẹn trả" in screen_text(pilot)
        await pilot.press("f7", "enter")
        await at_rest(pilot)
        assert pilot.app.screen.view.dossier.id == dossier


async def test_given_the_stick_when_ctrl_s_is_pressed_then_the_backup_is_made_and_next_evening_enter_is_enough(
    centre, desk, tmp_path
):
    stick = tmp_path / "usb"
    stick.mkdir()
    async with desk("reception") as pilot:
        await pilot.press("f12")
        await at_rest(pilot)
        await pilot.press("ctrl+s", *str(stick), "enter")
        await at_rest(pilot)
        assert "Đã sao lưu xong và đọc lại đúng" in pilot.app.screen.notice.text
        await pilot.press("ctrl+s", "enter")
        await at_rest(pilot)
        assert len(list(stick.glob("*/register*.db"))) == 2
        assert "Sao lưu lần cuối 08:00 23/11/2026" in " ".join(screen_text(pilot).split())
        stick.rename(stick.with_name("pulled"))
        await pilot.press("ctrl+s", "enter")
        await at_rest(pilot)
        assert "Không thấy thư mục sao lưu" in pilot.app.screen.notice.text
        assert isinstance(pilot.app.screen, EveningScreen)
