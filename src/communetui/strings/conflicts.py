"""Texts of conflicts: two officers wrote different things, neither having seen what the other wrote."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Conflicts:
    """`tables` and `columns` name what the dossier's own words do not; `kinds` are tables that stand alone."""

    title: str
    about: str
    subject: str
    field: str
    shown: str
    nothing: str
    nothing_here: str
    advice: str
    choose: str
    who: str
    now_shown: str
    another: str
    another_about: str
    new_value: str
    sure: str
    sure_other: str
    take: str
    leave: str
    done: str
    not_typed: str
    opens_dossier: str
    on_dossier: str
    mark: str
    tables: dict[str, str]
    columns: dict[str, dict[str, str]]


conflicts = Words(
    Conflicts(
        title="Giá trị trái nhau",
        about="Hồ sơ, mục",
        subject="Của",
        field="Thông tin",
        shown="Đang hiện",
        nothing="Không có giá trị nào trái nhau.",
        nothing_here="Mục này không còn giá trị nào trái nhau.",
        advice="Hai nơi cùng sửa mà chưa thấy của nhau: không giá trị nào bị mất.\n"
        "Enter xem các giá trị và chọn giá trị đúng; F8 mở hồ sơ.",
        choose="Đối chiếu giấy tờ rồi Enter trên giá trị đúng; không giá trị nào đúng thì F7.\n"
        "Chưa chọn thì mọi giá trị vẫn được giữ.",
        who="{officer}, {place}, {at}",
        now_shown="đang hiện ở các màn hình",
        another="Giá trị khác",
        another_about="{field} của {subject}: ghi giá trị đúng.",
        new_value="Giá trị đúng",
        sure='Ghi {field} là "{value}"? Các giá trị kia vẫn còn trong lịch sử.',
        sure_other='Ghi {field} là "{value}"? Không nơi nào đã ghi giá trị này; các giá trị cũ vẫn còn trong lịch sử.',
        take="ghi",
        leave="để đó",
        done='Đã chọn {field}: "{value}".',
        not_typed="Mục này chỉ chọn được một trong các giá trị đã ghi.",
        opens_dossier="Mục này không thuộc hồ sơ nào.",
        on_dossier="Có giá trị trái nhau: {fields}. Enter trên mục có dấu ≠ để chọn.",
        mark="≠ trái nhau",
        tables={
            "officer": "cán bộ",
            "station": "máy",
            "setting": "thiết lập",
            "calendar_day": "ngày riêng",
            "procedure": "thủ tục",
            "procedure_copy": "thủ tục đã nhận",
            "person": "danh bạ",
            "cash_close": "chốt quỹ",
            "feedback": "phản ánh",
            "task": "nhiệm vụ",
            "notice": "thông báo",
            "support": "hỗ trợ số",
        },
        columns={
            "officer": {"name": "họ tên", "roles": "vai trò", "active": "còn làm việc"},
            "station": {"name": "tên máy", "number": "số máy", "unit": "đơn vị"},
            "setting": {"value": "giá trị", "name": "mục"},
            "calendar_day": {
                "day": "ngày",
                "kind": "loại ngày",
                "name": "lý do",
                "announced": "đã công bố",
                "source": "nguồn",
                "active": "còn dùng",
            },
            "procedure": {
                "name_vi": "tên thủ tục",
                "field": "lĩnh vực",
                "body": "nội dung",
                "version": "phiên bản",
                "valid_from": "có hiệu lực từ",
                "valid_to": "hết hiệu lực",
            },
            "person": {
                "kind": "đối tượng",
                "name": "họ tên",
                "sex": "giới tính",
                "birth": "ngày sinh",
                "id_number": "số định danh",
                "old_id_number": "giấy tờ khác",
                "phone": "số điện thoại",
                "email": "thư điện tử",
                "unit": "xã, phường",
                "address": "địa chỉ",
            },
            "feedback": {
                "kind": "loại",
                "topic": "nhóm vướng mắc",
                "source": "nguồn",
                "content": "nội dung",
                "sender_name": "người gửi",
                "sender_phone": "điện thoại",
                "sender_email": "thư điện tử",
                "sender_address": "địa chỉ",
            },
            "notice": {"active": "còn hiệu lực", "withdrawn_reason": "lý do thu hồi"},
            "support": {
                "helped_on": "ngày",
                "kind": "việc hỗ trợ",
                "people": "số người",
                "procedure_code": "mã thủ tục",
                "procedure_name": "thủ tục",
                "filed_online": "đã nộp trực tuyến",
                "place": "nơi hỗ trợ",
                "helper": "người hỗ trợ",
                "note": "ghi chú",
                "active": "còn tính",
                "void_reason": "lý do gạch bỏ",
            },
            "dossier": {"unchecked": "phần cần kiểm tra lại", "person": "người trong danh bạ", "procedure": "thủ tục"},
            "print": {"problem": "lý do chưa in", "printer": "máy in", "paper_size": "khổ giấy"},
            "certification": {
                "number": "số chứng thực",
                "volume": "quyển",
                "year": "năm",
                "book": "sổ",
                "signer": "người ký",
                "certified_on": "ngày chứng thực",
                "paper_name": "tên giấy tờ",
                "pages": "số trang",
                "copies": "số bản",
                "fee": "phí",
                "station": "máy",
            },
        },
    ),
    Conflicts(
        title="Differing values",
        about="Dossier, kind",
        subject="Of",
        field="Field",
        shown="Shown now",
        nothing="No values differ.",
        nothing_here="The values of this field do not differ any more.",
        advice="Two places changed it without having seen each other: no value is lost.\n"
        "Enter shows the values to choose the right one; F8 opens the dossier.",
        choose="Compare with the papers, then Enter on the right one; F7 if none is right.\n"
        "Until somebody chooses, all are kept.",
        who="{officer}, {place}, {at}",
        now_shown="shown on the screens now",
        another="Another value",
        another_about="{field} of {subject}: enter the right value.",
        new_value="Right value",
        sure='Record {field} as "{value}"? The other values stay in the history.',
        sure_other='Record {field} as "{value}"? Nobody had entered it; the earlier values stay in the history.',
        take="record it",
        leave="leave it",
        done='Chosen for {field}: "{value}".',
        not_typed="Here only one of the recorded values can be chosen.",
        opens_dossier="This belongs to no dossier.",
        on_dossier="Differing values: {fields}. Enter on a line with ≠ chooses.",
        mark="≠ differing",
        tables={
            "officer": "officer",
            "station": "station",
            "setting": "setting",
            "calendar_day": "own day",
            "procedure": "procedure",
            "procedure_copy": "procedure as received",
            "person": "directory",
            "cash_close": "till",
            "feedback": "feedback",
            "task": "task",
            "notice": "notice",
            "support": "digital support",
        },
        columns={
            "officer": {"name": "full name", "roles": "roles", "active": "at work"},
            "station": {"name": "station's name", "number": "station's number", "unit": "unit"},
            "setting": {"value": "value", "name": "setting"},
            "calendar_day": {
                "day": "day",
                "kind": "kind of day",
                "name": "reason",
                "announced": "announced",
                "source": "source",
                "active": "in use",
            },
            "procedure": {
                "name_vi": "procedure's name",
                "field": "field",
                "body": "content",
                "version": "version",
                "valid_from": "valid from",
                "valid_to": "valid until",
            },
            "person": {
                "kind": "kind of applicant",
                "name": "name",
                "sex": "sex",
                "birth": "date of birth",
                "id_number": "ID number",
                "old_id_number": "other paper",
                "phone": "phone",
                "email": "e-mail",
                "unit": "commune or ward",
                "address": "address",
            },
            "feedback": {
                "kind": "kind",
                "topic": "group",
                "source": "source",
                "content": "content",
                "sender_name": "sender",
                "sender_phone": "phone",
                "sender_email": "e-mail",
                "sender_address": "address",
            },
            "notice": {"active": "in force", "withdrawn_reason": "why withdrawn"},
            "support": {
                "helped_on": "date",
                "kind": "helped with",
                "people": "people",
                "procedure_code": "procedure's code",
                "procedure_name": "procedure",
                "filed_online": "filed online",
                "place": "place",
                "helper": "helper",
                "note": "note",
                "active": "counts",
                "void_reason": "why struck",
            },
            "dossier": {
                "unchecked": "what is to be checked",
                "person": "person in the directory",
                "procedure": "procedure",
            },
            "print": {"problem": "why not printed", "printer": "printer", "paper_size": "paper size"},
            "certification": {
                "number": "number",
                "volume": "volume",
                "year": "year",
                "book": "book",
                "signer": "signer",
                "certified_on": "certified on",
                "paper_name": "paper's name",
                "pages": "pages",
                "copies": "copies",
                "fee": "fee",
                "station": "station",
            },
        },
    ),
)

open_dossier = Words(
    ActionText("Mở hồ sơ", "Mở hồ sơ có giá trị trái nhau đang chọn."),
    ActionText("Open dossier", "Opens the dossier of the differing value under the cursor."),
)
enter_value = Words(
    ActionText("Giá trị khác", "Ghi một giá trị khác khi không giá trị nào đã có là đúng."),
    ActionText("Another value", "Enters another value when none of those there is right."),
)
