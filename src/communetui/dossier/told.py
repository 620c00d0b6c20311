"""Values of the register as people read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Protocol

from communedb.domain.moment import local, parse_utc
from communedb.domain.money import format_dong
from communetui.strings.catalogue import catalogue
from communetui.strings.dossier import dossier
from communetui.strings.dossier_course import course, journal
from communetui.strings.intake import choices
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from communetui.dossier.view import View


class Naming(Protocol):
    """Who and what is behind the keys and codes that columns hold."""

    @property
    def names(self) -> Mapping[str, str]:
        """Officers' names by their keys."""

    def unit(self, code: str | None) -> str:
        """A unit's name for its code."""


_UTC: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_OFFICERS: Final = frozenset({"officer", "to_officer", "holder"})
_UNITS: Final = frozenset({"applicant_unit", "reception_place", "official_place", "competent_agency"})


def moment_text(at: datetime) -> str:
    """An instant on the desk's clock: `14:05 23/11/2026`."""
    return f"{local(at):%H:%M %d/%m/%Y}"


def field_name(name: str) -> str:
    """The name of a column of a dossier; a scanned field may go without its `applicant_`."""
    known = values().field
    extra = journal().columns["dossier"]
    for key in (name, f"applicant_{name}"):
        if key in known or key in extra:
            return known.get(key) or extra[key]
    return name


def birth_text(kept: str) -> str:
    """A date of birth as far as it is known: `01/01/1990`, `1990`."""
    return "/".join(reversed(kept.split("-")))


def value_text(view: Naming, table: str, column: str, value: Any) -> str:
    """One value of a column in the officer's language; nothing there is said so."""
    if value is None or value == "":
        return course().empty
    named = _named(table, column)
    if named is not None:
        return named.get(str(value), str(value))
    text = str(value)
    if column in _OFFICERS:
        return view.names.get(text, text)
    if column in _UNITS:
        return view.unit(text)
    return _plain(column, value, text)


def _plain(column: str, value: Any, text: str) -> str:
    if column == "applicant_birth":
        return birth_text(text)
    if column == "fee_amount" and isinstance(value, int):
        return format_dong(value)
    if column == "active":
        return journal().yes if value else journal().no
    if column == "unchecked":
        return ", ".join(field_name(name) for name in text.split(","))
    if _DAY.fullmatch(text):
        return birth_text(text)
    return moment_text(parse_utc(text)) if _UTC.fullmatch(text) else text


def _named(table: str, column: str) -> Mapping[str, str] | None:
    """The names of the codes that a column keeps; None where it keeps plain values."""
    known: dict[tuple[str, str], Mapping[str, str]] = {
        ("dossier", "applicant_kind"): choices().kind,
        ("dossier", "applicant_sex"): choices().sex,
        ("dossier", "channel"): choices().channel,
        ("dossier", "return_method"): choices().return_method,
        ("paper", "state"): dossier().paper_states,
        ("paper", "copy_kind"): dossier().copy_kinds,
        ("event", "kind"): values().step,
        ("attachment", "kind"): journal().file_kinds,
        ("print", "state"): journal().print_states,
    }
    return known.get((table, column))


def limit_text(view: View) -> str:
    """The time limit that the promise was reckoned by."""
    from communedb.domain.time_limit import TimeLimit
    from communetui.catalogue.wording import limit_words

    kept = view.dossier.row["time_limit"]
    return limit_words(TimeLimit.model_validate_json(kept)) if kept else catalogue().not_given


def size_text(size: int) -> str:
    """A size of a file: `120 KB`, `2,4 MB`."""
    if size < 1_000_000:
        return f"{max(round(size / 1_000), 1)} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
