"""The tour's chapters of the other work: tasks, feedback, a directive, and the reports that go up."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class WorkTourText:
    """Titles of the chapters and their lines, with `{name}` to be filled."""

    plan: str
    brought: str
    left_out: str
    progress: str
    standing: str
    extension: str
    asked: str
    not_own: str
    approved: str
    report: str
    reported: str
    locked: str
    reopened: str
    feedback: str
    heard: str
    answered: str
    notice: str
    told: str
    read: str
    sums: str
    checked: str
    doubted: str
    sent: str
    saved: str
    leader: str
    week: str


work_tour = Words(
    WorkTourText(
        plan="Kế hoạch cấp trên giao về bằng bảng tính",
        brought="{officer} nhập {file}: {new} nhiệm vụ mới, {rejected} dòng chưa nhập được.",
        left_out="Dòng {row}: {words}",
        progress="Cập nhật tiến độ",
        standing="{officer} ghi {percent}%: nhiệm vụ {code} – {status}, hạn {due}.",
        extension="Xin gia hạn và duyệt",
        asked="{officer} xin gia hạn đến {due}, lý do: {reason}.",
        not_own="{officer} thử tự duyệt, sổ không cho: {words}",
        approved="{officer} duyệt: hạn từ {old} thành {new}.",
        report="Báo cáo kỳ, khóa sau hạn nộp",
        reported="{officer} báo cáo kỳ {period}, hạn nộp {cut_off}: {words}",
        locked="Báo cáo bù kỳ {period} thì sổ không cho: {words}",
        reopened="{officer} mở lại kỳ {period}, lý do: {reason}; {reporter} báo cáo “không phát sinh”.",
        feedback="Phản ánh của người dân",
        heard="{at}: nhận phản ánh {code} của {name} về hồ sơ {dossier}; hạn trả lời {due}.",
        answered="{officer} trả lời và công khai; trạng thái: {status}.",
        notice="Chỉ đạo của cấp trên",
        told="{officer} ghi chỉ đạo {number}: {title}",
        read="{officer} có {unread} thông báo chưa đọc, mở đọc; đã đọc {read}/{officers} cán bộ.",
        sums="Biểu II.06a: lập, kiểm tra, gửi",
        checked="{period}: tiếp nhận {received} = đã giải quyết {resolved} (trước hạn {early}, đúng hạn {on_time}, quá hạn "
        "{overdue}) + đang giải quyết {in_progress}.",
        doubted="{count} điều cần xem lại trước khi gửi, dòng đầu: {words}",
        sent="{officer} đánh dấu đã gửi; kỳ sau lấy {in_progress} hồ sơ này làm số chuyển kỳ.",
        saved="Bảng tính: {path}",
        leader="Một trang cho lãnh đạo",
        week="{period}: {path}",
    ),
    WorkTourText(
        plan="A plan from above, as a spreadsheet",
        brought="{officer} brings {file} in: {new} new tasks, {rejected} rows not accepted.",
        left_out="Row {row}: {words}",
        progress="Noting progress",
        standing="{officer} notes {percent}%: task {code} – {status}, due {due}.",
        extension="More time asked for and approved",
        asked="{officer} asks for time until {due}, reason: {reason}.",
        not_own="{officer} tries to approve it alone, and the register says no: {words}",
        approved="{officer} approves: the due date moves from {old} to {new}.",
        report="Reports of a period, locked after the cut-off",
        reported="{officer} reports {period}, cut-off {cut_off}: {words}",
        locked="A report for {period} afterwards, and the register says no: {words}",
        reopened="{officer} opens {period} again, reason: {reason}; {reporter} reports “no work this period”.",
        feedback="Feedback of a citizen",
        heard="{at}: feedback {code} of {name} about dossier {dossier}; to be answered by {due}.",
        answered="{officer} answers and publishes; status: {status}.",
        notice="A directive from above",
        told="{officer} enters directive {number}: {title}",
        read="{officer} has {unread} unread notices and reads; read by {read} of {officers} officers.",
        sums="Form II.06a: made, checked, sent",
        checked="{period}: received {received} = resolved {resolved} (early {early}, on time {on_time}, overdue {overdue}) + "
        "in progress {in_progress}.",
        doubted="{count} things to look at before it is sent, the first: {words}",
        sent="{officer} marks it as sent; the next one carries these {in_progress} dossiers over.",
        saved="As a spreadsheet: {path}",
        leader="One page for the leader",
        week="{period}: {path}",
    ),
)
