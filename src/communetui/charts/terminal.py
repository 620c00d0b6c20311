"""A chart in the terminal: bars of letters that every console has, each with its value beside it, without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size

from communedb.reports.figures import Kind
from communetui.charts.words import label_text, part_text, value_text
from communetui.strings.charts import charts

if TYPE_CHECKING:
    from communedb.reports.series import Series

INKS: Final = ("█", "▒")
"""What the bars of the first and the second part are made of: told apart without colour, in every code page."""
_REST: Final = "·"
_GAP: Final = 2
_LONGEST_LABEL: Final = 28
_SHORTEST_BAR: Final = 4


def lines(series: Series, width: int) -> list[str]:
    """The chart as lines of at most `width` columns: what is drawn, then a line a bar.

    Where there is no room for bars the values stand alone; a chart of nothing says so.
    """
    if not any(value is not None for bar in series.bars for value in bar.values):
        return [charts().nothing]
    labels = [label_text(series, bar) for bar in series.bars]
    wide = min(max(map(cell_len, labels)), _LONGEST_LABEL, max(width // 3, 8))
    panel = (width - wide) // len(series.parts) - _GAP
    told = [[value_text(series, value) for value in bar.values] for bar in series.bars]
    room = panel - max(len(text) for row in told for text in row) - 1
    rows = [
        _joined(label, wide, panel, [
            _panel(series, value, text, room, ink)
            for value, text, ink in zip(bar.values, texts, INKS, strict=False)
        ])
        for label, bar, texts in zip(labels, series.bars, told, strict=True)
    ]  # fmt: skip
    heads = [f"{ink} {part_text(part)}" for part, ink in zip(series.parts, INKS, strict=False)]
    return [_joined("", wide, panel, heads), *rows]


def _joined(label: str, wide: int, panel: int, panels: list[str]) -> str:
    gap = " " * _GAP
    return gap.join([_cut(label, wide), *(set_cell_size(part, panel) for part in panels)]).rstrip()


def _cut(label: str, wide: int) -> str:
    return set_cell_size(label, wide - 1) + "…" if cell_len(label) > wide else set_cell_size(label, wide)


def _panel(series: Series, value: float | None, told: str, room: int, ink: str) -> str:
    """One bar with its value; a share shows what is missing to everything, too."""
    if room < _SHORTEST_BAR or value is None:
        return told
    # What is not nothing is never drawn as nothing.
    cells = max(round(value / (series.longest or 1) * room), 1 if value > 0 else 0)
    rest = _REST * (room - cells) if series.kind is Kind.SHARE else ""
    return f"{ink * min(cells, room)}{rest} {told}".lstrip()
