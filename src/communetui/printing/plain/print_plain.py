"""A plain paper to the printer: kept as a file first, so that it is there where no printer takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb import layout
from communedb.domain.moment import local
from communedb.files.atomic import make_folder, write_atomically
from communedb.stores.settings import read_setting
from communetui.printing.paper import Paper
from communetui.printing.render import render_plain
from communetui.printing.spool import Sent, parse_command, send

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register
    from communetui.printing.plain.sheet import PlainPaper


@dataclass(frozen=True)
class Plain:
    """What became of it: the file, and whether a printer took it."""

    path: Path
    sent: Sent


def print_plain(register: Register, name: str, paper: PlainPaper) -> Plain:
    """Make the PDF in the register's folder of prints and send it; from a thread. `name` begins the file's name."""
    folder = layout.prints(register.folder)
    make_folder(folder)
    path = folder / f"{name}_{local(register.now()):%Y%m%d-%H%M%S}.pdf"
    write_atomically(path, render_plain(paper))
    return Plain(path, send(path, Paper.A5, parse_command(read_setting(register.db, "print_command"))))
