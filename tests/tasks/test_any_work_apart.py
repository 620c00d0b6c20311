"""Three stations that do anything with the same tasks in any order, exchange now and then, and end with the same."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.journal.stations import send, travelled

from communedb.desk.task_entry import create_task
from communedb.desk.task_extension import answer_counter, ask_extension, decide_extension
from communedb.desk.task_mend import correct_task, shown_value, take_back_task_step, void_task
from communedb.desk.task_reports import reopen_period, report_period
from communedb.desk.task_steps import assign_task, complete_task, note_progress, reopen_task
from communedb.domain.refusal import Refused
from communedb.domain.task import NewTask
from communedb.domain.task_extension import Decision
from communedb.reports.integrity import integrity
from communedb.reports.task_contradictions import task_contradictions
from communedb.stores.task_list import TaskFilter, task_rows
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import read_task

if TYPE_CHECKING:
    from tests.journal.stations import Stations

    from communedb.register import Register

DUE = date(2026, 12, 31)
STEPS = 60


def step(register: Register, chance: Random, people: list[str]) -> None:
    """One thing that an officer may try with some task."""
    keys = [key for (key,) in register.db.conn.execute("SELECT id FROM task ORDER BY id")]
    task, later = chance.choice(keys), DUE + timedelta(days=chance.randrange(-10, 40))
    period = chance.choice(("2026-W48", "2026-W49", "2026-W50"))
    field = chance.choice(("title", "level", "parent", "due_on"))
    read = read_task(register.db, task)
    old = shown_value(read.facts, read.state, field)
    new = {"title": f"Việc {chance.randrange(9)}", "level": "central", "parent": chance.choice(keys)}
    tries: list[tuple[Any, ...]] = [
        (create_task, NewTask(title="Mới", due_on=later, responsible=chance.choice(people), reports="weekly")),
        (note_progress, task, chance.randrange(101), chance.choice(("", "đang làm"))),
        (complete_task, task, "Đã xong"),
        (reopen_task, task, "thiếu"),
        (assign_task, task, chance.choice(people)),
        (report_period, task, period, "Xong đợt"),
        (reopen_period, task, period, "thiếu số liệu"),
        *[(ask_extension, task, later, "Máy hỏng")] * 3,
        *[(decide_extension, task, chance.choice(list(Decision)), "xem xét", later)] * 3,
        (answer_counter, task, chance.random() < 0.7),
        (correct_task, task, field, old, new.get(field, later.isoformat()), "gõ nhầm"),
        (take_back_task_step, task, "nhầm"),
        *[(void_task, task, "trùng")] * (chance.random() < 0.2),
    ]
    with suppress(Refused):
        register.write(*chance.choice(tries))


@pytest.mark.parametrize("seed", range(2))
def test_everybody_ends_with_the_same_tasks(stations: Stations, seed: int) -> None:
    chance = Random(seed)
    registers = [stations.add(role, role) for role in ("leader", "administrator", "specialist")]
    people = [stations.officers[role] for role in ("leader", "administrator", "specialist")]
    for number in range(3):
        facts = {"title": f"Việc {number}", "due_on": DUE, "responsible": people[2], "reports": "weekly"}
        registers[0].write(create_task, NewTask.model_validate(facts))
    for other in registers[1:]:
        send(registers[0], other)
    for _ in range(STEPS):
        stations.clock.forward(hours=chance.choice((0, 1, 7)))
        step(chance.choice(registers), chance, people)
        if chance.random() < 0.1:
            send(*chance.sample(registers, 2))
    for _ in range(2):
        for one, other in ((0, 1), (1, 2), (2, 0), (0, 2), (2, 1), (1, 0)):
            send(registers[one], registers[other])

    first, *others = registers
    everything = travelled(first.db)
    assert len(everything["task_event"]) > STEPS / 4  # the control: not all of it was refused
    listed = [line[:3] for line in task_contradictions(first.db)]
    for other in others:
        assert travelled(other.db) == everything
        assert [line[:3] for line in task_contradictions(other.db)] == listed
    assert integrity(first.db).stale == []
    for row in task_rows(first.db, TaskFilter(voided=True), stations.clock(), read_rules(first.db)):
        state = read_task(first.db, row.key).state
        assert (row.due_on, row.percent, row.completed_on) == (state.due_on, state.percent, state.completed_on)
