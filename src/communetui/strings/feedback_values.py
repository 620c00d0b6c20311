"""What the codes of feedback are called: kinds, sources, statuses, steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FeedbackValues:
    """Names for what the columns and events of feedback hold."""

    category: Mapping[str, str]
    kind: Mapping[str, str]
    source: Mapping[str, str]
    subject_kind: Mapping[str, str]
    level: Mapping[str, str]
    status: Mapping[str, str]
    step: Mapping[str, str]
    needs: Mapping[str, str]
    field: Mapping[str, str]


VI = FeedbackValues(
    category={"feedback": "Phản ánh, kiến nghị", "difficulty": "Khó khăn, vướng mắc"},
    kind={
        "software_error": "Lỗi phần mềm",
        "lost_exchange": "Mất dữ liệu khi liên thông",
        "unclear_law": "Quy định chưa rõ",
        "staffing": "Nhân lực",
        "equipment_network": "Thiết bị, đường truyền",
        "agency_delay": "Chậm giữa các cơ quan",
        "conduct": "Thái độ, tác phong",
        "other": "Khác",
    },
    source={
        "citizen": "Người dân",
        "enterprise": "Doanh nghiệp",
        "office": "Cơ quan, đơn vị",
        "locality": "Địa phương",
        "department": "Sở, ngành",
        "ministry": "Bộ, ngành trung ương",
    },
    subject_kind={"none": "không", "dossier": "hồ sơ", "procedure": "thủ tục", "task": "nhiệm vụ"},
    level={"commune": "Cấp xã", "province": "Cấp tỉnh", "central": "Trung ương"},
    status={
        "new": "Chưa tiếp nhận",
        "received": "Mới tiếp nhận",
        "processing": "Đang xử lý",
        "more_awaited": "Chờ bổ sung",
        "answered": "Đã trả lời",
        "published": "Đã công khai",
        "resolved": "Đã tháo gỡ",
        "refused": "Từ chối",
        "closed": "Đã đóng",
    },
    step={
        "received": "Tiếp nhận",
        "assigned": "Phân công",
        "refused": "Từ chối tiếp nhận",
        "more_asked": "Yêu cầu bổ sung",
        "more_received": "Nhận bổ sung",
        "answered": "Trả lời",
        "published": "Công khai trả lời",
        "resolved": "Tháo gỡ xong",
        "closed": "Đóng",
        "reopened": "Mở lại",
        "escalated": "Chuyển cấp trên",
        "noted": "Ghi chú",
        "corrected": "Sửa thông tin",
        "taken_back": "Rút lại bước",
        "voided": "Hủy",
    },
    needs={"text": "nội dung", "to_officer": "người phụ trách", "level": "cấp nhận"},
    field={
        "category": "Nhóm việc",
        "kind": "Loại",
        "topic": "Nhóm vướng mắc",
        "source": "Nguồn",
        "content": "Nội dung",
        "anonymous": "Ẩn danh",
        "sender_name": "Người gửi",
        "sender_phone": "Điện thoại",
        "sender_email": "Thư điện tử",
        "sender_address": "Địa chỉ",
        "subject_kind": "Liên quan đến",
        "subject": "Mã liên quan",
        "level": "Cấp xử lý",
        "escalated_from": "Chuyển lên từ",
        "code": "Mã",
        "station": "Máy nhập",
        "received_at": "Tiếp nhận lúc",
        "received_on": "Ngày tiếp nhận",
    },
)

EN = FeedbackValues(
    category={"feedback": "Feedback", "difficulty": "Difficulty"},
    kind={
        "software_error": "Software error",
        "lost_exchange": "Lost exchange",
        "unclear_law": "Unclear law",
        "staffing": "Staffing",
        "equipment_network": "Equipment, network",
        "agency_delay": "Delay between agencies",
        "conduct": "Conduct",
        "other": "Other",
    },
    source={
        "citizen": "Citizen",
        "enterprise": "Enterprise",
        "office": "Office",
        "locality": "Locality",
        "department": "Department",
        "ministry": "Ministry",
    },
    subject_kind={"none": "nothing", "dossier": "dossier", "procedure": "procedure", "task": "task"},
    level={"commune": "Commune", "province": "Province", "central": "Central"},
    status={
        "new": "Not received",
        "received": "Received",
        "processing": "In progress",
        "more_awaited": "More awaited",
        "answered": "Answered",
        "published": "Published",
        "resolved": "Resolved",
        "refused": "Refused",
        "closed": "Closed",
    },
    step={
        "received": "Receive",
        "assigned": "Assign",
        "refused": "Refuse",
        "more_asked": "Ask for more",
        "more_received": "More received",
        "answered": "Answer",
        "published": "Publish the answer",
        "resolved": "Resolved",
        "closed": "Close",
        "reopened": "Reopen",
        "escalated": "Escalate",
        "noted": "Note",
        "corrected": "Correct",
        "taken_back": "Take back a step",
        "voided": "Void",
    },
    needs={"text": "a text", "to_officer": "an officer", "level": "a level"},
    field={
        "category": "Category",
        "kind": "Kind",
        "topic": "Group",
        "source": "Source",
        "content": "Content",
        "anonymous": "Anonymous",
        "sender_name": "Sender",
        "sender_phone": "Phone",
        "sender_email": "Email",
        "sender_address": "Address",
        "subject_kind": "About",
        "subject": "Code of that",
        "level": "Level",
        "escalated_from": "Escalated from",
        "code": "Code",
        "station": "Station",
        "received_at": "Received at",
        "received_on": "Received on",
    },
)

feedback_values = Words(VI, EN)
"""The names of now."""
