"""Heads of columns and names of values at the command line."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands over a column or before a value, and values that have a name."""

    code: str
    received_on: str
    due: str
    by_calendar: str
    status: str
    applicant: str
    procedure: str
    id_number: str
    phone: str
    address: str
    submitter: str
    fee: str
    holder: str
    papers_with: str
    outside_codes: str
    note: str
    steps: str
    step: str
    when: str
    officer: str
    reason: str
    what: str
    before: str
    after: str
    number: str
    paper: str
    handed_in: str
    copy_kind: str
    quantity: str
    name: str
    roles: str
    works: str
    key: str
    value: str
    date: str
    kind: str
    source: str
    field: str
    version: str
    time_limit: str
    result: str
    legal_base: str
    valid: str
    file: str
    yes: str
    no: str
    not_given: str
    free: str
    expected: str
    no_due: str
    due_is_expected: str
    paper_states: dict[str, str]
    copy_kinds: dict[str, str]
    day_kinds: dict[str, str]


heads = Words(
    Heads(
        code="Mã hồ sơ",
        received_on="Tiếp nhận",
        due="Hẹn trả",
        by_calendar="Theo lịch bây giờ",
        status="Trạng thái",
        applicant="Người nộp",
        procedure="Thủ tục",
        id_number="Số định danh",
        phone="Điện thoại",
        address="Địa chỉ",
        submitter="Người nộp thay",
        fee="Phí, lệ phí",
        holder="Đang giữ",
        papers_with="Giấy tờ ở",
        outside_codes="Mã khác",
        note="Ghi chú",
        steps="Bước có thể làm",
        step="Bước",
        when="Thời điểm",
        officer="Cán bộ",
        reason="Lý do, người nhận",
        what="Mục",
        before="Trước",
        after="Sau",
        number="STT",
        paper="Giấy tờ",
        handed_in="Đã nộp",
        copy_kind="Loại bản",
        quantity="Số lượng",
        name="Tên",
        roles="Vai trò",
        works="Đang làm việc",
        key="Mã cán bộ",
        value="Giá trị",
        date="Ngày",
        kind="Loại",
        source="Nguồn",
        field="Lĩnh vực",
        version="Phiên bản",
        time_limit="Thời hạn",
        result="Kết quả",
        legal_base="Căn cứ pháp lý",
        valid="Hiệu lực",
        file="Tệp",
        yes="có",
        no="không",
        not_given="chưa có thông tin",
        free="không thu",
        expected="dự kiến",
        no_due="chưa xác định ngày hẹn",
        due_is_expected="ngày hẹn dự kiến: lịch nghỉ chưa công bố",
        paper_states={"yes": "có", "no": "chưa", "not_applicable": "không cần"},
        copy_kinds={
            "original": "bản chính",
            "certified": "bản sao chứng thực",
            "copy": "bản sao",
            "electronic": "bản điện tử",
        },
        day_kinds={"holiday": "nghỉ lễ", "makeup": "làm bù", "closed": "đóng cửa"},
    ),
    Heads(
        code="Code",
        received_on="Received",
        due="Due",
        by_calendar="By calendar now",
        status="Status",
        applicant="Applicant",
        procedure="Procedure",
        id_number="ID number",
        phone="Phone",
        address="Address",
        submitter="Submitter",
        fee="Fee",
        holder="In the hands of",
        papers_with="Papers with",
        outside_codes="Other codes",
        note="Note",
        steps="Steps possible now",
        step="Step",
        when="When",
        officer="Officer",
        reason="Reason, taken over by",
        what="What",
        before="Before",
        after="After",
        number="No.",
        paper="Paper",
        handed_in="Handed in",
        copy_kind="Kind of copy",
        quantity="Quantity",
        name="Name",
        roles="Roles",
        works="At work",
        key="Key",
        value="Value",
        date="Date",
        kind="Kind",
        source="Source",
        field="Field",
        version="Version",
        time_limit="Time limit",
        result="Result",
        legal_base="Legal base",
        valid="Valid",
        file="File",
        yes="yes",
        no="no",
        not_given="not given",
        free="no fee",
        expected="expected",
        no_due="no due date yet",
        due_is_expected="expected: the holidays are not announced yet",
        paper_states={"yes": "yes", "no": "not yet", "not_applicable": "not needed"},
        copy_kinds={"original": "original", "certified": "certified copy", "copy": "copy", "electronic": "electronic"},
        day_kinds={"holiday": "holiday", "makeup": "make-up day", "closed": "closed"},
    ),
)
