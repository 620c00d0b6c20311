"""What is asked for its lines when a part of the screen is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor, ReflowResult
from textual.geometry import Region, Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.strip import Strip
    from textual.widget import Widget


class PartCompositor(Compositor):
    """Asks a widget only for the lines that are painted, and only a widget that stands in one of them.

    Textual's own asks all that stand in the same container, in full: every row of a form for each letter in one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[int] = []

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out; what must be painted are the widgets that came, went or moved, and the places where they were.

        To Textual's own everything is new in a container that has grown by a line.
        """
        before, dirty = self._full_map, self._dirty_regions.copy()
        found = super().reflow(parent, size)
        places = {(widget, at.region, at.clip) for widget, at in self._full_map.items()}
        places ^= {(widget, at.region, at.clip) for widget, at in before.items()}
        self._dirty_regions = dirty | {seen for _, region, clip in places if (seen := region.intersection(clip))}
        return found

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        self._lines = [y for y in crop.line_range if is_rendered_line(y)]
        return super()._render_chops(crop, is_rendered_line)

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            lines = [y for y in self._lines if seen.y <= y < seen.bottom]
            if lines and (crop is None or seen.overlaps(crop)):
                part = Region(seen.x, lines[0], seen.width, lines[-1] - lines[0] + 1)
                yield region, part, widget.render_lines(part.translate(-region.offset))
