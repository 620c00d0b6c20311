"""The forms of feedback: entering it, each of its steps, and what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.feedback_mend import (
    attach_to_feedback,
    correct_feedback,
    take_back_feedback_step,
    void_feedback,
)
from communedb.domain.feedback import Category, FeedbackAct, FeedbackKind, Level, NewFeedback, Source, SubjectKind
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.refusal import Reason, Refused
from communedb.stores.feedback_subject import find_subject
from communetui.dossier.parts import happened, moment_of
from communetui.dossier.path_picker import PathPicker, typed_path
from communetui.dossier.told import moment_text
from communetui.feedback.parts import hint, label, line, one_of, one_of_named, prose, typed, yes_no
from communetui.feedback.sections import field_text
from communetui.screens.entry import EntryForm, Part
from communetui.strings import feedback_actions
from communetui.strings.concern import concern
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from communedb.desk.feedback import AddedFeedback, FeedbackDone
    from communedb.register import Register
    from communetui.feedback.view import View
    from communetui.strings.language import Text

K = FeedbackEventKind
_LONG: Final = 2_000


# -- entering


def add_form(register: Register, today: date) -> EntryForm[AddedFeedback]:
    """Enter feedback or a difficulty; what does not concern it is not asked."""

    def work(given: dict[str, Any]) -> AddedFeedback:
        known = {name: value for name, value in given.items() if value is not None}
        known["received_at"] = moment_of(known.pop("happened_at"), today, register.calendar())
        known.setdefault("content", "")
        if known.get("subject"):
            known["subject"] = find_subject(register.db, SubjectKind(known["subject_kind"]), known["subject"])
        return register.write(add_feedback, NewFeedback.model_validate(known))

    return EntryForm(new_title, _new_parts(today), work, help_about="feedback")


def new_title() -> str:
    """What the form is for."""
    from communetui.strings.feedback import add

    return f"{add().name}: {feedback().title.lower()}"


def _new_parts(today: date) -> list[Part]:
    def of_people(given: Mapping[str, Any]) -> bool:
        return given.get("category") == Category.FEEDBACK

    def of_task(given: Mapping[str, Any]) -> bool:
        return given.get("category") == Category.DIFFICULTY

    def named(given: Mapping[str, Any]) -> bool:
        return not given.get("anonymous")

    def about_something(given: Mapping[str, Any]) -> bool:
        return given.get("subject_kind") != SubjectKind.NONE

    senders = ("sender_name", "sender_phone", "sender_email", "sender_address")
    return [
        _names("category", Category, Category.FEEDBACK),
        _names("kind", FeedbackKind, FeedbackKind.OTHER),
        line("topic", shown=of_task),
        prose("content"),
        _names("source", Source, Source.CITIZEN),
        yes_no("anonymous", shown=of_people),
        *(line(name, shown=named) for name in senders),
        _names("subject_kind", SubjectKind, SubjectKind.NONE),
        line("subject", shown=about_something),
        happened(today),
    ]


def _names(name: str, known: Any, value: str) -> Part:
    keys = [str(one) for one in known]
    return one_of(name, lambda: {key: getattr(feedback_values(), name)[key] for key in keys}, value)


# -- steps


def title_of(name: str, view: View) -> Text:
    """What is done, with which."""
    return lambda: f"{getattr(feedback_actions, name)().name}: {view.feedback.code}"


def step_form(
    kind: FeedbackEventKind, view: View, register: Register, refused: Callable[[Refused], object]
) -> EntryForm[FeedbackDone]:
    """The form of a step; saved, it is the register's answer."""
    parts = [*_STEP_PARTS.get(kind, _text)(view), happened(view.today)]

    def work(given: dict[str, Any]) -> FeedbackDone:
        asked = {name: value for name, value in given.items() if value not in (None, "")}
        asked["happened_at"] = moment_of(asked.pop("happened_at"), view.today, register.calendar())
        act = FeedbackAct.model_validate({"kind": kind, **asked})
        return register.write_as_shown(view.feedback.shown, act_on_feedback, view.feedback.id, act)

    def about() -> str:
        state = view.state
        limits = {
            "refuse": state.refuse_due_at, "ask": state.ask_due_at, "handle": state.handle_due_at,
            "publish": state.publish_due_at,
        }  # fmt: skip
        is_limited = view.feedback.row["category"] == Category.FEEDBACK
        text = concern().about.get(kind, "") if is_limited or kind in {K.ASSIGNED, K.ESCALATED, K.CLOSED} else ""
        return text.format(**{name: moment_text(at) if at else "-" for name, at in limits.items()})

    return EntryForm(title_of(kind.value, view), parts, work, about=about, refused=refused, help_about="concern")


