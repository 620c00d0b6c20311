"""What the actions of every screen are called, and what they do."""

from __future__ import annotations

from communetui.strings.language import ActionText, Words

help_ = Words(
    ActionText("Trợ giúp", "Giải thích màn hình này và liệt kê mọi phím."),
    ActionText("Help", "Explains this screen and lists every key."),
)
intake = Words(
    ActionText("Tiếp nhận", "Tiếp nhận một hồ sơ mới."),
    ActionText("Receive", "Receives a new dossier."),
)
dossiers = Words(
    ActionText("Hồ sơ", "Mở danh sách hồ sơ để tìm và lọc."),
    ActionText("Dossiers", "Opens the list of dossiers to search and filter."),
)
home = Words(
    ActionText("Trang chính", "Về trang chính: việc hôm nay, sắp đến hạn, quá hạn."),
    ActionText("Home", "Goes to the home page: today, due soon, overdue."),
)
open_ = Words(
    ActionText("Việc khác", "Mở nhiệm vụ, phản ánh, thông báo, hỗ trợ số, báo cáo: F8 rồi một chữ cái."),
    ActionText("Other work", "Opens tasks, feedback, notices, digital support, reports: F8, then a letter."),
)
tasks = Words(
    ActionText("Nhiệm vụ", "Mở nhiệm vụ được giao: danh sách, bảng tình trạng, tiến độ, báo cáo kỳ."),
    ActionText("Tasks", "Opens the tasks from above: list, board, progress, period reports."),
)
open_notices = Words(
    ActionText("Thông báo", "Mở thông báo, chỉ đạo của cấp trên; cái chưa đọc ở trên cùng."),
    ActionText("Notices", "Opens the notices and directives from above; unread ones come first."),
)
open_support = Words(
    ActionText("Hỗ trợ số", "Mở nhật ký hỗ trợ của Tổ công nghệ số cộng đồng."),
    ActionText("Digital support", "Opens the log of the Community Digital Technology Team."),
)
other_work = Words("Việc khác", "Other work")
open_feedback = Words(
    ActionText("Phản ánh, khó khăn", "Mở danh sách phản ánh, kiến nghị và khó khăn, vướng mắc."),
    ActionText("Feedback", "Opens the list of feedback and difficulties."),
)
refresh = Words(
    ActionText("Tải lại", "Đọc lại dữ liệu mới nhất của màn hình này."),
    ActionText("Refresh", "Reads the newest data of this screen again."),
)
catalogue = Words(
    ActionText("Thủ tục", "Mở danh mục thủ tục hành chính."),
    ActionText("Catalogue", "Opens the catalogue of administrative procedures."),
)
settings = Words(
    ActionText("Thiết lập", "Mở thiết lập của máy trạm và của cán bộ."),
    ActionText("Settings", "Opens the settings of the station and the officer."),
)
lock = Words(
    ActionText("Khóa máy", "Khóa màn hình ngay; không để lại gì của phiên đang làm trên màn hình."),
    ActionText("Lock", "Locks at once; nothing of this session stays on the screen."),
)
palette = Words(
    ActionText("Mọi lệnh", "Tìm một lệnh theo tên và thực hiện."),
    ActionText("Commands", "Finds a command by its name and runs it."),
)
jump = Words(
    ActionText("Nhảy đến ô", "Hiện một chữ cái cạnh mỗi ô; bấm chữ cái để đến ô đó."),
    ActionText("Jump", "Shows a letter at each field; press the letter to go there."),
)
language = Words(
    ActionText("English", "Chuyển giao diện sang tiếng Anh."),
    ActionText("Tiếng Việt", "Switches the interface to Vietnamese."),
)
back = Words(
    ActionText("Quay lại", "Trở về màn hình trước."),
    ActionText("Back", "Returns to the screen before."),
)
quit_ = Words(
    ActionText("Thoát", "Đóng ứng dụng sau khi hỏi lại."),
    ActionText("Quit", "Closes the application after asking."),
)
nowhere_back = Words("Đây là trang chính, không còn màn hình nào trước.", "This is the home page; none came before.")
reports = Words(
    ActionText("Báo cáo", "Mở các báo cáo: chọn kỳ, xem số liệu, mở hồ sơ phía sau mỗi số, gửi, lưu, in."),
    ActionText("Reports", "Opens the reports: period, figures, the dossiers behind each number, send, save, print."),
)
