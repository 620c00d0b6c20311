"""`communetui schema`: the JSON Schema of what `dossier receive` and `dossier act` accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communetui.cli.lazy import command, start_of
from communetui.cli.output import write_json

if TYPE_CHECKING:
    from communetui.cli.start import Start

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@command("schema")
@click.argument("what", type=click.Choice(("dossier", "act")))
@start_of
def schema(_start: Start, what: str) -> None:
    """Print the schema; it is JSON either way."""
    from communedb.domain.act import Act
    from communedb.domain.intake import Intake

    model = Intake if what == "dossier" else Act
    write_json({"$schema": _DIALECT, **model.model_json_schema()})
