"""Texts of the intake form: labels, values, hints, the fixed lines, the fee."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of the rows; at most 17 cells."""

    procedure: str
    limit: str
    limit_amount: str
    kind: str
    id_number: str
    body_number: str
    old_id_number: str
    name: str
    birth: str
    sex: str
    phone: str
    email: str
    address: str
    unit: str
    submitter_name: str
    submitter_id_number: str
    submitter_phone: str
    submitter_relation: str
    content: str
    papers: str
    fees: str
    fee_typed: str
    channel: str
    sets: str
    return_method: str
    reception_place: str
    official_place: str
    competent_agency: str
    portal_code: str
    other_codes: str
    note: str
    late_code: str
    late_day: str
    late_time: str
    late_reason: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Names of the values to choose from."""

    kind: dict[str, str]
    sex: dict[str, str]
    channel: dict[str, str]
    return_method: dict[str, str]
    limit_unit: dict[str, str]
    copy: dict[str, str]
    other_limit: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What stands in an empty field."""

    procedure: str
    birth: str
    address: str
    unit: str
    fee_typed: str
    other_codes: str
    unlisted: str
    late_code: str
    late_day: str
    late_time: str
    late_reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The fixed lines under the form."""

    due: str
    due_expected: str
    due_needs_procedure: str
    due_missing: str
    fee: str
    fee_unknown: str
    fee_choose: str
    fee_free: str
    papers: str
    papers_empty: str
    unlooked: str
    to_check: str
    duplicate: str
    unlisted: str
    id_for_body: str
    card_differs: str
    phone: str
    read_only: str


@dataclass(frozen=True, slots=True)
class FeeTexts:
    """A line of the fee."""

    per: str
    counted: str
    copies: str
    keys: str
    keys_exemption: str
    over: str


labels = Words(
    Labels(
        procedure="Thủ tục",
        limit="Thời hạn",
        limit_amount="Nhập thời hạn",
        kind="Đối tượng",
        id_number="Số định danh",
        body_number="Mã số thuế",
        old_id_number="Giấy tờ khác",
        name="Họ và tên",
        birth="Ngày sinh",
        sex="Giới tính",
        phone="Điện thoại",
        email="Thư điện tử",
        address="Địa chỉ",
        unit="Xã, phường",
        submitter_name="Người nộp thay",
        submitter_id_number="Số định danh",
        submitter_phone="Điện thoại",
        submitter_relation="Quan hệ",
        content="Nội dung",
        papers="Giấy tờ",
        fees="Lệ phí",
        fee_typed="Lệ phí nhập tay",
        channel="Cách nộp",
        sets="Số bộ",
        return_method="Nhận kết quả",
        reception_place="Nơi tiếp nhận",
        official_place="Nơi giải quyết",
        competent_agency="Cơ quan giải quyết",
        portal_code="Mã trên Cổng",
        other_codes="Mã hệ thống khác",
        note="Ghi chú",
        late_code="Mã trên giấy",
        late_day="Ngày nhận",
        late_time="Giờ nhận",
        late_reason="Lý do nhập muộn",
    ),
    Labels(
        procedure="Procedure",
        limit="Time limit",
        limit_amount="Type the limit",
        kind="Applicant is",
        id_number="ID number",
        body_number="Tax code",
        old_id_number="Other paper",
        name="Name",
        birth="Date of birth",
        sex="Sex",
        phone="Phone",
        email="E-mail",
        address="Address",
        unit="Commune, ward",
        submitter_name="Handed in by",
        submitter_id_number="ID number",
        submitter_phone="Phone",
        submitter_relation="Relation",
        content="Content",
        papers="Papers",
        fees="Fee",
        fee_typed="Typed fee",
        channel="Channel",
        sets="Sets",
        return_method="Result by",
        reception_place="Received at",
        official_place="Official place",
        competent_agency="Competent agency",
        portal_code="Portal code",
        other_codes="Other codes",
        note="Note",
        late_code="Code on paper",
        late_day="Received on",
        late_time="At",
        late_reason="Why entered late",
    ),
)

choices = Words(
    Choices(
        kind={"citizen": "Công dân", "enterprise": "Doanh nghiệp", "household_business": "Hộ kinh doanh"},
        sex={"": "-", "male": "Nam", "female": "Nữ"},
        channel={"counter": "Trực tiếp", "online": "Trực tuyến", "post": "Bưu chính"},
        return_method={"counter": "Tại quầy", "post": "Bưu chính", "online": "Trực tuyến"},
        limit_unit={
            "working_day": "ngày làm việc",
            "calendar_day": "ngày",
            "hour": "giờ làm việc",
            "same_day": "trong ngày",
        },
        copy={"original": "chính", "certified": "c.thực", "copy": "sao", "electronic": "đ.tử"},
        other_limit="nhập khác",
    ),
    Choices(
        kind={"citizen": "Citizen", "enterprise": "Enterprise", "household_business": "Household business"},
        sex={"": "-", "male": "Male", "female": "Female"},
        channel={"counter": "Counter", "online": "Online", "post": "Post"},
        return_method={"counter": "Counter", "post": "Post", "online": "Online"},
        limit_unit={
            "working_day": "working days",
            "calendar_day": "days",
            "hour": "working hours",
            "same_day": "same day",
        },
        copy={"original": "orig.", "certified": "cert.", "copy": "copy", "electronic": "el."},
        other_limit="type another",
    ),
)

hints = Words(
    Hints(
        procedure="vài chữ của tên hoặc mã; ↓: hay dùng",
        birth="ngày/tháng/năm hoặc năm",
        address="số nhà, đường, thôn, tổ dân phố",
        unit="vài chữ của tên xã, phường",
        fee_typed="số tiền, nếu danh mục chưa có",
        other_codes="hệ thống: mã; hệ thống: mã",
        unlisted="ngoài danh mục",
        late_code="nếu có giấy tiếp nhận viết tay: quét mã",
        late_day="hôm nay",
        late_time="9:40 hoặc 9h40",
        late_reason="ví dụ: mất điện",
    ),
    Hints(
        procedure="letters of the name or code; ↓: usual",
        birth="day/month/year or year",
        address="house, street, hamlet",
        unit="letters of the commune's name",
        fee_typed="amount, if the list has none",
        other_codes="system: code; system: code",
        unlisted="not in the list",
        late_code="of a handwritten receipt, if any: scan it",
        late_day="today",
        late_time="9:40 or 9h40",
        late_reason="for instance: no power",
    ),
)

summary = Words(
    Summary(
        due="Hẹn trả: {at} ({limit})",
        due_expected="Hẹn trả: dự kiến {at} ({limit}), lịch nghỉ chưa công bố",
        due_needs_procedure="Hẹn trả: chọn thủ tục",
        due_missing="Hẹn trả: chưa có thời hạn – hãy nhập",
        fee="Lệ phí: {amount}",
        fee_unknown="Lệ phí: chưa xác định",
        fee_choose="Lệ phí: chưa chọn mức",
        fee_free="Lệ phí: không thu",
        papers="Giấy tờ: có {yes}, thiếu {no}",
        papers_empty="chưa có danh mục; Ctrl+N: thêm giấy tờ",
        unlooked=", chưa xem {count}",
        to_check="Cần kiểm tra với thẻ: {fields} (F12: đã kiểm tra)",
        duplicate="Đã có hồ sơ {code} nhận {date}, {status}: cùng người, cùng thủ tục",
        unlisted="Thủ tục ngoài danh mục: nhập thời hạn; sẽ đối chiếu danh mục sau",
        id_for_body="Số này giống mã số thuế: đối tượng là doanh nghiệp?",
        card_differs="Thẻ ghi {card}, sổ ghi {kept}: hãy đối chiếu họ tên",
        phone="Số điện thoại có vẻ chưa đúng",
        read_only="Sổ đang mở ở cửa sổ khác: ở đây chỉ xem, không lưu được",
    ),
    Summary(
        due="Due: {at} ({limit})",
        due_expected="Due: expected {at} ({limit}), holidays not announced",
        due_needs_procedure="Due: choose a procedure",
        due_missing="Due: no time limit yet – type one",
        fee="Fee: {amount}",
        fee_unknown="Fee: not determined",
        fee_choose="Fee: none chosen",
        fee_free="Fee: none",
        papers="Papers: {yes} there, {no} missing",
        papers_empty="no list; Ctrl+N adds a paper",
        unlooked=", {count} not checked",
        to_check="Compare with the card: {fields} (F12: done)",
        duplicate="There is dossier {code} of {date}, {status}: same person, same procedure",
        unlisted="Not in the list: type the time limit; to be matched with the catalogue later",
        id_for_body="This looks like a tax code: is the applicant an enterprise?",
        card_differs="The card says {card}, the register {kept}: compare the name",
        phone="The phone number does not look right",
        read_only="The register is open in another window: here it can be read, nothing is saved",
    ),
)

fee_texts = Words(
    FeeTexts(
        per="{amount}/{unit}",
        counted="{quantity} {unit}",
        copies=" x {copies} bản",
        keys="Cách: chọn   số: số lượng   x số: số bản",
        keys_exemption="   M: miễn giảm",
        over="quá lớn",
    ),
    FeeTexts(
        per="{amount}/{unit}",
        counted="{quantity} {unit}",
        copies=" x {copies} copies",
        keys="Space: choose   number: quantity   x number: copies",
        keys_exemption="   M: exemption",
        over="too large",
    ),
)
