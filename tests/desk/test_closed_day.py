"""A flood closes the centre: everybody whose date it delays is told in one batch, and the register says so."""

from __future__ import annotations

from datetime import date

from tests.desk.test_home import screen_text
from tests.keyboard import at_rest
from tests.printing.pdf_reader import bare, read_pdf
from tests.register.test_work_to_look_at import certificate

from communedb import layout
from communedb.desk.office import close_day
from communedb.desk.receive import receive
from communedb.domain.intake import Intake

FLOOD = date(2026, 11, 25)
SEN = {"name": "Trần Thị Sen", "phone": "0905123456", "address": "Thôn Phước Yên"}


def pdf_pages(centre, begins: str) -> list[str]:
    (pdf,) = layout.prints(centre.folder).glob(f"{begins}_*.pdf")
    return [page.text() for page in read_pdf(pdf.read_bytes())]


async def test_given_a_flood_when_letters_calls_and_the_note_are_asked_for_then_each_is_one_key_for_all(centre, desk):
    register = centre.open()
    sen = register.write(receive, Intake.model_validate({"procedure_code": "1.004873", "applicant": SEN}))
    dong = register.write(receive, certificate("Hồ Văn Đông"))
    untouched = register.write(receive, certificate("Lê Văn Tám", "1.001193"))
    centre.open("administrator").write(close_day, FLOOD, "Nghỉ do lũ lụt")
    async with desk("reception") as pilot:
        await pilot.app.show("review")
        await at_rest(pilot)
        await pilot.press("f8")
        await at_rest(pilot)
        letters = pdf_pages(centre, "thong-bao-nghi")
        assert len(letters) == 2, "a page for each citizen"
        for words in (
            "THÔNG BÁO",
            "Trần Thị Sen",
            "Thôn Phước Yên",
            "Nghỉ do lũ lụt ngày 25/11/2026",
            "ngày 30/11/2026",
        ):
            assert bare(words) in letters[0], words
        await pilot.press("f7")
        await at_rest(pilot)
        (calls,) = pdf_pages(centre, "goi-bao-nghi")
        assert bare("0905 123 456") in calls
        assert bare("hẹn 27/11/2026, dự kiến 30/11/2026") in calls

        await pilot.press("ctrl+s", "enter")
        await at_rest(pilot)
        assert "Đã ghi “đã báo” vào 2 hồ sơ" in pilot.app.screen.notice.text
        assert "đã báo 08:00 23/11" in screen_text(pilot)
    notes = register.db.conn.execute("SELECT dossier, reason, clock FROM event WHERE kind = 'noted'").fetchall()
    assert {dossier for dossier, _, _ in notes} == {sen.dossier, dong.dossier}
    assert untouched.dossier not in {dossier for dossier, _, _ in notes}
    assert len({clock for _, _, clock in notes}) == 1, "one transaction"
    assert "Đã báo người nộp: trung tâm tạm nghỉ (Nghỉ do lũ lụt ngày 25/11/2026)" in notes[0][1]


async def test_given_no_closed_day_then_nothing_is_printed_or_noted(centre, desk):
    register = centre.open()
    register.write(receive, certificate("Trần Thị Sen"))
    async with desk("reception") as pilot:
        await pilot.app.show("review")
        await at_rest(pilot)
        await pilot.press("f8")
        await at_rest(pilot)
        assert "Không có hồ sơ nào" in pilot.app.screen.notice.text
        await pilot.press("ctrl+s", "enter")
        await at_rest(pilot)
    assert register.db.conn.execute("SELECT count(*) FROM event WHERE kind = 'noted'").fetchone() == (0,)
