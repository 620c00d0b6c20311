"""The filter of the list of feedback: its form, and in one line of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.day import parse_day
from communedb.domain.dossier_filter import DueFilter
from communedb.domain.feedback import Category, FeedbackKind, Level, Source
from communedb.domain.feedback_filter import FeedbackFilter
from communedb.domain.feedback_steps import FeedbackStatus
from communedb.domain.refusal import Reason, Refused
from communetui.feedback.parts import label, one_of, one_of_named, yes_no
from communetui.screens.entry import EntryForm, Part
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


def is_narrowed(wanted: FeedbackFilter) -> bool:
    """Whether anything is left out of the list."""
    return wanted != FeedbackFilter()


def filter_line(wanted: FeedbackFilter, officers: Mapping[str, str]) -> str:
    """`Lọc: Quá hạn; Lỗi phần mềm`; `officers` are names by key."""
    parts = list(_parts(wanted, officers))
    return feedback().filters.format(what="; ".join(parts)) if parts else feedback().no_filters


def _parts(wanted: FeedbackFilter, officers: Mapping[str, str]) -> Iterator[str]:
    words, named = feedback(), feedback_values()
    if wanted.category:
        yield named.category[wanted.category]
    yield from (named.status[status] for status in wanted.statuses)
    if wanted.due:
        yield words.dues[wanted.due]
    if wanted.kind:
        yield named.kind[wanted.kind]
    if wanted.topic:
        yield wanted.topic
    if wanted.source:
        yield named.source[wanted.source]
    if wanted.level:
        yield named.level[wanted.level]
    if wanted.officer:
        yield officers.get(wanted.officer, wanted.officer)
    if wanted.received_from:
        yield words.received_from.format(day=f"{wanted.received_from:%d/%m/%Y}")
    if wanted.received_to:
        yield words.received_to.format(day=f"{wanted.received_to:%d/%m/%Y}")
    flags = {
        words.open_only: wanted.open_only,
        words.unassigned: wanted.unassigned,
        words.with_voided: wanted.voided,
    }
    yield from (name for name, is_on in flags.items() if is_on)


def filter_form(wanted: FeedbackFilter, officers: Mapping[str, str], today: date) -> EntryForm[FeedbackFilter]:
    """The form, filled with the present filter; what it does not offer stays as it is."""

    def work(given: dict[str, Any]) -> FeedbackFilter:
        first, last = given["received_from"], given["received_to"]
        if first and last and last < first:
            raise Refused(Reason.PERIOD_REVERSED, field="received_to")
        status = given.pop("status")
        chosen = {**given, "statuses": (status,) if status else ()}
        return FeedbackFilter.model_validate(wanted.model_dump() | chosen)

    status = wanted.statuses[0] if len(wanted.statuses) == 1 else ""
    parts = [
        _any_of("category", Category, lambda: feedback_values().category, wanted.category),
        _any_of("status", list(FeedbackStatus)[1:], lambda: feedback_values().status, status),
        _any_of("due", DueFilter, lambda: feedback().dues, wanted.due),
        _any_of("kind", FeedbackKind, lambda: feedback_values().kind, wanted.kind),
        _any_of("source", Source, lambda: feedback_values().source, wanted.source),
        _any_of("level", Level, lambda: feedback_values().level, wanted.level),
        one_of_named("officer", [("", feedback().any), *officers.items()], wanted.officer or ""),
        _day("received_from", wanted.received_from, today),
        _day("received_to", wanted.received_to, today),
        yes_no("open_only", value=wanted.open_only),
        yes_no("unassigned", value=wanted.unassigned),
        yes_no("voided", value=wanted.voided),
    ]
    return EntryForm(lambda: feedback().filter_title, parts, work, help_about="feedback")


def _any_of(name: str, known: Any, words: Any, value: str | None) -> Part:
    keys = [str(one) for one in known]
    return one_of(name, lambda: {"": feedback().any} | {key: words()[key] for key in keys}, value or "")


def _day(name: str, value: date | None, today: date) -> Part:
    field = Field(f"{value:%d/%m/%Y}" if value else "", limit=20, hint=lambda: feedback().hints[name])

    def read(control: Field) -> date | None:
        return parse_day(control.value, today) if control.value.strip() else None

    return Part(name, label(name), field, read)
