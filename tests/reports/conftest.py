"""A desk at which a history is told in a few words: who comes, what happens, when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communedb.domain.period import Period, PeriodKind, of_range, parse, period_of
from communedb.reports.figures import Asked, Figures, Row
from communedb.reports.named import report

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register

MARITAL = "1.004873"
"""Three working days, civil status."""
BIRTH = "1.001193"
"""The same day, civil status."""
RESIDENCE = "1.004194"
"""Three working days, residence."""


class Told:
    """The centre's register, opened as whoever a step needs."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self.names: dict[str, str] = {}

    def as_(self, role: str = "reception") -> Register:
        """The register as an officer of this role has it open."""
        found = next((one for one in self.centre._open if one.officer.id == self.centre.officers[role]), None)
        return found or self.centre.open(role)

    def receive(self, at: str, name: str, procedure: str | dict[str, str] = MARITAL, **more: Any) -> str:
        """Somebody comes at this moment; the dossier's key. A procedure goes by its code, or is typed."""
        self.centre.clock.set(at)
        matter = "procedure_code" if isinstance(procedure, str) else "procedure"
        intake = {matter: procedure, "applicant": {"name": name}, **more}
        key = self.as_().write(receive, Intake.model_validate(intake)).dossier
        self.names[key] = name
        return key

    def step(self, at: str, dossier: str, kind: str, role: str = "reception", **more: Any) -> str:
        """A step at this moment; the event's key."""
        self.centre.clock.set(at)
        return self.as_(role).write(act, dossier, Act.model_validate({"kind": kind, **more})).event

    def finish(self, at: str, dossier: str) -> None:
        """Decided and ready at this moment."""
        self.step(at, dossier, "decided", "leader")
        self.step(at, dossier, "result_ready", "specialist")

    def asked(self, period: str | Period, unit: str | None = None) -> Asked:
        """A period as seen by the clock of now."""
        register = self.as_()
        of = period if isinstance(period, Period) else parse(period)
        return Asked(of, self.centre.clock(), register.calendar(), unit)

    def report(self, name: str, period: str | Period, unit: str | None = None) -> Figures:
        """A report, checked as it leaves."""
        return report(self.as_().db, name, self.asked(period, unit))

    def called(self, keys: tuple[str, ...]) -> list[str]:
        """The applicants of these dossiers."""
        return [self.names[key] for key in keys]


@pytest.fixture
def told(centre: Centre) -> Told:
    return Told(centre)


def cell(figures: Figures, row: str, column: str) -> Any:
    """One cell; row "" is the sums."""
    return row_of(figures, row).cells[column]


def row_of(figures: Figures, key: str) -> Row:
    if not key:
        assert figures.total is not None
        return figures.total
    return next(row for row in figures.rows if row.key == key)


__all__ = ["BIRTH", "MARITAL", "RESIDENCE", "PeriodKind", "Told", "cell", "of_range", "period_of", "row_of"]
