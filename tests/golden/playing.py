"""The golden register played by the officers of the centre, each step through the desk's own function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.golden.table import Line, Step, Voice, at, lines, voices

from communedb.desk.act import act
from communedb.desk.attachments import RESULT, SCAN, attach
from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.feedback_mend import void_feedback
from communedb.desk.mend import take_back, void
from communedb.desk.prints import ask_print, note_print
from communedb.desk.receive import receive
from communedb.desk.sent_reports import send_report
from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.intake import Intake
from communedb.domain.period import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from tests.centre import Centre

    from communedb.files.attachments import Stored
    from communedb.register import Register

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
NAMES = (
    "Nguyễn Văn An", "Trần Thị Bưởi", "Lê Quang Châu", "Phạm Thị Diệu", "Hồ Văn Én", "Đặng Thị Giang",
    "Võ Văn Hạnh", "Bùi Thị Ích", "Phan Đình Khôi", "Ngô Thị Lụa", "Dương Văn Mẫn",
)  # fmt: skip
REASON = "Theo nội dung ghi trong sổ"
SENT = {"official-2027-01": "15/01 07:50", "official-2027-02": "15/02 07:50"}
"""When the leader sent form II.06a, by its period."""

# What is entered first at one moment: what the citizen brings, then what the desk does.
_WHO = {
    "hand": "reception", "ask": "specialist", "brought": "reception", "fee": "reception", "paid": "reception",
    "exempt": "reception", "refund": "reception", "agency": "specialist", "answered": "specialist",
    "extend": "leader", "letter": "specialist", "decided": "leader", "back": "leader", "ready": "specialist",
    "returned": "reception", "refused": "specialist", "withdrawn": "reception", "stopped": "leader",
    "undo": "leader", "void": "leader", "very_good": "reception", "good": "reception", "poor": "reception",
}  # fmt: skip


class Play:
    """The officers at their registers, and the dossiers by their numbers in the table."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self.desks: dict[str, Register] = {role: centre.open(role) for role in ("reception", "specialist", "leader")}
        self.keys: dict[str, str] = {}
        self.voices: dict[str, str] = {}
        self.promised: dict[str, datetime | None] = {}
        self.stored: Stored = self.desks["reception"].files.store(PDF)

    def all(self) -> None:
        """Everything of the table, in the order in which it was entered."""
        self.some(lines(), voices(), SENT)

    def some(self, dossiers: Sequence[Line], said: Sequence[Voice], reports: Mapping[str, str]) -> None:
        """These dossiers, what was said, and the reports that were sent, by period and when."""
        turns: list[tuple[datetime, int, Callable[[], None]]] = []
        for place, line in enumerate(dossiers):
            turns.append((line.entered, place, lambda line=line, place=place: self.receive(line, place)))
            turns += [(step.at, place, lambda line=line, step=step: self.take(line, step)) for step in line.steps]
        for voice in said:
            turns.append((voice.received, 100, lambda voice=voice: self.hear(voice)))
            turns += [(step.at, 100, lambda voice=voice, step=step: self.answer(voice, step)) for step in voice.steps]
        for period, when in reports.items():
            turns.append((at(when), 0, lambda period=period: self.send(period)))
        for moment, _, job in sorted(turns, key=lambda turn: turn[0]):
            self.centre.clock.now = moment
            job()

    def receive(self, line: Line, place: int) -> None:
        """Reception takes the papers, and scans them."""
        fee = [{"label": "Lệ phí", "amount": line.fee}] if line.fee else [] if line.fee == 0 else None
        given: dict[str, Any] = {
            "procedure_code": line.procedure,
            "channel": line.channel,
            "applicant": {"name": NAMES[place % len(NAMES)], "phone": "0905123456", "unit": line.home},
            "competent_agency": line.competent,
            "reception_place": line.reception,
            "fee": fee,
        }
        if line.late_entry:
            given |= {"received_at": line.received, "late_reason": "Mất điện"}
        got = self.desks["reception"].write(receive, Intake.model_validate(given))
        self.keys[line.number], self.promised[line.number] = got.dossier, got.due_at
        if line.scanned:
            self.desks["reception"].write(attach, got.dossier, self.stored, "giay-to.pdf", kind=SCAN)

    def send(self, period: str) -> None:
        """Form II.06a goes up."""
        self.desks["leader"].write(send_report, "ii06a", parse(period))

    def take(self, line: Line, step: Step) -> None:
        """One step of the table."""
        desk, key = self.desks[_WHO[step.what]], self.keys[line.number]
        if step.what in {"undo", "void"}:
            desk.write(take_back if step.what == "undo" else void, key, REASON)
        elif step.what == "letter":
            (event,) = desk.db.conn.execute(
                "SELECT id FROM event WHERE dossier = ? AND kind = 'extended' ORDER BY clock DESC LIMIT 1", (key,)
            ).fetchone()
            desk.write(note_print, desk.write(ask_print, key, "04", "a5", event).id)
        else:
            done = desk.write(act, key, self.asked(step))
            self.promised[line.number] = done.due_at
        if step.what == "ready" and line.has_result_file:
            self.desks["reception"].write(attach, key, self.stored, "ket-qua.pdf", kind=RESULT)

    def hear(self, voice: Voice) -> None:
        """Somebody says something."""
        about = {"subject_kind": "dossier", "subject": self.keys[voice.about]} if voice.about else {}
        given = {"source": voice.source, "kind": voice.kind, "content": REASON, "sender_name": NAMES[0]}
        new = NewFeedback.model_validate(given | about)
        self.voices[voice.number] = self.desks["reception"].write(add_feedback, new).feedback

    def answer(self, voice: Voice, step: Step) -> None:
        """One step with what was said."""
        key = self.voices[voice.number]
        if step.what == "voided":
            self.desks["leader"].write(void_feedback, key, REASON)
        else:
            desk = self.desks["leader" if step.what == "reopened" else "specialist"]
            desk.write(act_on_feedback, key, FeedbackAct(kind=FeedbackEventKind(step.what), text=REASON))

    def asked(self, step: Step) -> Act:
        """The step as an officer gives it."""
        given = _GIVEN[step.what](self.centre.officers, *step.given)
        return Act.model_validate(given | ({"happened_at": step.happened} if step.happened else {}))


