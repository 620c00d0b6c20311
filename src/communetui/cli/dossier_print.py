"""`communetui dossier print`: the forms of a dossier, to the printer or as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.strings.cli import cli

if TYPE_CHECKING:
    from communetui.cli.start import Start
    from communetui.printing.queue import Printed


@command("dossier print")
@click.argument("code", type=TEXT)
@click.option("--form", type=click.Choice(("01", "02", "03", "04", "05", "06", "BG")), default="01")
@click.option("--save-only", is_flag=True)
@start_of
def print_form(start: Start, code: str, form: str, save_only: bool) -> None:
    """Print a form, or only save it; a print that no printer takes waits, and that is no fault."""
    from communedb.stores.dossier import find_dossier, read_dossier
    from communetui.printing.queue import print_form as send_form
    from communetui.printing.queue import save_form

    with opened(start) as register:
        dossier = read_dossier(register.db, find_dossier(register.db, code))
        printed = (save_form if save_only else send_form)(register, dossier.id, form)
    document = {
        "dossier": dossier.id,
        "code": dossier.code,
        "form": form,
        "number": printed.job.number,
        "replaces": printed.job.replaces,
        "again": printed.again,
        "file": printed.path,
        "printed": printed.sent.printed,
        "waits": printed.sent.waits,
    }
    answer(start, document, lambda: _told(dossier.code, form, printed))


def _told(code: str, form: str, printed: Printed) -> str:
    from communetui.strings.forms import waits_text

    said = cli()
    if printed.path is None:
        return said.print_again.format(form=form, code=code)
    if printed.sent.printed:
        return said.printed.format(form=form, code=code, number=printed.job.number, file=printed.path)
    return said.print_waits.format(form=form, code=code, why=waits_text(printed.sent), file=printed.path)
