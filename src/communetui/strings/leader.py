"""Texts of the leader's page: the sentences of a period, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Span:
    """How a kind of period is spoken of: `of` inside a sentence, `before` the one before it."""

    name: str
    of: str
    before: str


@dataclass(frozen=True, slots=True)
class Leader:
    """The sentences; `{more}` is `more`, `less` or `same`, and each ends with its own full stop."""

    title: str
    spans: dict[str, Span]
    more: str
    less: str
    same: str
    pressing: str
    nothing_pressing: str
    dossiers: str
    tasks: str
    people: str
    nothing_came: str
    came: str
    resolved: str
    resolved_before: str
    resolved_nothing: str
    open: str
    open_nothing: str
    due_next: str
    with_citizen: str
    uncollected: str
    overdue: str
    overdue_before: str
    late_officers: str
    late_officer: str
    unnamed: str
    tasks_done: str
    tasks_none: str
    tasks_overdue: str
    tasks_red: str
    tasks_next: str
    late_task: str
    feedback: str
    feedback_nothing: str
    feedback_open: str
    feedback_overdue: str
    difficulties: str
    marked: str
    helped: str
    chart_days: str
    chart_due: str
    chart_on_time: str
    from_to: str
    one_day: str
    made: str


leader = Words(
    Leader(
        title="TÌNH HÌNH TRONG {span}",
        spans={
            "day": Span("ngày", "Trong ngày", "ngày trước"),
            "week": Span("tuần", "Trong tuần", "tuần trước"),
            "month": Span("tháng", "Trong tháng", "tháng trước"),
            "quarter": Span("quý", "Trong quý", "quý trước"),
            "year": Span("năm", "Trong năm", "năm trước"),
            "": Span("kỳ", "Trong kỳ", "kỳ trước"),
        },
        more="tăng {count} so với {before}",
        less="giảm {count} so với {before}",
        same="bằng {before}",
        pressing="Cần chỉ đạo ngay",
        nothing_pressing="Không có hồ sơ, nhiệm vụ, phản ánh nào quá hạn.",
        dossiers="Hồ sơ",
        tasks="Nhiệm vụ",
        people="Người dân",
        nothing_came="{of} không tiếp nhận hồ sơ nào và không trả kết quả nào.",
        came="{of} tiếp nhận {received} hồ sơ ({received_more}), trả {returned} kết quả ({returned_more}).",
        resolved="Giải quyết xong {count} hồ sơ, {in_time} đúng hạn ({share}).",
        resolved_before="Giải quyết xong {count} hồ sơ, {in_time} đúng hạn ({share}; {before} {share_before}).",
        resolved_nothing="Chưa có hồ sơ nào giải quyết xong.",
        open="Đang giải quyết {count} hồ sơ.",
        open_nothing="Không còn hồ sơ nào đang giải quyết.",
        due_next="Bảy ngày tới có {count} hồ sơ đến hạn.",
        with_citizen="{count} hồ sơ chờ người dân bổ sung hoặc nộp phí.",
        uncollected="{count} kết quả đã xong mà chưa có người đến nhận.",
        overdue="{count} hồ sơ đã quá hạn.",
        overdue_before="{count} hồ sơ đã quá hạn ({more}).",
        late_officers="Đang giữ hồ sơ quá hạn: {names}.",
        late_officer="{name} ({count})",
        unnamed="chưa giao cho ai",
        tasks_done="Hoàn thành {done}/{total} nhiệm vụ ({share}), riêng {span} này thêm {now}.",
        tasks_none="Chưa có nhiệm vụ nào được giao.",
        tasks_overdue="{count} nhiệm vụ quá hạn chưa xong:",
        tasks_red="{count} nhiệm vụ đang ở mức báo động đỏ.",
        tasks_next="Bảy ngày tới có {count} nhiệm vụ đến hạn.",
        late_task="{about}, hạn {due}",
        feedback="Nhận {count} phản ánh, kiến nghị ({more}); {open} đang xử lý.",
        feedback_nothing="Không nhận phản ánh, kiến nghị nào.",
        feedback_open="Không nhận thêm phản ánh, kiến nghị nào; {open} đang xử lý.",
        feedback_overdue="{count} phản ánh, kiến nghị đã quá hạn trả lời.",
        difficulties="Khó khăn, vướng mắc: {resolved} đã tháo gỡ, {open} chưa xong.",
        marked="{count} người đánh giá khi nhận kết quả: {pleased} hài lòng ({share}), {poor} chưa hài lòng.",
        helped="Tổ công nghệ số cộng đồng hỗ trợ {count} lượt người ({more}).",
        chart_days="Tiếp nhận và trả kết quả theo ngày",
        chart_due="Hồ sơ đến hạn trong hai tuần tới",
        chart_on_time="Tỷ lệ đúng hạn theo lĩnh vực",
        from_to="Từ ngày {first} đến ngày {last}",
        one_day="Ngày {first}",
        made="Số liệu của sổ lúc {at}",
    ),
    Leader(
        title="THE {span}",
        spans={
            "day": Span("day", "Today", "the day before"),
            "week": Span("week", "This week", "the week before"),
            "month": Span("month", "This month", "the month before"),
            "quarter": Span("quarter", "This quarter", "the quarter before"),
            "year": Span("year", "This year", "the year before"),
            "": Span("period", "In this period", "the period before"),
        },
        more="{count} more than {before}",
        less="{count} fewer than {before}",
        same="as many as {before}",
        pressing="What presses",
        nothing_pressing="No dossier, task or feedback is overdue.",
        dossiers="Dossiers",
        tasks="Tasks",
        people="People",
        nothing_came="{of} no dossier was received and no result handed out.",
        came="{of} dossiers received: {received} ({received_more}); results handed out: {returned} ({returned_more}).",
        resolved="Resolved: {count}, of which in time {in_time} ({share}).",
        resolved_before="Resolved: {count}, of which in time {in_time} ({share}; {before} {share_before}).",
        resolved_nothing="No dossier has been resolved.",
        open="In progress: {count}.",
        open_nothing="Nothing is in progress.",
        due_next="Due in the next seven days: {count}.",
        with_citizen="Waiting for the citizen's papers or fee: {count}.",
        uncollected="Results that nobody has collected: {count}.",
        overdue="Overdue dossiers: {count}.",
        overdue_before="Overdue dossiers: {count} ({more}).",
        late_officers="They lie with: {names}.",
        late_officer="{name} ({count})",
        unnamed="nobody",
        tasks_done="Tasks completed: {done} of {total} ({share}), {now} of them this {span}.",
        tasks_none="No task has been assigned yet.",
        tasks_overdue="Tasks overdue and not done: {count}",
        tasks_red="Tasks on red alert: {count}.",
        tasks_next="Tasks due in the next seven days: {count}.",
        late_task="{about}, due {due}",
        feedback="Feedback received: {count} ({more}); being handled: {open}.",
        feedback_nothing="No feedback was received.",
        feedback_open="No feedback was received; being handled: {open}.",
        feedback_overdue="Feedback past its time to answer: {count}.",
        difficulties="Difficulties: {resolved} resolved, {open} open.",
        marked="Marks given with the result: {count}, of which satisfied {pleased} ({share}), not satisfied {poor}.",
        helped="People helped by the Community Digital Technology Team: {count} ({more}).",
        chart_days="Received and returned by day",
        chart_due="Dossiers due in the next two weeks",
        chart_on_time="Share in time by field",
        from_to="From {first} to {last}",
        one_day="{first}",
        made="Figures of the register at {at}",
    ),
)
