"""A day at the counter of Quảng Điền through a real terminal: three officers, one PC, one power cut.

Monday 23 November 2026; the 24th is a day off. Everything is typed as an input method, a scanner or a hand types it,
and at the end the register must say what an officer would have written down by hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.day.counter import (
    DEL,
    ENTER,
    ESCAPE,
    F2,
    F3,
    F4,
    F7,
    F8,
    RIGHT,
    SAVE,
    SHIFT_TAB,
    TAB,
    Counter,
    counter,
)

from communedb.reports.today import today
from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre

pytestmark = pytest.mark.long

CARD = "046090012345||Nguyễn Văn A|01011990|Nam|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|01012021"
GREYS = {0, 7, 8, 15, 16, 59, 102, 145, 188, 231, *range(232, 256)}
"""The numbers among the 256 colours that have no hue."""

FIRST, SECOND = "19867.01-261123-0001", "19867.01-261123-0002"


def morning(desk: Counter) -> None:
    """Hoa receives a birth registration; there is no printer; she finds it and hands it over."""
    desk.come_in(1, "Lê Thị Hoa")
    desk.do(F2, until="Tiếp nhận hồ sơ")
    desk.do("khai sinh", ENTER, until=r"Hẹn trả: 17:30 23/11/2026 \(trong ngày\)")
    screen = desk.do(SHIFT_TAB, CARD + ENTER, until="(?s)01/01/1990.*Thừa Thiên Huế")
    assert "046090012345" in screen
    assert "Nguyễn Văn A" in screen
    assert "Thừa Thiên Huế" in screen, "an old unit stays the text that it was"
    desk.do(SAVE, until=FIRST)
    desk.do(ENTER, until="Chưa in được")
    desk.do(F2, until="chọn thủ tục")
    desk.do(F4, until="Trang chính")
    desk.shows("Đã nhận hôm nay", "1")
    desk.shows("Chờ in", "1")

    desk.do(f"{F3}van a nguyen{ENTER}", until="Tình trạng: Đã tiếp nhận")
    desk.do(F7, "c", until="Chuyển cho")
    desk.do("d", until=r"\[Nguyễn Văn Dũng\]")
    desk.do(SAVE, until="Tình trạng: Đang xử lý")


def a_citizen_goes_to_photocopy(desk: Counter) -> None:
    """A second form is half filled when the next officer needs the PC."""
    desk.do(F2, until="Tiếp nhận hồ sơ")
    desk.do("1.000894", ENTER, until="chưa có thời hạn")
    desk.do("3", until="17:30 27/11/2026")
    desk.do(TAB * 5, f"Tra{DEL}ầ", f"n Thi{DEL}ị ", f"Buo{DEL * 2}ươi{DEL * 2}ởi", until="Trần Thị Bưởi")
    locked = desk.lock()
    for secret in ("Bưởi", "Nguyễn", "0460", "19867.01", "kết hôn"):
        assert secret not in locked.replace("Nguyễn Văn Dũng", "")


def the_leader_decides(desk: Counter) -> None:
    """Mai finds nothing of Hoa's, decides, and says that the result is ready."""
    desk.come_in(3, "Phan Thị Mai")
    assert "Bưởi" not in desk.app.text
    screen = desk.do(F3, until=r"0001\s+Nguyễn Văn A")
    assert "van a" not in screen, "the search of the officer before is gone"
    desk.do(ENTER, until="Tình trạng: Đang xử lý")
    desk.do(F7, "q", until="Quyết định: ")
    desk.do("15/GKS", SAVE, until="Tình trạng: Đã có quyết định")
    desk.do(F7, "k", until="Có kết quả: ")
    desk.do(SAVE, until="Tình trạng: Có kết quả")
    desk.lock()


def the_result_is_returned(desk: Counter) -> None:
    """Hoa returns it to the mother, who brings a paper and no receipt."""
    desk.come_in(1, "Lê Thị Hoa")
    desk.do(F3, until=r"0001\s+Nguyễn Văn A")
    desk.do(ENTER, until="Tình trạng: Có kết quả")
    # Typed ahead, in one write: the rows that the second choice brings up must be there for what is typed after it.
    desk.do(
        f"{F7}r{RIGHT}{TAB}Lê Thị Sen{TAB}046062001234{TAB}Giấy ủy quyền 20/11/2026{TAB}{RIGHT}",
        until=r"Giấy ủy quyền 20/11/2026(.|\n)*\[Bị mất\]",
    )
    desk.do(SAVE, until="Tình trạng: Đã trả kết quả")


