"""The form of a step that is taken with many dossiers: what it asks for is the same for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.act import Act, HandOver
from communedb.domain.event import EventKind
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import STEPS
from communetui.dossier.parts import happened, line, moment_of, one_of, one_of_named
from communetui.screens.entry import EntryForm
from communetui.strings.dossier_forms import form_texts
from communetui.strings.pile import pile_texts
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.officer import Role
    from communetui.screens.entry import Part
    from communetui.strings.language import Text

K = EventKind


def step_of_many(
    kind: EventKind,
    title: Text,
    count: int,
    colleagues: Mapping[str, str],
    today: date,
    calendar: WorkCalendar,
    purpose: HandOver,
) -> EntryForm[Act]:
    """The form; saved, it is what is asked of each dossier. Nothing is done yet."""

    def work(given: dict[str, Any]) -> Act:
        asked = {name: value for name, value in given.items() if value not in (None, "")}
        asked["happened_at"] = moment_of(asked.pop("happened_at"), today, calendar)
        act = Act.model_validate({"kind": kind, **asked})
        missing = act.missing()
        if missing:
            raise Refused(Reason.STEP_NEEDS_MORE, step=kind.value, needs=", ".join(missing))
        return act

    parts = [*_parts(kind, colleagues, purpose), happened(today)]
    return EntryForm(title, parts, work, about=lambda: pile_texts().about.format(count=count), help_about="pile")


def why_not_many(kind: EventKind | None, roles: frozenset[Role]) -> str | None:
    """Why an officer with these roles takes this step with no dossier at all; None if some may be possible."""
    if kind is None or holds(roles, STEPS[kind].roles):
        return None
    return reason_text(Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(STEPS[kind].roles))))


def _parts(kind: EventKind, colleagues: Mapping[str, str], purpose: HandOver) -> list[Part]:
    if kind is K.HANDED_OVER:
        purposes = [one.value for one in HandOver]
        # Nobody is chosen at first: a pile must not go to whoever stands first in a list.
        return [
            one_of_named("to_officer", [("", "-"), *colleagues.items()]),
            one_of("purpose", lambda: {key: form_texts().purposes[key] for key in purposes}, purpose),
            line("reason", said="why", limit=2_000),
        ]
    if kind is K.DECLINED:
        return [line("reason", limit=2_000)]
    return [line("text", limit=2_000)]
