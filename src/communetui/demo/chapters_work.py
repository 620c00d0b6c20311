"""The tour's other work: a plan and its tasks, what a citizen says, a directive, and what goes up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.notices import add_notice, mark_read
from communedb.desk.sent_reports import send_report
from communedb.desk.task_extension import ask_extension, decide_extension
from communedb.desk.task_plan import Outcome, bring_plan
from communedb.desk.task_reports import reopen_period, report_period
from communedb.desk.task_steps import note_progress
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_steps import FeedbackStatus
from communedb.domain.moment import local
from communedb.domain.notice import NewNotice
from communedb.domain.period import PeriodKind, period_of
from communedb.domain.refusal import Refused
from communedb.domain.task import Rhythm
from communedb.domain.task_extension import Decision
from communedb.domain.task_period import cut_off_of, period_at
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.stores.feedback import read_feedback
from communedb.stores.notices import readers, unread
from communedb.stores.sent_reports import sent
from communedb.stores.task_list import rows_of_tasks
from communedb.stores.task_rules import read_rules
from communedb.tables.writing import write_table
from communedb.task_files.columns import HEADINGS, Column
from communedb.task_files.reading import read_plan
from communetui.demo.narrator import StoryFailed, sure
from communetui.report_files.about import about
from communetui.report_files.given_out import file_name, save_report
from communetui.reports.period_words import period_text
from communetui.strings.demo_work import work_tour
from communetui.strings.feedback_values import feedback_values
from communetui.strings.reasons import reason_text
from communetui.strings.task_values import task_values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from communedb.domain.period import Period
    from communedb.reports.figures import Figures
    from communedb.stores.task_list import TaskRow
    from communetui.demo.scene import Scene

_COLUMNS: Final = (
    Column.CODE, Column.TITLE, Column.DOCUMENT, Column.BLOCK, Column.LEAD, Column.RESPONSIBLE, Column.DUE,
    Column.REPORTS,
)  # fmt: skip
_ROWS: Final = (
    ("Cấp chữ ký số cá nhân cho người dân tại bộ phận một cửa", "Chính phủ", "Trung tâm Phục vụ hành chính công"),
    ("Rà soát, công khai danh mục dịch vụ công trực tuyến toàn trình", "Chính phủ", "Văn phòng HĐND và UBND"),
    ("Đưa chỉ tiêu chuyển đổi số vào chương trình công tác của chi bộ", "Đảng", "Đảng ủy"),
    ("Lắp đặt trạm thu phát sóng tại vùng lõm", "Chính phủ", "Sở Vũ trụ"),
)  # fmt: skip
_DOCUMENT: Final = "57-CTr/TU"
_DAYS, _MORE_DAYS = 40, 14


def plan(scene: Scene) -> None:
    """A spreadsheet from above becomes tasks; a row with an unknown unit stays outside, with the reason."""
    scene.clock.reach("16:18")
    said, leader = work_tour(), scene.desk("leader")
    scene.narrator.chapter(said.plan)
    path = _free(scene, lambda number: f"ke-hoach-{number}.xlsx")
    series = path.stem.removeprefix("ke-hoach-")
    due = local(scene.clock()).date() + timedelta(days=_DAYS)
    rows = [
        (f"CTr57.{series}-{place}", title, _DOCUMENT, block, unit, scene.name("specialist"), due, "Hằng tuần")
        for place, (title, block, unit) in enumerate(_ROWS, start=1)
    ]
    write_table(path, [HEADINGS[column] for column in _COLUMNS], rows)
    scene.narrator.files.append(path)
    outcomes = leader.write(bring_plan, read_plan(path).rows, path.name)
    refused = {number: one for number, one in outcomes.items() if isinstance(one, Refused)}
    made = [one for one in outcomes.values() if isinstance(one, Outcome)]
    sure(len(made) == len(_ROWS) - 1 and len(refused) == 1, "all rows but one are tasks now")
    scene.narrator.tell(
        said.brought, officer=scene.name("leader"), file=path.name, new=len(made), rejected=len(refused)
    )
    for number, refusal in refused.items():
        scene.narrator.tell(said.left_out, row=number, words=reason_text(refusal))
    scene.tasks.append(made[0].task)
    scene.clock.reach("16:20")
    scene.desk("specialist").write(note_progress, made[0].task, 30, "Đã mở điểm cấp tại sảnh")
    _tell_standing(scene, made[0].task)


def extension(scene: Scene) -> None:
    """More time is asked for; who asks does not decide."""
    scene.clock.reach("16:22")
    said, task = work_tour(), scene.tasks[-1]
    scene.narrator.chapter(said.extension)
    before = _task(scene, task).due_on
    if before is None:
        raise StoryFailed("the task has a due date")
    later = before + timedelta(days=_MORE_DAYS)
    reason = "Chờ nhà cung cấp chữ ký số bố trí lịch"
    scene.desk("specialist").write(ask_extension, task, later, reason)
    scene.narrator.tell(said.asked, officer=scene.name("specialist"), due=f"{later:%d/%m/%Y}", reason=reason)
    words = _refused(lambda: scene.desk("specialist").write(decide_extension, task, Decision.APPROVE))
    scene.narrator.tell(said.not_own, officer=scene.name("specialist"), words=words)
    sure(_task(scene, task).due_on == before, "asking moves nothing")
    scene.clock.reach("16:24")
    scene.desk("leader").write(decide_extension, task, Decision.APPROVE)
    sure(_task(scene, task).due_on == later, "the approval moves the due date")
    scene.narrator.tell(said.approved, officer=scene.name("leader"), old=f"{before:%d/%m/%Y}", new=f"{later:%d/%m/%Y}")


def periods(scene: Scene) -> None:
    """The week is reported; last week is locked, until the leader opens it again."""
    scene.clock.reach("16:26")
    said, task, desk = work_tour(), scene.tasks[-1], scene.desk("specialist")
    scene.narrator.chapter(said.report)
    cut_offs = read_rules(desk.db).cut_offs
    now = period_at(Rhythm.WEEKLY, scene.clock(), cut_offs)
    past = period_at(Rhythm.WEEKLY, scene.clock() - timedelta(days=7), cut_offs)
    text = "Đã cấp 35 chữ ký số"
    desk.write(report_period, task, now, text)
    scene.narrator.tell(
        said.reported, officer=scene.name("specialist"), period=now, cut_off=cut_off_of(now, cut_offs), words=text
    )
    scene.narrator.tell(
        said.locked, period=past, words=_refused(lambda: desk.write(report_period, task, past, "", no_work=True))
    )
    scene.clock.reach("16:28")
    reason = "Nhiệm vụ mới giao trong tuần"
    scene.desk("leader").write(reopen_period, task, past, reason)
    desk.write(report_period, task, past, "", no_work=True)
    scene.narrator.tell(
        said.reopened, officer=scene.name("leader"), period=past, reason=reason, reporter=scene.name("specialist")
    )


def feedback(scene: Scene) -> None:
    """A citizen asks about a dossier; it is answered and published."""
    scene.clock.reach("16:30")
    said, dossier = work_tour(), scene.read(scene.kept["marital"])
    scene.narrator.chapter(said.feedback)
    name = str(dossier.row["applicant_name"])
    new = NewFeedback.model_validate({
        "kind": "unclear_law", "source": "citizen", "sender_name": name, "subject_kind": "dossier",
        "subject": dossier.id, "content": "Vì sao phải bổ sung giấy xác nhận nơi cư trú trước đây?",
    })  # fmt: skip
    added = scene.desk("reception").write(add_feedback, new)
    scene.narrator.tell(
        said.heard, at=scene.clock(), code=added.code, name=name, dossier=dossier.code, due=added.due_at
    )
    scene.clock.reach("16:32")
    desk = scene.desk("specialist")
    answer = FeedbackAct(kind=FeedbackEventKind.ANSWERED, text="Để xác minh thời gian chưa đăng ký kết hôn ở nơi cũ")
    desk.write(act_on_feedback, added.feedback, answer)
    desk.write(act_on_feedback, added.feedback, FeedbackAct(kind=FeedbackEventKind.PUBLISHED))
    status = read_feedback(desk.db, added.feedback).state.status
    sure(status is FeedbackStatus.PUBLISHED, "the answer is published")
    scene.narrator.tell(said.answered, officer=scene.name("specialist"), status=feedback_values().status[status])


def notice(scene: Scene) -> None:
    """A directive comes from above, and it is known who has read it."""
    scene.clock.reach("16:34")
    said, desk = work_tour(), scene.desk("reception")
    scene.narrator.chapter(said.notice)
    new = NewNotice(
        number="61/CT-UBND", kind="directive", title="Bảo đảm giải quyết hồ sơ trước kỳ nghỉ",
        body="Bố trí người trực, trả hết kết quả đã có.", issued_by="UBND thành phố Huế",
        issued_on=local(scene.clock()).date(),
    )  # fmt: skip
    key = scene.desk("leader").write(add_notice, new)
    scene.narrator.tell(said.told, officer=scene.name("leader"), number=new.number, title=new.title)
    waiting = unread(desk.db, desk.officer.id).number
    desk.write(mark_read, key)
    known = readers(desk.db, key)
    read = sum(one.read_at is not None for one in known)
    sure(waiting >= 1 and read == 2, "the one who entered it and the one who opened it have read it")
    scene.narrator.tell(said.read, officer=scene.name("reception"), unread=waiting, read=read, officers=len(known))


def sums(scene: Scene) -> None:
    """Form II.06a of the official month that is over: it adds up, it is sent, and kept as sent."""
    scene.clock.reach("16:36")
    said, desk = work_tour(), scene.desk("leader")
    scene.narrator.chapter(said.sums)
    period = period_of(PeriodKind.OFFICIAL_MONTH, local(scene.clock()).date()).previous
    figures = _report(scene, "ii06a", period)
    total = figures.total
    if total is None:
        raise StoryFailed("the report has a last line")
    told: dict[str, Any] = dict(total.cells)
    sure(told["received"] == told["resolved"] + told["in_progress"], "(3) = (7) + (11)")
    scene.narrator.tell(
        said.checked, period=period_text(period), received=told["received"], resolved=told["resolved"],
        early=told["resolved_early"], on_time=told["resolved_on_time"], overdue=told["resolved_overdue"],
        in_progress=told["in_progress"],
    )  # fmt: skip
    doubts = about(desk.db, figures, scene.clock(), None).doubts
    if doubts:
        scene.narrator.tell(said.doubted, count=len(doubts), words=doubts[0])
    desk.write(send_report, "ii06a", period)
    kept = sent(desk.db, "ii06a", period)
    sure(kept is not None and kept.figures.total == total, "what was sent is kept as it was")
    scene.narrator.tell(said.sent, officer=scene.name("leader"), in_progress=told["in_progress"])
    _save(scene, figures, "xlsx", said.saved)


def leader_page(scene: Scene) -> None:
    """The week in plain words and small charts."""
    scene.clock.reach("16:38")
    said = work_tour()
    scene.narrator.chapter(said.leader)
    period = period_of(PeriodKind.WEEK, local(scene.clock()).date())
    path = _save(scene, _report(scene, "leader", period), "pdf", said.week, period=period_text(period))
    sure(path.read_bytes().startswith(b"%PDF"), f"{path} is a PDF")


def _report(scene: Scene, name: str, period: Period) -> Figures:
    desk = scene.desk("leader")
    return report(desk.db, name, Asked(period, desk.now(), desk.calendar()))


def _save(scene: Scene, figures: Figures, kind: str, told: str, **facts: object) -> Path:
    """Write a report into the tour's folder under a name of its own, and tell where."""
    name = file_name(figures.report, figures.period, kind)
    stem = name.removesuffix(f".{kind}")
    path = _free(scene, lambda number: f"{stem}_{number}.{kind}")
    save_report(scene.desk("leader"), figures, path)
    scene.narrator.files.append(path)
    scene.narrator.tell(told, path=path, **facts)
    return path


def _free(scene: Scene, name: Callable[[int], str]) -> Path:
    """The first place in the tour's folder that is not taken: the tour is played again and again."""
    scene.folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (scene.folder / name(number)).exists():
        number += 1
    return scene.folder / name(number)


def _task(scene: Scene, task: str) -> TaskRow:
    db = scene.desk("reception").db
    return rows_of_tasks(db, [task], scene.clock(), read_rules(db))[0]


def _tell_standing(scene: Scene, task: str) -> None:
    line = _task(scene, task)
    sure(line.percent == 30, "the progress is noted")
    scene.narrator.tell(
        work_tour().standing, officer=scene.name("specialist"), percent=line.percent, code=line.code,
        status=task_values().status[line.status], due=f"{line.due_on:%d/%m/%Y}",
    )  # fmt: skip


def _refused(attempt: Callable[[], object]) -> str:
    """The words with which the register says no."""
    try:
        attempt()
    except Refused as refusal:
        return reason_text(refusal)
    raise StoryFailed("the register says no")
