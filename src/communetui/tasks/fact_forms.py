"""The forms of a task's facts: entering one, correcting one, adding evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.desk.task_entry import create_task
from communedb.desk.task_mend import correct_task, shown_value
from communedb.desk.task_steps import attach_evidence
from communedb.domain.intake import LONG
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import CORRECTABLE, Level, NewTask, Rhythm
from communetui.dossier.parts import typed
from communetui.dossier.path_picker import PathPicker, typed_path
from communetui.screens.entry import EntryForm, Part
from communetui.strings.task_actions import new_child
from communetui.strings.task_forms import task_forms
from communetui.strings.task_values import block_text, task_values
from communetui.strings.tasks import new_task
from communetui.tasks.forms import form_title
from communetui.tasks.parts import (
    day,
    hint,
    label,
    line,
    money,
    one_named,
    one_of,
    said_beside,
    several,
    task_above,
    unit,
)
from communetui.tasks.sections import label_of, value_of
from communetui.tasks.told import day_text
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from communedb.desk.task_entry import Entered
    from communedb.domain.task_rules import TaskRules
    from communetui.register_session import RegisterSession
    from communetui.strings.language import Text
    from communetui.tasks.view import View

CORRECTED: Final = CORRECTABLE
"""The facts offered for correction."""

USUAL_BLOCK: Final = NewTask.model_fields["block"].default
"""Most of what reaches a commune is for its People's Committee."""

_LONGEST: Final = 2_000
_PROSE: Final = frozenset({"title", "expected", "note"})


# -- entering


def new_form(
    session: RegisterSession, facts: tuple[TaskRules, Mapping[str, str], date], above: View | None, last: NewTask | None
) -> EntryForm[tuple[Entered, NewTask]]:
    """A new task, under another one if `above` is given; `last` is the one entered before, whose directive stays."""
    rules, officers, today = facts
    before = last or (_as_child(above) if above else None)
    parts = [*_first(before, session, rules, above, today), *_more(before, officers, above, session, today)]

    def work(given: dict[str, Any]) -> tuple[Entered, NewTask]:
        coordinating = tuple(part.strip() for part in (given.pop("coordinating") or "").split(";") if part.strip())
        told = {name: value for name, value in given.items() if value not in (None, "")}
        if "title" not in told:
            raise Refused(Reason.STEP_NEEDS_MORE, step="", needs="title")
        new = NewTask.model_validate({**told, "coordinating": coordinating})
        with said_beside(parts):
            return session.register.write(create_task, new), new

    def about() -> str:
        if above is None:
            return task_forms().about["new_task"]
        due = day_text(above.state.due_on) or task_forms().none
        return task_forms().about["new_child"].format(code=above.task.code, due=due)

    title: Text = (lambda: new_task().name) if above is None else (lambda: new_child().name)
    return EntryForm(title, parts, work, about=about, help_about="tasks")


def _as_child(above: View) -> NewTask:
    """What a child mostly has from its parent."""
    facts = above.task.facts
    return NewTask.model_construct(
        title="",
        block=facts.block,
        level=facts.level,
        lead_unit=facts.lead_unit,
        document_number=facts.document_number,
        document_on=facts.document_on,
        reports=facts.reports,
        parent=above.task.id,
    )


def _unit_said(told: str, session: RegisterSession, above: View | None) -> str:
    """A unit by its name; one of the form before was found among those that the session has read since."""
    if above is not None or not told.isdecimal():
        return above.unit(told) if above is not None else told
    return next((one.name for one in session.units() if one.code == told), told)


def _first(
    before: NewTask | None, session: RegisterSession, rules: TaskRules, above: View | None, today: date
) -> list[Part]:
    lead = (before.lead_unit, _unit_said(before.lead_unit, session, above)) if before else ()
    block = before.block if before else USUAL_BLOCK if USUAL_BLOCK in rules.blocks else rules.blocks[0]
    level = before.level if before else Level.PROVINCE
    return [
        line("title", limit=_LONGEST),
        line("document_number", before.document_number if before else ""),
        day("document_on", today, before.document_on if before else None),
        one_of("level", lambda: {one.value: task_values().level[one] for one in Level}, level),
        one_of("block", lambda: {one: block_text(one) for one in rules.blocks}, block),
        unit("lead_unit", session, rules.units, *lead),
        day("due_on", today),
    ]


