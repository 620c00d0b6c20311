"""`communetui dossier receive`: one intake, or many, as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.desk.receive import receive
from communedb.domain.intake import Intake
from communedb.domain.refusal import Refused
from communetui.cli.documents import as_model, read_many, read_text
from communetui.cli.faults import Problem, error_of
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say
from communetui.cli.showing import findings, moment
from communetui.cli.start import DONE, REFUSED, STOPPED
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads

if TYPE_CHECKING:
    from communedb.desk.receive import Received
    from communedb.register import Register
    from communetui.cli.documents import Item
    from communetui.cli.start import Start


@dataclass
class _Batch:
    """What became of many intakes."""

    received: list[dict[str, Any]] = field(default_factory=list)
    failed: list[dict[str, Any]] = field(default_factory=list)
    interrupted: bool = False


@command("dossier receive")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@start_of
def receive_dossiers(start: Start, file: Path) -> int:
    """Receive what the file or standard input holds; of many, the good ones are received and the others told."""
    items, many = read_many(read_text(None if str(file) == "-" else file))
    if many:
        return _receive_many(start, items)
    intake = as_model(Intake, items[0].value)
    with opened(start) as register:
        document = _document(register.write(receive, intake))
    answer(start, document, lambda: _told(document))
    return DONE


def _receive_many(start: Start, items: list[Item]) -> int:
    batch = _Batch()
    with opened(start) as register:
        for item in items:
            _receive_item(register, item, batch)
            if batch.interrupted:
                break
    for failure in batch.failed:
        say(f"{failure['place']}: {failure['error']['message']}")
        for line in failure["error"]["facts"].get("problems", ()):
            say(f"    {line['field']}: {line['problem']}")
    answer(start, batch, lambda: _told_many(batch))
    if batch.interrupted:
        return STOPPED
    return REFUSED if batch.failed else DONE


def _receive_item(register: Register, item: Item, batch: _Batch) -> None:
    try:
        if item.problem is not None:
            raise item.problem
        pending = register.submit(receive, as_model(Intake, item.value))
        try:
            received = pending.result()
        except KeyboardInterrupt:
            # The save is under way: it is finished and told, the next one is not begun.
            batch.interrupted = True
            received = pending.result()
        batch.received.append({"place": item.place, **_document(received)})
    except KeyboardInterrupt:
        batch.interrupted = True
    except (Problem, Refused) as problem:
        batch.failed.append({"place": item.place, "error": error_of(problem)})


def _document(received: Received) -> dict[str, Any]:
    return {
        "dossier": received.dossier,
        "code": received.code,
        "due_at": received.due_at,
        "due_expected": received.due_expected,
        "findings": findings(received.findings),
    }


def _told(document: dict[str, Any]) -> str:
    said = cli()
    promise = heads().no_due if document["due_at"] is None else moment(document["due_at"])
    lines = [said.received.format(code=document["code"], due=promise)]
    if document["due_expected"]:
        lines.append(heads().due_is_expected)
    return "\n".join([*lines, *(finding["message"] for finding in document["findings"])])


def _told_many(batch: _Batch) -> str:
    said = cli()
    lines = [f"{one['place']}: {_told(one)}" for one in batch.received]
    lines.append(said.received_many.format(received=len(batch.received), failed=len(batch.failed)))
    if batch.interrupted:
        lines.append(said.stopped_early)
    return "\n".join(lines)
