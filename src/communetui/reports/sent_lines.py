"""Every time that a report was sent, each with what is not so any more; compared one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.stores.officers import officer_names
from communedb.stores.sent_reports import differs, sent_reports
from communedb.stores.units import reported_unit
from communetui.reports.period_words import period_text
from communetui.reports.reading import figures_of
from communetui.reports.told import moment_text
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.reports.figures import Figures
    from communedb.stores.sent_reports import Difference, Sent


@dataclass(slots=True)
class SentLine:
    """One sending; `is_corrected` where a later one took its place. `now` is None until it was compared."""

    sent: Sent
    officer: str
    is_corrected: bool
    now: Figures | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def period(self) -> str:
        """The period, and that this one corrects another."""
        said = period_text(self.sent.period)
        return report_screens().corrects.format(period=said) if self.sent.corrects else said

    @property
    def at(self) -> str:
        """When it was sent."""
        return moment_text(self.sent.sent_at)

    @property
    def state(self) -> str:
        """Whether it still holds."""
        words = report_screens()
        if self.is_corrected:
            return words.was_corrected
        if self.now is None:
            return words.comparing
        return words.differs.format(count=len(self.differences)) if self.differences else words.unchanged


def sent_lines(register: Register, name: str) -> list[SentLine]:
    """Every sending of a report, the last first, not yet compared; from a thread."""
    names = officer_names(register.db)
    found = sent_reports(register.db, name, reported_unit(register.db))
    corrected = {one.corrects for one in found}
    return [SentLine(one, names.get(one.officer, "-"), one.id in corrected) for one in found]


def compare(register: Register, line: SentLine) -> SentLine:
    """Work the report out again and note what is not so any more; from a thread."""
    line.now = figures_of(register, line.sent.report, line.sent.period)
    line.differences = tuple(differs(line.sent, line.now))
    return line
