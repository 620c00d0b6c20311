"""What the chapters of the tour play with: the officers' open registers, the clock, and the desk's functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from communedb.desk.act import act
from communedb.desk.prints import ask_print, note_print
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.journal import pen
from communedb.journal.clock import instant
from communedb.register import Register
from communedb.reports.today import today
from communedb.stores.dossier import read_dossier
from communedb.stores.dossier_list import DossierList
from communetui.demo.narrator import sure
from communetui.demo.officers import OFFICERS, PASSPHRASE
from communetui.demo.story_day import StoryClock
from communetui.printing.from_dossier import make_form
from communetui.printing.paper import Paper
from communetui.printing.pdf_file import save_pdf
from communetui.printing.render import render
from communetui.strings.demo_tour import tour
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from communedb.desk.act import Done
    from communedb.desk.receive import Received
    from communedb.domain.dossier_filter import DossierFilter
    from communedb.domain.event import EventKind
    from communedb.domain.intake import Intake
    from communedb.reports.today import Today
    from communedb.stores.dossier import Dossier
    from communedb.stores.dossier_list import DossierRow
    from communetui.demo.centre import Centre
    from communetui.demo.narrator import Narrator

TOUR: Final = "tour"
_NAMES: Final = {officer.post: officer.name for officer in OFFICERS}


@dataclass
class Scene:
    """The desk during the tour; `kept` and `tasks` hold the dossiers and tasks that later chapters come back to."""

    centre: Centre
    narrator: Narrator
    now: Callable[[], datetime]
    kept: dict[str, str] = field(default_factory=dict)
    tasks: list[str] = field(default_factory=list)
    morning: Today | None = None
    _open: dict[str, Register] = field(default_factory=dict)
    _clock: StoryClock | None = None

    @property
    def clock(self) -> StoryClock:
        """The clock of the story, set from what the register knows already."""
        if self._clock is None:
            with Register.open(self.centre.folder, self.centre.officers["leader"], PASSPHRASE) as register:
                known = instant(pen.last_clock(register.db))
                self._clock = StoryClock(register.calendar(), self.now(), known)
        return self._clock

    @property
    def folder(self) -> Path:
        """Where the tour's forms are saved."""
        return self.centre.folder / TOUR

    def desk(self, post: str) -> Register:
        """The register as this officer opened it."""
        if post not in self._open:
            self._open[post] = Register.open(self.centre.folder, self.centre.officers[post], PASSPHRASE, now=self.clock)
        return self._open[post]

    def close(self) -> None:
        """Everybody leaves."""
        for register in self._open.values():
            register.close()
        self._open.clear()

    def name(self, post: str) -> str:
        """The officer's name."""
        return _NAMES[post]

    def receive(self, intake: Intake) -> Received:
        """Reception receives."""
        return self.desk("reception").write(receive, intake)

    def act(self, post: str, dossier: str, kind: EventKind, **given: Any) -> Done:
        """An officer takes a step."""
        return self.desk(post).write(act, dossier, Act(kind=kind, **given))

    def read(self, dossier: str) -> Dossier:
        """The dossier as it stands in the register."""
        return read_dossier(self.desk("reception").db, dossier)

    def status(self, dossier: str) -> str:
        """The name of its status."""
        return values().status[self.read(dossier).state.status.value]

    def today(self) -> Today:
        """The day's numbers as reception sees them."""
        register = self.desk("reception")
        return today(register.db, register.officer.id, register.now(), register.calendar())

    def listed(self, wanted: DossierFilter, limit: int = 50) -> list[DossierRow]:
        """The first dossiers that a filter shows."""
        register = self.desk("reception")
        return DossierList(wanted, register.now(), register.calendar()).page(register.db, limit)

    def print_form(self, post: str, dossier: str, form: str, event: str | None = None) -> int:
        """Save a form as PDF, tell where, and return the number of the print."""
        register = self.desk(post)
        job = register.write(ask_print, dossier, form, Paper.A5.value, event)
        sure(not job.again, f"form {form} is printed anew")
        made = make_form(register.db, job)
        path = save_pdf(render(made, Paper(job.paper_size)), self.folder, form, made.code, job.number)
        register.write(note_print, job.id)
        sure(path.read_bytes().startswith(b"%PDF"), f"{path} is a PDF")
        self.narrator.files.append(path)
        self.narrator.tell(tour().printed, form=form, number=job.number, path=path)
        return job.number
