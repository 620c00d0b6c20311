"""ESC/POS: what thermal receipt printers understand, whichever maker's, sent as dots so that no code page matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.printing.raster.picture import black_dots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image

DOTS_PER_INCH: Final = 203.2
"""Eight dots a millimetre; 576 of them lie across paper of 80 mm."""

BAND: Final = 128
"""Rows sent in one command: small printers hold few more in memory."""

_INIT: Final = b"\x1b@"
_RASTER: Final = b"\x1dv0\x00"
_FEED: Final = b"\x1bd\x04"
"""Four lines, so that the last printed row has passed the knife."""
_CUT: Final = b"\x1dV\x42\x00"


def escpos(pages: Sequence[Image]) -> bytes:
    """The bytes that print pictures of mode "1" one below the other, then cut."""
    return b"".join((_INIT, *(part for page in pages for part in _bands(page)), _FEED, _CUT))


def _bands(page: Image) -> Iterator[bytes]:
    dots = black_dots(page)
    across = (page.width + 7) // 8
    for top in range(0, page.height, BAND):
        band = dots.crop((0, top, page.width, min(top + BAND, page.height)))
        yield _RASTER + across.to_bytes(2, "little") + band.height.to_bytes(2, "little") + band.tobytes()
