"""The forms that mend and add: correct, take back, void, match, another system's code."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from communedb.desk.catalogue import match_procedure
from communedb.desk.mend import CORRECTABLE, correct, take_back, void
from communedb.desk.outside_codes import note_outside_code
from communedb.domain.intake import OutsideCode
from communedb.domain.refusal import Reason, Refused
from communedb.reference.units import find_units
from communedb.stores.procedures import procedures_on
from communetui.catalogue.search import ProcedureSearch
from communetui.dossier.course import step_name
from communetui.dossier.parts import hint, label, line, typed
from communetui.dossier.told import birth_text, field_name, moment_text, value_text
from communetui.screens.entry import EntryForm, Part
from communetui.strings.dossier import dossier
from communetui.strings.dossier_forms import form_texts
from communetui.strings.intake import choices
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea
from communetui.widgets.picker import Found, Picker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communedb.domain.procedure import Procedure
    from communedb.register import Register
    from communetui.dossier.view import View
    from communetui.register_session import RegisterSession
    from communetui.strings.language import Text

CORRECTED: Final = tuple(name for name in CORRECTABLE if name != "unchecked")
"""The fields offered; that something was compared with the card has an action of its own."""

_LONG: Final = frozenset({"content", "note", "applicant_address"})
_LONGEST: Final = 2_000
_MOST: Final = 7


def correct_form(
    field: str, title: Text, view: View, session: RegisterSession, reread: Callable[[], View]
) -> EntryForm[str]:
    """Correct one field. When somebody else has just changed it, what they wrote is shown and then taken as seen."""
    seen = [view]
    register = session.register

    def work(given: dict[str, Any]) -> str:
        now = seen[0]
        old = now.dossier.row[field]
        reason = given["reason"] or ""
        kept = None if old is None else str(old)
        try:
            return register.write_as_shown(
                now.dossier.shown, correct, now.dossier.id, field, kept, given["new"], reason
            )
        except Refused as refusal:
            if refusal.reason is Reason.CHANGED_MEANWHILE:
                seen[0] = reread()
            raise

    def about() -> str:
        return form_texts().correct_about.format(old=value_text(seen[0], "dossier", field, seen[0].dossier.row[field]))

    parts = [_new_value(field, view, session), line("reason", limit=_LONGEST)]
    return EntryForm(title, parts, work, about=about)


def _new_value(field: str, view: View, session: RegisterSession) -> Part:
    present = view.dossier.row[field]
    text = "" if present is None else str(present)
    words = _NAMED.get(field)
    if words is not None:
        options = [Option(key, lambda key=key: words()[key]) for key in words()]  # type: ignore[misc]  # a bound default
        return Part("new", lambda: field_name(field), Choice(options, value=text), lambda c: c.value or None)
    if field in {"applicant_unit", "official_place", "competent_agency"}:
        return _unit(field, view, session, free=field == "competent_agency")
    if field in _LONG:
        return Part("new", lambda: field_name(field), NoteArea(text, limit=_LONGEST), typed)
    shown = birth_text(text) if field == "applicant_birth" else text
    return Part("new", lambda: field_name(field), Field(shown), typed)


_NAMED: Final[Mapping[str, Callable[[], Mapping[str, str]]]] = {
    "applicant_sex": lambda: choices().sex,
    "channel": lambda: choices().channel,
    "return_method": lambda: choices().return_method,
}


def _unit(field: str, view: View, session: RegisterSession, *, free: bool) -> Part:
    def search(text: str) -> Sequence[Found[str]]:
        return [Found(unit.code, unit.name, unit.province_name) for unit in find_units(session.units(), text, _MOST)]

    picker: Picker[str] = Picker(search, free=free)
    present = view.dossier.row[field]
    if present:
        picker.pick(present, view.unit(present))

    def read(control: Picker[str]) -> str | None:
        if control.picked is None and control.value.strip() and not free:
            raise Refused(Reason.UNKNOWN_UNIT, unit=control.value.strip())
        return control.picked or control.value.strip() or None

    return Part("new", lambda: field_name(field), picker, read)


def take_back_form(title: Text, view: View, register: Register, refused: Callable[[Refused], object]) -> EntryForm[str]:
    """Take back the last step, which the form names."""
    last = view.state.undoable

    def about() -> str:
        if last is None:
            return ""
        return form_texts().take_back_about.format(
            step=step_name(last.kind), at=moment_text(last.happened_at), officer=view.names.get(last.officer, "")
        )

    def work(given: dict[str, Any]) -> str:
        return register.write_as_shown(view.dossier.shown, take_back, view.dossier.id, given["reason"] or "")

    return EntryForm(title, [line("reason", limit=_LONGEST)], work, about=about, refused=refused)


def void_form(title: Text, view: View, register: Register, refused: Callable[[Refused], object]) -> EntryForm[str]:
    """Make a dossier void."""

    def work(given: dict[str, Any]) -> str:
        return register.write_as_shown(view.dossier.shown, void, view.dossier.id, given["reason"] or "")

    parts = [line("reason", limit=_LONGEST)]
    return EntryForm(title, parts, work, about=lambda: form_texts().about["void"], refused=refused)


def match_form(title: Text, view: View, register: Register, refused: Callable[[Refused], object]) -> EntryForm[str]:
    """Match a procedure typed by hand with one of the catalogue; the answer is its code and name."""

    @cache
    def known() -> ProcedureSearch:
        return ProcedureSearch(one for one in procedures_on(register.db, view.today) if one.code)

    def search(text: str) -> Sequence[Found[Procedure]]:
        return [Found(one, one.name_vi, one.code) for one in known().find(text)[:_MOST]]

    def work(given: dict[str, Any]) -> str:
        procedure: Procedure | None = given["procedure"]
        if procedure is None:
            raise Refused(Reason.STEP_NEEDS_MORE, step="match", needs="procedure")
        register.write_as_shown(view.dossier.shown, match_procedure, view.dossier.id, procedure.code)
        return f"{procedure.code} {procedure.name_vi}"

    def about() -> str:
        return form_texts().about["match"].format(name=view.dossier.row["procedure_name"])

    picker = Picker(search, hint=hint("procedure"))
    part = Part("procedure", label("procedure"), picker, lambda control: control.picked)
    return EntryForm(title, [part], work, about=about, refused=refused)


def outside_code_form(
    title: Text, view: View, register: Register, refused: Callable[[Refused], object], systems: list[str] | None = None
) -> EntryForm[str]:
    """Note the code of another system; the answer is that code.

    `systems` are those that codes were entered of before: the last one is filled in, and what is saved is added. Then
    the code comes first, which is all that is left to type.
    """

    def work(given: dict[str, Any]) -> str:
        outside = OutsideCode(system=given["system"] or "", code=given["code"] or "")
        register.write_as_shown(view.dossier.shown, note_outside_code, view.dossier.id, outside)
        if systems is not None:
            systems.append(outside.system)
        return outside.code

    parts = [line("code"), line("system", systems[-1])] if systems else [line("system"), line("code")]
    return EntryForm(title, parts, work, refused=refused)


def mark_checked(view: View, register: Register) -> str:
    """Note that what was scanned was compared with the card; from a thread."""
    present = view.dossier.row["unchecked"]
    shown, key = view.dossier.shown, view.dossier.id
    return register.write_as_shown(shown, correct, key, "unchecked", present, None, dossier().checked_reason)
