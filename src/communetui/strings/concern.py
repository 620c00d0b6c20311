"""Texts of one piece of feedback, or of one difficulty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ConcernTexts:
    """Labels of facts and limits, what is said after a step; `about` is what a step's form says on top."""

    one: str
    reading: str
    nothing_open: str
    not_a_choice: str
    info: str
    events: str
    history: str
    no_limit: str
    refuse_by: str
    ask_by: str
    handle_by: str
    publish_by: str
    answer: str
    subject: str
    escalated_to: str
    escalated_from: str
    file: str
    void: str
    menu: str
    saved: str
    due_now: str
    escalated: str
    taken_back: str
    voided: str
    void_sure: str
    corrected: str
    attached: str
    choose_field: str
    line: str
    was_taken_back: str
    to_officer: str
    takes_back: str
    place: str
    changed: str
    entered: str
    empty: str
    no_subject: str
    reason: str
    old_value: str
    take_back_about: str
    about: Mapping[str, str]


concern = Words(
    ConcernTexts(
        one="Phản ánh",
        reading="Đang đọc...",
        nothing_open="Chưa mở được phản ánh nào.",
        not_a_choice="Dòng này chỉ để xem.",
        info="Thông tin",
        events="Diễn biến {count}",
        history="Lịch sử",
        no_limit="không có hạn theo quy định",
        refuse_by="Hạn từ chối",
        ask_by="Hạn yêu cầu bổ sung",
        handle_by="Hạn trả lời",
        publish_by="Hạn công khai",
        answer="Trả lời",
        subject="Liên quan đến",
        escalated_to="Đã chuyển cấp trên",
        escalated_from="Chuyển lên từ",
        file="Tệp",
        void="Đã hủy vì nhập nhầm",
        menu="{code}: việc có thể làm",
        saved="{step}: đã lưu.",
        due_now="Hạn tiếp theo {due}.",
        escalated="Đã chuyển cấp trên với mã {code}.",
        taken_back="Đã rút lại bước: {step}.",
        voided="Đã hủy.",
        void_sure="Hủy {code} vì nhập nhầm? Mã vẫn được giữ.",
        corrected="Đã sửa {field}.",
        attached="Đã đính kèm {name}.",
        choose_field="Sửa thông tin nào?",
        line="{step} - {officer}",
        was_taken_back=" (đã rút lại)",
        to_officer="Người phụ trách: {officer}",
        takes_back="Rút lại: {step}",
        place="Công khai tại: {place}",
        changed="{field}: {old} -> {new}",
        entered="Nhập lúc {at}",
        empty="(trống)",
        no_subject="Phản ánh này không gắn với hồ sơ nào để mở.",
        reason="Lý do",
        old_value="Đang ghi: {old}",
        take_back_about="Rút lại: {step}, {at}, {officer}",
        about={
            "assigned": "Việc sẽ nằm trong danh sách của người được phân công.",
            "refused": "Hạn từ chối: {refuse}. Lý do được ghi để trả lời người gửi.",
            "more_asked": "Hạn yêu cầu bổ sung: {ask}. Trong lúc chờ, hạn trả lời dừng lại.",
            "answered": "Hạn trả lời: {handle}. Sau đó có 2 ngày làm việc để công khai.",
            "published": "Hạn công khai: {publish}.",
            "escalated": "Cấp trên có một phản ánh riêng, mã và hạn riêng. Ở đây vẫn phải trả lời người gửi.",
            "closed": "Chưa trả lời mà đóng thì phải ghi lý do.",
            "reopened": "Được tính hạn trả lời mới từ hôm nay.",
        },
    ),
    ConcernTexts(
        one="Feedback",
        reading="Reading...",
        nothing_open="No feedback is open.",
        not_a_choice="This line is only to read.",
        info="Facts",
        events="Events {count}",
        history="History",
        no_limit="no limit by law",
        refuse_by="Refuse by",
        ask_by="Ask for more by",
        handle_by="Answer by",
        publish_by="Publish by",
        answer="Answer",
        subject="About",
        escalated_to="Escalated as",
        escalated_from="Escalated from",
        file="File",
        void="Voided as entered by mistake",
        menu="{code}: what can be done",
        saved="{step}: saved.",
        due_now="Next due {due}.",
        escalated="Escalated under the code {code}.",
        taken_back="Taken back: {step}.",
        voided="Voided.",
        void_sure="Void {code} as entered by mistake? Its code stays kept.",
        corrected="{field} is corrected.",
        attached="{name} is attached.",
        choose_field="Which fact is to be corrected?",
        line="{step} - {officer}",
        was_taken_back=" (taken back)",
        to_officer="Officer: {officer}",
        takes_back="Takes back: {step}",
        place="Published at: {place}",
        changed="{field}: {old} -> {new}",
        entered="Entered at {at}",
        empty="(empty)",
        no_subject="This is about no dossier that could be opened.",
        reason="Reason",
        old_value="Now: {old}",
        take_back_about="Takes back: {step}, {at}, {officer}",
        about={
            "assigned": "It comes on the list of who is chosen.",
            "refused": "To be refused by {refuse}. The reason is what the sender is told.",
            "more_asked": "To be asked by {ask}. While it is awaited the limit stands still.",
            "answered": "To be answered by {handle}. Then there are 2 working days to publish.",
            "published": "To be published by {publish}.",
            "escalated": "The higher level gets feedback of its own, with its code and limits. The sender is still answered here.",
            "closed": "Closing without an answer needs a reason.",
            "reopened": "A new limit runs from today.",
        },
    ),
)
