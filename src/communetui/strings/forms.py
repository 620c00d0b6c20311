"""What is said of a print that waits; the forms themselves are Vietnamese and have their words in `printing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.printing.spool import Waits
from communetui.strings.facts import fact_text
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communetui.printing.spool import Sent

WAITS: Final[Mapping[Waits, Words[str]]] = {
    Waits.NO_PROGRAM: Words(
        "Máy này chưa có chương trình in. Bản in đang chờ; hãy xem lệnh in trong Thiết lập, hoặc mở tệp PDF.",
        "This PC has no program to print with. The print waits; see the print command in Settings, or open the PDF.",
    ),
    Waits.REFUSED: Words(
        "Máy in không nhận. Bản in đang chờ; hãy kiểm tra máy in rồi in lại.",
        "The printer did not take it. The print waits; check the printer, then print again.",
    ),
    Waits.TOO_SLOW: Words(
        "Máy in không trả lời kịp. Bản in đang chờ; hãy kiểm tra máy in và giấy ra trước khi in lại.",
        "The printer did not answer in time. The print waits; check the printer and its tray before printing again.",
    ),
    Waits.NO_FILE: Words(
        "Không còn tệp để in. Hãy in lại từ hồ sơ.",
        "The file to print is gone. Print again from the dossier.",
    ),
    Waits.NOT_SET: Words(
        "Máy này chưa khai máy in nhiệt hoặc máy in kim. Bản in đang chờ; hãy khai trong Thiết lập (F9), hoặc chọn máy in thường.",
        "No thermal or dot-matrix printer is set up here. The print waits; set it up in Settings (F9), or choose the page printer.",
    ),
    Waits.NO_DEVICE: Words(
        "Không thấy máy in. Bản in đang chờ; hãy xem dây cắm và nguồn máy in rồi in lại.",
        "The printer is not there. The print waits; check its cable and power, then print again.",
    ),
}
"""One text per `Waits`: what happened, and what to do."""


def waits_text(sent: Sent) -> str:
    """Why a print waits, in the language of now, with the system's own words after it; empty when it was printed."""
    if sent.waits is None:
        return ""
    said = WAITS[sent.waits]()
    # A command that is not there is told by the sentence itself.
    detail = "" if sent.detail == "missing" else fact_text("why", sent.detail)
    return f"{said} ({detail})" if detail else said
