"""The letters of the forms: the shipped Noto Sans, and any text made safe to set in it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from communedb.domain.text import clean

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
MISSING = "\N{REPLACEMENT CHARACTER}"
"""Stands, visibly, for a character that the font has not: an emoji, a foreign script."""


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to reportlab; once in a process."""
    folder = files("communetui.printing") / "fonts"
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, BytesIO((folder / f"{name}.ttf").read_bytes())))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def drawable(text: str) -> str:
    """One line of text in letters that the font has; what it has not becomes `MISSING`."""
    load_fonts()
    glyphs = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(letter if ord(letter) in glyphs else MISSING for letter in clean(text))


def markup(text: str) -> str:
    """Text as a paragraph takes it: every sign means itself, line ends stay."""
    return "<br/>".join(escape(drawable(line)) for line in text.splitlines())


def strong(text: str) -> str:
    """The same, in bold."""
    return f"<b>{markup(text)}</b>"


def unbroken(text: str) -> str:
    """The same, in bold and never broken at a line's end: a phone number, a time."""
    return strong(text).replace(" ", "\N{NO-BREAK SPACE}")


def width_of(text: str, size: float, font: str = REGULAR) -> float:
    """The width in points of a line set in a shipped font."""
    load_fonts()
    return float(pdfmetrics.stringWidth(drawable(text), font, size))


def style(size: float, *, align: int = TA_LEFT, leading: float = 1.26, after: float = 0) -> ParagraphStyle:
    """A paragraph style of the forms; `leading` is in lines, `size` and `after` in points."""
    load_fonts()
    return ParagraphStyle(
        f"form-{size}-{align}-{leading}-{after}",
        fontName=REGULAR,
        fontSize=size,
        leading=size * leading,
        alignment=align,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
    )


CENTRE, LEFT, RIGHT = TA_CENTER, TA_LEFT, TA_RIGHT
