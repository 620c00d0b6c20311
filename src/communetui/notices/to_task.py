"""A directive becomes a task: the form of a new task with what the directive says filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.moment import local
from communedb.stores.officers import read_officers
from communedb.stores.task_rules import read_rules
from communetui.notices.told import day_text
from communetui.tasks.fact_forms import new_form
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.desk.task_entry import Entered
    from communedb.domain.task import NewTask
    from communedb.domain.task_rules import TaskRules
    from communedb.register import Register
    from communedb.stores.notices import Notice
    from communetui.register_session import RegisterSession
    from communetui.screens.entry import EntryForm


def read_facts(register: Register) -> tuple[TaskRules, Mapping[str, str]]:
    """What the form offers: the rules of tasks, and officers by key; from a thread."""
    return read_rules(register.db), {one.id: one.name for one in read_officers(register.db)}


def task_form(
    session: RegisterSession, facts: tuple[TaskRules, Mapping[str, str]], notice: Notice
) -> EntryForm[tuple[Entered, NewTask]]:
    """The form; nothing of it is written before the officer saves."""
    form = new_form(session, (*facts, local(session.register.now()).date()), None, None)
    filled = {
        "title": notice.title,
        "document_number": notice.number,
        "document_on": day_text(notice.issued_on),
        "due_on": day_text(notice.due_on),
    }
    for name, value in filled.items():
        part = form.part(name)
        if part is not None and isinstance(part.control, Field):
            part.control.value = value
    return form
