"""The rest of the tour's day: decisions, results handed out, an apology, search, journal and the day's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.mend import take_back
from communedb.desk.papers import set_paper
from communedb.domain.act import ReceiptSlip, Recipient
from communedb.domain.dossier_filter import DossierFilter, DueFilter, Sort
from communedb.domain.event import EventKind
from communedb.domain.intake import PaperEntry, PaperState
from communedb.domain.moment import local
from communedb.domain.status import Status
from communedb.domain.text import fold
from communedb.journal.history import subject_history
from communedb.stores.officers import officer_names
from communetui.demo.narrator import StoryFailed, sure
from communetui.strings.demo_tour import tour
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.stores.dossier import Dossier
    from communetui.demo.scene import Scene

_EXTRA_DAYS: Final = 3


def decision(scene: Scene) -> None:
    """The leader decides too early, takes it back, decides again; the father takes the result."""
    said, dossier = tour(), scene.kept["birth"]
    scene.narrator.chapter(said.take_back)
    scene.clock.reach("10:10")
    scene.act("leader", dossier, EventKind.DECIDED)
    code, leader = scene.read(dossier).code, scene.name("leader")
    status = scene.status(dossier)
    scene.narrator.tell(said.decided, at=scene.clock(), officer=leader, code=code, status=status)
    scene.clock.reach("10:12")
    reason = "Chưa ký Giấy khai sinh"
    scene.desk("leader").write(take_back, dossier, reason)
    sure(scene.read(dossier).state.status is Status.RECEIVED, "the decision is taken back")
    scene.narrator.tell(said.taken_back, reason=reason, status=scene.status(dossier))
    scene.clock.reach("10:30")
    scene.act("leader", dossier, EventKind.DECIDED)
    scene.act("leader", dossier, EventKind.RESULT_READY, result_code="TP/KS-2026-118")
    sure(scene.read(dossier).state.status is Status.RESULT_READY, "the result is ready")
    scene.narrator.tell(said.decided_again, at=scene.clock(), status=scene.status(dossier))
    scene.clock.reach("10:50")
    scene.act("reception", dossier, EventKind.RETURNED, recipient=Recipient(slip=ReceiptSlip.HANDED_IN))
    state = scene.read(dossier).state
    sure(state.status is Status.RETURNED, "the result is returned")
    scene.narrator.tell(said.returned_self, at=state.returned_at, status=scene.status(dossier))


def supplement_brought(scene: Scene) -> None:
    """A citizen of an earlier day brings the paper; the promise moves by the time that was waited."""
    said = tour()
    scene.clock.reach("13:40")
    scene.narrator.chapter(said.brought)
    waiting = _waiting_since_earlier(scene)
    if waiting is None:
        scene.narrator.tell(said.nobody_waits)
        return
    old = waiting.state.due_at
    scene.narrator.tell(
        said.was_waiting, code=waiting.code, name=waiting.row["applicant_name"], due=old,
        since=waiting.state.pauses[-1].start,
    )  # fmt: skip
    scene.act("reception", waiting.id, EventKind.SUPPLEMENT_RECEIVED)
    for paper in waiting.papers:
        if paper["state"] == PaperState.NO:
            facts = {name: paper[name] for name in PaperEntry.model_fields} | {"state": PaperState.YES}
            scene.desk("reception").write(set_paper, paper["id"], PaperEntry.model_validate(facts))
    state = scene.read(waiting.id).state
    new = state.due_at
    sure(not state.paused and old is not None and new is not None and new > old, "the due date moves on")
    scene.narrator.tell(said.due_moved, at=scene.clock(), old=old, new=new)
    scene.print_form("reception", waiting.id, "01")
    _to_somebody_authorised(scene, waiting.id)


def _waiting_since_earlier(scene: Scene) -> Dossier | None:
    wanted = DossierFilter(statuses=(Status.SUPPLEMENT_AWAITED,), sort=Sort.RECEIVED, descending=False)
    today = local(scene.clock()).date()
    for row in scene.listed(wanted):
        found = scene.read(row.dossier)
        if found.state.due_at and found.state.paused and local(found.state.pauses[-1].start).date() < today:
            return found
    return None


def _to_somebody_authorised(scene: Scene, dossier: str) -> None:
    said = tour()
    scene.clock.reach("14:30")
    scene.act("leader", dossier, EventKind.DECIDED)
    scene.act("specialist", dossier, EventKind.RESULT_READY)
    scene.clock.reach("15:10")
    paper = f"Giấy ủy quyền ngày {local(scene.clock()):%d/%m/%Y}"
    recipient = Recipient(
        is_applicant=False, name="Trần Thị Mỹ Lệ", id_number="046185003456", authorisation=paper, slip=ReceiptSlip.LOST
    )
    scene.act("reception", dossier, EventKind.RETURNED, recipient=recipient)
    read = scene.read(dossier)
    sure(read.state.status is Status.RETURNED, "the result is returned")
    taken = read.events[-1].details["recipient"]
    scene.narrator.tell(
        said.returned_other, at=read.state.returned_at, name=taken["name"], number=taken["id_number"],
        paper=taken["authorisation"],
    )  # fmt: skip


def apology(scene: Scene) -> None:
    """The oldest overdue dossier gets form 04: a reason and a new date."""
    said = tour()
    scene.clock.reach("15:30")
    scene.narrator.chapter(said.late)
    late = scene.listed(DossierFilter(due=DueFilter.OVERDUE, sort=Sort.DUE, descending=False), 1)
    if not late:
        scene.narrator.tell(said.nobody_late)
        return
    read = scene.read(late[0].dossier)
    scene.narrator.tell(said.was_late, code=read.code, name=read.row["applicant_name"], due=read.state.due_at)
    before = scene.today().overdue
    calendar = scene.desk("specialist").calendar()
    day = calendar.add_working_days(local(scene.clock()).date(), _EXTRA_DAYS)
    reason = "Chờ kết quả xác minh của địa phương nơi cư trú trước đây"
    done = scene.act("specialist", read.id, EventKind.EXTENDED, reason=reason, new_due=calendar.end_of_work(day))
    scene.print_form("specialist", read.id, "04", done.event)
    after = scene.today().overdue
    due = scene.read(read.id).state.due_at
    sure(after == before - 1 and due == done.due_at, "the new date holds")
    scene.narrator.tell(
        said.apologised, officer=scene.name("specialist"), reason=reason, due=due, before=before, after=after
    )


def search(scene: Scene) -> None:
    """A name typed without marks finds the dossier."""
    scene.clock.reach("16:00")
    said = tour()
    scene.narrator.chapter(said.search)
    wanted = scene.read(scene.kept["marital"])
    typed = fold(wanted.row["applicant_name"])
    rows = scene.listed(DossierFilter(text=typed))
    sure(typed.isascii() and any(row.dossier == wanted.id for row in rows), "the search finds it without marks")
    name = wanted.row["applicant_name"]
    scene.narrator.tell(said.found, typed=typed, count=len(rows), code=wanted.code, name=name)


def journal(scene: Scene) -> None:
    """Who changed what of one dossier, from what to what, and when."""
    scene.clock.reach("16:15")
    said, read = tour(), scene.read(scene.kept["marital"])
    scene.narrator.chapter(said.history, code=read.code)
    db = scene.desk("reception").db
    names = officer_names(db)
    changes = subject_history(db, read.id)
    scene.narrator.tell(said.history_count, count=len(changes))
    for event in read.events:
        step = values().step[event.kind.value]
        scene.narrator.tell(said.step, at=event.happened_at, step=step, officer=names[event.officer])
    mended = [c for c in changes if c.table == "dossier" and not c.created]
    sure([c.column for c in mended] == ["applicant_name"], "the journal tells the correction")
    for change in mended:
        field = values().field[change.column]
        officer = names[change.officer]
        scene.narrator.tell(said.changed, at=change.at, officer=officer, field=field, old=change.old, new=change.new)


def evening(scene: Scene) -> None:
    """The day's numbers, against those of the morning."""
    scene.clock.reach("16:45")
    said, numbers = tour(), scene.today()
    scene.narrator.chapter(said.evening)
    scene.narrator.tell(said.numbers, **vars(numbers))
    if scene.morning is None:
        raise StoryFailed("the day has begun")
    received, returned = numbers.received - scene.morning.received, numbers.returned - scene.morning.returned
    sure(received == len(scene.kept) and returned >= 2, "the day's work is in the day's numbers")
    scene.narrator.tell(said.ends, received=received, returned=returned, overdue=numbers.overdue)
