"""What the actions of one piece of feedback are called, and what they do."""

from __future__ import annotations

from communetui.strings.language import ActionText, Words

menu = Words(
    ActionText("Xử lý", "Mở danh sách việc có thể làm; một chữ cái là một việc."),
    ActionText("Act", "Opens what can be done; a letter is a step."),
)
next_section = Words(
    ActionText("Phần sau", "Chuyển sang phần sau: thông tin, diễn biến, lịch sử."),
    ActionText("Next part", "Shows the next part: facts, events, history."),
)
previous_section = Words(
    ActionText("Phần trước", "Trở lại phần trước."),
    ActionText("Part before", "Shows the part before."),
)
attach = Words(
    ActionText("Đính kèm", "Đính kèm đơn, thư hoặc ảnh."),
    ActionText("Attach", "Attaches a letter or a photograph."),
)
open_file = Words(
    ActionText("Mở tệp", "Mở tệp đang chọn."),
    ActionText("Open file", "Opens the file under the cursor."),
)
open_subject = Words(
    ActionText("Mở hồ sơ", "Mở hồ sơ, thủ tục hoặc nhiệm vụ mà nội dung này nói đến."),
    ActionText("Open subject", "Opens the dossier, procedure or task that this is about."),
)
assigned = Words(
    ActionText("Phân công", "Giao cho một cán bộ; chuyên viên tự nhận việc chưa có ai."),
    ActionText("Assign", "Gives it to an officer; a specialist takes what nobody has."),
)
more_asked = Words(
    ActionText("Yêu cầu bổ sung", "Hỏi thêm người gửi; hạn trả lời dừng lại cho đến khi nhận được."),
    ActionText("Ask for more", "Asks the sender for more; the limit stands still until it comes."),
)
more_received = Words(
    ActionText("Nhận bổ sung", "Ghi nội dung người gửi bổ sung; hạn trả lời chạy tiếp."),
    ActionText("More received", "Notes what the sender added; the limit runs on."),
)
answered = Words(
    ActionText("Trả lời", "Ghi nội dung trả lời người gửi."),
    ActionText("Answer", "Notes the answer to the sender."),
)
published = Words(
    ActionText("Công khai trả lời", "Ghi đã công khai nội dung trả lời, ở đâu."),
    ActionText("Publish", "Notes that the answer was published, and where."),
)
resolved = Words(
    ActionText("Tháo gỡ xong", "Ghi khó khăn, vướng mắc đã được tháo gỡ như thế nào."),
    ActionText("Resolved", "Notes how the difficulty was resolved."),
)
refused = Words(
    ActionText("Từ chối tiếp nhận", "Từ chối với lý do: không thuộc thẩm quyền, không rõ nội dung."),
    ActionText("Refuse", "Refuses with a reason: not in our power, unclear."),
)
escalated = Words(
    ActionText("Chuyển cấp trên", "Chuyển lên cấp tỉnh hoặc trung ương thành một phản ánh riêng."),
    ActionText("Escalate", "Takes it to the province or the central level, as feedback of its own."),
)
closed = Words(
    ActionText("Đóng", "Kết thúc; chưa trả lời thì phải ghi lý do."),
    ActionText("Close", "Ends it; without an answer it needs a reason."),
)
reopened = Words(
    ActionText("Mở lại", "Xử lý tiếp, với hạn trả lời mới."),
    ActionText("Reopen", "Takes it up again, with a new limit."),
)
noted = Words(
    ActionText("Ghi chú", "Thêm một ghi chú vào diễn biến."),
    ActionText("Note", "Adds a note to the events."),
)
correct = Words(
    ActionText("Sửa thông tin", "Sửa một thông tin đã nhập sai, với lý do."),
    ActionText("Correct", "Corrects a fact that was entered wrongly, with a reason."),
)
take_back = Words(
    ActionText("Rút lại bước", "Rút lại bước vừa làm: người đã làm, trong ngày, hoặc lãnh đạo."),
    ActionText("Take back", "Takes the last step back: who did it, on the same day, or the leader."),
)
void = Words(
    ActionText("Hủy", "Hủy vì nhập nhầm; mã vẫn được giữ."),
    ActionText("Void", "Voids what was entered by mistake; its code stays."),
)
