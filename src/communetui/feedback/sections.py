"""What stands on the screen of one piece of feedback: its head, its facts, its events, its journal."""

from __future__ import annotations

from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING

from communedb.domain.feedback import Category
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.moment import local
from communedb.domain.phone import show_phone
from communetui.dossier.sections import Target
from communetui.dossier.told import moment_text, size_text
from communetui.feedback.told import told_moment
from communetui.strings.concern import concern
from communetui.strings.conflicts import conflicts
from communetui.strings.dossier_course import journal
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values
from communetui.strings.findings import finding_text
from communetui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communedb.domain.feedback_event import FeedbackEvent
    from communedb.journal.history import Change
    from communetui.feedback.view import View


class Section(IntEnum):
    """The sections, in the order in which Tab shows them."""

    INFO = 0
    EVENTS = 1
    HISTORY = 2


def section_bar(view: View, chosen: Section) -> str:
    """`[Thông tin]  Diễn biến 6   Lịch sử`."""
    words = concern()
    names = (words.info, words.events.format(count=len(view.feedback.events)), words.history)
    return " " + " ".join(f"[{name}]" if at == chosen else f" {name} " for at, name in enumerate(names))


def head_text(view: View) -> str:
    """Where it stands, by when what is owed, who has it; a line that begins with ! wants to be looked at."""
    words, texts, named, row, state = concern(), feedback(), feedback_values(), view.feedback.row, view.state
    status = words.void if state.voided else named.status[state.status]
    due = f"{view.standing.moment}, {view.standing.long}" if view.standing.due_at else words.no_limit
    holder = view.names.get(state.holder, state.holder) or texts.nobody
    category = named.category.get(row["category"], row["category"])
    lines = [
        f"{texts.status}: {status}   {texts.due}: {due}",
        f"{category}: {named.kind.get(row['kind'], row['kind'])}   {texts.holder}: {holder}",
        *(f"! {finding_text(finding)}" for finding in state.findings),
    ]
    if view.contested:
        fields = ", ".join(named.field.get(one.conflict.column, one.conflict.column) for one in view.contested)
        lines.append("! " + conflicts().on_dossier.format(fields=fields))
    return "\n".join(f" {line}" for line in lines)


_NAMED = frozenset({"category", "kind", "source", "subject_kind", "level"})
"""The columns whose codes have names."""

_FACTS = (
    "kind", "topic", "source", "anonymous", "sender_name", "sender_phone", "sender_email", "sender_address", "level",
    "received_at",
)  # fmt: skip


def info_entries(view: View) -> list[Entry]:
    """The facts that are known; Enter on one corrects it, on a file opens it."""
    return list(_info(view))


def _info(view: View) -> Iterator[Entry]:
    words, named, row = concern(), feedback_values(), view.feedback.row
    yield _fact(view, "content")
    if view.state.answer:
        yield Entry(words.answer, view.state.answer)
    yield from (_fact(view, name) for name in _FACTS if row[name] not in (None, "", 0))
    if view.subject is not None:
        kind = named.subject_kind.get(row["subject_kind"], row["subject_kind"])
        yield Entry(words.subject, f"{kind} {view.subject.code} {view.subject.title}".rstrip(), Target("subject", ""))
    yield from _limits(view)
    if view.came_from is not None:
        yield Entry(words.escalated_from, view.came_from.code, Target("feedback", view.came_from.key))
    for other in view.became:
        told = f"{other.code}, {named.status.get(other.status, other.status).lower()}"
        yield Entry(words.escalated_to, told, Target("feedback", other.key))
    for file in view.feedback.attachments:
        yield Entry(words.file, f"{file['name']}, {size_text(file['size'])}", Target("file", file["id"]))


def _fact(view: View, name: str) -> Entry:
    sign = f"  {conflicts().mark}" if view.is_contested(name) else ""
    value = field_text(name, view.feedback.row[name])
    return Entry(feedback_values().field[name], value + sign, Target("field", name))


