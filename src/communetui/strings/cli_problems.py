"""Why the command line itself says no, before or beside the register's own refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEMS: Final[Mapping[str, Words[str]]] = {
    "blanks_number_missing": Words(
        "Hãy ghi số giấy cần in sẵn, ví dụ: communetui print blanks 20",
        "Say how many receipts to print, for example: communetui print blanks 20",
    ),
    "calendar_day_unknown": Words(
        "Ngày {day} không có mục nào do đơn vị tự nhập.",
        "There is no entry of this office for {day}.",
    ),
    "codes_missing": Words(
        "Chưa có mã hồ sơ nào. Ghi mã trước tên bước, hoặc dùng --from-list.",
        "No dossier code is given. Put codes before the kind of step, or use --from-list.",
    ),
    "dossiers_not_confirmed": Words(
        "Chưa nhập gì vào sổ. Thêm --yes để nhập.", "Nothing was imported. Add --yes to import."
    ),
    "fields_wrong": Words(
        "Dữ liệu có {count} chỗ sai, không ghi gì vào sổ:", "{count} fields are wrong, nothing was written:"
    ),
    "flags_missing": Words(
        "Thiếu thông tin và không có màn hình để hỏi. Hãy ghi đủ --unit, --station và --officer.",
        "Something is missing and there is no terminal to ask. Give --unit, --station and --officer.",
    ),
    "import_not_confirmed": Words(
        "Chưa ghi gì vào danh mục. Thêm --yes để ghi.",
        "Nothing was written into the catalogue. Add --yes to write.",
    ),
    "interrupted": Words("Đã dừng.", "Stopped."),
    "json_empty": Words("Không có dữ liệu nào để đọc.", "There is nothing to read."),
    "json_unreadable": Words(
        "Không phải JSON đúng: dòng {line}, cột {column}.",
        "Not valid JSON: line {line}, column {column}.",
    ),
    "kind_differs": Words(
        'Loại bước trong JSON khác với "{kind}" trên dòng lệnh.',
        'The kind in the JSON differs from "{kind}" on the command line.',
    ),
    "new_passphrase_missing": Words(
        "Chưa có mật khẩu mới. Đặt biến COMMUNETUI_NEW_PASSPHRASE hoặc dùng --new-passphrase-file.",
        "There is no new passphrase. Set COMMUNETUI_NEW_PASSPHRASE or use --new-passphrase-file.",
    ),
    "no_terminal": Words(
        "Màn hình chỉ mở được trong cửa sổ dòng lệnh. Xem các lệnh khác: communetui --help",
        "The screens need a terminal. For other commands see: communetui --help",
    ),
    "not_an_object": Words(
        'Mỗi hồ sơ hoặc bước phải là một đối tượng JSON: {{"...": ...}}.',
        'Each dossier or step is one JSON object: {{"...": ...}}.',
    ),
    "not_utf8_file": Words("Tệp {name} không phải chữ UTF-8.", "The file {name} is no UTF-8 text."),
    "not_utf8_input": Words(
        "Dữ liệu vào không phải UTF-8, từ byte thứ {place}. Hãy lưu tệp dạng UTF-8.",
        "The input is not UTF-8, from byte {place} on. Save the file as UTF-8.",
    ),
    "officer_ambiguous": Words(
        'Có nhiều cán bộ tên "{officer}". Hãy dùng mã:',
        'Several officers are called "{officer}". Use a key:',
    ),
    "officer_not_chosen": Words(
        "Sổ có nhiều cán bộ. Đặt biến COMMUNETUI_OFFICER là tên một người:",
        "The register has several officers. Set COMMUNETUI_OFFICER to one of them:",
    ),
    "paper_unknown": Words(
        "Hồ sơ không có giấy tờ số {paper}.",
        "The dossier has no paper number {paper}.",
    ),
    "passphrase_missing": Words(
        "Chưa có mật khẩu. Đặt biến COMMUNETUI_PASSPHRASE hoặc dùng --passphrase-file.",
        "There is no passphrase. Set COMMUNETUI_PASSPHRASE or use --passphrase-file.",
    ),
    "passphrases_differ": Words("Hai lần nhập không giống nhau. Hãy làm lại.", "The two entries differ. Try again."),
    "recovery_key_missing": Words(
        "Chưa có khóa khôi phục. Dùng --recovery-file hoặc đặt biến COMMUNETUI_RECOVERY_KEY.",
        "There is no recovery key. Use --recovery-file or set COMMUNETUI_RECOVERY_KEY.",
    ),
    "report_file_missing": Words(
        "Dạng {format} phải ghi vào tệp. Hãy thêm --file.", "The form {format} needs a file. Add --file."
    ),
    "report_format_differs": Words(
        "Tên tệp {file} không hợp với --format {format}.", "The name {file} does not go with --format {format}."
    ),
    "report_period_kind": Words(
        "Không có loại kỳ “{kind}”. Các loại: {known}.", "There is no kind of period “{kind}”. The kinds: {known}."
    ),
    "report_period_twice": Words(
        "Chỉ ghi một cách chọn kỳ: --from, --to hoặc --period, --at.",
        "Give the period one way only: --from and --to, or --period and --at.",
    ),
    "resolve_how": Words(
        "Hãy ghi --keep và số thứ tự của giá trị đúng, hoặc --value và giá trị khác.",
        "Give --keep with the number of the right value, or --value with another one.",
    ),
    "resolve_number": Words("Chỉ có {most} giá trị để chọn.", "There are {most} values to choose from."),
    "secret_file_empty": Words("Tệp {name} trống.", "The file {name} is empty."),
    "size_unreadable": Words(
        'Không đọc được kích thước "{value}". Ví dụ: 20M', 'The size "{value}" cannot be read. For example: 20M'
    ),
    "station_unknown": Words(
        'Không có máy nào là "{station}". Xem: communetui sync enrol list',
        'No station is "{station}". See: communetui sync enrol list',
    ),
    "see_help": Words("Xem hướng dẫn: {command}", "For help: {command}"),
    "system": Words("Máy báo lỗi: {why} {name}", "The system says: {why} {name}"),
    "unit_ambiguous": Words(
        'Có nhiều đơn vị khớp với "{unit}". Hãy dùng mã:',
        'Several units match "{unit}". Use a code:',
    ),
    "unit_not_found": Words('Không có đơn vị nào khớp với "{unit}".', 'No unit matches "{unit}".'),
}
"""One text per reason."""
