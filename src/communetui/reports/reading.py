"""A report as its screen shows it, read off the screen's thread: figures, texts, what was sent, what can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.reports.names import NAMES
from communedb.reports.series import series_of
from communedb.stores.officers import officer_names
from communedb.stores.sent_reports import differs, sent
from communedb.stores.units import reported_unit
from communetui.reports.grid import Grid

if TYPE_CHECKING:
    from communedb.domain.period import Period
    from communedb.register import Register
    from communedb.reports.figures import Figures
    from communedb.reports.series import Series
    from communedb.stores.sent_reports import Difference, Sent


LEADER: Final = "leader"
"""The report that is a page of sentences."""


@dataclass(frozen=True)
class Read:
    """One report of one period; `sent` is what went up for exactly these days, `differences` what is not so any more.

    `officers` are names by key; one that `is_as_sent` shows what went up and not what the register says now.
    """

    figures: Figures
    grid: Grid
    sent: Sent | None
    differences: tuple[Difference, ...]
    series: Series | None
    officers: dict[str, str]
    is_as_sent: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether there is a chart or a page of sentences beside the table."""
        return self.series is not None or self.figures.report == LEADER


def known_report(name: str) -> str:
    """The same name; a ValueError says that there is no such report."""
    if name not in NAMES:
        raise ValueError(name)
    return name


def figures_of(register: Register, name: str, period: Period) -> Figures:
    """Work a report out; from a thread. Refused: UNKNOWN_REPORT and what the report refuses."""
    db = register.db
    return report(db, name, Asked(period, register.now(), register.calendar(), reported_unit(db)))


def read_report(register: Register, name: str, period: Period) -> Read:
    """The same with all that its screen shows beside it."""
    db = register.db
    figures = figures_of(register, name, period)
    before = sent(db, name, period, reported_unit(db))
    return Read(
        figures,
        Grid(figures),
        before,
        tuple(differs(before, figures)) if before else (),
        series_of(figures),
        officer_names(db),
    )


def read_as_sent(register: Register, before: Sent) -> Read:
    """A report as it went up, with the lists behind its numbers as they were then; from a thread."""
    figures = before.figures
    return Read(figures, Grid(figures), before, (), series_of(figures), officer_names(register.db), is_as_sent=True)