def field_text(name: str, value: object) -> str:
    """One value of a column of feedback in the officer's language; nothing there is said so."""
    if value in (None, ""):
        return concern().empty
    text = str(value)
    if name == "anonymous":
        return feedback().yes if value else feedback().no
    if name == "received_at":
        return told_moment(text)
    if name == "sender_phone":
        return show_phone(text)
    known: Mapping[str, str] = getattr(feedback_values(), name) if name in _NAMED else {}
    return known.get(text, text)


def _limits(view: View) -> Iterator[Entry]:
    words, state = concern(), view.state
    if view.feedback.row["category"] != Category.FEEDBACK:
        return
    limits = {
        words.refuse_by: state.refuse_due_at,
        words.ask_by: state.ask_due_at,
        words.handle_by: state.handle_due_at,
        words.publish_by: state.publish_due_at,
    }
    yield from (Entry(name, moment_text(at)) for name, at in limits.items() if at is not None)


def event_entries(view: View) -> list[Entry]:
    """Every event, the newest first: when, what, who, and what belongs to it."""
    return [_event(view, event) for event in reversed(view.feedback.events)]


def _event(view: View, event: FeedbackEvent) -> Entry:
    words = concern()
    head = words.line.format(
        step=feedback_values().step[event.kind], officer=view.names.get(event.officer, event.officer)
    )
    if event.id in view.taken_back:
        head += words.was_taken_back
    return Entry(moment_text(event.happened_at), "\n".join([head, *_event_lines(view, event)]))


def _event_lines(view: View, event: FeedbackEvent) -> Iterator[str]:
    words, named = concern(), feedback_values()
    if event.to_officer:
        yield words.to_officer.format(officer=view.names.get(event.to_officer, event.to_officer))
    if event.takes_back:
        undone = next((e for e in view.feedback.events if e.id == event.takes_back), None)
        yield words.takes_back.format(step=named.step[undone.kind] if undone else "-")
    if event.reason:
        yield event.reason
    if event.kind is FeedbackEventKind.ESCALATED:
        yield words.escalated.format(code=event.details.get("code", "-"))
    if place := event.details.get("place"):
        yield words.place.format(place=place)
    if event.due_at:
        name = words.publish_by if event.kind is FeedbackEventKind.ANSWERED else words.handle_by
        yield f"{name}: {moment_text(event.due_at)}"
    if field := event.details.get("field"):
        old, new = (field_text(str(field), event.details.get(which)) for which in ("old", "new"))
        yield words.changed.format(field=named.field.get(str(field), str(field)), old=old, new=new)
    if local(event.entered_at).date() != local(event.happened_at).date():
        yield words.entered.format(at=moment_text(event.entered_at))


def history_entries(view: View) -> list[Entry]:
    """Every change of its own values, from what to what; the changes of one save stand together."""
    own = [change for change in view.changes if change.table == "feedback"]
    entries = []
    for (at, officer, created), changes in groupby(own, key=lambda one: (one.at, one.officer, one.created)):
        lines = [line for change in changes if (line := _change(change))]
        what = journal().created if created else ""
        head = journal().line.format(
            officer=view.names.get(officer, officer), table=conflicts().tables["feedback"], what=what
        )
        entries.append(Entry(moment_text(at), "\n".join([head, *lines])))
    return entries[::-1]


def _change(change: Change) -> str:
    """One value in a line; empty for what only the program understands, and for what was empty from the start."""
    name = feedback_values().field.get(change.column)
    if name is None or change.column in {"station", "subject", "escalated_from"}:
        return ""
    if change.created:
        return f"{name}: {field_text(change.column, change.new)}" if change.new not in (None, "", 0) else ""
    old, new = field_text(change.column, change.old), field_text(change.column, change.new)
    return concern().changed.format(field=name, old=old, new=new)
