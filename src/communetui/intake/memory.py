"""What the intake form needs of the register, read once a session, in threads: procedures, calendar, units."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.moment import local
from communedb.journal.pen import Shown, shown_now
from communedb.reference.units import UnitKind, find_units
from communedb.sqlite import rows
from communedb.stores.dossier import likely_duplicates
from communedb.stores.drafts import Draft, DraftForm, read_drafts
from communedb.stores.people import find_people, person_by_id_number
from communedb.stores.procedures import procedures_on
from communedb.stores.units import unit_name
from communetui.catalogue.search import ProcedureSearch

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.procedure import Procedure
    from communedb.reference.units import Unit
    from communetui.intake.state import FormState
    from communetui.register_session import RegisterSession

_MOST = 7
_RECENT = 300
"""Dossiers looked back at to know which procedures this desk receives most."""


class Known(NamedTuple):
    """A person of the directory, the unit's name in words, and what had come in from other stations by then."""

    person: dict[str, Any]
    unit_text: str
    shown: Mapping[str, Shown] = MappingProxyType({})


class Memory:
    """One session's copy of what changes rarely; its methods but `today` are called from threads."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._register = session.register
        self._procedures = ProcedureSearch()
        self._version: tuple[object, ...] = ()
        self._used: dict[str, int] = {}
        self._near: list[Unit] = []
        self._far: list[Unit] = []
        self.calendar: WorkCalendar | None = None
        self.late_before = ("", "")
        """The day and the reason of the last late entry: the next of the pile mostly has the same."""
        self.left_open: tuple[str, FormState] | None = None
        """The form that the officer left by going elsewhere, with its draft's key: coming back finds it as it was."""

    @property
    def today(self) -> date:
        """The date on the desk's clock; may be asked anywhere."""
        return local(self._register.now()).date()

    def load(self) -> None:
        """Read what the form cannot do without; the catalogue only if it has changed or a new day has begun."""
        db = self._register.db
        self.calendar = self._register.calendar()
        day = self.today
        told = db.conn.execute("SELECT count(*), max(id), max(valid_to) FROM procedure").fetchone()
        if (*told, day) != self._version:
            self._procedures = ProcedureSearch(procedures_on(db, day))
            self._version = (*told, day)
        self._used = {}
        for row in rows(db, f"SELECT procedure_code AS code FROM dossier ORDER BY id DESC LIMIT {_RECENT}"):
            self._used[row["code"]] = self._used.get(row["code"], 0) + 1

    def procedure(self, code: str) -> Procedure | None:
        """The version of today."""
        return self._procedures.of_code(code)

    def find_procedures(self, typed: str) -> list[Procedure]:
        """The nearest few; before anything is typed the usual ones."""
        found = self._procedures.find(typed)
        if not typed.strip():
            found.sort(key=lambda procedure: (-self._used.get(procedure.code, 0), procedure.code))
        return found[:_MOST]

    def find_units(self, typed: str) -> list[Unit]:
        """Communes and wards, those of this station's province first."""
        if not self._near:
            communes = [unit for unit in self._session.units() if unit.kind is not UnitKind.PROVINCE]
            home = next((unit.province for unit in communes if unit.code == self._register.by.unit), "")
            self._near = [unit for unit in communes if unit.province == home]
            self._far = [unit for unit in communes if unit.province != home]
        near = find_units(self._near, typed, _MOST)
        return near + find_units(self._far, typed, _MOST - len(near)) if len(near) < _MOST else near

    def find_people(self, typed: str) -> list[Known]:
        """Known people by name, number or phone."""
        shown = shown_now(self._register.db)
        return [self._known(person, shown) for person in find_people(self._register.db, typed, _MOST)]

    def person_of(self, number: str) -> Known | None:
        """The known person with this number."""
        # Before the person is read: what comes in between counts as not seen.
        shown = shown_now(self._register.db)
        person = person_by_id_number(self._register.db, number)
        return self._known(person, shown) if person else None

    def duplicates(self, number: str, procedure_code: str) -> list[dict[str, Any]]:
        """Open dossiers of the same person and procedure."""
        return likely_duplicates(self._register.db, number, procedure_code)

    def drafts(self) -> list[Draft]:
        """The officer's own half-filled forms, the latest first."""
        return read_drafts(self._register.db, self._session.officer, DraftForm.INTAKE)

    def _known(self, person: dict[str, Any], shown: dict[str, Shown]) -> Known:
        return Known(person, unit_name(self._register.db, person["unit"]), shown)
