"""The form of the list's filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.channel import Channel
from communedb.domain.day import parse_day
from communedb.domain.dossier_filter import DossierFilter, DueFilter
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.stores.filters import fields_in_use
from communedb.stores.officers import officer_names
from communetui.screens.entry import EntryForm, Part
from communetui.strings.dossier_filters import filter_texts
from communetui.strings.dossiers import dossiers
from communetui.strings.intake import choices
from communetui.strings.values import values
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from communedb.register import Register
    from communetui.strings.language import Text


class FilterFacts(NamedTuple):
    """What the form offers to choose from: fields in use, officers by key."""

    fields: list[str]
    officers: dict[str, str]


def read_facts(register: Register) -> FilterFacts:
    """Read what there is to choose from; from a thread."""
    return FilterFacts(fields_in_use(register.db), officer_names(register.db))


def filter_form(wanted: DossierFilter, facts: FilterFacts, today: date) -> EntryForm[DossierFilter]:
    """The form, filled with the present filter; what it does not offer stays as it is."""

    def work(given: dict[str, Any]) -> DossierFilter:
        first, last = given["received_from"], given["received_to"]
        if first and last and last < first:
            raise Refused(Reason.PERIOD_REVERSED, field="received_to")
        status = given.pop("status")
        return wanted.model_copy(update={**given, "statuses": (status,) if status else ()})

    status = wanted.statuses[0] if len(wanted.statuses) == 1 else None
    parts = [
        Part("status", _label("status"), _choice(list(Status)[1:], lambda v: values().status[v], status)),
        Part("due", _label("due"), _choice(list(DueFilter), lambda v: dossiers().dues[v], wanted.due)),
        Part("field", _label("field"), _choice(facts.fields, lambda v: v, wanted.field)),
        *(
            Part(name, _label(name), _choice(list(facts.officers), lambda v: facts.officers[v], getattr(wanted, name)))
            for name in ("officer", "papers_with", "offered_to")
        ),
        Part("channel", _label("channel"), _choice(list(Channel), lambda v: choices().channel[v], wanted.channel)),
        _day("received_from", "day_from", wanted.received_from, today),
        _day("received_to", "day_to", wanted.received_to, today),
        Part("open_only", _label("open_only"), _yes_no(wanted.open_only)),
        Part("unmatched", _label("unmatched"), _yes_no(wanted.unmatched)),
        Part("no_official_code", _label("no_official_code"), _yes_no(wanted.no_official_code)),
        Part("voided", _label("voided"), _yes_no(wanted.voided)),
    ]
    return EntryForm(
        lambda: filter_texts().title, parts, work, about=lambda: filter_texts().about, help_about="dossiers"
    )


def _label(name: str) -> Text:
    return lambda: str(getattr(filter_texts(), name))


def _choice(known: list[Any], said: Callable[[Any], str], value: Any) -> Choice[Any]:
    offered: list[Option[Any]] = [Option(None, lambda: filter_texts().any)]
    offered += [Option(one, lambda one=one: said(one)) for one in known]  # type: ignore[misc]  # a bound default
    return Choice(offered, value=value)


def _yes_no(value: bool) -> Choice[bool]:
    return Choice([Option(False, lambda: filter_texts().no), Option(True, lambda: filter_texts().yes)], value=value)


def _day(name: str, label: str, value: date | None, today: date) -> Part:
    field = Field(f"{value:%d/%m/%Y}" if value else "", limit=20, hint=lambda: filter_texts().day_hint)

    def read(control: Field) -> date | None:
        return parse_day(control.value, today) if control.value.strip() else None

    return Part(name, _label(label), field, read)
