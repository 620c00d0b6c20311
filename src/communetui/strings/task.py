"""Texts of the screen of one task: head, sections, course, and what is said after a step."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class TaskTexts:
    """Texts of the head, of the sections and of the notices."""

    title: str
    reading: str
    nothing_open: str
    nothing_written: str
    not_a_choice: str
    menu: str
    choose_field: str
    void: str
    void_short: str
    void_because: str
    void_sure: str
    status: str
    progress: str
    disbursed: str
    due: str
    lead: str
    responsible: str
    nobody: str
    elsewhere: str
    extension_asked: str
    extension_offered: str
    waits_decision: str
    waits_answer: str
    report_due: str
    report_waits: str
    remind_today: str
    remind_ahead: str
    difficulty: str
    info: str
    periods: str
    events: str
    history: str
    parent: str
    child: str
    child_line: str
    file: str
    file_line: str
    result: str
    extended: str
    period_week: str
    period_month: str
    cut_off: str
    period_open: str
    period_missing: str
    period_locked: str
    period_reported: str
    period_late: str
    no_work: str
    no_periods: str
    no_rhythm: str
    nothing_locked: str
    concern: str
    concern_line: str
    difficulty_noted: str
    saved: str
    progress_saved: str
    created: str
    asked: str
    approved: str
    rejected: str
    countered: str
    reported: str
    replaced: str
    taken_back: str
    voided: str
    corrected: str
    attached: str
    detached: str
    detach_sure: str
    choose_file: str


task = Words(
    TaskTexts(
        title="Nhiệm vụ",
        reading="Đang đọc nhiệm vụ...",
        nothing_open="Chưa mở nhiệm vụ nào.",
        nothing_written="Chưa có gì được ghi.",
        not_a_choice="Dòng này chỉ để xem. Việc khác: F7.",
        menu="Việc với nhiệm vụ {code}",
        choose_field="Sửa mục nào?",
        void="Đã hủy do nhập nhầm",
        void_short="đã hủy",
        void_because="Đã hủy: {reason}",
        void_sure="Hủy nhiệm vụ {code}? Chỉ dùng khi nhập nhầm; nhiệm vụ không tính vào báo cáo nào nữa.",
        status="Tình trạng",
        progress="Tiến độ",
        disbursed="giải ngân {amount}",
        due="Hạn",
        lead="Chủ trì",
        responsible="Phụ trách",
        nobody="chưa giao",
        elsewhere="nơi khác",
        extension_asked="{officer} xin gia hạn đến {day}: chờ lãnh đạo duyệt (F7 Q).",
        extension_offered="Lãnh đạo đề nghị hạn {day} thay vì {asked}: chờ người xin trả lời (F7 L).",
        waits_decision="xin gia hạn đến {day}, chờ duyệt",
        waits_answer="lãnh đạo đề nghị hạn {day}, chờ trả lời",
        report_due="Báo cáo {period} phải nộp trước {at} (F7 B).",
        report_waits="Còn {count} kỳ chưa báo cáo và đã chốt; lãnh đạo mở lại được (F7 P).",
        remind_today="Hôm nay là hạn hoàn thành.",
        remind_ahead="Nhắc: còn {days} ngày đến hạn.",
        difficulty="Khó khăn, vướng mắc: {text}",
        info="Thông tin",
        periods="Báo cáo kỳ {count}",
        events="Diễn biến {count}",
        history="Lịch sử",
        parent="Thuộc nhiệm vụ",
        child="Nhiệm vụ con",
        child_line="{mark} {code} {title}: {state}, {percent} %",
        file="Tệp",
        file_line="{name} ({size}, thêm lúc {added})",
        result="Kết quả",
        extended="Đã gia hạn {count} lần; hạn ban đầu {day}.",
        period_week="tuần {week}/{year}",
        period_month="tháng {month}/{year}",
        cut_off="chốt {at}",
        period_open="? chưa báo cáo; Enter để báo cáo",
        period_missing="? chưa báo cáo; đã được mở lại, Enter để báo cáo",
        period_locked="! chưa báo cáo, đã chốt; lãnh đạo mở lại: F7 P",
        period_reported="* {officer} báo cáo lúc {at}",
        period_late="! ghi sau giờ chốt mà kỳ chưa được mở lại",
        no_work="Kỳ này không phát sinh công việc.",
        no_periods="Chưa đến kỳ báo cáo nào.",
        no_rhythm="Nhiệm vụ này không phải báo cáo kỳ. Muốn đổi: F7 S, mục Chế độ báo cáo.",
        nothing_locked="Không có kỳ nào đã chốt mà chưa báo cáo.",
        concern="Khó khăn, phản ánh",
        concern_line="{code}, {status}",
        difficulty_noted="Đã ghi khó khăn, vướng mắc {code}.",
        saved="Đã lưu: {step}.",
        progress_saved="{code}: {percent} %, {state}.",
        created="Đã nhập nhiệm vụ {code}.",
        asked="Đã gửi đơn xin gia hạn đến {day}. Hạn chưa đổi cho đến khi lãnh đạo duyệt.",
        approved="Đã duyệt. Hạn mới: {day}.",
        rejected="Không duyệt gia hạn. Hạn vẫn là {day}.",
        countered="Đã đề nghị hạn {day}; chờ người xin trả lời.",
        reported="Đã báo cáo {period}.",
        replaced="Thay báo cáo của {officer}, {at}.",
        taken_back="Đã thu hồi bước: {step}.",
        voided="Đã hủy nhiệm vụ nhập nhầm.",
        corrected="Đã sửa: {field}.",
        attached="Đã thêm tệp {name}.",
        detached="Đã gỡ tệp {name}.",
        detach_sure="Gỡ tệp {name} khỏi nhiệm vụ?",
        choose_file="Chọn một dòng tệp trong mục Thông tin.",
    ),
    TaskTexts(
        title="Task",
        reading="Reading the task...",
        nothing_open="No task is open.",
        nothing_written="Nothing is written yet.",
        not_a_choice="This line is only to be read. More: F7.",
        menu="With task {code}",
        choose_field="Correct what?",
        void="Void, entered by mistake",
        void_short="void",
        void_because="Void: {reason}",
        void_sure="Void task {code}? Only for what was entered by mistake; no report counts it any more.",
        status="Status",
        progress="Progress",
        disbursed="disbursed {amount}",
        due="Due",
        lead="Lead unit",
        responsible="Officer",
        nobody="nobody",
        elsewhere="elsewhere",
        extension_asked="{officer} asks for {day}: the leader decides (F7 Q).",
        extension_offered="The leader offers {day} in place of {asked}: whoever asked answers (F7 L).",
        waits_decision="asks for {day}, to be decided",
        waits_answer="the leader offers {day}, to be answered",
        report_due="The report of {period} is due before {at} (F7 B).",
        report_waits="{count} locked periods have no report; a leader may reopen them (F7 P).",
        remind_today="Due today.",
        remind_ahead="Reminder: {days} days left.",
        difficulty="Difficulty: {text}",
        info="Facts",
        periods="Periods {count}",
        events="Course {count}",
        history="History",
        parent="Part of",
        child="Child task",
        child_line="{mark} {code} {title}: {state}, {percent} %",
        file="File",
        file_line="{name} ({size}, added {added})",
        result="Result",
        extended="Extended {count} times; first due {day}.",
        period_week="week {week}/{year}",
        period_month="month {month}/{year}",
        cut_off="locks {at}",
        period_open="? no report yet; Enter reports",
        period_missing="? no report; it was reopened, Enter reports",
        period_locked="! no report, locked; a leader reopens it: F7 P",
        period_reported="* {officer} reported at {at}",
        period_late="! written after the cut-off, and nobody had reopened the period",
        no_work="No work this period.",
        no_periods="No period has come yet.",
        no_rhythm="This task has no period reports. F7 S, Reports, changes that.",
        nothing_locked="No locked period lacks its report.",
        concern="Difficulty",
        concern_line="{code}, {status}",
        difficulty_noted="Difficulty {code} is noted.",
        saved="Saved: {step}.",
        progress_saved="{code}: {percent} %, {state}.",
        created="Task {code} is entered.",
        asked="Asked for {day}. The due date stays until the leader approves.",
        approved="Approved. New due date: {day}.",
        rejected="Rejected. The due date stays {day}.",
        countered="{day} is offered; whoever asked has to answer.",
        reported="Reported: {period}.",
        replaced="In place of the report of {officer}, {at}.",
        taken_back="Taken back: {step}.",
        voided="The task is void.",
        corrected="Corrected: {field}.",
        attached="File {name} is added.",
        detached="File {name} is taken off.",
        detach_sure="Take file {name} off the task?",
        choose_file="Choose the line of a file among the facts.",
    ),
)


@dataclass(frozen=True, slots=True)
class TaskCourse:
    """How an event of a task reads, and a change in its journal."""

    line: str
    taken_back: str
    takes_back: str
    entered: str
    imported: str
    reason: str
    to_officer: str
    percent: str
    disbursed: str
    due: str
    asked: str
    period: str
    no_work: str
    difficulty: str
    changed: str
    tables: dict[str, str]
    columns: dict[str, str]


task_course = Words(
    TaskCourse(
        line="{step}, {officer}",
        taken_back=" (đã thu hồi)",
        takes_back="thu hồi: {step}",
        entered="nhập lúc {at}",
        imported="nhập từ tệp {file}",
        reason="{text}",
        to_officer="cho {officer}",
        percent="tiến độ {percent} %",
        disbursed="đã giải ngân {amount}",
        due="hạn {day}",
        asked="xin đến {day}",
        period="kỳ {period}",
        no_work="không phát sinh công việc",
        difficulty="khó khăn: {text}",
        changed="{field}: {old} thành {new}",
        tables={"task": "nhiệm vụ", "task_event": "diễn biến", "attachment": "tệp"},
        columns={
            "kind": "bước",
            "reason": "nội dung",
            "to_officer": "giao cho",
            "due_on": "hạn",
            "period": "kỳ",
            "name": "tên",
            "active": "còn dùng",
            "happened_on": "ngày",
        },
    ),
    TaskCourse(
        line="{step}, {officer}",
        taken_back=" (taken back)",
        takes_back="takes back: {step}",
        entered="entered {at}",
        imported="from file {file}",
        reason="{text}",
        to_officer="to {officer}",
        percent="progress {percent} %",
        disbursed="disbursed {amount}",
        due="due {day}",
        asked="asks for {day}",
        period="period {period}",
        no_work="no work",
        difficulty="difficulty: {text}",
        changed="{field}: {old} to {new}",
        tables={"task": "task", "task_event": "course", "attachment": "file"},
        columns={
            "kind": "step",
            "reason": "text",
            "to_officer": "to",
            "due_on": "due",
            "period": "period",
            "name": "name",
            "active": "in use",
            "happened_on": "day",
        },
    ),
)
