"""`communetui catalogue`: the procedures that can be received."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.moment import local
from communedb.domain.text import fold
from communetui.cli.kinds import DAY, TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.procedures import fee_text, limits_text, told
from communetui.cli.table import table
from communetui.strings.cli_heads import heads

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.procedure import Procedure
    from communetui.cli.start import Start

catalogue = group(
    "catalogue",
    {
        "list": "communetui.cli.catalogue:list_procedures",
        "show": "communetui.cli.catalogue:show",
        "import": "communetui.cli.catalogue_files:import_command",
        "export": "communetui.cli.catalogue_files:export_command",
    },
)


@command("catalogue list")
@click.option("--text", type=TEXT, default="")
@click.option("--field", type=TEXT)
@click.option("--on", "day", type=DAY)
@start_of
def list_procedures(start: Start, text: str, field: str | None, day: date | None) -> None:
    """List the procedures that hold on a day, today unless another is given."""
    from communedb.stores.procedures import procedures_on
    from communetui.catalogue.search import ProcedureSearch

    with opened(start) as register:
        wanted = day or local(register.now()).date()
        found = [
            procedure
            for procedure in ProcedureSearch(procedures_on(register.db, wanted)).find(text)
            if field is None or fold(procedure.field) == fold(field)
        ]
    answer(start, {"on": wanted, "procedures": [_short(one) for one in found]}, lambda: _told(found))


@command("catalogue show")
@click.argument("code", type=TEXT)
@start_of
def show(start: Start, code: str) -> None:
    """Show every version of a procedure, the newest first."""
    from communedb.domain.refusal import Reason, Refused
    from communedb.stores.procedures import versions

    with opened(start) as register:
        found = versions(register.db, code.strip())
    if not found:
        raise Refused(Reason.UNKNOWN_PROCEDURE, code=code)
    document = {"code": found[0].code, "versions": [_whole(one) for one in found]}
    answer(start, document, lambda: "\n\n".join(told(one) for one in found))


def _short(procedure: Procedure) -> dict[str, Any]:
    return {
        "code": procedure.code,
        "version": procedure.version,
        "name": procedure.name_vi,
        "field": procedure.field,
        "limits": [limit.model_dump(mode="json") for limit in procedure.limits],
        "not_given": procedure.missing,
    }


def _whole(procedure: Procedure) -> dict[str, Any]:
    return {**procedure.model_dump(mode="json"), "not_given": procedure.missing}


def _told(found: list[Procedure]) -> str:
    said = heads()
    rows = [(one.code, limits_text(one), fee_text(one), one.field, one.name_vi) for one in found]
    return table((said.code, said.time_limit, said.fee, said.field, said.procedure), rows, flexible=4)
