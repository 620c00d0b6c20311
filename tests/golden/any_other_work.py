"""Random work on tasks and feedback over seven weeks around Tết 2027, entered at once or days later."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.golden.any_work import FIRST, SITTINGS

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.feedback_mend import take_back_feedback_step, void_feedback
from communedb.desk.task_entry import create_task
from communedb.desk.task_extension import ask_extension, decide_extension
from communedb.desk.task_mend import take_back_task_step, void_task
from communedb.desk.task_steps import complete_task, note_progress, reopen_task
from communedb.domain.feedback import Category, FeedbackAct, Level, NewFeedback, Source
from communedb.domain.feedback_steps import offered
from communedb.domain.refusal import Refused
from communedb.domain.task import NewTask
from communedb.domain.task_extension import Decision
from communedb.stores.feedback import read_feedback_state

if TYPE_CHECKING:
    from tests.centre import DeskClock

    from communedb.domain.feedback_event import FeedbackEventKind
    from communedb.register import Register
    from communedb.transaction import Write

_AT_A_SITTING = 16
_REASON = "Theo nội dung ghi trong sổ"


class AnyOtherWork:
    """One seed, one history."""

    def __init__(self, seed: int, clock: DeskClock) -> None:
        self.chance = Random(seed)
        self.clock = clock
        self.tasks: list[str] = []
        self.said: list[tuple[str, Category]] = []

    def sittings(self, station: Register) -> None:
        """An officer enters what happened, every five days."""
        for number in range(SITTINGS):
            self.clock.now = FIRST + timedelta(days=5 * number, minutes=self.chance.randrange(600))
            station.write(self._sit)

    def _sit(self, tx: Write) -> None:
        for _ in range(_AT_A_SITTING):
            try:
                with tx.attempt():
                    self.chance.choice((self._task, self._voice))(tx)
            except Refused:
                continue

    def _task(self, tx: Write) -> None:
        if not self.tasks or self.chance.random() < 0.2:
            due = tx.today + timedelta(days=self.chance.randrange(-2, 25))
            block = self.chance.choice(("party", "government"))
            new = NewTask(title="Việc", due_on=self.chance.choice((due, due, due, None)), block=block)
            self.tasks.append(create_task(tx, new).task)
            return
        task, chance = self.chance.choice(self.tasks), self.chance.random()
        if chance < 0.05:
            void_task(tx, task, _REASON)
        elif chance < 0.15:
            take_back_task_step(tx, task, _REASON)
        elif chance < 0.5:
            note_progress(tx, task, self.chance.choice((0, 10, 60, 100)), happened_on=self._earlier(tx.today))
        elif chance < 0.75:
            complete_task(tx, task, "Đã xong", happened_on=self._earlier(tx.today))
        elif chance < 0.8:
            reopen_task(tx, task, _REASON)
        elif chance < 0.9:
            ask_extension(tx, task, tx.today + timedelta(days=self.chance.randrange(1, 30)), _REASON)
        else:
            decide_extension(tx, task, self.chance.choice((Decision.APPROVE, Decision.REJECT)), _REASON)

    def _earlier(self, today: date) -> date:
        return today - timedelta(days=self.chance.choice((0, 0, 1, 4)))

    def _voice(self, tx: Write) -> None:
        if not self.said or self.chance.random() < 0.25:
            category = self.chance.choice((Category.FEEDBACK, Category.DIFFICULTY))
            new = NewFeedback(
                category=category, source=self.chance.choice(tuple(Source)), content=_REASON, sender_name="Hồ Thị Sen"
            )
            self.said.append((add_feedback(tx, new).feedback, category))
            return
        (key, category), chance = self.chance.choice(self.said), self.chance.random()
        if chance < 0.05:
            void_feedback(tx, key, _REASON)
        elif chance < 0.15:
            take_back_feedback_step(tx, key, _REASON)
        else:
            status = read_feedback_state(tx.db, key).status
            steps = [step.kind for step in offered(status, category, "other", tx.by.roles)]
            act_on_feedback(tx, key, self._asked(tx, self.chance.choice(steps)))

    def _asked(self, tx: Write, kind: FeedbackEventKind) -> FeedbackAct:
        happened = tx.now - timedelta(days=self.chance.choice((0, 0, 0, 1, 3)))
        return FeedbackAct(
            kind=kind, text=_REASON, to_officer=tx.by.officer, level=Level.PROVINCE,
            happened_at=None if happened == tx.now else happened,
        )  # fmt: skip
