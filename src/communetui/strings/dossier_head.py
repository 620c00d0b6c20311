"""The lines on top of a dossier that are always in sight."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class HeadTexts:
    """The lines on top that are always in sight."""

    status: str
    due: str
    no_due: str
    applicant: str
    procedure: str
    procedure_unmatched: str
    fee: str
    fee_unknown: str
    fee_free: str
    fee_paid: str
    fee_left: str
    fee_exempt: str
    fee_refunded: str
    holder: str
    responsible: str
    papers_with: str
    outside: str
    void: str
    void_because: str
    second_supplement: str
    to_check: str
    others: str
    late: str


head_texts = Words(
    HeadTexts(
        status="Tình trạng",
        due="Hẹn trả",
        no_due="chưa hẹn ngày",
        applicant="Người nộp",
        procedure="Thủ tục",
        procedure_unmatched="chưa gắn danh mục",
        fee="Phí",
        fee_unknown="chưa xác định",
        fee_free="không thu",
        fee_paid="đã thu {paid}",
        fee_left="còn {left}",
        fee_exempt="miễn, giảm {exempt}",
        fee_refunded="đã trả lại {refunded}",
        holder="Đang giữ",
        responsible="Phụ trách",
        papers_with="giấy tờ ở",
        outside="Mã khác",
        void="Hủy do nhập nhầm",
        void_because="Hồ sơ đã hủy do nhập nhầm: {reason}",
        second_supplement="Đã yêu cầu bổ sung {count} lần; từ lần thứ 2 hồ sơ bị tính là trễ hạn (chỉ số 766).",
        to_check="Cần kiểm tra với thẻ: {fields}. Kiểm tra xong bấm F7 E.",
        others="Xử lý bởi nơi khác: {place}",
        late="Nhập muộn: nhập lúc {at}, tiếp nhận thực tế {real}, lý do: {reason}",
    ),
    HeadTexts(
        status="Status",
        due="Due",
        no_due="no due date",
        applicant="Applicant",
        procedure="Procedure",
        procedure_unmatched="not matched with the catalogue",
        fee="Fee",
        fee_unknown="not reckoned",
        fee_free="no fee",
        fee_paid="paid {paid}",
        fee_left="left {left}",
        fee_exempt="exempt {exempt}",
        fee_refunded="paid back {refunded}",
        holder="With",
        responsible="Responsible",
        papers_with="papers with",
        outside="Other codes",
        void="Void, entered by mistake",
        void_because="The dossier is void, entered by mistake: {reason}",
        second_supplement="A supplement was requested {count} times; from the second on the dossier counts as late "
        "(indicator 766).",
        to_check="To be compared with the card: {fields}. When done, press F7 E.",
        others="Handled elsewhere: {place}",
        late="Entered late: at {at}, really received {real}, reason: {reason}",
    ),
)
