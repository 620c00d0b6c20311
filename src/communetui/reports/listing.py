"""The reports that there are, by their titles, and when each was last sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import local, parse_utc
from communedb.domain.period import parse
from communedb.domain.refusal import Refused
from communedb.domain.text import fold
from communedb.reports.names import NAMES
from communetui.report_files.wording import form_of, title_of
from communetui.reports.period_words import period_text

if TYPE_CHECKING:
    from communedb.sqlite import Database


class ReportLine(NamedTuple):
    """A report by its name on the command line; `words` are what one finds it by."""

    name: str
    title: str
    last_sent: str
    words: tuple[str, ...]


def report_lines(db: Database) -> list[ReportLine]:
    """Every report, in the order of the registry."""
    last = _last_sent(db)
    return [_line(name, last.get(name, "")) for name in NAMES]


def _line(name: str, last_sent: str) -> ReportLine:
    title = title_of(name)
    return ReportLine(name, title, last_sent, tuple(fold(f"{title} {form_of(name)} {name}").split()))


def _last_sent(db: Database) -> dict[str, str]:
    """By report: the period sent last and the day; the figures themselves, which may be large, are not read."""
    found = db.conn.execute(
        "SELECT report, period, max(sent_at) FROM sent_report"
        " WHERE scope = (SELECT unit FROM installation) GROUP BY report"
    )
    return {name: f"{_period(period)}, {local(parse_utc(at)):%d/%m}" for name, period, at in found}


def _period(name: str) -> str:
    try:
        return period_text(parse(name)).partition(":")[0]
    except Refused:
        # It came from a station that knows other periods.
        return name
