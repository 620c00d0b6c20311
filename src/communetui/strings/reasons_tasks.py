"""Refusals of what is done with tasks. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

TASKS: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.CHILDREN_AFTER_PARENT: (
        "Nhiệm vụ con {code} có hạn {due}, sau hạn này. Hãy đổi hạn của nhiệm vụ con trước.",
        "The task {code} below it is due on {due}, after this date. Change that one first.",
    ),
    Reason.CHILD_AFTER_PARENT: (
        "Hạn không được sau hạn của nhiệm vụ cha ({parent_due}). Hãy chọn ngày sớm hơn, hoặc xin gia hạn nhiệm vụ cha trước.",
        "It cannot be due after the task above it ({parent_due}). Choose an earlier day, or extend that one first.",
    ),
    Reason.COUNTER_NOT_ANSWERED: (
        "Đã đề nghị hạn khác ({due}), đang chờ người xin gia hạn trả lời.",
        "Another date ({due}) was offered; the officer who asked has to answer first.",
    ),
    Reason.EXTENSION_NOT_LATER: (
        "Hạn mới phải sau ngày {due}. Hãy nhập một ngày sau đó.",
        "The new due date must be after {due}. Enter a later day.",
    ),
    Reason.EXTENSION_OPEN: (
        "Đã có một đề nghị gia hạn (đến {due}) đang chờ. Mỗi lúc chỉ một đề nghị.",
        "A request for more time (until {due}) is waiting already. One at a time.",
    ),
    Reason.NOT_RESPONSIBLE: (
        "Chỉ cán bộ phụ trách nhiệm vụ mới làm được việc này. Hãy nhờ người phụ trách, hoặc lãnh đạo giao lại nhiệm vụ.",
        "Only the officer responsible for the task can do this. Ask that officer, or have a leader assign the task anew.",
    ),
    Reason.NO_COUNTER_OFFERED: (
        "Không có hạn nào đang chờ trả lời.",
        "No date was offered that waits for an answer.",
    ),
    Reason.NO_EXTENSION_ASKED: (
        "Không có đề nghị gia hạn nào đang chờ.",
        "No request for more time is waiting.",
    ),
    Reason.OWN_REQUEST: (
        "Không ai tự quyết định thời hạn của chính mình. Hãy nhờ một lãnh đạo khác.",
        "Nobody decides on the own time. Ask another leader.",
    ),
    Reason.TASK_BLOCK_UNKNOWN: (
        'Không có khối "{typed}". Các khối: {blocks}. Quản trị thêm khối trong Thiết lập.',
        'There is no block "{typed}". The blocks: {blocks}. An administrator adds one in the settings.',
    ),
    Reason.TASK_CHILDREN_LIVE: (
        "Nhiệm vụ này còn {count} nhiệm vụ con chưa hủy: {codes}. Hãy hủy các nhiệm vụ con, hoặc đổi nhiệm vụ cha của chúng, trước.",
        "{count} tasks below this one are not void: {codes}. Void them, or put them elsewhere, first.",
    ),
    Reason.TASK_CODE_MISSING: (
        "Thiếu mã nhiệm vụ. Hãy điền mã, hoặc số thứ tự cùng số văn bản, để lần nhập sau nhận ra nhiệm vụ này.",
        "The task's code is missing. Fill it in, or a number with its directive, so that the next import knows it again.",
    ),
    Reason.TASK_CODE_USED: (
        "Mã {code} đã dùng cho nhiệm vụ: {title}. Hãy chọn mã khác.",
        "The code {code} is that of the task: {title}. Choose another.",
    ),
    Reason.TASK_COMPLETED: (
        "Nhiệm vụ đã hoàn thành ngày {day}. Nếu phải làm tiếp, lãnh đạo mở lại nhiệm vụ.",
        "The task was completed on {day}. If work has to go on, a leader reopens it.",
    ),
    Reason.TASK_DATES_REVERSED: (
        "Hạn hoàn thành ({due}) ở trước ngày bắt đầu ({start}). Hãy sửa lại.",
        "It is due ({due}) before it begins ({start}). Correct the dates.",
    ),
    Reason.TASK_DUE_IN_PLAN: (
        "Tệp ghi hạn {told}, trong sổ là {due}. Hạn chỉ đổi khi lãnh đạo nhập tệp này, hoặc qua gia hạn.",
        "The file says due on {told}, the register {due}. The date moves only if a leader imports this file, or by an extension.",
    ),
    Reason.TASK_NOT_COMPLETED: (
        "Nhiệm vụ chưa hoàn thành, không cần mở lại.",
        "The task is not completed; there is nothing to reopen.",
    ),
    Reason.TASK_NOT_GIVEN: (
        "Nhiệm vụ {code} do xã tự ghi, cấp trên không hủy được. Hãy đề nghị xã hủy.",
        "The commune entered the task {code} itself; it is not voided here. Ask the commune to void it.",
    ),
    Reason.TASK_NOT_REPORTED: (
        "Nhiệm vụ này không phải báo cáo theo kỳ. Muốn báo cáo theo kỳ, hãy sửa mục chế độ báo cáo.",
        "This task has no periodic reports. To report it by period, correct its report rhythm.",
    ),
    Reason.TASK_OF_ANOTHER: (
        "Nhiệm vụ do cấp trên quản lý, nội dung chỉ sửa được ở cấp trên. Hãy ghi chú hoặc gửi phản ánh.",
        "The task is kept by the higher level and can only be corrected there. Note it, or send feedback.",
    ),
    Reason.TASK_PARENT_LOOP: (
        "Nhiệm vụ không thể là cấp dưới của chính nó. Hãy chọn nhiệm vụ cha khác.",
        "A task cannot lie below itself. Choose another task above it.",
    ),
    Reason.TASK_PARENT_UNKNOWN: (
        'Không có nhiệm vụ cha "{typed}" trong sổ, cũng không có trong các dòng nhận được của tệp. Hãy ghi đúng mã hoặc tên.',
        'The task above it, "{typed}", is neither in the register nor among the accepted rows. Write its code or title.',
    ),
    Reason.TASK_PERIOD_AHEAD: (
        "Kỳ {period} chưa đến. Hãy báo cáo kỳ hiện tại.",
        "The period {period} has not begun. Report the present one.",
    ),
    Reason.TASK_PERIOD_LOCKED: (
        "Kỳ {period} đã chốt lúc {cut_off}. Hãy đề nghị lãnh đạo mở lại kỳ này, có lý do.",
        "The period {period} was closed at {cut_off}. Ask a leader to open it again, with a reason.",
    ),
    Reason.TASK_PERIOD_OPEN: (
        "Kỳ {period} chưa chốt, cứ báo cáo bình thường.",
        "The period {period} is still open; simply report it.",
    ),
    Reason.TASK_PERIOD_UNKNOWN: (
        'Nhiệm vụ này không có kỳ "{period}". Báo cáo hằng tuần viết kỳ như 2026-W48, báo cáo hằng tháng như 2026-11.',
        'This task has no period "{period}". A weekly report is for a week such as 2026-W48, a monthly one for a month such as 2026-11.',
    ),
    Reason.TASK_REPORT_EMPTY: (
        "Báo cáo chưa có nội dung. Hãy ghi việc đã làm, hoặc chọn không phát sinh.",
        'The report is empty. Write what was done, or choose "no work this period".',
    ),
    Reason.TASK_REPORT_WRITTEN: (
        'Kỳ {period} đã có báo cáo của {officer} ghi lúc {entered}. Nếu đúng là không phát sinh, hãy chọn "Không phát sinh, thay '
        'báo cáo đã ghi" (dòng lệnh: thêm --replace).',
        '{period} was reported by {officer} at {entered}. If there was no work indeed, choose "No work, in place of the report" '
        "(command line: add --replace).",
    ),
    Reason.TASK_RESULT_MISSING: (
        "Chưa ghi kết quả. Hãy ghi kết quả đạt được.",
        "The result is missing. Write what was achieved.",
    ),
    Reason.TASK_TITLE_MISSING: (
        "Chưa có nội dung nhiệm vụ. Hãy ghi nội dung.",
        "The task has no title. Write one.",
    ),
    Reason.TASK_UNIT_UNKNOWN: (
        'Không có đơn vị "{typed}". Hãy chọn đơn vị trong danh sách; quản trị thêm phòng, ban trong Thiết lập.',
        'There is no unit "{typed}". Choose one of the list; an administrator adds departments in the settings.',
    ),
    Reason.TASK_VOIDED: (
        "Nhiệm vụ {code} đã hủy do nhập nhầm, không làm gì thêm được.",
        "The task {code} is void, entered by mistake; nothing more can be done with it.",
    ),
    Reason.TASK_VOIDED_ABOVE: (
        "Nhiệm vụ do cấp trên giao, chỉ cấp trên quyết định hủy hay không. Hãy ghi chú vào nhiệm vụ hoặc gửi phản ánh, nêu lý do, "
        "để cấp trên quyết định.",
        "The higher level gave this task, and only it decides whether it is void. Note the reason on the task, or send "
        "feedback, so that it is decided there.",
    ),
    Reason.TASK_WITHOUT_DUE: (
        "Nhiệm vụ không có hạn nên không có gì để gia hạn.",
        "The task has no due date; there is nothing to extend.",
    ),
    Reason.UNKNOWN_TASK: (
        "Không có nhiệm vụ này trong sổ. Hãy kiểm tra lại mã nhiệm vụ.",
        "There is no such task in the register. Check its code.",
    ),
    Reason.WORK_OF_ANOTHER_UNIT: (
        "Việc này của đơn vị khác, chỉ đơn vị ấy ghi được. Hãy trao đổi với đơn vị, hoặc gửi thông báo.",
        "This is the work of another unit, which alone writes about it. Talk to that unit, or send it a notice.",
    ),
}
"""(Vietnamese, English) for each reason of this area."""
