"""Pages of a form's PDF as pictures of black and white dots.

It reads what `sheets` writes and no other PDF: straight lines, rectangles, and text in the shipped letters, scaled and
shifted, never turned. So whatever prints on A5 prints on a thermal or dot-matrix printer too, from the same page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from PIL import Image, ImageChops, ImageDraw, ImageFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PageObject

_POINTS: Final = 72.0
_BLACK, _WHITE = 0, 1
_LETTER: Final = re.compile(rb"<([0-9A-Fa-f]{2})> <((?:[0-9A-Fa-f]{4})+)>")


def pictures(pdf: bytes, dots_per_inch: float) -> list[Image.Image]:
    """Each page of a PDF that `render` made, in mode "1" (0 is a black dot)."""
    reader = PdfReader(BytesIO(pdf))
    return [_Page(page, dots_per_inch / _POINTS).draw(reader) for page in reader.pages]


def black_dots(page: Image.Image) -> Image.Image:
    """The picture as printers want it: ones where it is black; a picture of mode "1" has zeros there."""
    return ImageChops.logical_xor(page, Image.new("1", page.size, _WHITE))


@dataclass(frozen=True, slots=True)
class _Letters:
    """A font of the page: which letter each code is, and how far it moves the pen, in thousandths of the size."""

    name: str
    letters: dict[int, str]
    widths: dict[int, float]


@dataclass(frozen=True, slots=True)
class _State:
    """What `q` keeps and `Q` brings back: scale and shift of the coordinates, pen width, ink."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    pen: float = 1.0
    fill: int = _BLACK


class _Page:
    """One page while it is drawn; places come in points from the lower left, dots count from the upper left."""

    def __init__(self, page: PageObject, dots: float) -> None:
        self._page = page
        self._dots = dots
        width, height = (round(float(side) * dots) for side in (page.mediabox.width, page.mediabox.height))
        self._image = Image.new("1", (width, height), _WHITE)
        self._ink = ImageDraw.Draw(self._image)
        self._state, self._kept = _State(), list[_State]()
        self._font: _Letters | None = None
        self._size = self._leading = 0.0
        self._line = self._pen = (0.0, 0.0)
        self._path: list[tuple[float, float]] = []
        self._boxes: list[tuple[float, float, float, float]] = []
        fonts = page["/Resources"].get_object()["/Font"].get_object()  # type: ignore[index]  # a dictionary of fonts
        self._fonts = {name: letters for name in fonts if (letters := _letters(fonts[name].get_object()))}
        self._meaning: dict[bytes, Callable[..., object]] = {
            b"q": lambda: self._kept.append(self._state),
            b"Q": self._restore,
            b"cm": self._transform,
            b"w": lambda width: self._set(pen=float(width)),
            b"rg": lambda *colour: self._set(fill=_WHITE if sum(colour) > 1.5 else _BLACK),
            b"m": lambda x, y: self._path.append((float(x), float(y))),
            b"l": lambda x, y: self._path.append((float(x), float(y))),
            b"re": lambda *box: self._boxes.append(tuple(map(float, box))),  # type: ignore[arg-type]  # four numbers
            b"n": self._forget,
            b"S": self._stroke,
            b"f": self._fill,
            b"f*": self._fill,
            b"Tf": self._choose,
            b"TL": self._lead,
            b"Tm": lambda *matrix: self._begin(float(matrix[4]), float(matrix[5])),
            b"Td": lambda x, y: self._begin(self._line[0] + float(x), self._line[1] + float(y)),
            b"T*": lambda: self._begin(self._line[0], self._line[1] - self._leading),
            b"Tj": self._show,
        }

    def draw(self, reader: PdfReader) -> Image.Image:
        """The picture of the page."""
        stream = ContentStream(self._page["/Contents"].get_object(), reader, "bytes")
        for operands, operator in stream.operations:
            meaning = self._meaning.get(operator)
            if meaning is not None:
                meaning(*operands)
        return self._image

    # -- coordinates

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _restore(self) -> None:
        self._state = self._kept.pop()

    def _transform(self, a: float, _b: float, _c: float, _d: float, x: float, y: float) -> None:
        now = self._state
        self._set(scale=now.scale * float(a), x=now.x + now.scale * float(x), y=now.y + now.scale * float(y))

    def _at(self, x: float, y: float) -> tuple[int, int]:
        now = self._state
        across, up = (now.x + now.scale * x) * self._dots, (now.y + now.scale * y) * self._dots
        return round(across), self._image.height - round(up)

    # -- lines and boxes

    def _forget(self) -> None:
        self._path.clear()
        self._boxes.clear()

    def _stroke(self) -> None:
        thickness = max(1, round(self._state.pen * self._state.scale * self._dots))
        corners = [self._at(*point) for point in self._path]
        for start, end in zip(corners[::2], corners[1::2], strict=True):
            self._ink.line((start, end), _BLACK, thickness)
        for x, y, width, height in self._boxes:
            outline = (self._at(x, y + height), self._at(x + width, y))
            self._ink.rectangle(outline, outline=_BLACK, width=thickness)
        self._forget()

    def _fill(self) -> None:
        for x, y, width, height in self._boxes:
            (left, top), (right, bottom) = self._at(x, y + height), self._at(x + width, y)
            if right > left and bottom > top:
                self._ink.rectangle((left, top, right - 1, bottom - 1), self._state.fill)
        self._forget()

    # -- text

    def _choose(self, name: str, size: float) -> None:
        self._font, self._size = self._fonts.get(name), float(size)

    def _lead(self, leading: float) -> None:
        self._leading = float(leading)

    def _begin(self, x: float, y: float) -> None:
        self._line = self._pen = (x, y)

    def _show(self, codes: bytes) -> None:
        """Draw letter by letter where the page has them: whole words set by another program would end elsewhere."""
        if self._font is None:
            return
        face = _face(self._font.name, self._size * self._state.scale * self._dots)
        for code in bytes(codes):
            x, y = self._pen
            letter = self._font.letters.get(code, "")
            if letter.strip():
                self._ink.text(self._at(x, y), letter, fill=self._state.fill, font=face, anchor="ls")
            self._pen = (x + self._font.widths.get(code, 0.0) * self._size / 1000, y)


def _letters(font: Any) -> _Letters | None:
    """A font that was put into the PDF; None for the one that the library always names and the forms never use."""
    if "/ToUnicode" not in font:
        return None
    table = font["/ToUnicode"].get_object().get_data()
    letters = {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in _LETTER.findall(table)}
    widths = {int(font["/FirstChar"]) + place: float(width) for place, width in enumerate(font["/Widths"])}
    return _Letters(str(font["/BaseFont"]).partition("+")[2], letters, widths)


@lru_cache(maxsize=32)
def _face(name: str, dots: float) -> ImageFont.FreeTypeFont:
    """A shipped font at a size in dots."""
    content = (files("communetui.printing") / "fonts" / f"{name}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(content), dots, layout_engine=ImageFont.Layout.BASIC)
