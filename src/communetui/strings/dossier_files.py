"""Texts of bringing dossiers in from files, and of giving them out."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class DossierFiles:
    """What the import tells and asks; `reason` is kept in the register."""

    reason: str
    match_title: str
    unread: str
    sheets: str
    ask: str
    match_saved: str
    progress: str
    counted: str
    kept: str
    dry_run: str
    stopped: str
    saved: str
    saved_elsewhere: str
    exported: str


dossier_files = Words(
    DossierFiles(
        reason="Nhập từ tệp {file}",
        match_title="{name}: các cột được hiểu như sau",
        unread='Cột không đọc: {columns}. Để đọc, thêm --map "Tên cột=mục".',
        sheets="Chỉ đọc trang tính {sheet}. Không đọc: {others}.",
        ask="Nhập hồ sơ theo các cột này?",
        match_saved="Đã lưu cách hiểu cột: {name}.",
        progress="Đang nhập",
        counted="{name}: đã đọc {rows} dòng; {new} hồ sơ mới, {updated} cập nhật, {unchanged} không đổi, "
        "{rejected} dòng không nhận.",
        kept="Có {count} chỗ tệp ghi khác nhưng sổ giữ nguyên, vì đã được sửa hoặc xử lý tiếp tại đây.",
        dry_run="Chạy thử: chưa ghi gì vào sổ.",
        stopped="Đã dừng giữa chừng: {count} dòng đã ở trong sổ. Chạy lại lệnh này để nhập tiếp, không sợ trùng.",
        saved="Các dòng không nhận và lý do: {file}",
        saved_elsewhere="Không ghi được vào thư mục của tệp (chỉ cho đọc hoặc đã đầy). Các dòng không nhận và lý do: {file}",
        exported="Đã ghi {count} hồ sơ vào {file}",
    ),
    DossierFiles(
        reason="Imported from the file {file}",
        match_title="{name}: the columns are understood like this",
        unread='Columns that are not read: {columns}. To read one, add --map "Heading=field".',
        sheets="Only the sheet {sheet} is read. Not read: {others}.",
        ask="Import dossiers by these columns?",
        match_saved="The match of columns is kept: {name}.",
        progress="Importing",
        counted="{name}: {rows} rows read; {new} new dossiers, {updated} updated, {unchanged} unchanged, "
        "{rejected} rows rejected.",
        kept="In {count} places the file says otherwise and the register stays: it was mended or moved on here.",
        dry_run="Dry run: nothing was written into the register.",
        stopped="Stopped midway: {count} rows are in the register. Run this again to go on; nothing is doubled.",
        saved="The rejected rows and their reasons: {file}",
        saved_elsewhere="The file's folder cannot be written (read-only or full). The rejected rows and their reasons: {file}",
        exported="{count} dossiers were written to {file}",
    ),
)
