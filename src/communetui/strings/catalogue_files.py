"""Texts of importing and exporting the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from communedb.catalogue_files.columns import HEADINGS, Column
from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class CatalogueFiles:
    """What the import tells and asks."""

    column: dict[str, str]
    new: str
    changed: str
    ended: str
    rejected: str
    no_end: str
    not_given: str
    counted: str
    nothing: str
    ask: str
    written: str
    dry_run: str
    saved: str
    saved_elsewhere: str
    exported: str


catalogue_files = Words(
    CatalogueFiles(
        column={column.value: heading for column, heading in HEADINGS.items()},
        new="MỚI: {code} {name} (từ {begins})",
        changed="THAY ĐỔI: {code} {name} (từ {begins})",
        ended="HẾT HẠN: {code} {name} (hiệu lực đến {ends})",
        rejected="KHÔNG NHẬN: dòng {row}: {reason}",
        no_end="không thời hạn",
        not_given="chưa có",
        counted="{name}: {new} mới, {changed} thay đổi, {ended} hết hiệu lực, {unchanged} giữ nguyên, "
        "{rejected} dòng không nhận.",
        nothing="Danh mục không có gì thay đổi.",
        ask="Ghi các thay đổi này vào danh mục?",
        written="Đã ghi {count} thủ tục. Hồ sơ đã tiếp nhận vẫn theo phiên bản cũ.",
        dry_run="Chạy thử: chưa ghi gì vào danh mục.",
        saved="Các dòng không nhận và lý do: {file}",
        saved_elsewhere="Không ghi được vào thư mục của tệp (chỉ cho đọc hoặc đã đầy). Các dòng không nhận và lý do: {file}",
        exported="Đã ghi {count} thủ tục vào {file}",
    ),
    CatalogueFiles(
        column={
            Column.CODE.value: "Procedure code",
            Column.NAME.value: "Name",
            Column.FIELD.value: "Field",
            Column.LIMIT.value: "Time limit",
            Column.UNIT.value: "Unit",
            Column.FEE.value: "Fee",
            Column.RESULT.value: "Result",
            Column.PAPERS.value: "Papers",
            Column.LEGAL_BASE.value: "Legal base",
            Column.VALID_FROM.value: "Valid from",
            Column.VALID_TO.value: "Valid to",
            Column.ALSO_CALLED.value: "Also called",
            Column.STAGES.value: "Limits of stages",
            Column.NOTES.value: "Notes",
            Column.SOURCE.value: "Source",
            Column.NAME_EN.value: "English name",
            Column.FIELD_EN.value: "English field",
            Column.FIELD_CODE.value: "Field code",
        },
        new="NEW: {code} {name} (from {begins})",
        changed="CHANGED: {code} {name} (from {begins})",
        ended="ENDED: {code} {name} (valid to {ends})",
        rejected="REJECTED: row {row}: {reason}",
        no_end="no end",
        not_given="not given",
        counted="{name}: {new} new, {changed} changed, {ended} ended, {unchanged} unchanged, {rejected} rows rejected.",
        nothing="The catalogue stays as it is.",
        ask="Write these changes into the catalogue?",
        written="{count} procedures were written. Received dossiers keep their versions.",
        dry_run="Dry run: nothing was written into the catalogue.",
        saved="The rejected rows and their reasons: {file}",
        saved_elsewhere="The file's folder cannot be written (read-only or full). The rejected rows and their reasons: {file}",
        exported="{count} procedures were written to {file}",
    ),
)
