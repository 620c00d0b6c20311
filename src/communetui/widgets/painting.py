"""What is asked for its lines when a part of the screen is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual._compositor import CompositorMap, ReflowResult
    from textual.geometry import Size
    from textual.strip import Strip
    from textual.widget import Widget


class PartCompositor(Compositor):
    """Paints what has changed and nothing else.

    Textual's own asks all widgets of a container for all their lines, every row of a form for each letter in one; and
    to it everything in a container that has grown by a line is new.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[int] = []
        self._places: set[tuple[Widget, Region, Region]] = set()

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay all out."""
        dirty = self._dirty_regions.copy()
        found = super().reflow(parent, size)
        self._paint_moved(dirty, self._full_map)
        return found

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        """Lay out what is in sight."""
        dirty = self._dirty_regions.copy()
        found = super().reflow_visible(parent, size)
        self._paint_moved(dirty, self._visible_map or {})
        return found

    def _paint_moved(self, dirty: set[Region], laid: CompositorMap) -> None:
        """What came, went or moved must be painted, where it was as well as where it is."""
        places = {(widget, at.region, at.clip) for widget, at in laid.items()}
        moved, self._places = places ^ self._places, places
        self._dirty_regions = dirty | {seen for _, region, clip in moved if (seen := region.intersection(clip))}

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
