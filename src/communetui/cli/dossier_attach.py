"""`communetui dossier attach`: a scan or the result, stored encrypted and noted on the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.strings.cli import cli

if TYPE_CHECKING:
    from communedb.stores.dossier import Dossier
    from communetui.cli.start import Start


@command("dossier attach")
@click.argument("code", type=TEXT)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--paper", type=click.IntRange(min=1))
@click.option("--result", "is_result", is_flag=True)
@click.option("--name", type=TEXT)
@click.option("--pages", type=TEXT)
@start_of
def attach_file(
    start: Start, code: str, file: Path, paper: int | None, is_result: bool, name: str | None, pages: str | None
) -> None:
    """Attach a file; it is safe in the register's folder before it is noted."""
    from communedb.desk.attachments import RESULT, SCAN, attach
    from communedb.files.pdf_pages import take_pages
    from communedb.stores.dossier import find_dossier, read_dossier

    with opened(start) as register:
        dossier = read_dossier(register.db, find_dossier(register.db, code))
        chosen = None if paper is None else _paper(dossier, paper)
        stored = register.files.store(take_pages([(file, pages)]) if pages else file)
        shown = name or file.name
        kind = RESULT if is_result else SCAN
        key = register.write(attach, dossier.id, stored, shown, paper=chosen, kind=kind)
    document = {
        "dossier": dossier.id,
        "code": dossier.code,
        "attachment": key,
        "digest": stored.digest,
        "size": stored.size,
        "media_type": stored.media_type,
    }
    answer(start, document, lambda: cli().attached.format(code=dossier.code, name=shown))


def _paper(dossier: Dossier, number: int) -> str:
    """The key of the paper with this number on the checklist."""
    for row in dossier.papers:
        if row["position"] == number:
            return str(row["id"])
    raise Problem("paper_unknown", paper=number)
