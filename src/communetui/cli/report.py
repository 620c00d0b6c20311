"""`communetui report`: what an officer has to look at, and the reports that go up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.reports.names import NAMES
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import day, status_text
from communetui.cli.table import table
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads

if TYPE_CHECKING:
    from communedb.reports.affected import AffectedDossier
    from communedb.reports.equal_codes import EqualCode
    from communetui.cli.start import Start

report = group(
    "report",
    {
        "affected": "communetui.cli.report:affected",
        "equal-codes": "communetui.cli.report:equal",
        "end-of-day": "communetui.cli.evening:end_of_day_report",
        "sent": "communetui.cli.report_sent:list_sent",
        **{name: f"communetui.cli.report_named:{name}" for name in NAMES},
    },
)


@command("report affected")
@start_of
def affected(start: Start) -> None:
    """List the open promises to which the calendar of now would give another day."""
    from communedb.reports.affected import affected_now

    with opened(start) as register:
        found = affected_now(register.db)
    answer(start, {"count": len(found), "dossiers": found}, lambda: _affected_told(found))


@command("report equal-codes")
@start_of
def equal(start: Start) -> None:
    """List the dossiers that share their code with an open one."""
    from communedb.reports.equal_codes import equal_codes

    with opened(start) as register:
        found = equal_codes(register.db)
    document = {"count": len(found), "dossiers": [one._asdict() for one in found]}
    answer(start, document, lambda: _equal_told(found))


def _affected_told(found: list[AffectedDossier]) -> str:
    if not found:
        return cli().nothing_affected
    said = heads()
    rows = [
        (
            one.code,
            day(one.due_at),
            day(one.newer_at) + ("?" if one.newer_expected else ""),
            status_text(one.status),
            one.applicant_name,
            one.procedure_name,
        )
        for one in found
    ]
    return table((said.code, said.due, said.by_calendar, said.status, said.applicant, said.procedure), rows, flexible=5)


def _equal_told(found: list[EqualCode]) -> str:
    if not found:
        return cli().no_equal_codes
    said = heads()
    rows = [
        (one.code, day(one.received_at), status_text(one.status), one.applicant_name, one.procedure_name)
        for one in found
    ]
    return table((said.code, said.received_on, said.status, said.applicant, said.procedure), rows, flexible=4)
