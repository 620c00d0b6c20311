"""A QR code for a terminal: two rows of squares in one line of letters, readable from the screen by a telephone."""

from __future__ import annotations

from typing import Final

_QUIET: Final = 2
"""Empty squares around the code, without which many readers do not find it."""

_LETTERS: Final = {(True, True): " ", (True, False): "\u2584", (False, True): "\u2580", (False, False): "\u2588"}
"""By dark or light above and below. Light is what is printed, so that it is light on a dark screen."""


def qr_lines(text: str) -> list[str]:
    """The code of a text, a line of the terminal for each two rows of squares."""
    from reportlab.graphics.barcode.qr import QrCodeWidget

    code = QrCodeWidget(text, barLevel="L").qr
    code.make()
    size = int(code.getModuleCount())

    def dark(row: int, column: int) -> bool:
        inside = 0 <= row < size and 0 <= column < size
        return inside and bool(code.isDark(row, column))

    around = range(-_QUIET, size + _QUIET)
    return [
        "".join(_LETTERS[dark(row, column), dark(row + 1, column)] for column in around)
        for row in range(-_QUIET, size + _QUIET, 2)
    ]
