"""Names of the values that the register keeps as codes: statuses, steps, roles, fields of a dossier."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Values:
    """Each maps the code that the register keeps to its name."""

    status: dict[str, str]
    step: dict[str, str]
    need: dict[str, str]
    role: dict[str, str]
    field: dict[str, str]
    limit_unit: dict[str, str]


values = Words(
    Values(
        status={
            "draft": "Bản nháp",
            "received": "Đã tiếp nhận",
            "processing": "Đang xử lý",
            "supplement_awaited": "Chờ bổ sung",
            "fee_awaited": "Chờ nộp phí",
            "agency_awaited": "Chờ cơ quan khác",
            "decided": "Đã có quyết định",
            "result_ready": "Có kết quả",
            "returned": "Đã trả kết quả",
            "refused": "Từ chối",
            "withdrawn": "Đã rút",
            "stopped": "Dừng xử lý",
        },
        step={
            "received": "tiếp nhận",
            "handed_over": "chuyển xử lý",
            "supplement_requested": "yêu cầu bổ sung",
            "supplement_received": "nhận bổ sung",
            "fee_requested": "yêu cầu nộp phí",
            "fee_paid": "thu phí",
            "agency_asked": "lấy ý kiến cơ quan khác",
            "agency_answered": "nhận ý kiến cơ quan khác",
            "extended": "gia hạn và xin lỗi",
            "decided": "quyết định",
            "sent_back": "trả lại để xử lý tiếp",
            "result_ready": "có kết quả",
            "returned": "trả kết quả",
            "refused": "từ chối",
            "withdrawn": "rút hồ sơ",
            "stopped": "dừng xử lý",
            "noted": "ghi chú",
            "corrected": "sửa thông tin",
            "taken_back": "thu hồi bước vừa làm",
            "voided": "hủy do nhập nhầm",
        },
        need={
            "reason": "lý do",
            "to_officer": "cán bộ nhận",
            "papers": "giấy tờ",
            "amount": "số tiền",
            "agency": "cơ quan",
            "new_due": "ngày hẹn mới",
            "recipient": "người nhận kết quả",
            "text": "nội dung",
        },
        role={
            "reception": "tiếp nhận và trả kết quả",
            "specialist": "chuyên môn",
            "leader": "lãnh đạo",
            "administrator": "quản trị",
        },
        field={
            "applicant_name": "họ tên người nộp",
            "applicant_id_number": "số định danh",
            "applicant_birth": "ngày sinh",
            "applicant_sex": "giới tính",
            "applicant_phone": "số điện thoại",
            "applicant_email": "thư điện tử",
            "applicant_address": "địa chỉ",
            "applicant_unit": "xã, phường",
            "content": "nội dung",
            "sets": "số bộ hồ sơ",
            "note": "ghi chú",
            "channel": "cách nộp",
            "return_method": "cách nhận kết quả",
            "competent_agency": "cơ quan giải quyết",
            "submitter_name": "họ tên người đi nộp thay",
            "submitter_id_number": "số định danh người đi nộp thay",
            "submitter_phone": "số điện thoại người đi nộp thay",
            "submitter_relation": "quan hệ với người nộp",
            "official_place": "nơi giải quyết",
            "unchecked": "phần cần kiểm tra lại",
            "outside_code": "mã của hệ thống khác",
        },
        limit_unit={
            "working_day": "ngày làm việc",
            "calendar_day": "ngày",
            "hour": "giờ làm việc",
            "same_day": "trong ngày",
        },
    ),
    Values(
        status={
            "draft": "Draft",
            "received": "Received",
            "processing": "In progress",
            "supplement_awaited": "Supplement awaited",
            "fee_awaited": "Fee awaited",
            "agency_awaited": "Other agency awaited",
            "decided": "Decided",
            "result_ready": "Result ready",
            "returned": "Returned",
            "refused": "Refused",
            "withdrawn": "Withdrawn",
            "stopped": "Stopped",
        },
        step={
            "received": "reception",
            "handed_over": "hand over",
            "supplement_requested": "request a supplement",
            "supplement_received": "take a supplement",
            "fee_requested": "request the fee",
            "fee_paid": "take the fee",
            "agency_asked": "ask another agency",
            "agency_answered": "take the other agency's answer",
            "extended": "extend with an apology",
            "decided": "decide",
            "sent_back": "send back to work on",
            "result_ready": "result ready",
            "returned": "return the result",
            "refused": "refuse",
            "withdrawn": "withdraw",
            "stopped": "stop",
            "noted": "note",
            "corrected": "correct",
            "taken_back": "take back the last step",
            "voided": "void, entered by mistake",
        },
        need={
            "reason": "a reason",
            "to_officer": "the officer who takes over",
            "papers": "the papers",
            "amount": "the amount",
            "agency": "the agency",
            "new_due": "the new due date",
            "recipient": "who takes the result",
            "text": "the text",
        },
        role={
            "reception": "reception",
            "specialist": "specialist",
            "leader": "leader",
            "administrator": "administrator",
        },
        field={
            "applicant_name": "applicant's name",
            "applicant_id_number": "ID number",
            "applicant_birth": "date of birth",
            "applicant_sex": "sex",
            "applicant_phone": "phone",
            "applicant_email": "e-mail",
            "applicant_address": "address",
            "applicant_unit": "commune or ward",
            "content": "content",
            "sets": "number of sets",
            "note": "note",
            "channel": "channel",
            "return_method": "way of return",
            "competent_agency": "competent agency",
            "submitter_name": "submitter's name",
            "submitter_id_number": "submitter's ID number",
            "submitter_phone": "submitter's phone",
            "submitter_relation": "relation to the applicant",
            "official_place": "official place",
            "unchecked": "what is to be checked",
            "outside_code": "other system's code",
        },
        limit_unit={
            "working_day": "working days",
            "calendar_day": "days",
            "hour": "working hours",
            "same_day": "same day",
        },
    ),
)
