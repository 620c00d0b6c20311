"""The control in which another value is entered: the one that the field has in its own form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.procedure import CopyKind
from communedb.domain.refusal import Reason, Refused
from communedb.reference.units import find_units
from communetui.dossier.parts import typed
from communetui.dossier.told import birth_text
from communetui.screens.entry import Part
from communetui.settings.entries import SWITCHES
from communetui.strings.conflicts import conflicts
from communetui.strings.dossier import dossier
from communetui.strings.feedback_values import feedback_values
from communetui.strings.intake import choices
from communetui.strings.settings import settings
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea
from communetui.widgets.picker import Found, Picker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communedb.reports.contested import Contested
    from communetui.register_session import RegisterSession

_LONG: Final = frozenset({"content", "note", "address", "condition"})
_LONGEST: Final = 2_000
_MOST: Final = 7

_NAMED: Final[Mapping[str, Callable[[], Mapping[str, str]]]] = {
    "sex": lambda: choices().sex,
    "channel": lambda: choices().channel,
    "return_method": lambda: choices().return_method,
    "state": lambda: dossier().paper_states,
    "copy_kind": lambda: {kind.value: dossier().copy_kinds[kind.value] for kind in CopyKind},
}


def entered_part(one: Contested, session: RegisterSession) -> Part:
    """The part `value` of a form, filled with the value that is shown now."""
    present = one.conflict.heads[-1].value
    text = "" if present is None else str(present)
    column = one.conflict.column.removeprefix("applicant_")
    if column in _NAMED:
        return _one_of(_NAMED[column], text)
    if one.conflict.table == "setting" and one.name in SWITCHES:
        return _one_of(lambda: {key: settings().switches[f"{one.name}:{key}"] for key in SWITCHES[one.name]}, text)
    if one.conflict.table == "feedback" and column in {"kind", "source"}:
        return _one_of(lambda: getattr(feedback_values(), column), text)
    if column in {"unit", "official_place", "competent_agency"}:
        return _unit(session, text, free=column == "competent_agency")
    if column in _LONG:
        return _part(NoteArea(text, limit=_LONGEST), typed)
    return _part(Field(birth_text(text) if column == "birth" else text), typed)


def _part(control: Any, read: Callable[[Any], Any]) -> Part:
    return Part("value", lambda: conflicts().new_value, control, read)


def _one_of(words: Callable[[], Mapping[str, str]], value: str) -> Part:
    options = [Option(key, lambda key=key: words()[key]) for key in words()]  # type: ignore[misc]  # a bound default
    return _part(Choice(options, value=value), lambda control: control.value or None)


def _unit(session: RegisterSession, present: str, *, free: bool) -> Part:
    def search(text: str) -> Sequence[Found[str]]:
        return [Found(unit.code, unit.name, unit.province_name) for unit in find_units(session.units(), text, _MOST)]

    picker: Picker[str] = Picker(search, free=free)
    if present:
        picker.pick(present, present)

    def read(control: Picker[str]) -> str | None:
        if control.picked is None and control.value.strip() and not free:
            raise Refused(Reason.UNKNOWN_UNIT, unit=control.value.strip())
        return control.picked or control.value.strip() or None

    return _part(picker, read)
