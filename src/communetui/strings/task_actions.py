"""What can be done with a task, on its screen and from the list: names and meanings."""

from __future__ import annotations

from communetui.strings.language import ActionText, Words

menu = Words(
    ActionText("Các bước", "Mở danh sách những việc làm được với nhiệm vụ này: F7 rồi một chữ cái."),
    ActionText("Steps", "Opens the list of what can be done with this task: F7, then a letter."),
)
quick_progress = Words(
    ActionText("Tiến độ", "Ghi tiến độ thật nhanh: một chữ số (4 là 40 %) hoặc số phần trăm, rồi Enter."),
    ActionText("Progress", "Notes progress quickly: one digit (4 is 40 %) or the percentage, then Enter."),
)
next_section = Words(
    ActionText("Mục sau", "Sang mục tiếp theo: thông tin, báo cáo kỳ, diễn biến, lịch sử."),
    ActionText("Next", "Shows the next section: facts, period reports, course, history."),
)
previous_section = Words(
    ActionText("Mục trước", "Về mục trước."),
    ActionText("Previous", "Shows the section before."),
)
attach = Words(
    ActionText("Tệp minh chứng", "Đính kèm một tệp minh chứng vào nhiệm vụ."),
    ActionText("Evidence", "Attaches an evidence file to the task."),
)
open_file = Words(
    ActionText("Mở tệp", "Mở tệp đang chọn để xem; bản giải mã bị xóa khi rời màn hình."),
    ActionText("Open file", "Opens the chosen file to look at; the decrypted copy goes with the screen."),
)
detach = Words(
    ActionText("Gỡ tệp", "Gỡ tệp đính kèm nhầm; lịch sử vẫn còn ghi."),
    ActionText("Detach", "Takes off a file attached by mistake; the history keeps it."),
)
new_child = Words(
    ActionText("Nhiệm vụ con", "Thêm một nhiệm vụ con; hạn không được sau hạn của nhiệm vụ này."),
    ActionText("New child task", "Adds a child task, which never ends after this one."),
)

progress = Words(
    ActionText("Cập nhật tiến độ", "Ghi phần trăm đã làm, nội dung, số tiền đã giải ngân và ngày thực hiện."),
    ActionText("Update progress", "Notes the percentage done, a text, the money disbursed and the day."),
)
report = Words(
    ActionText("Báo cáo kỳ", "Gửi báo cáo của kỳ này hoặc kỳ chưa chốt, kể cả khi kỳ không phát sinh."),
    ActionText("Period report", 'Files the report of a period that is not locked, "no work this period" included.'),
)
complete = Words(
    ActionText("Hoàn thành", "Ghi nhiệm vụ đã hoàn thành, kèm kết quả và ngày hoàn thành."),
    ActionText("Complete", "Notes that the task is completed, with its result and the day."),
)
reopen = Words(
    ActionText("Mở lại nhiệm vụ", "Mở lại nhiệm vụ đã ghi hoàn thành, có lý do."),
    ActionText("Reopen the task", "Reopens a completed task, with a reason."),
)
assign = Words(
    ActionText("Giao cán bộ", "Giao nhiệm vụ cho một cán bộ phụ trách."),
    ActionText("Assign", "Makes an officer responsible for the task."),
)
ask_extension = Words(
    ActionText("Xin gia hạn", "Xin lùi hạn hoàn thành, có lý do; hạn chỉ đổi khi lãnh đạo duyệt."),
    ActionText("Ask for an extension", "Asks for a later due date, with a reason; it moves only when approved."),
)
decide_extension = Words(
    ActionText("Duyệt gia hạn", "Đồng ý, từ chối có lý do, hoặc đề nghị ngày khác; không tự duyệt đơn của mình."),
    ActionText(
        "Decide the extension", "Approves, rejects with a reason, or names another date; never the own request."
    ),
)
answer_counter = Words(
    ActionText("Trả lời ngày đề nghị", "Nhận hoặc không nhận ngày mà lãnh đạo đề nghị."),
    ActionText("Answer the offer", "Accepts or declines the date that the leader named."),
)
reopen_period = Words(
    ActionText("Mở lại kỳ báo cáo", "Mở lại một kỳ đã chốt để nộp hoặc sửa báo cáo, có lý do."),
    ActionText("Reopen a period", "Reopens a locked period for a report, with a reason."),
)
difficulty = Words(
    ActionText(
        "Khó khăn, vướng mắc", "Ghi một khó khăn của nhiệm vụ vào phần phản ánh, để có người theo dõi và tháo gỡ."
    ),
    ActionText("Difficulty", "Notes what is in the way of the task among the feedback, to be followed until resolved."),
)
noted = Words(
    ActionText("Ghi chú", "Ghi thêm một ghi chú vào diễn biến."),
    ActionText("Note", "Adds a note to the course of the task."),
)
correct = Words(
    ActionText("Sửa thông tin", "Sửa một mục nhập sai; giữ giá trị cũ, giá trị mới và lý do."),
    ActionText("Correct", "Corrects a wrong entry; old value, new value and reason are kept."),
)
take_back = Words(
    ActionText("Thu hồi bước cuối", "Thu hồi bước vừa làm: người đã làm trong ngày, hoặc lãnh đạo."),
    ActionText("Take back", "Takes back the last step: who took it, the same day, or the leader."),
)
void = Words(
    ActionText("Hủy do nhập nhầm", "Hủy nhiệm vụ nhập nhầm; mã và lịch sử vẫn còn, không tính vào báo cáo nào."),
    ActionText("Void", "Voids a task entered by mistake; code and history stay, no report counts it."),
)
