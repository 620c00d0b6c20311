"""The form for each thing that can be done with a dossier, and what is said when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.event import EventKind
from communedb.domain.workflow import STEPS
from communetui.dossier.course import step_name
from communetui.dossier.mend_forms import correct_form, match_form, outside_code_form, take_back_form, void_form
from communetui.dossier.step_forms import step_form
from communetui.dossier.told import field_name, moment_text
from communetui.strings import dossier_actions
from communetui.strings.dossier import dossier
from communetui.strings.dossier_forms import form_texts
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.desk.act import Done
    from communedb.domain.refusal import Refused
    from communetui.dossier.view import View
    from communetui.register_session import RegisterSession
    from communetui.screens.entry import EntryForm
    from communetui.strings.language import Text

_MENDS = {
    "take_back": take_back_form,
    "void": void_form,
    "match": match_form,
    "outside_code": outside_code_form,
}


def form_title(name: str, view: View) -> Text:
    """What is done, with which dossier of whom."""

    def said() -> str:
        action = getattr(dossier_actions, name, None)
        step = action().name if action is not None else field_name(name)
        row = view.dossier.row
        return form_texts().title.format(step=step, code=row["code"], name=row["applicant_name"])

    return said


def form_of(name: str, view: View, session: RegisterSession, refused: Callable[[Refused], object]) -> EntryForm[Any]:
    """The form of a step, or of what mends or adds; not of a correction, which needs a field."""
    title = form_title(name, view)
    if name in STEPS:
        return step_form(EventKind(name), title, view, session.register, refused)
    return _MENDS[name](title, view, session.register, refused)


def correction_of(field: str, view: View, session: RegisterSession, reread: Callable[[], View]) -> EntryForm[str]:
    """The form that corrects a field."""
    return correct_form(field, form_title("correct", view), view, session, reread)


def said_of_step(name: str, done: Done, view: View) -> str:
    """What is said after a step: that it is done, and the promise if it is another one."""
    said = dossier().saved.format(step=values().step[name])
    if done.due_at is not None and done.due_at != view.state.due_at:
        said += " " + dossier().due_now.format(due=moment_text(done.due_at))
    return said


def said_of_mend(name: str, answer: str, view: View) -> str:
    """What is said after something was mended or added."""
    words = dossier()
    if name == "take_back":
        undone = view.state.undoable
        return words.taken_back.format(step=step_name(undone.kind) if undone else "-")
    told = {"void": words.voided, "match": words.matched, "outside_code": words.outside_added}
    return told[name].format(procedure=answer, code=answer)
