"""The desk of tests/reports, with the commune's other work: tasks, feedback, marks, help, files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.reports.conftest import BIRTH, MARITAL, RESIDENCE, Told, row_of

from communedb.desk.attachments import RESULT, SCAN, attach
from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.support import add_support
from communedb.desk.task_entry import create_task
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.support import NewSupport
from communedb.domain.task import NewTask
from communedb.files.attachments import Stored

if TYPE_CHECKING:
    from tests.centre import Centre

__all__ = ["BIRTH", "MARITAL", "RESIDENCE", "Office", "row_of"]

MISSING = ({"name": "Tờ khai", "state": "no"},)


class Office(Told):
    """What else happens in the house of the centre."""

    def file(self, dossier: str, *, result: bool = False) -> None:
        """A scan, or the result, as a file."""
        stored = Stored("0" * 64, 1_000, "application/pdf")
        self.as_("specialist").write(attach, dossier, stored, "tệp.pdf", kind=RESULT if result else SCAN)

    def ask_for_more(self, at: str, dossier: str) -> None:
        """A supplement is asked for."""
        self.step(at, dossier, "supplement_requested", reason="thiếu giấy", papers=MISSING)

    def hand_out(self, at: str, dossier: str, mark: str = "", by: str = "citizen") -> None:
        """The result is handed out, and perhaps a mark given."""
        self.step(at, dossier, "returned", recipient={"is_applicant": True})
        if mark:
            self.step(at, dossier, "rated", mark=mark, marked_by=by)

    def say(self, at: str, content: str, **more: Any) -> str:
        """Feedback or a difficulty comes in; its key."""
        self.centre.clock.set(at)
        new = {"content": content, "sender_name": "Trần Văn Phản", **more}
        return self.as_().write(add_feedback, NewFeedback.model_validate(new)).feedback

    def answer(self, at: str, feedback: str, kind: str, text: str = "đã xử lý", role: str = "leader") -> None:
        """A step of feedback."""
        self.centre.clock.set(at)
        self.as_(role).write(act_on_feedback, feedback, FeedbackAct.model_validate({"kind": kind, "text": text}))

    def task(self, at: str, title: str, due_on: str | None, **more: Any) -> str:
        """A task is assigned; its key."""
        self.centre.clock.set(at)
        return (
            self.as_("leader")
            .write(create_task, NewTask.model_validate({"title": title, "due_on": due_on} | more))
            .task
        )

    def help(self, on: str, people: int, **more: Any) -> None:
        """The team helps on this day, and the line is written in the evening."""
        self.centre.clock.set(f"{on} 17:00")
        line = {"helped_on": on, "people": people, "helper": "Ngô Minh Tổ", **more}
        self.as_().write(add_support, NewSupport.model_validate(line))


@pytest.fixture
def office(centre: Centre) -> Office:
    return Office(centre)
