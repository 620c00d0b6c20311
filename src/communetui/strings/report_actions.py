"""What the actions of the screens of reports are called, and what they do."""

from __future__ import annotations

from communetui.strings.language import ActionText, Words

leader_page = Words(
    ActionText("Trang lãnh đạo", "Làm trang báo cáo tuần cho lãnh đạo thành PDF và mở xem."),
    ActionText("Leader's page", "Makes the leader's page of the week as a PDF and opens it."),
)
period_kind = Words(
    ActionText(
        "Đổi kỳ", "Chọn loại kỳ: ngày, tuần, tháng, quý, 6 tháng, năm, kỳ báo cáo 15-14, hoặc từ ngày đến ngày."
    ),
    ActionText("Period", "Chooses the kind of period: day to year, the 15th-to-14th periods, or from a day to a day."),
)
send = Words(
    ActionText("Đã gửi", "Ghi là đã gửi lên trên; số liệu và danh sách được giữ như lúc gửi."),
    ActionText("Mark sent", "Marks the report as sent; its figures and lists are kept as they are."),
)
print_ = Words(
    ActionText("In", "In báo cáo trên khổ A4; sổ theo dõi hồ sơ in theo mẫu 07."),
    ActionText("Print", "Prints the report on A4; the register book as form 07."),
)
save_file = Words(
    ActionText("Lưu tệp", "Lưu báo cáo thành XLSX, CSV, PDF hoặc JSON."),
    ActionText("Save file", "Saves the report as XLSX, CSV, PDF or JSON."),
)
show_doubts = Words(
    ActionText("Cần xem lại", "Liệt kê những chỗ số liệu không khớp và mở hồ sơ của từng chỗ."),
    ActionText("To look at", "Lists what does not add up, and opens the dossier of each."),
)
show_sent = Words(
    ActionText("Bản đã gửi", "Xem nay khác bản đã gửi ở đâu, hoặc chọn một lần đã gửi."),
    ActionText("As sent", "Shows where the figures differ from what was sent, or lists what was sent."),
)
show_chart = Words(
    ActionText("Biểu đồ", "Đổi giữa bảng và biểu đồ."),
    ActionText("Chart", "Changes between the table and the chart."),
)
show_as_sent = Words(
    ActionText("Xem bản đã gửi", "Mở báo cáo đúng như lúc gửi, với danh sách phía sau mỗi số lúc đó; in, lưu được."),
    ActionText("As it was sent", "Opens the report as it went up, with the lists of then; it prints and saves."),
)
