"""Texts of the list of what the scanner made, and of taking from it."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Scans:
    """`pages` stands in the column of pages for a PDF that does not tell them; `keys` what Enter and Space do."""

    title: str
    for_dossier: str
    when: str
    name: str
    page_count: str
    size: str
    state: str
    pages: dict[str, str]
    writing: str
    empty: str
    keys: str
    no_choice: str
    one_only: str
    two_needed: str
    which_pages: str
    taken: str
    remove: str
    remove_yes: str
    remove_no: str
    removed: str
    opened: str
    not_opened: str


scans = Words(
    Scans(
        title="Lấy bản quét cho: {paper}",
        for_dossier="cả hồ sơ",
        when="Quét lúc",
        name="Tên tệp",
        page_count="Trang",
        size="Cỡ",
        state="Tình trạng",
        pages={"pdf_damaged": "hỏng", "pdf_encrypted": "khóa", "pdf_too_hard": "khó đọc"},
        writing="đang ghi, chờ F5",
        empty="Thư mục máy quét không có tệp nào. Quét xong, bấm F5.",
        keys="Enter hay F12: lấy tệp đang chọn, hoặc các tệp đã đánh dấu. Space: đánh dấu.",
        no_choice="Chưa có tệp nào để lấy. Quét xong, bấm F5.",
        one_only="Chỉ tách trang của một tệp. Hãy bỏ đánh dấu các tệp khác.",
        two_needed="Hãy đánh dấu ít nhất hai tệp PDF để gộp.",
        which_pages="Lấy trang nào của {name} (có {pages} trang)? Ví dụ 1-3,5 hoặc 4-",
        taken="Đã lưu {names} vào {paper}.",
        remove="Đã lưu và đọc lại đúng từng byte. Xóa tệp gốc khỏi thư mục máy quét?\n{names}",
        remove_yes="xóa",
        remove_no="giữ lại",
        removed="Đã xóa {count} tệp gốc khỏi thư mục máy quét.",
        opened="Đã mở {name}.",
        not_opened="Máy này không mở xem được {name}. {detail}",
    ),
    Scans(
        title="Take a scan for: {paper}",
        for_dossier="the whole dossier",
        when="Scanned",
        name="File",
        page_count="Pages",
        size="Size",
        state="State",
        pages={"pdf_damaged": "damaged", "pdf_encrypted": "locked", "pdf_too_hard": "too hard"},
        writing="being written, wait, F5",
        empty="Nothing lies in the scanner's folder. Scan, then press F5.",
        keys="Enter or F12: take the file under the cursor, or the marked ones. Space: mark.",
        no_choice="There is no file to take. Scan, then press F5.",
        one_only="Pages are taken from one file only. Unmark the others.",
        two_needed="Mark at least two PDFs to join them.",
        which_pages="Which pages of {name} (it has {pages})? For example 1-3,5 or 4-",
        taken="{names} kept with {paper}.",
        remove="Kept, and read back byte for byte. Remove the source from the scanner's folder?\n{names}",
        remove_yes="remove",
        remove_no="keep",
        removed="{count} sources removed from the scanner's folder.",
        opened="{name} is open.",
        not_opened="This PC cannot show {name}. {detail}",
    ),
)

open_scans = Words(
    ActionText("Lấy bản quét", "Lấy tệp mới quét cho giấy tờ dưới con trỏ."),
    ActionText("Take a scan", "Takes what was just scanned for the paper under the cursor."),
)
take_scans = Words(
    ActionText("Lấy", "Lấy tệp đang chọn hoặc các tệp đã đánh dấu, mỗi tệp để riêng."),
    ActionText("Take", "Takes the file under the cursor or the marked ones, each as a file of its own."),
)
take_joined = Words(
    ActionText("Gộp rồi lấy", "Gộp các PDF đã đánh dấu thành một tệp, theo thứ tự quét, rồi lấy."),
    ActionText("Join and take", "Joins the marked PDFs in the order in which they were scanned, and takes that."),
)
open_scan = Words(
    ActionText("Mở xem", "Mở xem tệp đang chọn trước khi lấy."),
    ActionText("Look at it", "Opens the file under the cursor to look at it first."),
)
take_pages = Words(
    ActionText(
        "Lấy vài trang", "Lấy một số trang của tệp PDF đang chọn, ví dụ 1-3,5; các trang khác vẫn còn trong tệp gốc."
    ),
    ActionText(
        "Take pages", "Takes some pages of the PDF under the cursor, such as 1-3,5; the others stay in the source."
    ),
)
