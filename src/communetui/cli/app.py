"""From the command line to the screens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def run_app(folder: Path, *, language_chosen: bool = False) -> None:
    """Open the screens on the register in a folder and stay until they are closed.

    Unless the language was chosen for this run, the station's setting decides it once somebody has unlocked.

    Refused as NO_REGISTER, and a Problem without a terminal, before anything heavy is loaded.
    """
    from communedb import layout

    if not layout.database(folder).exists():
        from communedb.domain.refusal import Reason, Refused

        raise Refused(Reason.NO_REGISTER, folder=str(folder))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from communetui.cli.faults import Problem

        raise Problem("no_terminal")

    from communetui.app import CommuneApp
    from communetui.faults import NAME
    from communetui.register_session import RegisterDoor

    # Textual draws where this leads, on Linux at least; `communetui 2>faults.log` would leave the screen blank.
    sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # whatever is written to sys.stderr still goes to the file
    door = RegisterDoor(folder, language_chosen=language_chosen)
    CommuneApp(door, fault_log=folder / NAME).run(mouse=False)
