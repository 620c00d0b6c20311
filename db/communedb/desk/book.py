"""Entering what was certified in the station's book: a number for each line, never given twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.certification import numbers_text, volume_text
from communedb.domain.event import EventKind
from communedb.stores.certifications import waiting_lines
from communedb.stores.events import read_events

if TYPE_CHECKING:
    from communedb.transaction import Write


@dataclass(frozen=True)
class Numbered:
    """The numbers of one request, which follow each other in one volume of one book."""

    book: str
    volume: int
    year: int
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """As it is written on the certified paper: `12-14, quyển 01/2026 - SCT/BS`."""
        return f"{numbers_text(self.numbers)}, quyển {volume_text(self.volume, self.year)} - {self.book}"


def enter_in_book(tx: Write, dossier: str, signer: str | None = None) -> Numbered | None:
    """Give the lines that wait the next numbers of their book at this station; None when none waits.

    The signer is who is named, else whoever decided last. A counter only rises: a number stays used when its dossier
    is void.
    """
    lines = waiting_lines(tx.db, dossier)
    if not lines:
        return None
    book, year = str(lines[0]["book"]), tx.today.year
    signed = signer or _decided_by(tx, dossier)
    last = _reserve(tx, book, year, len(lines))
    numbers = tuple(range(last - len(lines) + 1, last + 1))
    for line, number in zip(lines, numbers, strict=True):
        entered = {"station": tx.by.station, "volume": tx.by.station_number, "year": year, "number": number}
        tx.update("certification", line["id"], {**entered, "signer": signed, "certified_on": tx.today.isoformat()})
    return Numbered(book, tx.by.station_number, year, numbers)


def _decided_by(tx: Write, dossier: str) -> str:
    decided = [event for event in read_events(tx.db, dossier) if event.kind is EventKind.DECIDED]
    if not decided:
        return tx.by.officer
    last = max(decided, key=lambda event: event.order)
    return str(last.details.get("signer") or last.officer)


def _reserve(tx: Write, book: str, year: int, count: int) -> int:
    """Move the counter of a book on and return where it now stands."""
    (last,) = tx.db.conn.execute(
        "INSERT INTO certification_counter (book, year, last) VALUES (?, ?, ?)"
        " ON CONFLICT (book, year) DO UPDATE SET last = last + excluded.last RETURNING last",
        (book, year, count),
    ).fetchone()
    return int(last)
