"""What three officers do on a morning, each a few keys: serve, receive, hand over, sign, mend, close the till."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, NamedTuple

from tests.day.citizens import COPIES, DEAL, SIGNATURE, Citizen, code
from tests.day.counter import DEL, DOWN, ENTER, F2, F4, F7, F8, RIGHT, SAVE, SHIFT_TAB, TAB

if TYPE_CHECKING:
    from tests.day.counter import Counter

QUICK, JUMP, TILL, ACCEPT = "\x02", "\x07", "\x0f", "\x12"
HOME = "\x1b[H"
_KINDS = {COPIES: "Bản sao", SIGNATURE: "Chữ ký", DEAL: "Giao dịch"}
_KIND = r"Loại việc +│< (.*) >"
_KEY = re.compile(r"\x1b(?:O.|\[[0-9;]*[A-Za-z~])|[\x00-\x1f\x7f]")


class Cost(NamedTuple):
    """What one citizen cost: keys beyond text, letters typed, lines read by the scanner, seconds at the keyboard."""

    citizen: Citizen
    keys: int
    letters: int
    scans: int
    seconds: float


class Morning:
    """The counter, and what each citizen cost."""

    def __init__(self, desk: Counter) -> None:
        self.desk = desk
        self.costs: list[Cost] = []

    def take_over(self, desk: Counter) -> None:
        """Go on at the PC after it was started again."""
        self.desk = desk

    def serve(self, citizen: Citizen, place: int) -> None:
        """One citizen from greeting to receipt."""
        self.desk.set_clock(citizen.at)
        before, start = len(self.desk.sent), time.monotonic()
        if citizen.lines:
            self._certify(citizen)
        else:
            self.begin(citizen)
            self.finish(citizen, place)
        self.note(citizen, self.desk.sent[before:], start)

    def note(self, citizen: Citizen, sent: list[str], start: float) -> None:
        """Count what was typed for a citizen."""
        typed = "".join(piece for piece in sent if not citizen.card or not piece.startswith(citizen.card))
        letters = len(_KEY.sub("", typed))
        scans = sum(bool(citizen.card) and piece.startswith(citizen.card) for piece in sent)
        self.costs.append(
            Cost(citizen, len(_KEY.findall(typed)), letters, scans, time.monotonic() - start)
        )  # fmt: skip

    # -- the quick counter

    def _certify(self, citizen: Citizen) -> None:
        desk = self.desk
        if not re.search("Quầy nhanh", desk.app.text.splitlines()[0]):
            desk.do(QUICK, until=_KIND)
        self._choose_kind(citizen.procedure)
        if citizen.card:
            desk.do(citizen.card + ENTER, until=citizen.name)
        elif citizen.known:
            desk.do(citizen.number + ENTER, until=citizen.name)
        else:
            # One burst: the number, that nobody has yet, leads to the name.
            desk.do(f"{citizen.number}{ENTER}{citizen.name}{ENTER}", until=citizen.name)
        originals = ENTER.join(f"{line.paper}{ENTER}{line.pages}{ENTER}{line.copies}" for line in citizen.lines)
        desk.do(originals, until=rf"Phí {money(citizen.paid)} đ \|")
        desk.do(SAVE, until=rf"\| {citizen.name} \| {money(citizen.paid)} đ")

    def _choose_kind(self, wanted: str) -> None:
        """F7 turns to the next kind; the first one is reached from the row itself."""
        shown = re.search(_KIND, self.desk.app.text)
        assert shown is not None
        kinds = list(_KINDS)
        turns = kinds.index(wanted) - list(_KINDS.values()).index(shown[1])
        if turns:
            keys = f"{SHIFT_TAB}{HOME}{TAB}" if wanted == COPIES else F7 * (turns % len(kinds))
            self.desk.do(keys, until=rf"< {_KINDS[wanted]} >")

    # -- the intake form

    def begin(self, citizen: Citizen) -> None:
        """The matter and the person, up to the papers."""
        desk = self.desk
        desk.do(F2, until=r"Tiếp nhận hồ sơ(.|\n)*chọn thủ tục")
        desk.do(citizen.procedure + ENTER, until="có 0, thiếu 0")
        if citizen.card:
            desk.do(citizen.card + ENTER, until=citizen.name)
        elif citizen.known:
            desk.do(citizen.number + ENTER, until=citizen.name)
        else:
            desk.do(f"{citizen.number}{ENTER}{citizen.name}", until=citizen.name)
            self.to_papers()

    def to_papers(self) -> None:
        """The jump: a letter for each field, M for the papers."""
        self.desk.do(JUMP, until="Bấm chữ cái để đến ô")
        self.desk.do("m", until="T: đủ cả")

    def finish(self, citizen: Citizen, place: int) -> None:
        """All papers are there; saved, the receipt waits for a printer, the fee is paid or exempted."""
        desk = self.desk
        desk.do("t", until=r"có [1-9]\d*, thiếu 0")
        desk.do(SAVE, until=code(place))
        desk.do(ENTER, until="Chưa in được")
        if citizen.paid or citizen.exempt:
            self._settle(citizen)

    def _settle(self, citizen: Citizen) -> None:
        desk = self.desk
        desk.do(F8, until="Tình trạng: Đã tiếp nhận")
        if citizen.exempt:
            desk.do(f"{F7}f", until="Miễn, giảm phí")
            desk.do(f"{TAB}{citizen.exempt}{SAVE}", until="Đã ghi: miễn, giảm phí")
        else:
            desk.do(f"{F7}t", until="Thu phí")
            transfer = f"{TAB}{RIGHT}" if citizen.method == "transfer" else ""
            desk.do(f"{transfer}{SAVE}", until="Đã ghi: thu phí")

    # -- many at once

    def scan_pile(self, places: tuple[int, ...]) -> None:
        """From Home: the pile, and receipt after receipt under the scanner."""
        self.desk.do(F4, until="Trang chính")
        self.desk.do(F7, until="Chồng hồ sơ")
        self.desk.do(*(code(place) + ENTER for place in places), until=rf"Thêm số {len(places)}: ")

    def hand_over(self, letter: str, places: tuple[int, ...], to: str = "", name: str = "") -> None:
        """The whole pile to an officer, with the list that both sign."""
        self.scan_pile(places)
        self.desk.do(F7 + letter, until="Áp dụng cho")
        if to:
            self.desk.do(to, until=rf"[<\[] ?{name} ?[>\]]")
        self.desk.do(SAVE, until=rf"{len(places)} hồ sơ\?")
        self.desk.do(ENTER, until="để hai bên ký")
        self.desk.do(ENTER, until="Chồng trống")

    def accept(self, count: int) -> None:
        """From Home: all that waits for me, after one question."""
        self.desk.do(F4, until="Trang chính")
        self.desk.do(ACCEPT, until=rf"{count} hồ sơ\?")
        self.desk.do(ENTER, until=rf"xong {count} hồ sơ")

    def step_of_all(self, letter: str, places: tuple[int, ...]) -> None:
        """One step with the whole pile."""
        self.scan_pile(places)
        self.desk.do(F7 + letter, until="Áp dụng cho")
        self.desk.do(SAVE, until=rf"{len(places)} hồ sơ\?")
        self.desk.do(ENTER, until=rf"xong {len(places)} hồ sơ")

    # -- one dossier, by its receipt

    def open_by_receipt(self, place: int) -> None:
        """Scan a receipt on Home: the dossier opens."""
        self.desk.do(F4, until="Trang chính")
        self.desk.do(code(place) + ENTER, until=rf"{code(place)}(.|\n)*Tình trạng: ")

    def correct(self, place: int, downs: int, new: str, erase: int, reason: str) -> None:
        """Another value for the field so many rows down, with the reason."""
        self.open_by_receipt(place)
        self.desk.do(F7 + "s", until="Sửa thông tin nào")
        self.desk.do(DOWN * downs + ENTER, until="Lý do")
        self.desk.do(f"{DEL * erase}{new}{TAB}{reason}{SAVE}", until="Đã sửa")

    def void(self, place: int, reason: str) -> None:
        """Entered by mistake."""
        self.open_by_receipt(place)
        self.desk.do(F7 + "z", until="do nhập nhầm")
        self.desk.do(ENTER, until="Lý do")
        self.desk.do(reason + SAVE, until="Đã hủy")

    def return_result(self, place: int) -> None:
        """To the applicant, who hands the receipt in."""
        self.open_by_receipt(place)
        self.desk.do(F7 + "r", until="Giấy hẹn")
        self.desk.do(SAVE, until="Tình trạng: Đã trả kết quả")

    def close_till(self, notes: str, counted: str) -> None:
        """Count the notes, see no difference, close."""
        self.desk.do(F4, until="Trang chính")
        self.desk.do(TILL, until="Đếm được")
        self.desk.do(notes, until=rf"Đếm được {counted} đ \| theo sổ {counted} đ \| chênh lệch 0 đ")
        self.desk.do(SAVE, until=rf"Lần chốt gần nhất .*: {counted} đ")


def money(dong: int) -> str:
    """`28.000`, as a regular expression."""
    return re.escape(f"{dong:,}".replace(",", "."))
