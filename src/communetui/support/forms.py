"""The forms of the support log: one time of help, entered or corrected, and striking a line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from communedb.desk.support import add_support, correct_support, void_support
from communedb.domain.day import parse_day
from communedb.domain.moment import local, parse_utc
from communedb.domain.refusal import Reason, Refused
from communedb.domain.support import NewSupport, SupportKind
from communedb.stores.procedures import procedures_on
from communetui.catalogue.search import ProcedureSearch
from communetui.notices.told import day_text
from communetui.screens.entry import EntryForm, Part
from communetui.strings.support import support as words
from communetui.support.told import kind_text, procedure_text
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.picker import Found, Picker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from communedb.journal.pen import Shown
    from communedb.register import Register
    from communedb.stores.support import Support
    from communetui.strings.language import Text

_MOST, _DAY_LIMIT, _PEOPLE_LIMIT, _REASON_LIMIT, _NOTE_LIMIT = 7, 30, 6, 500, 500

Line = tuple[str, str]
"""Code and name of a procedure."""


def label(name: str) -> Text:
    """The label of a part."""
    return lambda: words().labels[name]


def new_form(register: Register, last: Support | None) -> EntryForm[str]:
    """Enter one time of help; it begins with the values of the officer's last entry. Its answer is what to say."""
    today = local(register.now()).date()
    parts = _parts(register, today, last)

    def work(given: dict[str, Any]) -> str:
        made = _made(given, today)
        register.write(add_support, made)
        return words().added.format(people=made.people, kind=kind_text(made.kind))

    return EntryForm(lambda: words().new_title, parts, work, about=lambda: words().about_new, help_about="support")


def correct_form(register: Register, line: Support, shown: Mapping[str, Shown]) -> EntryForm[str]:
    """Correct a line; its answer is what to say."""
    today = local(register.now()).date()
    parts = _parts(register, today, line, correcting=True)

    def work(given: dict[str, Any]) -> str:
        made = _made(given, today)
        register.write_as_shown(shown, correct_support, line.id, made)
        return words().corrected.format(day=day_text(made.helped_on.isoformat()))

    return EntryForm(lambda: words().correct_title, parts, work, help_about="support")


def void_form(register: Register, line: Support, shown: Mapping[str, Shown]) -> EntryForm[str]:
    """Ask why a line is struck; its answer is what to say."""
    told = f"{day_text(line.helped_on)} - {kind_text(line.kind)} - {line.helper}"

    def work(given: dict[str, Any]) -> str:
        register.write_as_shown(shown, void_support, line.id, given["reason"])
        return words().voided.format(day=day_text(line.helped_on))

    parts = [Part("reason", label("reason"), Field(limit=_REASON_LIMIT))]
    return EntryForm(lambda: words().void_title, parts, work, about=lambda: told, help_about="support")


def _parts(register: Register, today: date, kept: Support | None, *, correcting: bool = False) -> list[Part]:
    """What changes each time comes first; what mostly stays is passed over by Enter."""
    kinds = [Option(kind.value, lambda kind=kind: words().kinds[kind.value]) for kind in SupportKind]  # type: ignore[misc]
    no_yes = [Option(False, lambda: words().no), Option(True, lambda: words().yes)]
    # How many were helped, and whether that was filed online, are new every time.
    filed = bool(correcting and kept and kept.filed_online)
    people = str(kept.people) if kept and correcting else "1"

    def line(name: str, value: str, limit: int = 200, **more: Any) -> Part:
        hint = (lambda: words().hints[name]) if name in words().hints else None
        return Part(name, label(name), Field(value, limit=limit, hint=hint), **more)

    def day(control: Field) -> date:
        return parse_day(control.value, today) if control.value.strip() else today

    return [
        Part("kind", label("kind"), Choice(kinds, value=kept.kind if kept else None)),
        Part("people", label("people"), Field(people, limit=_PEOPLE_LIMIT), _number),
        Part("procedure", label("procedure"), _picker(register, today, kept), _procedure),
        Part("filed_online", label("filed_online"), Choice(no_yes, value=filed)),
        Part(
            "helped_on",
            label("helped_on"),
            Field(_day_kept(kept, today, correcting), limit=_DAY_LIMIT),
            day,
            aside=True,
        ),
        line("place", kept.place if kept else "", aside=True),
        line("helper", kept.helper if kept else register.officer.name, aside=True),
        line("note", kept.note if kept and correcting else "", _NOTE_LIMIT, aside=True),
    ]


def _day_kept(kept: Support | None, today: date, correcting: bool) -> str:
    """The last entry's day while a list of another day is being typed in; else today."""
    if kept is None or not (correcting or _entered_on(kept, today)):
        return f"{today:%d/%m/%Y}"
    return day_text(kept.helped_on)


def _entered_on(kept: Support, day: date) -> bool:
    try:
        return local(parse_utc(kept.entered_at)).date() == day
    except (ValueError, OverflowError):
        # Another station may have written anything there.
        return False


def _picker(register: Register, today: date, kept: Support | None) -> Picker[Line]:
    @cache
    def known() -> ProcedureSearch:
        return ProcedureSearch(procedures_on(register.db, today))

    def search(text: str) -> Sequence[Found[Line]]:
        found = known().find(text)[:_MOST]
        return [Found((one.code or "", one.name_vi), one.name_vi, one.code or "") for one in found]

    # Any words will do: the team helps with procedures of every level, which no commune's catalogue has.
    picker: Picker[Line] = Picker(search, free=True, least=2, hint=lambda: words().hints["procedure"])
    if kept is not None and procedure_text(kept):
        picker.pick((kept.procedure_code, kept.procedure_name), procedure_text(kept))
    return picker


def _procedure(control: Picker[Line]) -> Line:
    return control.picked or ("", control.value.strip())


def _number(control: Field) -> int:
    text = control.value.strip()
    if not (text.isascii() and text.isdigit()):
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field=words().labels["people"].lower(), value=text)
    return int(text)


def _made(given: dict[str, Any], today: date) -> NewSupport:
    code, name = given.pop("procedure")
    made = NewSupport.model_validate({**given, "procedure_code": code, "procedure_name": name})
    made.check(today)
    return made
