"""The same charts on paper: black and grey, each bar with its value, so that a copy of a copy can still be read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, black, white

from communedb.reports.figures import Kind
from communedb.reports.series import by_longer_steps
from communetui.charts.words import label_text, part_text, value_text
from communetui.printing.lettering import BOLD, REGULAR, drawable, load_fonts, width_of
from communetui.strings.charts import charts

if TYPE_CHECKING:
    from communedb.reports.series import Bar, Number, Series

INKS: Final = (Color(0.25, 0.25, 0.25), Color(0.8, 0.8, 0.8))
"""What the bars of the first and the second part are filled with."""

_SIZE: Final = 6.8
_HEAD: Final = 8.0
_LINE: Final = 11.0
_UPRIGHT: Final = 88.0
"""The height of upright bars in points, without what stands above and below."""
_MOST_UPRIGHT: Final = 16
_MOST_LABEL: Final = 0.4
"""The part of the width that labels may take."""


def drawing(series: Series, title: str, width: float) -> Drawing:
    """The chart as a block of a page: days stand upright side by side, all else lies one below the other.

    A month of days is drawn by week: paper has no room for more than two weeks of them.
    """
    load_fonts()
    if not series.bars or not all(isinstance(bar.label, date) for bar in series.bars):
        return _lying(series, title, width)
    drawn = series if series.kind is Kind.SHARE else by_longer_steps(series, _MOST_UPRIGHT)
    return _upright(drawn, title, width) if len(drawn.bars) <= _MOST_UPRIGHT else _lying(drawn, title, width)


def _upright(series: Series, title: str, width: float) -> Drawing:
    height = _LINE * (3 if len(series.parts) > 1 else 2) + _UPRIGHT + _LINE
    sheet = Drawing(width, height)
    _head(sheet, series, title, height)
    foot, room = _LINE, _UPRIGHT - _LINE
    step = width / len(series.bars)
    thick = min(step * 0.8 / len(series.parts), 22.0)
    for place, bar in enumerate(series.bars):
        middle = step * (place + 0.5)
        left = middle - thick * len(series.parts) / 2
        for part, value in enumerate(bar.values):
            tall = room * (value or 0) / (series.longest or 1)
            if value:
                sheet.add(_rect(left + part * thick, foot, thick - 1, tall, part))
            told = value_text(series, value)
            sheet.add(_text(left + (part + 0.5) * thick, foot + tall + 2, told, anchor="middle"))
        sheet.add(_text(middle, 1, _under(series, bar, step), anchor="middle"))
    sheet.add(Line(0, foot, width, foot, strokeWidth=0.5))
    return sheet


def _under(series: Series, bar: Bar, room: float) -> str:
    """What stands under an upright bar: a week whose days have no room there, by the first of them."""
    words = label_text(series, bar)
    is_too_long = width_of(words, _SIZE) > room and isinstance(bar.label, date)
    return f"{bar.label:%d/%m}" if is_too_long else words


def _lying(series: Series, title: str, width: float) -> Drawing:
    heads = _LINE * (2.4 if len(series.parts) > 1 else 1.4)
    height = heads + _LINE * max(len(series.bars), 1) * len(series.parts)
    sheet = Drawing(width, height)
    _head(sheet, series, title, height)
    if not series.bars:
        sheet.add(_text(0, 2, charts().nothing))
    labels = [label_text(series, bar) for bar in series.bars]
    beside = min(max((width_of(label, _SIZE) for label in labels), default=0) + 6, width * _MOST_LABEL)
    told = [[value_text(series, value) for value in bar.values] for bar in series.bars]
    room = width - beside - max((width_of(text, _SIZE) for row in told for text in row), default=0) - 6
    at = height - heads - _LINE
    for label, bar, texts in zip(labels, series.bars, told, strict=True):
        sheet.add(_text(0, at + 2, _short(label, beside - 4)))
        for part, (value, text) in enumerate(zip(bar.values, texts, strict=True)):
            _lay(sheet, series, (beside, at), room, value, part)
            long = room if series.kind is Kind.SHARE else room * (value or 0) / (series.longest or 1)
            sheet.add(_text(beside + long + 3, at + 2, text))
            at -= _LINE
    return sheet


def _lay(sheet: Drawing, series: Series, corner: tuple[float, float], room: float, value: Number, part: int) -> None:
    """One lying bar; of a share the whole is outlined, so that what is missing can be seen."""
    left, at = corner
    if series.kind is Kind.SHARE:
        sheet.add(Rect(left, at + 1, room, _LINE - 3, fillColor=white, strokeColor=black, strokeWidth=0.3))
    if value:
        sheet.add(_rect(left, at + 1, room * value / (series.longest or 1), _LINE - 3, part))


def _head(sheet: Drawing, series: Series, title: str, height: float) -> None:
    sheet.add(_text(0, height - _LINE, title, font=BOLD, size=_HEAD))
    if len(series.parts) == 1:
        return
    at = 0.0
    for part, name in enumerate(series.parts):
        words = part_text(name)
        sheet.add(_rect(at, height - 2 * _LINE, 7, 7, part))
        sheet.add(_text(at + 10, height - 2 * _LINE, words))
        at += width_of(words, _SIZE) + 24


def _rect(left: float, bottom: float, wide: float, tall: float, part: int) -> Rect:
    return Rect(left, bottom, wide, tall, fillColor=INKS[part % 2], strokeColor=black, strokeWidth=0.3)


def _text(
    left: float, bottom: float, words: str, *, anchor: str = "start", font: str = REGULAR, size: float = _SIZE
) -> String:
    return String(left, bottom, drawable(words), fontName=font, fontSize=size, textAnchor=anchor)


def _short(words: str, room: float) -> str:
    """The beginning of a label that is too long for its place."""
    if width_of(words, _SIZE) <= room:
        return words
    while words and width_of(words + "…", _SIZE) > room:
        words = words[:-1]
    return words + "…"