def _plain(kind: EventKind, **more: Any) -> Callable[..., dict[str, Any]]:
    return lambda _officers, **_: {"kind": kind, **more}


def _mark(mark: str) -> Callable[..., dict[str, Any]]:
    return lambda _officers, by: {"kind": EventKind.RATED, "mark": mark, "marked_by": by}


K = EventKind
_GIVEN: dict[str, Callable[..., dict[str, Any]]] = {
    "hand": lambda officers: {"kind": K.HANDED_OVER, "to_officer": officers["specialist"]},
    "ask": _plain(K.SUPPLEMENT_REQUESTED, papers=[{"name": "Giấy tờ chứng minh", "state": "no"}], reason=REASON),
    "brought": _plain(K.SUPPLEMENT_RECEIVED),
    "fee": lambda _officers, amount: {"kind": K.FEE_REQUESTED, "amount": int(amount)},
    "paid": lambda _officers, amount, method: {"kind": K.FEE_PAID, "amount": int(amount), "method": method},
    "exempt": lambda _officers, amount: {"kind": K.FEE_EXEMPTED, "amount": int(amount), "reason": REASON},
    "refund": lambda _officers, amount, method: {
        "kind": K.FEE_REFUNDED,
        "amount": int(amount),
        "method": method,
        "reason": REASON,
    },
    "agency": _plain(K.AGENCY_ASKED, agency="Chi nhánh Văn phòng đăng ký đất đai"),
    "answered": _plain(K.AGENCY_ANSWERED),
    "extend": lambda _officers, day: {"kind": K.EXTENDED, "new_due": at(f"{day} 17:30"), "reason": REASON},
    "decided": _plain(K.DECIDED),
    "back": _plain(K.SENT_BACK, reason=REASON),
    "ready": _plain(K.RESULT_READY),
    "returned": _plain(K.RETURNED, recipient={}),
    "refused": _plain(K.REFUSED, reason=REASON),
    "withdrawn": _plain(K.WITHDRAWN, reason=REASON),
    "stopped": _plain(K.STOPPED, reason=REASON),
    "very_good": _mark("very_good"),
    "good": _mark("good"),
    "poor": _mark("poor"),
}
