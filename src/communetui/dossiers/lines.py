"""Rows of the list as the screen shows them: read in threads, worded when they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.moment import local, parse_utc
from communedb.stores.officers import officer_names
from communetui.dossier_source import DossierSource
from communetui.dossiers.due_words import Standing, standing
from communetui.strings.dossiers import dossiers
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.domain.dossier_filter import DossierFilter
    from communedb.register import Register
    from communedb.stores.dossier_list import DossierRow, PageKey


@dataclass(frozen=True, slots=True)
class Line:
    """A row, how its promise stands, and the names of who is responsible and who has the papers."""

    row: DossierRow
    standing: Standing
    holder: str
    papers_with: str

    @property
    def received(self) -> str:
        """The day of reception."""
        return f"{local(parse_utc(self.row.received_at)):%d/%m/%Y}"

    @property
    def received_marked(self) -> str:
        """The day of reception, with a star when it was entered later than it happened."""
        return f"{self.received}{'*' if self.row.late else ''}"

    @property
    def received_told(self) -> str:
        """The day of reception, in words when it was entered later than it happened."""
        return f"{self.received} {dossiers().entered_late}" if self.row.late else self.received

    @property
    def status(self) -> str:
        """The status, or that it is void."""
        return dossiers().voided if self.row.voided else values().status[self.row.status]

    @property
    def due(self) -> str:
        """Day and month, and how the promise stands: `27/11 còn 2 ngày`; nothing for a void dossier."""
        if self.row.voided:
            return ""
        return f"{self.standing.day[:5]} {self.standing.short}".strip()

    @property
    def due_in_full(self) -> str:
        """When the result is due."""
        return self.standing.moment or dossiers().no_due

    @property
    def hands(self) -> str:
        """Who has it, or who gives it to whom while a hand-over is not accepted yet."""
        words = dossiers()
        if not self.row.offered_to:
            return words.held.format(holder=self.holder or "-")
        return words.passing.format(papers=_short(self.papers_with), holder=_short(self.holder))

    @property
    def holder_short(self) -> str:
        """The officer's name in short."""
        return _short(self.holder)


def _short(name: str) -> str:
    """The last two words of a name: the given name stands last."""
    return " ".join(name.split()[-2:])


class LineSource:
    """A source of lines for the paged list."""

    def __init__(self, register: Register, wanted: DossierFilter) -> None:
        self._source = DossierSource(register, wanted)
        self._register = register

    def key(self, line: Line) -> PageKey:
        """Where a line stands."""
        return self._source.key(line.row)

    def first(self, size: int) -> list[Line]:
        """The first lines."""
        return self._lines(self._source.first(size))

    def last(self, size: int) -> list[Line]:
        """The last lines."""
        return self._lines(self._source.last(size))

    def after(self, key: PageKey, size: int) -> list[Line]:
        """The lines after a key."""
        return self._lines(self._source.after(key, size))

    def before(self, key: PageKey, size: int) -> list[Line]:
        """The lines before a key."""
        return self._lines(self._source.before(key, size))

    def count(self) -> int:
        """How many there are."""
        return self._source.count()

    def _lines(self, rows: Sequence[DossierRow]) -> list[Line]:
        return lines_of(self._register, rows)


def lines_of(register: Register, rows: Sequence[DossierRow]) -> list[Line]:
    """Rows as lines; from a thread."""
    now, calendar = register.now(), register.calendar()
    names = officer_names(register.db)

    def line(row: DossierRow) -> Line:
        how = standing(
            parse_utc(row.due_at) if row.due_at else None,
            now,
            calendar,
            parse_utc(row.ended_at) if row.ended_at else None,
            paused=bool(row.paused),
            expected=bool(row.due_expected),
        )
        return Line(row, how, names.get(row.holder, ""), names.get(row.papers_with, ""))

    return [line(row) for row in rows]
