"""Editions of the forms: under which circular a form is printed, by the day it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FormNumber(StrEnum):
    """The number of a form in the appendix of the circular; the hand-over list is the office's own."""

    RECEIPT = "01"
    SUPPLEMENT = "02"
    REFUSAL = "03"
    APOLOGY = "04"
    STOP = "05"
    CONTROL = "06"
    REGISTER_BOOK = "07"
    HAND_OVER = "BG"


@dataclass(frozen=True, slots=True)
class FormEdition:
    """A form as one circular has it, valid from a day until the next edition begins."""

    number: FormNumber
    title_lines: tuple[str, ...]
    legal_base: str
    valid_from: date

    @property
    def title(self) -> str:
        """The name of the form on one line."""
        return " ".join(self.title_lines)

    @property
    def imprint(self) -> str:
        """The line that names the form and its legal base at the foot of the page; an office's own list has none."""
        return f"Mẫu số {self.number} - {self.legal_base}" if self.legal_base else self.title


_RECEIPT = ("Giấy tiếp nhận hồ sơ", "và hẹn trả kết quả")
_SUPPLEMENT = ("Phiếu yêu cầu bổ sung,", "hoàn thiện hồ sơ")
_REFUSAL = ("Phiếu từ chối", "tiếp nhận giải quyết hồ sơ")
_APOLOGY_2018 = ("Phiếu xin lỗi", "và hẹn lại ngày trả kết quả")
_APOLOGY_2025 = ("Văn bản xin lỗi và đề nghị", "gia hạn thời gian giải quyết")
_STOP = ("Thông báo", "dừng giải quyết hồ sơ")
_CONTROL = ("Phiếu kiểm soát quá trình", "giải quyết hồ sơ")
_REGISTER_BOOK = ("Sổ theo dõi hồ sơ",)
_HAND_OVER = ("Danh sách bàn giao hồ sơ",)

# Circular 01/2018/TT-VPCP: the day is that of its issue; what is older than any edition is printed with the oldest.
_BASE_2018 = "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018"
_FROM_2018 = date(2018, 11, 23)
_BASE_2025 = "Phụ lục I Thông tư số 03/2025/TT-VPCP ngày 15/9/2025"
_FROM_2025 = date(2025, 9, 15)

EDITIONS = (
    FormEdition(FormNumber.RECEIPT, _RECEIPT, _BASE_2018, _FROM_2018),
    FormEdition(FormNumber.SUPPLEMENT, _SUPPLEMENT, _BASE_2018, _FROM_2018),
    FormEdition(FormNumber.REFUSAL, _REFUSAL, _BASE_2018, _FROM_2018),
    FormEdition(FormNumber.APOLOGY, _APOLOGY_2018, _BASE_2018, _FROM_2018),
    FormEdition(FormNumber.RECEIPT, _RECEIPT, _BASE_2025, _FROM_2025),
    FormEdition(FormNumber.SUPPLEMENT, _SUPPLEMENT, _BASE_2025, _FROM_2025),
    FormEdition(FormNumber.REFUSAL, _REFUSAL, _BASE_2025, _FROM_2025),
    FormEdition(FormNumber.APOLOGY, _APOLOGY_2025, _BASE_2025, _FROM_2025),
    # The circular of 2018 has no form 05 of this name, and the numbers of its other forms could not be verified:
    # these are printed as those of 2025 whatever day they speak of.
    FormEdition(FormNumber.STOP, _STOP, _BASE_2025, _FROM_2025),
    FormEdition(FormNumber.CONTROL, _CONTROL, _BASE_2025, _FROM_2025),
    FormEdition(FormNumber.REGISTER_BOOK, _REGISTER_BOOK, _BASE_2025, _FROM_2025),
    FormEdition(FormNumber.HAND_OVER, _HAND_OVER, "", _FROM_2025),
)
"""Every edition known; a new circular adds rows and changes none."""


def edition_on(number: FormNumber, day: date) -> FormEdition:
    """The edition of a form that held on a day; before the first known edition, the first."""
    known = sorted((e for e in EDITIONS if e.number is number), key=lambda e: e.valid_from)
    held = [edition for edition in known if edition.valid_from <= day]
    return held[-1] if held else known[0]
