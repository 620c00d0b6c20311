"""A filter of the list in one line of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.dossier_filter import DossierFilter, Sort
from communedb.domain.moment import local, parse_utc
from communetui.strings.dossiers import dossiers
from communetui.strings.intake import choices
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

_ORDERS = frozenset({"text", "sort", "descending"})


def is_narrowed(wanted: DossierFilter) -> bool:
    """Whether a filter is on; what is typed in the search and the order are none."""
    plain = DossierFilter().model_dump(exclude=set(_ORDERS))
    return wanted.model_dump(exclude=set(_ORDERS)) != plain


def filter_line(wanted: DossierFilter, officers: Mapping[str, str]) -> str:
    """`Lọc: quá hạn; Hộ tịch | Xếp theo ngày hẹn, tăng dần`; `officers` are names by key."""
    words = dossiers()
    parts = list(_parts(wanted, officers))
    filters = words.filters.format(what="; ".join(parts)) if parts else words.no_filters
    order = words.orders["down" if wanted.descending else "up"]
    return f"{filters} | {words.sorted_by.format(what=words.sorts[wanted.sort], order=order)}"


def _parts(wanted: DossierFilter, officers: Mapping[str, str]) -> Iterator[str]:
    words = dossiers()
    if wanted.statuses:
        yield ", ".join(values().status[status] for status in wanted.statuses)
    if wanted.due:
        yield words.dues[wanted.due]
    if wanted.field:
        yield wanted.field
    if wanted.officer:
        yield officers.get(wanted.officer, wanted.officer)
    if wanted.papers_with:
        yield words.papers_with.format(name=officers.get(wanted.papers_with, wanted.papers_with))
    if wanted.offered_to:
        yield words.offered_to.format(name=officers.get(wanted.offered_to, wanted.offered_to))
    if wanted.channel:
        yield choices().channel[wanted.channel]
    if wanted.procedure_code:
        yield wanted.procedure_code
    if wanted.person:
        yield words.of_person
    flags = {
        words.open_only: wanted.open_only,
        words.unmatched: wanted.unmatched,
        words.no_official_code: wanted.no_official_code,
        words.with_voided: wanted.voided,
    }
    yield from (name for name, is_on in flags.items() if is_on)
    yield from _period(wanted)


def _period(wanted: DossierFilter) -> Iterator[str]:
    words = dossiers()
    if wanted.received_from and wanted.received_from == wanted.received_to:
        yield words.received_on.format(day=_day(wanted.received_from))
    else:
        if wanted.received_from:
            yield words.received_from.format(day=_day(wanted.received_from))
        if wanted.received_to:
            yield words.received_to.format(day=_day(wanted.received_to))
    if wanted.returned_on:
        yield words.returned_on.format(day=_day(wanted.returned_on))
    if wanted.changed_since:
        since = f"{local(parse_utc(wanted.changed_since)):%H:%M %d/%m}" if "T" in wanted.changed_since else "-"
        yield words.changed_since.format(day=since)
    if wanted.changed_not_by:
        yield words.by_others


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


FIRST_DESCENDING = frozenset({Sort.RECEIVED, Sort.CHANGED, Sort.CODE})
"""The orders that begin with the newest unless turned round."""


def ordered(wanted: DossierFilter, sort: Sort) -> DossierFilter:
    """The same filter in this order; one that it has already is turned round."""
    falling = not wanted.descending if sort is wanted.sort else sort in FIRST_DESCENDING
    return wanted.model_copy(update={"sort": sort, "descending": falling})
