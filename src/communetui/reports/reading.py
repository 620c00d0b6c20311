"""A report as its screen shows it, read off the screen's thread: figures, texts, what was sent, what can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.reports.series import series_of
from communedb.stores.officers import officer_names
from communedb.stores.sent_reports import differs, sent, sent_reports
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

    `officers` are names by key.
    """

    figures: Figures
    grid: Grid
    sent: Sent | None
    differences: tuple[Difference, ...]
    series: Series | None
    officers: dict[str, str]

    @property
    def is_drawn(self) -> bool:
        """Whether there is a chart or a page of sentences beside the table."""
        return self.series is not None or self.figures.report == LEADER


def all_sent(register: Register, name: str) -> list[Sent]:
    """Every time that this report was sent, the last first; from a thread."""
    return sent_reports(register.db, name, reported_unit(register.db))


def read_report(register: Register, name: str, period: Period) -> Read:
    """Work a report out; from a thread. Refused: UNKNOWN_REPORT and what the report refuses."""
    db = register.db
    unit = reported_unit(db)
    figures = report(db, name, Asked(period, register.now(), register.calendar(), unit))
    before = sent(db, name, period, unit)
    return Read(
        figures,
        Grid(figures),
        before,
        tuple(differs(before, figures)) if before else (),
        series_of(figures),
        officer_names(db),
    )
