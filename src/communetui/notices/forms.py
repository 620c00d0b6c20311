"""The forms of notices: a new one, and withdrawing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.notices import add_notice, withdraw_notice
from communedb.domain.day import parse_day
from communedb.domain.notice import BODY_LIMIT, NewNotice, NoticeKind
from communetui.screens.entry import EntryForm, Part
from communetui.strings.notices import notices
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from communedb.journal.pen import Shown
    from communedb.register import Register
    from communedb.stores.notices import Notice
    from communetui.strings.language import Text

_DAY_LIMIT, _TITLE_LIMIT, _REASON_LIMIT = 30, 500, 500


def label(name: str) -> Text:
    """The label of a part."""
    return lambda: notices().labels[name]


def notice_form(register: Register, today: date) -> EntryForm[str]:
    """The form of a notice that came by hand; its answer is the title."""
    kinds = [Option(kind.value, lambda kind=kind: notices().kinds[kind.value]) for kind in NoticeKind]  # type: ignore[misc]

    def day(name: str) -> Part:
        def read(control: Field) -> date | None:
            return parse_day(control.value, today) if control.value.strip() else None

        return Part(name, label(name), Field(limit=_DAY_LIMIT, hint=lambda: notices().hints[name]), read)

    def line(name: str, limit: int = 200) -> Part:
        hint = (lambda: notices().hints[name]) if name in notices().hints else None
        return Part(name, label(name), Field(limit=limit, hint=hint))

    parts = [
        Part("kind", label("kind"), Choice(kinds)),
        line("number"),
        line("title", _TITLE_LIMIT),
        line("issued_by"),
        day("issued_on"),
        day("due_on"),
        Part("body", label("body"), NoteArea(limit=BODY_LIMIT), aside=True),
    ]

    def work(given: dict[str, Any]) -> str:
        notice = NewNotice.model_validate({**given, "issued_on": given["issued_on"] or today})
        register.write(add_notice, notice)
        return notice.title

    return EntryForm(lambda: notices().new_title, parts, work, help_about="notices")


def withdraw_form(register: Register, notice: Notice, shown: Mapping[str, Shown]) -> EntryForm[str]:
    """The form that asks why; its answer is the title."""

    def work(given: dict[str, Any]) -> str:
        register.write_as_shown(shown, withdraw_notice, notice.id, given["reason"])
        return notice.title

    parts = [Part("reason", label("reason"), Field(limit=_REASON_LIMIT))]
    title = f"{notice.number} {notice.title}".strip()
    return EntryForm(lambda: notices().withdraw_title, parts, work, about=lambda: title, help_about="notices")
