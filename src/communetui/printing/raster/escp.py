"""ESC/P for dot-matrix printers with 24 pins, as dots: `ESC * 39`, which every one of them has had since 1990."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PIL import Image

from communetui.printing.raster.picture import black_dots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOTS_PER_INCH: Final = 180.0
"""Both ways in this mode, so the picture is neither stretched nor squeezed."""

PINS: Final = 24
MOST_ACROSS: Final = 1_440
"""Dots across the eight inches of a narrow printer."""

_INIT: Final = b"\x1b@"
_LINE_OF_24: Final = b"\x1b3\x18"
"""A line is 24/180 inch: one pass of the pins joins the next."""
_NO_SKIP: Final = b"\x1bO"
_ONE_WAY: Final = b"\x1bU\x01"
"""Printing in one direction only keeps the rows of a letter in line."""
_PAGE_LINES: Final = b"\x1bC"
_DOTS: Final = b"\x1b*\x27"
_NEXT_LINE: Final = b"\r\n"
_NEXT_PAGE: Final = b"\r\x0c"


def escp(pages: Sequence[Image.Image]) -> bytes:
    """The bytes that print pictures of mode "1", each on a sheet or a length of continuous paper of its own."""
    return _INIT + _LINE_OF_24 + _NO_SKIP + _ONE_WAY + b"".join(part for page in pages for part in _page(page))


def _page(page: Image.Image) -> Iterator[bytes]:
    dots = black_dots(page).crop((0, 0, min(page.width, MOST_ACROSS), page.height))
    yield _PAGE_LINES + bytes([min(127, -(-page.height // PINS))])
    box = dots.getbbox()
    for top in range(0, box[3] if box else 0, PINS):
        if top:
            yield _NEXT_LINE
        yield _pass(dots.crop((0, top, dots.width, top + PINS)))
    yield _NEXT_PAGE


def _pass(band: Image.Image) -> bytes:
    """One pass of the head up to the last black dot; nothing for an empty line."""
    box = band.getbbox()
    if box is None:
        return b""
    # Turned over its diagonal, a row holds the three bytes of one column, the highest pin first.
    columns = band.crop((0, 0, box[2], PINS)).transpose(Image.Transpose.TRANSPOSE)
    return _DOTS + box[2].to_bytes(2, "little") + columns.tobytes()