def _more(
    before: NewTask | None, officers: Mapping[str, str], above: View | None, session: RegisterSession, today: date
) -> list[Part]:
    rhythm = before.reports if before else Rhythm.WEEKLY
    parent, said = (above.task.id, above.row.title) if above else ("", "")
    return [
        one_named("responsible", officers),
        one_of("reports", lambda: {one.value: task_values().reports[one] for one in Rhythm}, rhythm),
        day("start_on", today, aside=True),
        line("expected", limit=_LONGEST, aside=True),
        line("coordinating", limit=_LONGEST, aside=True),
        money("budget_assigned", aside=True),
        task_above("parent", session, parent, said, aside=True),
        several("followers", officers, aside=True),
        line("code", aside=True),
        line("note", limit=_LONGEST, aside=True),
    ]


# -- correcting


def correct_form(field: str, view: View, session: RegisterSession, reread: Callable[[], View]) -> EntryForm[str]:
    """Correct one fact. When somebody else has just changed it, what they wrote is shown and then taken as seen."""
    seen = [view]
    register = session.register

    def work(given: dict[str, Any]) -> str:
        now = seen[0]
        old = shown_value(now.task.facts, now.state, field)
        try:
            with said_beside(parts):
                return register.write_as_shown(
                    now.task.shown, correct_task, now.task.id, field, old, given["new"], given["reason"] or ""
                )
        except Refused as refusal:
            if refusal.reason is not Reason.CHANGED_MEANWHILE:
                raise
            seen[0] = reread()
            told = value_of(seen[0], field) or task_forms().none
            raise Refused(refusal.reason, **{**refusal.facts, "value": told}) from refusal

    def about() -> str:
        return task_forms().old.format(old=value_of(seen[0], field) or task_forms().none)

    parts = [_new_value(field, view, session), line("reason", limit=_LONGEST)]
    form = EntryForm(
        form_title("correct", view), parts, work, about=about, refused=lambda _: form.say_about(), help_about="task"
    )
    return form


def _new_value(field: str, view: View, session: RegisterSession) -> Part:
    """The control that the field has in the form for a new task."""
    facts = view.task.facts
    present = shown_value(facts, view.state, field)
    made = {
        "block": lambda: one_of("new", lambda: {one: block_text(one) for one in view.rules.blocks}, present),
        "level": lambda: one_of("new", lambda: {one.value: task_values().level[one] for one in Level}, present),
        "reports": lambda: one_of("new", lambda: {one.value: task_values().reports[one] for one in Rhythm}, present),
        "lead_unit": lambda: unit("new", session, view.rules.units, present, view.unit(present)),
        "parent": lambda: task_above("new", session, present, view.parent.row.title if view.parent else ""),
        "followers": lambda: _followers(view),
    }
    if field in made:
        part = made[field]()
        return Part("new", lambda: label_of(field), part.control, part.read)
    text = value_of(view, field) if field.endswith("_on") or field == "coordinating" else present
    control = NoteArea(text, limit=LONG) if field in _PROSE else Field(text, limit=_LONGEST, hint=hint(field))
    return Part("new", lambda: label_of(field), control, typed)


def _followers(view: View) -> Part:
    part = several("new", view.colleagues, view.task.facts.followers)
    return Part("new", part.label, part.control, lambda control: "; ".join(control.ticked))


# -- evidence


def evidence_form(view: View, session: RegisterSession, refused: Callable[[Refused], object]) -> EntryForm[str]:
    """Attach a file to the task; the answer is its name."""
    register = session.register

    def work(given: dict[str, Any]) -> str:
        path = typed_path(given["path"])
        stored = register.files.store(path)
        register.write_as_shown(view.task.shown, attach_evidence, view.task.id, stored, path.name)
        return path.name

    part = Part("path", label("path"), PathPicker(hint=hint("path")))
    return EntryForm(
        form_title("attach", view), [part], work,
        about=lambda: task_forms().about["attach"], refused=refused, help_about="task",
    )  # fmt: skip
