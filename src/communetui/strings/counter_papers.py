"""What is said while the counter's own papers are printed."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Papers:
    """Texts about the book of certifications, the cash slip and the receipt."""

    printing: str
    receipt_printed: str
    book_printed: str
    slip_printed: str


papers = Words(
    Papers(
        printing="Đang in...",
        receipt_printed="Đã in giấy hẹn.",
        book_printed="Đã in sổ {book} của tháng này.",
        slip_printed="Đã in phiếu chốt quỹ.",
    ),
    Papers(
        printing="Printing...",
        receipt_printed="The receipt is printed.",
        book_printed="The book {book} of this month is printed.",
        slip_printed="The cash slip is printed.",
    ),
)
