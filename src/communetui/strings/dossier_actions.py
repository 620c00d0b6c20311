"""What the actions on a dossier are called, and what they do; names of steps stand in the menu, too."""

from __future__ import annotations

from communetui.strings.language import ActionText, Words

menu = Words(
    ActionText("Xử lý", "Mở danh sách những việc làm được với hồ sơ này; bấm chữ cái để chọn."),
    ActionText("Steps", "Opens the list of what can be done with this dossier; a letter chooses."),
)
print_form = Words(
    ActionText("In", "In giấy tiếp nhận hoặc mẫu khác của hồ sơ; bản in lại có ghi rõ."),
    ActionText("Print", "Prints the receipt or another form of the dossier; a reprint says so."),
)
save_pdf = Words(
    ActionText("Lưu PDF", "Lưu một mẫu của hồ sơ thành PDF và mở xem."),
    ActionText("Save PDF", "Saves a form of the dossier as PDF and opens it."),
)
next_section = Words(
    ActionText("Mục sau", "Sang mục sau: thông tin, giấy tờ và tệp, diễn biến, lịch sử."),
    ActionText("Next section", "Goes to the next section: facts, papers and files, course, history."),
)
previous_section = Words(
    ActionText("Mục trước", "Về mục trước."),
    ActionText("Previous section", "Goes to the section before."),
)
attach = Words(
    ActionText("Đính kèm", "Đính kèm một tệp vào hồ sơ hoặc vào giấy tờ dưới con trỏ."),
    ActionText("Attach", "Attaches a file to the dossier or to the paper under the cursor."),
)
add_paper = Words(
    ActionText("Thêm giấy tờ", "Thêm một giấy tờ vào danh mục của hồ sơ."),
    ActionText("Add paper", "Adds a paper to the dossier's list."),
)
open_file = Words(
    ActionText("Mở tệp", "Mở tệp dưới con trỏ; bản tạm bị xóa khi rời màn hình."),
    ActionText("Open file", "Opens the file under the cursor; the copy is deleted when the screen is left."),
)
mark_result = Words(
    ActionText("Là kết quả", "Đánh dấu tệp dưới con trỏ là kết quả giải quyết."),
    ActionText("Is the result", "Marks the file under the cursor as the result."),
)
detach = Words(
    ActionText("Gỡ tệp", "Gỡ tệp dưới con trỏ khỏi hồ sơ; lịch sử vẫn ghi lại."),
    ActionText("Take file off", "Takes the file under the cursor off the dossier; the history keeps it."),
)

