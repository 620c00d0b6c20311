"""Telling a scanner from an officer: both are keyboards.

A scanner types into whatever has the focus and ends with Enter. What it typed is taken out again and handed over
whole, wherever it went. An ID card is told by its content, at any speed and even after letters of the officer's own;
a dossier code, which an officer may also type, only by its speed, unless it was typed where no text is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

PlaceT = TypeVar("PlaceT")

_CARD_START: Final = re.compile(r"(?:\]Q\d)?\d{12}(?=\D)", re.ASCII)
"""Where an ID card may begin: at its number, or at what some scanners put before it."""

_LIMIT: Final = 1_000
"""Characters kept: an ID card has about 150."""

_GAP: Final = 0.06
"""Seconds between two characters of a scanner at most; people need about 0.1."""

_TORN: Final = 1.0
"""Seconds that a busy PC may keep the rest of a scan back after its first characters."""

_CODE_LEAST: Final = 6


class Scanned(Message):
    """A scanner has typed `text`; `card` tells an ID card from a dossier code. Fields are as they were before."""

    def __init__(self, text: str, *, card: bool) -> None:
        super().__init__()
        self.text = text
        self.card = card


@dataclass(frozen=True, slots=True)
class Stroke(Generic[PlaceT]):
    """One typed character, when (seconds), where, and what that place held before it."""

    character: str
    time: float
    place: PlaceT
    before: object


@dataclass(frozen=True, slots=True)
class Scan(Generic[PlaceT]):
    """What was scanned, and the strokes that typed it, the first one first."""

    text: str
    card: bool
    strokes: tuple[Stroke[PlaceT], ...]


class Scanner(Generic[PlaceT]):
    """Remembers what was typed since the last key that was no character.

    `is_card` says whether a text is the QR of an ID card, `is_code` whether it is a dossier code of this office.
    """

    def __init__(self, is_card: Callable[[str], bool], is_code: Callable[[str], bool]) -> None:
        self._is_card = is_card
        self._is_code = is_code
        self._strokes: list[Stroke[PlaceT]] = []

    def typed(self, stroke: Stroke[PlaceT]) -> None:
        """A character was typed."""
        self._strokes.append(stroke)
        del self._strokes[:-_LIMIT]

    def erased(self) -> None:
        """Backspace: an input method replaces what it typed before."""
        if self._strokes:
            self._strokes.pop()

    def forget(self) -> None:
        """Another key: what comes next is something new."""
        self._strokes.clear()

    def entered(self) -> Scan[PlaceT] | None:
        """Enter: was it a scanner? What was typed is forgotten either way."""
        strokes, self._strokes = self._strokes, []
        text = "".join(stroke.character for stroke in strokes)
        for start in _CARD_START.finditer(text):
            if self._is_card(text[start.start() :]):
                return self._scan(strokes[start.start() :], card=True)
        burst = self._burst(strokes)
        if len(burst) >= _CODE_LEAST and self._is_code(_text(burst)):
            return self._scan(self._whole(strokes, len(strokes) - len(burst)), card=False)
        return self._slow_code(strokes)

    def _whole(self, strokes: list[Stroke[PlaceT]], begun: int) -> list[Stroke[PlaceT]]:
        """The burst that begins there, with what a busy PC tore off it where no text is taken and no hand types.

        The rest of a code looks like a code, too, and is none of this office.
        """
        first = begun
        while first > 0 and strokes[first].before is None and strokes[first - 1].before is None:
            if strokes[first].time - strokes[first - 1].time > _TORN:
                break
            first -= 1
        return next(strokes[at:] for at in range(first, begun + 1) if self._is_code(_text(strokes[at:])))

    def _slow_code(self, strokes: list[Stroke[PlaceT]]) -> Scan[PlaceT] | None:
        """A code that ends what went where no text is taken: a busy PC tears a scan apart, and no hand types there."""
        first = len(strokes)
        while first > 0 and strokes[first - 1].before is None:
            first -= 1
        for start in range(first, len(strokes) - _CODE_LEAST + 1):
            if self._is_code(_text(strokes[start:])):
                return self._scan(strokes[start:], card=False)
        return None

    @staticmethod
    def _burst(strokes: list[Stroke[PlaceT]]) -> list[Stroke[PlaceT]]:
        """The last strokes that came too fast for a hand."""
        first = len(strokes) - 1
        while first > 0 and strokes[first].time - strokes[first - 1].time <= _GAP:
            first -= 1
        return strokes[max(first, 0) :]

    @staticmethod
    def _scan(strokes: list[Stroke[PlaceT]], *, card: bool) -> Scan[PlaceT]:
        return Scan(_text(strokes), card, tuple(strokes))


def _text(strokes: list[Stroke[PlaceT]]) -> str:
    return "".join(stroke.character for stroke in strokes).strip()
