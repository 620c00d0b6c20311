"""Dossier codes by a pattern of the office's own; a code is a label and is never read back for logic.

A pattern is text with fields: `{unit}`, `{station}`, `{date:%y%m%d}`, `{counter}`; numbers may be given a least width
(`{station:02}`, `{counter:04}`), a date is made of `%Y`, `%y`, `%m`, `%d`. The station in the code keeps stations
apart that have no network, and the counter runs anew with every change of what the code shows of the date.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

DEFAULT_PATTERN = "{unit}.{station:02}-{date:%y%m%d}-{counter:04}"
"""`19867.01-261123-0001`: distinct over stations, and over offices, since the unit's code leads."""

STATION_LIMIT = 99
COUNTER_LIMIT = 9_999_999

_PATTERN_LIMIT: Final = 80
_UNIT: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._\-]{0,30}[A-Za-z0-9])?", re.ASCII)
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._\-]", re.ASCII)
_WIDTH: Final = re.compile(r"(?:0?([1-9]))?", re.ASCII)
_DATE: Final = re.compile(r"%[Yymd](?:[._\-]?%[Yymd])*", re.ASCII)
_DIRECTIVE: Final = re.compile(r"%([Yymd])")
_CODE: Final = re.compile(r"(?=.*\d)(?=.*[.\-_])[A-Za-z0-9][A-Za-z0-9._\-]{4,78}[A-Za-z0-9]", re.ASCII)

