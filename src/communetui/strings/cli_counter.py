"""What the commands of the counter answer, and their help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Counter:
    """Answers of `certification` and `cash`."""

    served: str
    exempted: str
    numbers: str
    later: str
    signed: str
    void: str
    columns: tuple[str, ...]
    book_saved: str
    book_printed: str
    paper_waits: str
    slip_printed: str
    closed: str


counter = Words(
    Counter(
        served="Hồ sơ {code}: thu {paid}.",
        exempted="Miễn, giảm {amount}.",
        numbers="Số {numbers}. Đã trả kết quả.",
        later="Hẹn trả {due}. In giấy hẹn: communetui dossier print {code}",
        signed="Hồ sơ {code}: số {numbers}. Đã có kết quả.",
        void=" (hủy)",
        columns=("Sổ", "Quyển", "Số", "Ngày", "Người yêu cầu", "Giấy tờ", "Số bản", "Phí"),
        book_saved="Đã ghi sổ {book}, {count} dòng: {file}",
        book_printed="Đã in sổ {book}, {count} dòng: {file}",
        paper_waits="{why} Tệp PDF: {file}",
        slip_printed="Đã in phiếu chốt quỹ: {file}",
        closed="Đã chốt quỹ: đếm được {counted}, theo sổ {recorded}, chênh lệch {difference}.",
    ),
    Counter(
        served="Dossier {code}: paid {paid}.",
        exempted="Exempt {amount}.",
        numbers="No. {numbers}. Returned.",
        later="Due {due}. Print the receipt: communetui dossier print {code}",
        signed="Dossier {code}: no. {numbers}. The result is ready.",
        void=" (void)",
        columns=("Book", "Volume", "No.", "Date", "Requested by", "Paper", "Copies", "Fee"),
        book_saved="Book {book} saved, {count} lines: {file}",
        book_printed="Book {book} printed, {count} lines: {file}",
        paper_waits="{why} PDF: {file}",
        slip_printed="The slip is printed: {file}",
        closed="Closed: counted {counted}, recorded {recorded}, difference {difference}.",
    ),
)

COUNTER_HELP: Final[Mapping[str, Words[str]]] = {
    "certification": Words("Quầy nhanh và sổ chứng thực.", "The quick counter and the books of certifications."),
    "certification serve": Words(
        "Chứng thực cho một người từ JSON: tiếp nhận, thu phí, cho số, trả kết quả.\n\nXem dạng dữ liệu: communetui schema "
        "certification. Người ký gọi bằng tên.",
        "Serve one citizen from JSON: received, paid, numbered, returned.\n\nFor the form see: communetui schema "
        "certification. The signer goes by name.",
    ),
    "certification sign": Words(
        "Cho số hồ sơ chứng thực đã hẹn trả, khi đã ký.",
        "Number a certification that was promised for later, once it is signed.",
    ),
    "certification list": Words("Liệt kê việc chứng thực đã vào sổ.", "List what was entered in the books."),
    "certification book": Words(
        "In sổ chứng thực của một thời gian; --file ghi ra PDF.",
        "Print a book of a period; --file saves the PDF.",
    ),
    "cash": Words("Quỹ tiền mặt của cán bộ trên máy này.", "The officer's till on this PC."),
    "cash status": Words("Xem số đã thu, đã trả lại từ lần chốt trước.", "Show what was taken since the last close."),
    "cash close": Words(
        "Chốt quỹ với số tiền đã đếm.\n\nGõ tổng (--counted 94000) hoặc từng loại (--note 50000x1 --note 20000x2).",
        "Close the till with what was counted.\n\nGive the sum (--counted 94000) or notes (--note 50000x1 --note 20000x2).",
    ),
    "certification sign --signer": Words("Người đã ký chứng thực.", "The officer who signed."),
    "certification list --from": Words("Vào sổ từ ngày.", "Entered from this date."),
    "certification list --to": Words("Vào sổ đến ngày.", "Entered up to this date."),
    "certification book --from": Words("Vào sổ từ ngày.", "Entered from this date."),
    "certification book --to": Words("Vào sổ đến ngày.", "Entered up to this date."),
    "--book": Words("Sổ chứng thực: SCT/BS, SCT/CK hoặc SCT/HĐ-GD.", "The book: SCT/BS, SCT/CK or SCT/HĐ-GD."),
    "certification book --file": Words("Ghi PDF vào tệp này, không in.", "Save the PDF here, do not print."),
    "--counted": Words("Tổng tiền mặt đếm được.", "The sum of cash that was counted."),
    "--note": Words("Loại tiền và số tờ, ví dụ 50000x3.", "A note and how many, for example 50000x3."),
    "--explanation": Words("Lý do chênh lệch.", "Why it differs."),
    "--print": Words("In phiếu chốt quỹ để ký.", "Print the slip to sign."),
}
"""Help by command and option, as `cli_help.HELP`."""
