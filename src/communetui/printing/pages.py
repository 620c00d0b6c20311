"""Pouring a form into pages: nothing is cut, nothing overlaps; a page is kept so that both copies can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.platypus import KeepInFrame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

Block: TypeAlias = Any  # a reportlab flowable; the library has no types


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height in points of its lower edge above the foot of the text area."""

    block: Block
    bottom: float


Page: TypeAlias = "list[Placed]"


def pour(
    story: Sequence[Block], canvas: Canvas, width: float, height: float, running_head: Callable[[], Block]
) -> list[Page]:
    """The blocks in order on as many pages of `width` by `height` points as they need.

    A block that does not fit is split where it allows it, else it moves whole to the next page; one that is higher than
    a page and cannot be split is made smaller. Every page but the first begins with the running head.
    """
    waiting = list(story)
    pages: list[Page] = []
    while waiting:
        head = [running_head()] if pages else []
        page, waiting = _fill([*head, *waiting], canvas, width, height)
        if len(page) > len(head):
            pages.append(page)
            continue
        room = page[-1].bottom if page else height
        waiting[0] = KeepInFrame(width, room, [waiting[0]], mode="shrink")
    return pages


def _fill(blocks: list[Block], canvas: Canvas, width: float, height: float) -> tuple[Page, list[Block]]:
    """One page of what fits, and the blocks that are left over."""
    page: Page = []
    room, gap = height, 0.0
    for position, block in enumerate(blocks):
        room -= max(gap, block.getSpaceBefore()) if page else 0
        gap = block.getSpaceAfter()
        _, needed = block.wrapOn(canvas, width, room)
        if needed <= room:
            room -= needed
            page.append(Placed(block, room))
            continue
        parts = block.splitOn(canvas, width, room)
        if len(parts) < 2:
            return page, blocks[position:]
        first, *rest = parts
        _, needed = first.wrapOn(canvas, width, room)
        page.append(Placed(first, room - needed))
        return page, [*rest, *blocks[position + 1 :]]
    return page, []