def the_terminal_shrinks(desk: Counter) -> None:
    """Somebody drags the window to 40x10, types on, and drags it back."""
    desk.app.resize(40, 10)
    desk.app.settle()
    desk.do(F3, until="Hồ sơ")
    desk.app.send("sen")
    desk.app.settle()
    desk.app.resize(80, 24)
    desk.do(ESCAPE, until="Trang chính|Tình trạng")
    desk.do(F4, until="Trang chính")
    desk.shows("Đã trả hôm nay", "1")


def the_form_is_taken_up(desk: Counter) -> None:
    """After the power cut: the half-filled form stands there as it was, and is saved."""
    desk.come_in(1, "Lê Thị Hoa", until="(?s)Tiếp nhận hồ sơ.*Trần Thị Bưởi.*17:30 27/11/2026")
    desk.do(SAVE, until=SECOND)


def figures(centre: Centre) -> dict[str, Any]:
    """What the register says at the end of the day, of what was counted by hand."""
    centre.clock.set("2026-11-23 17:00")
    with centre.open("reception") as register:
        day = today(register.db, register.officer.id, register.now(), register.calendar())
        rows = register.db.conn.execute("SELECT id, code FROM dossier ORDER BY code").fetchall()
        first, second = (read_dossier(register.db, key) for key, _ in rows)
        return {
            "codes": [code for _, code in rows],
            "steps": [[event.kind.value for event in dossier.events] for dossier in (first, second)],
            "names": [dossier.row["applicant_name"] for dossier in (first, second)],
            "number": first.row["applicant_id_number"],
            "recipient": first.events[-1].details["recipient"],
            "prints": register.db.conn.execute("SELECT count(*) FROM print").fetchone()[0],
            "drafts": register.db.conn.execute("SELECT count(*) FROM draft").fetchone()[0],
            "day": (day.received, day.returned, day.open, day.unprinted),
        }


def test_given_a_working_day_when_it_is_over_then_the_register_says_what_was_written_down_by_hand(centre):
    with counter(centre, "2026-11-23 08:30") as desk:
        morning(desk)
        a_citizen_goes_to_photocopy(desk)
        the_leader_decides(desk)
        the_result_is_returned(desk)
        the_terminal_shrinks(desk)
        desk.do(F2, until="Còn phiếu chưa lưu của Trần Thị Bưởi")
        desk.do(F8 + ENTER, until="Đã mở lại phiếu")
        desk.app.read_for(1.5)
    with counter(centre, "2026-11-23 10:00") as desk:
        the_form_is_taken_up(desk)

    told = figures(centre)

    assert told["codes"] == [FIRST, SECOND]
    assert told["names"] == ["Nguyễn Văn A", "Trần Thị Bưởi"]
    assert told["number"] == "046090012345"
    assert told["steps"] == [["received", "handed_over", "decided", "result_ready", "returned"], ["received"]]
    assert told["recipient"]["name"] == "Lê Thị Sen"
    assert told["recipient"]["slip"] == "lost"
    assert told["day"] == (2, 1, 1, 1)
    assert (told["prints"], told["drafts"]) == (1, 0)


def test_given_no_colour_when_an_officer_works_then_signs_and_not_colours_tell_everything(centre):
    with counter(centre, "2026-11-23 08:30", NO_COLOR="1") as desk:
        desk.come_in(1, "Lê Thị Hoa")
        assert "> Hồ sơ quá hạn" in desk.app.text, "the cursor is a sign"
        desk.do(F2, until="Tiếp nhận hồ sơ")
        desk.do("khai sinh", ENTER, until="Hẹn trả: 17:30 23/11/2026")
        desk.do("0460A", ENTER, until="! Số định danh chỉ gồm chữ số")
        painted = {int(number) for number in re.findall(rb"[34]8;5;(\d+)", desk.app.raw)}
        assert painted <= GREYS
