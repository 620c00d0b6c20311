"""What stands around a report's table: whose it is, for which days, made when, and what does not add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.moment import local
from communedb.stores.units import own_unit, unit_name
from communetui.printing.office import office_of
from communetui.report_files.wording import doubt_text, form_of, title_of
from communetui.reports.period_words import period_text
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.reports.figures import Figures
    from communedb.sqlite import Database
    from communedb.stores.sent_reports import Sent


@dataclass(frozen=True, slots=True)
class About:
    """Title, number of the official form ("" for none), and sentences; all in the language of now.

    `agency` and `centre` are those that make the report.
    """

    agency: str
    centre: str
    title: str
    form: str
    period: str
    unit: str
    made: str
    notes: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def above(self) -> tuple[str, ...]:
        """The lines over the table."""
        return tuple(filter(None, (self.form, self.title, self.period, self.unit, self.made, *self.notes)))


def about(db: Database, figures: Figures, made_at: datetime, unit: str | None) -> About:
    """Of a report as it is now; `unit` None means every unit of the register."""
    return _about(db, figures, unit_name(db, unit), shared().made.format(at=moment_text(made_at)), ())


def about_sent(db: Database, sent: Sent, officer: str) -> About:
    """Of a report as it was sent."""
    words = shared()
    told = words.sent.format(at=moment_text(sent.sent_at), officer=officer) + (words.corrected if sent.corrects else "")
    note = (words.note.format(note=sent.note),) if sent.note else ()
    return _about(db, sent.figures, unit_name(db, sent.unit), told, note)


def _about(db: Database, figures: Figures, unit: str, made: str, notes: tuple[str, ...]) -> About:
    words, office = shared(), office_of(db, own_unit(db))
    return About(
        agency=office.agency,
        centre=office.centre,
        title=title_of(figures.report),
        form=form_of(figures.report),
        period=period_text(figures.period),
        unit=words.unit.format(unit=unit or words.every_unit),
        made=made,
        notes=notes,
        doubts=tuple(doubt_text(doubt, figures.report) for doubt in figures.doubts),
    )


def moment_text(moment: datetime) -> str:
    """`14:05 30/11/2026`, on the clock of the desk."""
    return f"{local(moment):%H:%M %d/%m/%Y}"
