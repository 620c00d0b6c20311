"""What is said of receipts that are printed to be filled in by hand."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Blanks:
    """Answers of `communetui print blanks`, and heads of its list."""

    printed: str
    saved: str
    waits: str
    none_unused: str
    code: str
    day: str
    reserved_at: str
    officer: str


blanks = Words(
    Blanks(
        printed="Đã in {count} giấy hẹn, mã từ {first} đến {last}. Tệp: {file}",
        saved="Đã làm {count} giấy hẹn, mã từ {first} đến {last}. Tệp: {file}",
        waits="Đã giữ {count} mã, từ {first} đến {last}, nhưng chưa in được: {why}. Hãy in tệp này: {file}",
        none_unused="Không có giấy hẹn in sẵn nào chưa dùng.",
        code="Mã hồ sơ",
        day="Ngày trong mã",
        reserved_at="In lúc",
        officer="Người in",
    ),
    Blanks(
        printed="{count} receipts printed, codes {first} to {last}. File: {file}",
        saved="{count} receipts made, codes {first} to {last}. File: {file}",
        waits="{count} codes, {first} to {last}, are kept, but nothing was printed: {why}. Print this file: {file}",
        none_unused="No receipt that was printed beforehand is unused.",
        code="Dossier code",
        day="Day in the code",
        reserved_at="Printed",
        officer="Printed by",
    ),
)