handed_over = Words(
    ActionText("Chuyển xử lý", "Chuyển hồ sơ cho cán bộ khác."),
    ActionText("Hand over", "Hands the dossier over to another officer."),
)
accepted = Words(
    ActionText("Nhận bàn giao", "Ghi là đã nhận giấy tờ của hồ sơ được bàn giao cho mình."),
    ActionText("Accept the papers", "Notes that the papers that were handed over to you are in your hands."),
)
declined = Words(
    ActionText("Không nhận bàn giao", "Không nhận hồ sơ được bàn giao, có lý do; hồ sơ về lại người giao."),
    ActionText("Decline the papers", "Declines a hand-over with a reason; the dossier goes back to who gave it."),
)
supplement_requested = Words(
    ActionText("Yêu cầu bổ sung", "Yêu cầu công dân bổ sung giấy tờ; dừng tính thời hạn, in mẫu 02."),
    ActionText("Request a supplement", "Asks the citizen for papers; stops the clock, prints form 02."),
)
supplement_received = Words(
    ActionText("Nhận bổ sung", "Ghi nhận giấy tờ bổ sung; thời hạn tính tiếp, in lại giấy hẹn."),
    ActionText("Take a supplement", "Takes in the papers asked for; the clock runs on, the receipt is printed anew."),
)
fee_requested = Words(
    ActionText("Yêu cầu nộp phí", "Yêu cầu công dân nộp phí; dừng tính thời hạn."),
    ActionText("Request the fee", "Asks the citizen for the fee; stops the clock."),
)
fee_paid = Words(
    ActionText("Thu phí", "Ghi số tiền đã thu, cách thu và biên lai."),
    ActionText("Take the fee", "Notes the amount paid, how, and the receipt."),
)
fee_exempted = Words(
    ActionText("Miễn, giảm phí", "Ghi số tiền được miễn, giảm và lý do."),
    ActionText("Exempt from the fee", "Notes the amount that is not taken, with the reason."),
)
fee_refunded = Words(
    ActionText("Trả lại phí", "Ghi số tiền trả lại cho công dân và lý do."),
    ActionText("Pay the fee back", "Notes the amount paid back to the citizen, with the reason."),
)
agency_asked = Words(
    ActionText("Lấy ý kiến cơ quan", "Gửi lấy ý kiến cơ quan khác; có thể tạm dừng thời hạn."),
    ActionText("Ask an agency", "Asks another agency; the clock may stand still meanwhile."),
)
agency_answered = Words(
    ActionText("Nhận ý kiến cơ quan", "Ghi nhận ý kiến của cơ quan khác."),
    ActionText("Agency answered", "Notes the other agency's answer."),
)
extended = Words(
    ActionText("Gia hạn, xin lỗi", "Hẹn lại ngày trả kết quả với lý do, in mẫu 04."),
    ActionText("Extend, apologise", "Promises a new date with a reason, prints form 04."),
)
decided = Words(
    ActionText("Quyết định", "Ghi là lãnh đạo đã ký, đã quyết định."),
    ActionText("Decide", "Notes that the leader has signed."),
)
sent_back = Words(
    ActionText("Trả lại xử lý tiếp", "Trả hồ sơ lại để xử lý tiếp, có lý do."),
    ActionText("Send back", "Sends the dossier back to be worked on, with a reason."),
)
result_ready = Words(
    ActionText("Có kết quả", "Ghi là kết quả đã về quầy, với số kết quả nếu có."),
    ActionText("Result ready", "Notes that the result is at the counter, with its number if any."),
)
returned = Words(
    ActionText("Trả kết quả", "Trả kết quả cho người nộp hoặc người được ủy quyền."),
    ActionText("Return the result", "Hands the result to the applicant or somebody authorised."),
)
refused = Words(
    ActionText("Từ chối", "Từ chối tiếp nhận giải quyết, có lý do, in mẫu 03."),
    ActionText("Refuse", "Refuses the dossier with a reason, prints form 03."),
)
withdrawn = Words(
    ActionText("Rút hồ sơ", "Ghi là công dân rút hồ sơ."),
    ActionText("Withdraw", "Notes that the citizen withdraws the dossier."),
)
stopped = Words(
    ActionText("Dừng xử lý", "Dừng giải quyết hồ sơ, có lý do, in mẫu 05."),
    ActionText("Stop", "Stops the handling with a reason, prints form 05."),
)
noted = Words(
    ActionText("Ghi chú", "Ghi thêm một ghi chú vào diễn biến."),
    ActionText("Note", "Adds a note to the course of the dossier."),
)
correct = Words(
    ActionText("Sửa thông tin", "Sửa một mục nhập sai; giữ giá trị cũ, giá trị mới và lý do."),
    ActionText("Correct", "Corrects a wrong entry; old value, new value and reason are kept."),
)
take_back = Words(
    ActionText("Thu hồi bước cuối", "Thu hồi bước vừa làm: người đã làm trong ngày, hoặc lãnh đạo."),
    ActionText("Take back", "Takes back the last step: who took it, the same day, or the leader."),
)
match = Words(
    ActionText("Gắn với danh mục", "Gắn thủ tục nhập tay với một thủ tục trong danh mục."),
    ActionText("Match procedure", "Matches a procedure typed by hand with one of the catalogue."),
)
outside_code = Words(
    ActionText("Ghi mã khác", "Ghi mã của hồ sơ ở hệ thống khác: cổng dịch vụ công, phần mềm hộ tịch."),
    ActionText("Other system's code", "Notes the dossier's code in another system: portal, civil-status software."),
)
checked = Words(
    ActionText("Đã kiểm tra với thẻ", "Ghi là những mục quét từ thẻ đã được đối chiếu."),
    ActionText("Compared with the card", "Notes that what was scanned was compared with the card."),
)
void = Words(
    ActionText("Hủy do nhập nhầm", "Hủy hồ sơ nhập nhầm, có lý do; mã vẫn giữ, không tính vào số liệu."),
    ActionText("Void", "Makes a dossier entered by mistake void, with a reason; it leaves every count."),
)
change_paper = Words(
    ActionText("Giấy tờ", "Sửa một giấy tờ: đã nộp chưa, loại bản, số bản."),
    ActionText("Paper", "Changes a paper: handed in or not, kind of copy, copies."),
)
