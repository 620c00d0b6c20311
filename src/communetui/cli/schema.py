"""`communetui schema`: the JSON Schema of what commands take: dossiers, steps, certifications, feedback, tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communetui.cli.lazy import command, start_of
from communetui.cli.output import write_json

if TYPE_CHECKING:
    from pydantic import BaseModel

    from communetui.cli.start import Start

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@command("schema")
@click.argument("what", type=click.Choice(("dossier", "act", "certification", "feedback", "feedback-act", "task")))
@start_of
def schema(_start: Start, what: str) -> None:
    """Print the schema; it is JSON either way."""
    from communedb.domain.act import Act
    from communedb.domain.certification import Request
    from communedb.domain.feedback import FeedbackAct, NewFeedback
    from communedb.domain.intake import Intake
    from communedb.domain.task import NewTask

    models: dict[str, type[BaseModel]] = {
        "dossier": Intake,
        "act": Act,
        "certification": Request,
        "feedback": NewFeedback,
        "feedback-act": FeedbackAct,
        "task": NewTask,
    }
    write_json({"$schema": _DIALECT, **models[what].model_json_schema()})
