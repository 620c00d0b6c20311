"""`communetui feedback` in words: help of commands and options, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.feedback import EN as SCREEN_EN
from communetui.strings.feedback import VI as SCREEN_VI
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CliFeedback:
    """What the commands answer."""

    none: str
    anonymous: str
    columns: tuple[str, ...]
    due_states: Mapping[str, str]
    status: str
    due: str
    no_due: str
    holder: str
    event_columns: tuple[str, ...]
    steps: str
    added: str
    escalated: str
    attached: str
    exported: str


cli_feedback = Words(
    CliFeedback(
        none="Không có phản ánh, khó khăn nào khớp.",
        anonymous="ẩn danh",
        columns=("Mã", "Tiếp nhận", "Hạn", "So với hạn", "Trạng thái", "Loại", "Người gửi", "Nội dung"),
        due_states=SCREEN_VI.due_states,
        status="Trạng thái",
        due="Hạn tiếp theo",
        no_due="không có",
        holder="Phụ trách",
        event_columns=("Lúc", "Bước", "Cán bộ", "Nội dung"),
        steps="Bước có thể làm",
        added="Đã ghi {code}. Hạn trả lời: {due}.",
        escalated="Đã chuyển cấp trên với mã {code}.",
        attached="{code}: đã đính kèm {name}.",
        exported="Đã ghi {count} dòng vào {file}.",
    ),
    CliFeedback(
        none="No feedback or difficulty fits.",
        anonymous="anonymous",
        columns=("Code", "Received", "Due", "Standing", "Status", "Kind", "Sender", "Content"),
        due_states=SCREEN_EN.due_states,
        status="Status",
        due="Next due",
        no_due="none",
        holder="Officer",
        event_columns=("When", "Step", "Officer", "Text"),
        steps="Steps possible now",
        added="{code} is entered. To be answered by: {due}.",
        escalated="Escalated under the code {code}.",
        attached="{code}: {name} was attached.",
        exported="{count} rows were written to {file}.",
    ),
)

FEEDBACK_HELP: Final[Mapping[str, Words[str]]] = {
    "feedback": Words(
        "Phản ánh, kiến nghị và khó khăn, vướng mắc: ghi, xem, xử lý.",
        "Feedback and difficulties: enter, show, act.",
    ),
    "feedback list": Words(
        "Liệt kê phản ánh, khó khăn có các chữ đã gõ, theo điều kiện lọc.",
        "List the feedback with the typed words, by filters.",
    ),
    "feedback show": Words("Xem một phản ánh hoặc khó khăn theo mã.", "Show feedback or a difficulty by its code."),
    "feedback add": Words(
        "Ghi một phản ánh hoặc khó khăn.\n\nĐiền bằng tùy chọn hoặc JSON (communetui schema feedback). Khó khăn, vướng mắc: "
        "--category difficulty --topic NHÓM.",
        "Enter feedback or a difficulty.\n\nBy options or by JSON (communetui schema feedback). Difficulties: "
        "--category difficulty --topic GROUP.",
    ),
    "feedback act": Words(
        "Làm một bước: phân công, từ chối, hỏi thêm, trả lời, công khai, đóng, mở lại, chuyển cấp trên, tháo gỡ.",
        "Take a step: assign, refuse, ask, answer, publish, close, reopen, escalate, resolve.",
    ),
    "feedback correct": Words("Sửa một thông tin nhập sai, với lý do.", "Correct one field, with a reason."),
    "feedback take-back": Words("Rút lại bước vừa làm.", "Take back the last step."),
    "feedback void": Words("Hủy vì nhập nhầm; mã vẫn giữ.", "Void what was entered by mistake; its code stays."),
    "feedback attach": Words("Đính kèm đơn, thư hoặc ảnh.", "Attach a letter or a photograph."),
    "feedback export": Words(
        "Xuất danh sách theo điều kiện lọc ra CSV hoặc XLSX.", "Export what the filters leave to CSV or XLSX."
    ),
    "--category": Words(
        "feedback: phản ánh, kiến nghị; difficulty: khó khăn, vướng mắc.", "feedback, or difficulty of a task."
    ),
    "--topic": Words("Nhóm vướng mắc.", "The group of difficulties."),
    "--source": Words("Nguồn: người dân, doanh nghiệp, cơ quan...", "From whom: citizen, enterprise, office..."),
    "--level": Words("Cấp xử lý; với bước chuyển: cấp nhận.", "Who deals with it; for escalating: to whom."),
    "--unassigned": Words("Chỉ việc chưa phân công.", "Only what nobody has."),
    "feedback list --kind": Words("Chỉ loại này.", "Only this kind."),
    "feedback export --kind": Words("Chỉ loại này.", "Only this kind."),
    "feedback list --open": Words("Chỉ việc chưa xong.", "Only what is open."),
    "feedback export --open": Words("Chỉ việc chưa xong.", "Only what is open."),
    "feedback list --voided": Words("Những mục đã hủy.", "What was voided."),
    "feedback export --voided": Words("Những mục đã hủy.", "What was voided."),
    "feedback list --officer": Words("Chỉ việc của cán bộ này.", "Only what this officer has."),
    "feedback export --officer": Words("Chỉ việc của cán bộ này.", "Only what this officer has."),
    "feedback export --yes": Words("Ghi đè tệp đã có.", "Replace the file if it exists."),
    "feedback add --kind": Words("Loại.", "The kind."),
    "--anonymous": Words("Người gửi không để tên.", "The sender gives no name."),
    "--sender": Words("Tên người gửi.", "The sender's name."),
    "--phone": Words("Điện thoại người gửi.", "The sender's phone."),
    "--email": Words("Thư điện tử người gửi.", "The sender's e-mail."),
    "--address": Words("Địa chỉ người gửi.", "The sender's address."),
    "feedback add --dossier": Words("Mã hồ sơ liên quan.", "The code of the dossier that it is about."),
    "feedback add --procedure": Words("Mã thủ tục liên quan.", "The code of the procedure that it is about."),
    "feedback add --task": Words("Mã nhiệm vụ liên quan.", "The code of the task that it is about."),
    "feedback add --received-at": Words(
        "Lúc tiếp nhận thật nếu không phải bây giờ.", "The real time of reception when it is not now."
    ),
    "feedback act --text": Words(
        "Nội dung trả lời, lý do hoặc điều cần hỏi.", "The answer, the reason, or the question."
    ),
    "feedback act --to": Words("Cán bộ phụ trách.", "The officer who gets it."),
    "feedback act --place": Words("Công khai ở đâu.", "Where it was published."),
    "feedback attach --name": Words("Tên hiển thị.", "The name to show."),
}
"""One text per command and option."""
