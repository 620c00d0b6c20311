"""Refusals about paper: receipts written by hand, scans and their pages, printers. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

PAPER: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.BLANKS_OUT_OF_RANGE: (
        "Mỗi lần in từ 1 đến {most} giấy trắng, không phải {number}.",
        "Blank receipts are made 1 to {most} at a time, not {number}.",
    ),
    Reason.CODE_ALREADY_USED: (
        "Mã {code} trên giấy đã được nhập cho một hồ sơ. Hãy mở hồ sơ đó, hoặc xem lại mã.",
        "Code {code} of a paper receipt already has a dossier. Open that one, or look at the code again.",
    ),
    Reason.CODE_NOT_RESERVED: (
        "Mã {code} không phải mã giấy trắng của máy này. Hãy xem lại mã, hoặc nhập ở máy đã in giấy.",
        "{code} is no code of a blank receipt of this PC. Look at it again, or enter it where the paper was printed.",
    ),
}
