"""The sheets a form can be printed on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MM = 72 / 25.4


class Paper(StrEnum):
    """How a form is laid on paper; the values are those of the station's setting."""

    A5 = "a5"
    """One copy on A5 portrait."""
    A4 = "a4"
    """Two A5 copies side by side on A4 landscape, to be cut: the citizen's and the office's."""
    ROLL = "roll"
    """One copy on a roll of 80 mm, as long as it needs to be; 72 mm of it can be printed."""
    A4_WHOLE = "a4_whole"
    """One copy on A4 portrait: lists, and slips that go along with the papers."""

    @property
    def size(self) -> str:
        """The name of the sheet that goes into the printer: A5 or A4."""
        return self.value[:2].upper()

    @property
    def sheet(self) -> Sheet:
        """The measures of this paper and the copies on it."""
        return _SHEETS[self]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in points (1/72 inch), and the label of each copy on it from left to right.

    `margin` is the free edge at the left and right of each copy, `top` and `foot` that above and below; the foot line
    stands in `foot`. A sheet that `is_roll` is cut where its page ends; `height` is the most a page may have.
    """

    width: float
    height: float
    copies: tuple[str, ...]
    margin: float
    top: float
    foot: float
    is_roll: bool = False

    @property
    def copy_width(self) -> float:
        """The width of one copy in points."""
        return self.width / len(self.copies)


COPIES = ("Liên 1: Giao người nộp", "Liên 2: Lưu")
"""The citizen's copy and the office's."""

MARGIN = 8.5 * _MM
"""Free edge at the left and right of each copy: office printers cannot print closer than about 5 mm."""
TOP = 7 * _MM
"""Free edge at the top."""
FOOT = 12 * _MM
"""Free edge at the bottom, in which the foot line stands."""

_ROLL_LENGTH = 3_000 * _MM
_SHEETS = {
    Paper.A5: Sheet(148 * _MM, 210 * _MM, ("",), MARGIN, TOP, FOOT),
    Paper.A4: Sheet(297 * _MM, 210 * _MM, COPIES, MARGIN, TOP, FOOT),
    Paper.A4_WHOLE: Sheet(210 * _MM, 297 * _MM, ("",), MARGIN, TOP, FOOT),
    Paper.ROLL: Sheet(72 * _MM, _ROLL_LENGTH, ("",), 1 * _MM, 2 * _MM, FOOT, is_roll=True),
}
