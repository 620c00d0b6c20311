"""How values of the register are shown to people, and which of its columns a JSON document leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.moment import local, parse_utc
from communetui.strings.findings import finding_text
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from communedb.domain.finding import Finding

_INSIDE = {"scope", "procedure_copy", "procedure_body", "fee_body", "time_limit"}
"""Columns that serve the register itself, or that a document shows parsed."""


def moment(value: datetime | str | None) -> str:
    """An instant on the clock of the desk: `14:05 23/11/2026`; nothing for None."""
    if not value:
        return ""
    instant = parse_utc(value) if isinstance(value, str) else value
    return f"{local(instant):%H:%M %d/%m/%Y}"


def day(value: datetime | str | None) -> str:
    """The local date of an instant: `23/11/2026`; nothing for None."""
    return moment(value)[6:]


def status_text(status: str, *, voided: bool | int = False) -> str:
    """The name of a status; a voided dossier says so instead."""
    return values().step["voided"].capitalize() if voided else values().status.get(status, status)


def findings(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings with their words."""
    return [{**finding.model_dump(mode="json"), "message": finding_text(finding)} for finding in found]


def outside(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the register as a document shows it."""
    return {name: value for name, value in row.items() if name not in _INSIDE}
