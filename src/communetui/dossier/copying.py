"""A dossier's fields on the clipboard, in the order of the provincial form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import local, parse_utc
from communetui.dossier.told import value_text
from communetui.screens.base import BaseScreen
from communetui.strings.copying import copying

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communetui.dossier.view import View

PROVINCIAL_ORDER: Final = (
    "procedure_code",
    "procedure_name",
    "applicant_kind",
    "applicant_name",
    "applicant_sex",
    "applicant_birth",
    "applicant_id_number",
    "applicant_phone",
    "applicant_email",
    "applicant_address",
    "applicant_unit",
    "submitter_name",
    "submitter_id_number",
    "submitter_phone",
    "content",
    "sets",
    "channel",
    "return_method",
    "received_at",
    "due_at",
    "fee_amount",
    "note",
)
"""The fields of the form on which a provincial system takes a dossier in, from top to bottom."""


def provincial_text(view: View) -> str:
    """One field a line; an empty field is an empty line, so that each stands where the form has it."""
    return "\n".join(_told(view, name) for name in PROVINCIAL_ORDER)


def _told(view: View, name: str) -> str:
    if name == "due_at":
        due = view.state.due_at
        return f"{local(due):%d/%m/%Y %H:%M}" if due else ""
    value = view.dossier.row[name]
    if value is None or value == "":
        return ""
    if name == "received_at":
        return f"{local(parse_utc(value)):%d/%m/%Y %H:%M}"
    if name == "fee_amount":
        return str(value)
    names = _named().get(name)
    told = str(names.get(value, value)) if names else value_text(view, "dossier", name, value)
    # A line break inside a field would move all those below it.
    return " ".join(told.split())


def _named() -> dict[str, Mapping[Any, str]]:
    """The provincial form is Vietnamese in whatever language the officer works."""
    from communedb.dossier_files.values import CHANNEL_NAMES, KIND_NAMES, RETURN_NAMES, SEX_NAMES

    return {
        "applicant_kind": KIND_NAMES,
        "applicant_sex": SEX_NAMES,
        "channel": CHANNEL_NAMES,
        "return_method": RETURN_NAMES,
    }


class Copying(BaseScreen[None]):
    """What a dossier's screen does to copy it."""

    view: View | None

    def do_copy_fields(self) -> None:
        """Put the fields on the clipboard and say so."""
        if self.view is None:
            return
        text = provincial_text(self.view)
        self.app.copy_to_clipboard(text)
        given = sum(bool(line) for line in text.split("\n"))
        self.notice.tell(copying().copied.format(count=given, code=self.view.dossier.code))
