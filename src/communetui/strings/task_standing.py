"""How a task stands, in few words, and the sign of its alert: on the list, the board and its own screen."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """Statuses in short, alerts as sentences, and the time that is left."""

    short_status: dict[str, str]
    stage: dict[str, str]
    alert: dict[str, str]
    red: str
    left: str
    today: str
    over: str
    no_due: str
    on_time: str
    late: str
    open: str
    done: str


task_standing = Words(
    TaskStanding(
        short_status={
            "not_started": "Chưa làm, trong hạn",
            "not_started_late": "Chưa làm, quá hạn",
            "in_progress": "Đang làm, trong hạn",
            "in_progress_late": "Đang làm, quá hạn",
            "completed": "Xong đúng hạn",
            "completed_late": "Xong trễ hạn",
        },
        stage={
            "not_started": "chưa làm",
            "not_started_late": "chưa làm",
            "in_progress": "đang làm",
            "in_progress_late": "đang làm",
            "completed": "xong",
            "completed_late": "xong",
        },
        alert={
            "overdue": "Báo động đỏ: quá hạn mà chưa hoàn thành",
            "not_started": "Báo động đỏ: sắp đến hạn mà chưa bắt đầu",
            "behind": "Báo động đỏ: tiến độ chậm so với thời gian đã qua",
        },
        red="!ĐỎ",
        left="còn {days} ngày",
        today="hạn hôm nay",
        over="quá {days} ngày",
        no_due="không có hạn",
        on_time="đúng hạn",
        late="trễ {days} ngày",
        open="{stage}, {time}",
        done="{stage} {time}",
    ),
    TaskStanding(
        short_status={
            "not_started": "Not started, in time",
            "not_started_late": "Not started, overdue",
            "in_progress": "Under way, in time",
            "in_progress_late": "Under way, overdue",
            "completed": "Done on time",
            "completed_late": "Done late",
        },
        stage={
            "not_started": "to do",
            "not_started_late": "to do",
            "in_progress": "under way",
            "in_progress_late": "under way",
            "completed": "done",
            "completed_late": "done",
        },
        alert={
            "overdue": "Red alert: overdue and not completed",
            "not_started": "Red alert: due soon and not begun",
            "behind": "Red alert: progress is far behind the time used",
        },
        red="!RED",
        left="in {days} d",
        today="due today",
        over="{days} d over",
        no_due="no due date",
        on_time="on time",
        late="{days} d late",
        open="{stage}, {time}",
        done="{stage} {time}",
    ),
)
