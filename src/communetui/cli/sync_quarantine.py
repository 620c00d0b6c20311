"""`communetui sync quarantine`: what arrived and may not be taken in, why, and trying it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import moment
from communetui.cli.table import table
from communetui.exchange.told import quarantine_reason, quarantine_what
from communetui.strings.cli_sync import sync

if TYPE_CHECKING:
    from communesync.exchange.quarantine import Entry
    from communetui.cli.start import Start


@command("sync quarantine")
@click.option("--retry", "again", type=TEXT, multiple=True)
@click.option("--retry-all", "everything", is_flag=True)
@start_of
def quarantine_command(start: Start, again: tuple[str, ...], everything: bool) -> None:
    """List what is in quarantine, after trying some or all of it again."""
    from communesync.exchange.inbox import retry
    from communesync.exchange.quarantine import entries

    with opened(start) as register:
        before = len(entries(register.db))
        if again or everything:
            retry(register, None if everything else again)
        left = entries(register.db)
    taken = before - len(left)
    document = {"taken": taken, "quarantine": [_document(entry) for entry in left]}

    def told() -> str:
        words = sync()
        lines = [words.retried.format(taken=taken, left=len(left))] if again or everything else []
        rows = [(entry.id, moment(entry.at), quarantine_what(entry), quarantine_reason(entry)) for entry in left]
        return "\n".join([*lines, table(words.quarantine_columns, rows) if rows else words.quarantine_empty])

    answer(start, document, told)


def _document(entry: Entry) -> dict[str, Any]:
    return {**entry._asdict(), "message": quarantine_reason(entry), "remedy": entry.remedy.value}
