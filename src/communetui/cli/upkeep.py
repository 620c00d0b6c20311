"""`communetui check` and `communetui rebuild`: whether the register is sound, and deriving again what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.start import DONE, REFUSED
from communetui.strings.cli import cli

if TYPE_CHECKING:
    from collections import Counter

    from communedb.reports.integrity import Integrity
    from communedb.transaction import Write
    from communetui.cli.start import Start


@command("check")
@start_of
def check(start: Start) -> int:
    """Read the whole register; exit code 1 when a fault is found."""
    from communedb.reports.integrity import integrity

    with opened(start) as register:
        # The pages' digests are read from the file itself, so what lies in the log is folded in first.
        register.fold()
        found = integrity(register.db)
    document = {
        "sound": found.sound,
        "dossiers": found.dossiers,
        "tasks": found.tasks,
        "feedback": found.feedback,
        "pages": found.pages,
        "structure": found.structure,
        "stale": found.stale,
    }
    answer(start, document, lambda: _told(found))
    return DONE if found.sound else REFUSED


@command("rebuild")
@start_of
def rebuild(start: Start) -> None:
    """Derive statuses, due dates and search text again, in one transaction."""
    with opened(start) as register:
        found = register.write(_derive)
    numbers = {"dossiers": found["dossier"], "tasks": found["task"], "feedback": found["feedback"]}
    answer(start, numbers, lambda: cli().rebuilt.format(**numbers))


def _derive(tx: Write) -> Counter[str]:
    from communedb.stores.derived import derive_everything

    return derive_everything(tx.db)


def _told(found: Integrity) -> str:
    said = cli()
    if found.sound:
        return said.sound.format(dossiers=found.dossiers, tasks=found.tasks, feedback=found.feedback)
    faults = [*found.pages, *found.structure, *(said.stale.format(row=key) for key in found.stale)]
    return "\n".join([said.unsound, *(f"  {fault}" for fault in faults)])
