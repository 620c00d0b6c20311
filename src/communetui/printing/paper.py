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
    """A sheet in points (1/72 inch), and the label of each copy on it from left to right."""

    width: float
    height: float
    copies: tuple[str, ...]

    @property
    def copy_width(self) -> float:
        """The width of one copy in points."""
        return self.width / len(self.copies)


_SHEETS = {
    Paper.A5: Sheet(148 * _MM, 210 * _MM, ("",)),
    Paper.A4: Sheet(297 * _MM, 210 * _MM, ("Liên 1: Giao người nộp", "Liên 2: Lưu")),
    Paper.A4_WHOLE: Sheet(210 * _MM, 297 * _MM, ("",)),
}

MARGIN = 8.5 * _MM
"""Free edge at the left and right of each copy: office printers cannot print closer than about 5 mm."""
TOP = 7 * _MM
"""Free edge at the top."""
FOOT = 12 * _MM
"""Free edge at the bottom, in which the foot line stands."""
