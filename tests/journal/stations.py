"""Stations of one commune that hand each other segments, without bundles: what the journal alone has to get right."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from tests.centre import PASSPHRASE, DeskClock

from communedb.journal.conflicts import conflicts
from communedb.journal.freeze import read_segment
from communedb.journal.held import held, lacking
from communedb.register import Register
from communedb.sqlite import rows, shaping

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communedb.journal.apply import Applying, Taken
    from communedb.journal.segment import Segment
    from communedb.sqlite import Database

TRAVELLING = (
    "officer", "station", "setting", "calendar_day", "procedure", "person", "dossier", "procedure_copy", "outside_code",
    "paper", "event", "attachment", "print", "certification", "cash_close", "task", "task_event", "feedback",
    "feedback_event", "notice", "notice_read", "support", "sent_report",
)  # fmt: skip


_DERIVED = (
    ("dossier_state", "dossier"), ("person_state", "person"), ("task_state", "task"), ("feedback_state", "feedback"),
)  # fmt: skip


class Stations:
    """Registers that grew from one template, each with a replica of its own."""

    def __init__(self, template: Path, officers: dict[str, str], top: Path) -> None:
        self._template = template
        self._top = top
        self.officers = officers
        self.clock = DeskClock()
        self._open: list[Register] = []

    def add(self, name: str, role: str = "administrator") -> Register:
        """One more station, open."""
        folder = self._top / name
        shutil.copytree(self._template, folder)
        register = Register.open(folder, self.officers[role], PASSPHRASE, now=self.clock)
        return self.keep(register)

    def keep(self, register: Register) -> Register:
        """Close this one too at the end."""
        self._open.append(register)
        return register

    def close(self) -> None:
        """Close them all."""
        for register in self._open:
            register.close()


def segments_for(source: Register, target: Register) -> list[Segment]:
    """What the target lacks of the source."""
    source.freeze()
    return [read_segment(source.db, ref.digest) for ref in lacking(source.db, held(target.db))]


def send(source: Register, target: Register) -> list[Taken]:
    """Everything that the target lacks, in one transaction."""
    return hand(target, segments_for(source, target))


def hand(target: Register, segments: Iterable[Segment]) -> list[Taken]:
    """These segments, in one transaction."""

    def take(applying: Applying) -> list[Taken]:
        return [applying.take_in(segment) for segment in segments]

    return target.apply(take)


def travelled(db: Database) -> dict[str, list[dict[str, Any]]]:
    """Every travelling table, and what follows from them, without the places that are a station's own."""
    found = {table: list(rows(db, f"SELECT * FROM {table} ORDER BY id")) for table in TRAVELLING}
    found["conflict"] = list(rows(db, "SELECT * FROM conflict ORDER BY row, column_name"))
    for table, key in _DERIVED:
        names = ", ".join(c.name for c in shaping(db)[table].columns if c.name != "place")
        found[table] = list(rows(db, f"SELECT {names} FROM {table} ORDER BY {key}"))
    return found


def waiting(register: Register) -> list[tuple[str, str, list[Any]]]:
    """The conflicts of a station: table, column, the values in their order."""
    return [(c.table, c.column, [head.value for head in c.heads]) for c in conflicts(register.db)]
