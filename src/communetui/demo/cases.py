"""One dossier in the hands of the desk: each method is a stretch of its life, told as turns to take."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from communedb.desk.act import act
from communedb.desk.papers import set_paper
from communedb.desk.prints import ask_print, note_print
from communedb.desk.receive import receive
from communedb.domain.act import Act, Mark, MarkedBy, PaymentMethod, ReceiptSlip, Recipient
from communedb.domain.channel import Channel
from communedb.domain.event import EventKind
from communedb.domain.fees import total
from communedb.domain.intake import PaperEntry, PaperState, ReturnMethod
from communedb.sqlite import rows
from communetui.demo.matters import EXTRA_PAPER

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.transaction import Write, Writing
    from communetui.demo.plans import Plan


class Turn(NamedTuple):
    """One thing that one officer does at one moment; its answer is sent back to the life that asked for it."""

    at: datetime
    officer: Writing
    job: Callable[[Write], Any]


_MARKED_SHARE: Final = 0.3
"""Of the results handed out, so many are marked by the citizen, or for them."""

Life: TypeAlias = Generator[Turn, Any, None]


class Desk:
    """The officers by post, the calendar, and the book of fee receipts."""

    def __init__(self, calendar: WorkCalendar, officers: dict[str, Writing]) -> None:
        self.calendar = calendar
        self.officers = officers
        self._receipts = 0

    def next_receipt(self) -> str:
        """The next number of the book of fee receipts."""
        self._receipts += 1
        return f"{self._receipts:07}"


class Case:
    """A dossier with the moment at which its life has arrived, and the promise as it stands."""

    def __init__(self, plan: Plan, desk: Desk) -> None:
        self.plan = plan
        self.dice = plan.dice
        self.desk = desk
        self.at = plan.at
        self.due: datetime | None = None
        self.dossier = ""
        officers = desk.officers
        self.reception = officers[self.dice.choice(("reception", "reception_2"))]
        self.specialist = officers[("specialist", "specialist_2")[plan.matter.specialist]]
        self.leader = officers["leader"]

    def receive(self) -> Life:
        """Reception."""
        got = yield Turn(self.at, self.reception, lambda tx: receive(tx, self.plan.intake))
        self.dossier, self.due = got.dossier, got.due_at

    def turn(self, minutes: int, officer: Writing, job: Callable[[Write], Any]) -> Life:
        """Something done so many working minutes later."""
        self.at = self.desk.calendar.after_working_minutes(self.at, max(1, minutes))
        yield Turn(self.at, officer, job)

    def step(self, minutes: int, officer: Writing, kind: EventKind, **given: Any) -> Life:
        """A step of the workflow so many working minutes later."""
        self.at = self.desk.calendar.after_working_minutes(self.at, max(1, minutes))
        done = yield Turn(self.at, officer, lambda tx: act(tx, self.dossier, Act(kind=kind, **given)))
        self.due = done.due_at

    def print_receipt(self) -> Life:
        """Form 01 leaves the printer."""

        def job(tx: Write) -> None:
            note_print(tx, ask_print(tx, self.dossier, "01", "a5").id)

        yield from self.turn(1, self.reception, job)

    @property
    def fee(self) -> int:
        """What is to be paid, in đồng."""
        return total(self.plan.intake.fee or ())

    def pay(self) -> Life:
        """The fee is paid at reception, where there is one."""
        if not self.fee:
            return
        online = self.plan.intake.channel is Channel.ONLINE
        methods = (PaymentMethod.CASH, PaymentMethod.CASH, PaymentMethod.TRANSFER)
        method = PaymentMethod.ONLINE if online else self.dice.choice(methods)
        number = self.desk.next_receipt()
        yield from self.step(
            2, self.reception, EventKind.FEE_PAID,
            amount=self.fee, method=method, receipt_series="BL-QĐ", receipt_number=number,
        )  # fmt: skip

    def hand_over(self) -> Life:
        """The specialist takes the dossier."""
        minutes = self.dice.randint(5, 40)
        yield from self.step(minutes, self.reception, EventKind.HANDED_OVER, to_officer=self.specialist.officer)

    def ask_supplement(self, minutes: int, reason: str) -> Life:
        """Form 02: the paper that is missing is asked for, and the clock stops."""
        missing = [p for p in self.plan.intake.papers if p.state is PaperState.NO]
        papers = tuple(missing) or (PaperEntry(name=EXTRA_PAPER, state=PaperState.NO),)
        kind = EventKind.SUPPLEMENT_REQUESTED
        yield from self.step(minutes, self.specialist, kind, papers=papers, reason=reason)

    def bring_supplement(self, days: int) -> Life:
        """The citizen brings it, the paper is ticked, and the clock goes on."""
        minutes = days * 480 - self.dice.randint(0, 200)
        yield from self.step(minutes, self.reception, EventKind.SUPPLEMENT_RECEIVED)
        yield from self.turn(1, self.reception, self._tick_papers)

    def _tick_papers(self, tx: Write) -> None:
        missing = list(rows(tx.db, "SELECT * FROM paper WHERE dossier = ? AND state = 'no'", (self.dossier,)))
        for row in missing:
            facts = {name: row[name] for name in PaperEntry.model_fields}
            set_paper(tx, row["id"], PaperEntry.model_validate(facts | {"state": PaperState.YES}))

    def finish(self, minutes: int) -> Life:
        """Decision, and the result at the counter so many working minutes from now."""
        minutes = max(8, minutes)
        last = min(25, minutes // 2)
        yield from self.step(minutes - last, self.leader, EventKind.DECIDED)
        by = self.reception if self.plan.matter.quick else self.specialist
        yield from self.step(last, by, EventKind.RESULT_READY)

    def hand_out(self) -> Life:
        """The result goes to the citizen, mostly soon."""
        method = self.plan.intake.return_method
        if self.plan.matter.quick or method is not ReturnMethod.COUNTER:
            minutes = self.dice.randint(4, 60)
        else:
            minutes = self.dice.choices((self.dice.randint(20, 240), 480, 480 * self.dice.randint(2, 7)), (6, 3, 1))[0]
        yield from self.step(minutes, self.reception, EventKind.RETURNED, recipient=self._recipient())
        if self.dice.random() < _MARKED_SHARE:
            (mark,) = self.dice.choices(tuple(Mark), (5, 4, 1))
            by = MarkedBy.CITIZEN if self.dice.random() < 0.8 else MarkedBy.OFFICER
            yield from self.step(1, self.reception, EventKind.RATED, mark=mark, marked_by=by)

    def _recipient(self) -> Recipient:
        slip = ReceiptSlip.HANDED_IN if self.dice.random() < 0.96 else ReceiptSlip.LOST
        if self.plan.matter.quick or self.plan.intake.return_method is not ReturnMethod.COUNTER:
            slip = ReceiptSlip.NONE_ISSUED
        relative = self.plan.relative
        if self.dice.random() > 0.07 or relative is self.plan.citizen:
            return Recipient(slip=slip)
        paper = f"Giấy ủy quyền ngày {self.at:%d/%m/%Y}"
        number = relative.id_number
        return Recipient(is_applicant=False, name=relative.name, id_number=number, authorisation=paper, slip=slip)
