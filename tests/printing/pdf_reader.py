"""An own reader that gets text, places and dark squares back out of a printed page."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Run:
    """One piece of text where it stands on the page, in points from the lower left corner."""

    x: float
    y: float
    size: float
    width: float
    text: str


@dataclass
class PrintedPage:
    """What a reader of the PDF sees on a page."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    squares: list[tuple[float, float, float, float]] = field(default_factory=list)

    def text(self, left: float = 0.0, right: float = 1e9) -> str:
        """The text between two places without any white space: line ends of a paragraph are no part of its words."""
        return bare("".join(run.text for run in self.runs if left <= run.x < right))


def bare(text: str) -> str:
    """Text without any white space."""
    return "".join(text.split())


def read_pdf(pdf: bytes) -> list[PrintedPage]:
    """The pages of a PDF as the printing of this app writes it."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", pdf, re.DOTALL)}
    fonts = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(F\d+\+\d+) (\d+) 0 R", body):
            fonts[name.decode()] = _font(objects, objects[int(number)])
    pages = []
    for kid in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids \[(.*?)\]", pdf, re.DOTALL)[1]):
        body = objects[int(kid)]
        box = [float(side) for side in re.search(rb"/MediaBox \[(.*?)\]", body)[1].split()]
        contents = int(re.search(rb"/Contents (\d+)", body)[1])
        page = PrintedPage(box[2], box[3])
        _Interpreter(page, fonts).run(_stream(objects[contents]).decode("latin-1"))
        pages.append(page)
    return pages


def _stream(body: bytes) -> bytes:
    head, raw = body.split(b"stream\n", 1)
    raw = raw.rsplit(b"endstream", 1)[0]
    if b"ASCII85Decode" in head:
        raw = base64.a85decode(b"<~" + raw.strip(), adobe=True)
    return zlib.decompressobj().decompress(raw)  # a line end follows the compressed data


def _font(objects: dict[int, bytes], body: bytes) -> dict[int, tuple[str, float]]:
    """Of each code of a font: the letter, and its width in thousandths of the size."""
    cmap = _stream(objects[int(re.search(rb"/ToUnicode (\d+)", body)[1])]).decode()
    widths = [float(width) for width in re.search(rb"/Widths \[(.*?)\]", body, re.DOTALL)[1].split()]
    return {
        int(code, 16): (bytes.fromhex(letter).decode("utf-16-be"), widths[int(code, 16)])
        for code, letter in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>\n", cmap.split("beginbfchar")[1])
    }


_TOKEN = re.compile(r"\((?:\\.|[^\\)])*\)|\[|\]|[^\s()\[\]]+", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class _Interpreter:
    """The few operators that place text and rectangles; scale and shift, nothing is ever turned."""

    def __init__(self, page: PrintedPage, fonts: dict[str, dict[int, tuple[str, float]]]) -> None:
        self.page, self.fonts = page, fonts
        self.scale, self.x, self.y = 1.0, 0.0, 0.0
        self.stack: list[tuple[float, float, float]] = []
        self.font: dict[int, tuple[str, float]] = {}
        self.size = self.leading = 0.0
        self.line = self.pen = (0.0, 0.0)
        self.meaning: dict[str, Callable[..., None]] = {
            "q": self.save,
            "Q": self.restore,
            "cm": self.transform,
            "re": self.rectangle,
            "Tf": self.choose_font,
            "TL": self.set_leading,
            "Tm": self.set_line,
            "Td": self.move_line,
            "T*": self.next_line,
            "Tj": self.show,
        }

    def run(self, stream: str) -> None:
        operands: list[str] = []
        for token in _TOKEN.findall(stream):
            if token[0] in "(/-.0123456789[]":
                operands.append(token)
                continue
            if token in self.meaning:
                self.meaning[token](*operands)
            operands = []

    def save(self) -> None:
        self.stack.append((self.scale, self.x, self.y))

    def restore(self) -> None:
        self.scale, self.x, self.y = self.stack.pop()

    def transform(self, a: str, b: str, c: str, d: str, e: str, f: str) -> None:
        assert float(b) == float(c) == 0
        assert float(a) == float(d)
        self.x, self.y = self.x + self.scale * float(e), self.y + self.scale * float(f)
        self.scale *= float(a)

    def rectangle(self, x: str, y: str, width: str, height: str) -> None:
        corner = (self.x + self.scale * float(x), self.y + self.scale * float(y))
        self.page.squares.append((*corner, self.scale * float(width), self.scale * float(height)))

    def choose_font(self, name: str, size: str) -> None:
        self.font, self.size = self.fonts.get(name[1:], {}), float(size)

    def set_leading(self, leading: str) -> None:
        self.leading = float(leading)

    def set_line(self, *matrix: str) -> None:
        self.line = self.pen = (float(matrix[4]), float(matrix[5]))

    def move_line(self, x: str, y: str) -> None:
        self.line = self.pen = (self.line[0] + float(x), self.line[1] + float(y))

    def next_line(self) -> None:
        self.move_line("0", str(-self.leading))

    def show(self, string: str) -> None:
        codes = _ESCAPE.sub(lambda m: chr(int(m[1], 8)) if m[1].isdigit() else _CONTROL.get(m[1], m[1]), string[1:-1])
        letters = [self.font[ord(code)] for code in codes]
        width = sum(width for _, width in letters) * self.size / 1000
        x, y = self.pen
        self.page.runs.append(
            Run(
                self.x + self.scale * x,
                self.y + self.scale * y,
                self.scale * self.size,
                self.scale * width,
                "".join(letter for letter, _ in letters),
            )
        )
        self.pen = (x + width, y)