_PARTS: Final[dict[str, Callable[[date], str]]] = {
    # Not strftime: it pads years differently on Linux and Windows.
    "Y": lambda day: f"{day.year:04}",
    "y": lambda day: f"{day.year % 100:02}",
    "m": lambda day: f"{day.month:02}",
    "d": lambda day: f"{day.day:02}",
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Fixed text, then a field (none at the end of a pattern). `exact`: the number must fill its width, no more."""

    literal: str
    field: str | None
    spec: str
    exact: bool = False

    @property
    def width(self) -> int:
        """The least number of digits."""
        return int(self.spec or "1")


@dataclass(frozen=True, slots=True)
class CodePattern:
    """A pattern that was found good; `text` is how it was written."""

    text: str
    pieces: tuple[_Piece, ...]

    @classmethod
    def parse(cls, text: str) -> CodePattern:
        """The pattern in a text.

        Refused as `CODE_PATTERN_UNREADABLE`, `CODE_PATTERN_FIELD_UNKNOWN`, `CODE_PATTERN_FIELD_FORMAT`,
        `CODE_PATTERN_LACKS_FIELD` (station or counter), `CODE_PATTERN_CHARACTER` (a character that file names or QR
        readers do not take well) and `CODE_PATTERN_AMBIGUOUS` (a number that cannot be told from what follows it).
        """
        text = bounded(text.strip(), _PATTERN_LIMIT)
        pieces = _pieces(text)
        for needed in ("station", "counter"):
            if not any(piece.field == needed for piece in pieces):
                raise Refused(Reason.CODE_PATTERN_LACKS_FIELD, field=needed)
        ends = (pieces[0].literal[:1], pieces[-1].literal[-1:] if pieces[-1].field is None else "")
        for character in ends:
            # A leading hyphen reads as an option of a command, a leading dot hides a file, Windows drops a last one.
            if character and not character.isalnum():
                raise Refused(Reason.CODE_PATTERN_CHARACTER, character=character)
        return cls(text, _told_apart(pieces))

    def period(self, day: date) -> str:
        """The key under which the counter runs: what the code shows of the day, empty when it shows nothing.

        Two codes of one station are equal exactly when period and counter are.
        """
        return "|".join(_date_text(piece.spec, day) for piece in self.pieces if piece.field == "date")

    def format(self, unit: str, station: int, day: date, counter: int) -> str:
        """The code with this counter.

        Refused as `CODE_UNIT_UNUSABLE`, `CODE_STATION_OUT_OF_RANGE` (also when the pattern has too few digits for the
        station) or `CODE_COUNTER_OUT_OF_RANGE`.
        """
        if not _UNIT.fullmatch(unit):
            raise Refused(Reason.CODE_UNIT_UNUSABLE, unit=unit)
        if not 1 <= counter <= COUNTER_LIMIT:
            raise Refused(Reason.CODE_COUNTER_OUT_OF_RANGE, counter=counter, limit=COUNTER_LIMIT)
        written = []
        for piece in self.pieces:
            written.append(piece.literal)
            if piece.field == "unit":
                written.append(unit)
            elif piece.field == "station":
                written.append(_station_text(piece, station))
            elif piece.field == "date":
                written.append(_date_text(piece.spec, day))
            elif piece.field == "counter":
                written.append(f"{counter:0{piece.width}}")
        return "".join(written)


def looks_like_code(text: str) -> bool:
    """Whether a scanned or typed text has the shape of a dossier code, this office's or another's.

    Only looking it up tells whether it is one.
    """
    return len(text) <= _PATTERN_LIMIT * 2 and _CODE.fullmatch(text.strip()) is not None


def _pieces(text: str) -> tuple[_Piece, ...]:
    """The text parted into pieces, each field and character known to be good."""
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError as error:
        raise Refused(Reason.CODE_PATTERN_UNREADABLE, pattern=text) from error
    if not parsed:
        raise Refused(Reason.CODE_PATTERN_UNREADABLE, pattern=text)
    return tuple(_piece(literal, field, spec or "", conversion) for literal, field, spec, conversion in parsed)


def _piece(literal: str, field: str | None, spec: str, conversion: str | None) -> _Piece:
    """One piece, its field's format checked."""
    if unsafe := _UNSAFE.search(literal):
        raise Refused(Reason.CODE_PATTERN_CHARACTER, character=unsafe.group())
    if field is None:
        return _Piece(literal, None, "")
    if field not in {"unit", "station", "date", "counter"}:
        raise Refused(Reason.CODE_PATTERN_FIELD_UNKNOWN, field=field)
    if field in {"station", "counter"}:
        width = _WIDTH.fullmatch(spec)
        good, kept = width is not None, (width.group(1) or "") if width else ""
    else:
        good, kept = bool(_DATE.fullmatch(spec)) if field == "date" else not spec, spec
    if not good or conversion:
        raise Refused(Reason.CODE_PATTERN_FIELD_FORMAT, field=field, format=spec)
    return _Piece(literal, field, kept)


def _told_apart(pieces: tuple[_Piece, ...]) -> tuple[_Piece, ...]:
    """The pieces, each station that runs into what follows held to its width: 1 and 11 must not meet 11 and 1."""
    apart = []
    for place, piece in enumerate(pieces):
        runs_on = _runs_on(pieces, place) and piece.field in {"station", "counter"}
        if runs_on and (piece.field == "counter" or not piece.spec):
            raise Refused(Reason.CODE_PATTERN_AMBIGUOUS, field=piece.field)
        apart.append(_Piece(piece.literal, piece.field, piece.spec, exact=runs_on))
    return tuple(apart)


def _runs_on(pieces: tuple[_Piece, ...], place: int) -> bool:
    """Whether what follows a field may begin with a digit."""
    if place + 1 == len(pieces):
        return False
    following = pieces[place + 1]
    return following.literal[:1].isdigit() or (not following.literal and following.field is not None)


def _station_text(piece: _Piece, station: int) -> str:
    """The station's number, if the pattern has room for it."""
    limit = 10**piece.width - 1 if piece.exact else STATION_LIMIT
    if not 1 <= station <= min(limit, STATION_LIMIT):
        raise Refused(Reason.CODE_STATION_OUT_OF_RANGE, station=station, limit=min(limit, STATION_LIMIT))
    return f"{station:0{piece.width}}"


@lru_cache(maxsize=64)
def _date_text(spec: str, day: date) -> str:
    """A day by a date format."""
    return _DIRECTIVE.sub(lambda found: _PARTS[found.group(1)](day), spec)