def _assigned(view: View) -> list[Part]:
    others = [(key, name) for key, name in view.colleagues.items() if key != view.state.holder]
    # Nobody is chosen at first: it must not go to whoever stands first in a list.
    return [one_of_named("to_officer", [("", "-"), *others]), line("text", limit=_LONG)]


def _escalated(view: View) -> list[Part]:
    present = view.feedback.row["level"]
    higher = [level for level in Level if present in set(Level) and level.is_above(Level(present))]
    names = [(level.value, feedback_values().level[level]) for level in higher]
    level = one_of_named("level", names, names[0][0] if names else "")
    return [Part("level", label("to_level"), level.control, level.read), prose("text")]


def _text(_view: View) -> list[Part]:
    return [prose("text")]


_STEP_PARTS: Final[Mapping[FeedbackEventKind, Callable[[View], list[Part]]]] = {
    K.ASSIGNED: _assigned,
    K.PUBLISHED: lambda _: [line("place"), line("text", limit=_LONG)],
    K.ESCALATED: _escalated,
    K.CLOSED: lambda _: [line("text", limit=_LONG)],
    K.NOTED: lambda _: [line("text", limit=_LONG)],
    K.REOPENED: lambda _: [line("text", limit=_LONG)],
}


# -- mending


def mend_form(name: str, view: View, register: Register, refused: Callable[[Refused], object]) -> EntryForm[str]:
    """Take back the last step, which the form names, or void."""
    job = {"take_back": take_back_feedback_step, "void": void_feedback}[name]
    last = view.state.undoable

    def work(given: dict[str, Any]) -> str:
        return register.write_as_shown(view.feedback.shown, job, view.feedback.id, given["reason"] or "")

    def about() -> str:
        if name == "void" or last is None:
            return ""
        return concern().take_back_about.format(
            step=feedback_values().step[last.kind],
            at=moment_text(last.happened_at),
            officer=view.names.get(last.officer, ""),
        )

    parts = [line("reason", limit=_LONG)]
    return EntryForm(title_of(name, view), parts, work, about=about, refused=refused, help_about="concern")


def correct_form(field: str, view: View, register: Register, reread: Callable[[], View]) -> EntryForm[str]:
    """Correct one field. When somebody else has just changed it, what they wrote is shown and then taken as seen."""
    seen = [view]

    def work(given: dict[str, Any]) -> str:
        now = seen[0].feedback
        try:
            return register.write_as_shown(
                now.shown, correct_feedback, now.id, field, now.row[field], given["new"], given["reason"] or ""
            )
        except Refused as refusal:
            if refusal.reason is Reason.CHANGED_MEANWHILE:
                seen[0] = reread()
            raise

    def about() -> str:
        return concern().old_value.format(old=field_text(field, seen[0].feedback.row[field]))

    parts = [_new_value(field, str(view.feedback.row[field] or "")), line("reason", limit=_LONG)]
    return EntryForm(title_of("correct", view), parts, work, about=about, help_about="concern")


def _new_value(field: str, present: str) -> Part:
    names = {"kind": FeedbackKind, "source": Source}.get(field)
    if names is not None:
        part = _names(field, names, present)
        return Part("new", part.label, part.control, part.read)
    control = prose("content", present).control if field == "content" else Field(present, limit=_LONG)
    return Part("new", lambda: feedback_values().field[field], control, typed)


def attach_form(view: View, register: Register, refused: Callable[[Refused], object]) -> EntryForm[str]:
    """Attach a letter or a photograph; the answer is the file's name."""

    def work(given: dict[str, Any]) -> str:
        path = typed_path(given["path"])
        register.write(attach_to_feedback, view.feedback.id, register.files.store(path), path.name)
        return path.name

    parts = [Part("path", label("path"), PathPicker(hint=hint("path")))]
    return EntryForm(title_of("attach", view), parts, work, refused=refused, help_about="concern")
