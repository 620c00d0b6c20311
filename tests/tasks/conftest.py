"""Fixtures of the tests of tasks: the centre's officers at work, and stations of one commune."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.task_entry import create_task
from communedb.domain.task import NewTask
from communedb.stores.tasks import read_task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.centre import Centre
    from tests.journal.stations import Stations

    from communedb.domain.task_event import TaskState
    from communedb.register import Register


class Office:
    """The centre with its leader (Phan Thị Mai) and specialist (Nguyễn Văn Dũng) at their desks."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self.clock = centre.clock
        self.leader = centre.open("leader")
        self.specialist = centre.open("specialist")

    def task(self, title: str = "Số hóa sổ hộ tịch", **facts: Any) -> str:
        """A task of Nguyễn Văn Dũng, due on 31 December 2026."""
        given = {"due_on": date(2026, 12, 31), "responsible": self.centre.officers["specialist"], **facts}
        return self.leader.write(create_task, NewTask.model_validate({"title": title, **given})).task

    def state(self, task: str) -> TaskState:
        """How a task stands."""
        return read_task(self.leader.db, task).state

    def open(self, role: str) -> Register:
        """One more officer."""
        return self.centre.open(role)


@pytest.fixture
def office(centre: Centre) -> Office:
    """The office of Quảng Điền on Monday 23 November 2026."""
    return Office(centre)


@pytest.fixture
def stations(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Stations]:
    """Stations of Quảng Điền, added as a test needs them."""
    from tests.journal.stations import Stations

    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()
