"""Only what has changed is painted: an emulated terminal that got nothing else shows what a whole painting shows."""

from __future__ import annotations

from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING

import pyte
import pytest
from tests.app.intake_desk import BIRTH, at_desk, receive_before
from tests.keyboard import at_rest
from textual._compositor import CompositorUpdate

from communetui.widgets import painting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.app.intake_desk import Desk

SIZES = [(80, 24), (120, 40)]
KEYS = (
    *["tab"] * 8, *["shift+tab"] * 6, *["enter"] * 3, *["down"] * 3, "up", "left", "right", "backspace", "home",
    "space", *"nguyễnvđ1904", *["f9"] * 2, "f7", "escape", "f2", "f3", "f1", "ctrl+t",
)  # fmt: skip
"""Letters that find something, parts that open and close, other screens and back, the other language."""


@contextmanager
def terminal(desk: Desk) -> Iterator[pyte.Screen]:
    """A terminal that is sent every painting of the app, from now on."""
    app = desk.app
    shown = pyte.Screen(*app.size)
    stream = pyte.Stream(shown)
    plain = app._display

    def display(screen, update):
        plain(screen, update)
        if isinstance(update, CompositorUpdate) and not app._batch_count:
            stream.feed(update.render_segments(app.console).replace("\n", "\r\n"))

    app._display = display
    yield shown
    del app._display


def whole(desk: Desk) -> list[str]:
    """The lines of the screen as they are when all is painted."""
    screen = desk.app.screen
    for widget in screen.walk_children(with_self=True):
        widget._styles_cache.clear()
    return [strip.text for strip in screen._compositor.render_strips()]


async def walk(desk: Desk, shown: pyte.Screen, keys: list[str]) -> list[tuple[str, str, str]]:
    """Press them; the lines that then stand otherwise in the terminal, with the key."""
    wrong = []
    for key in keys:
        await desk.press(key)
        await at_rest(desk.pilot)
        wrong += [(key, a, b) for a, b in zip(shown.display, whole(desk), strict=True) if a.rstrip() != b.rstrip()]
        if wrong:
            break
    return wrong


@pytest.mark.parametrize("size", SIZES)
async def test_given_any_keys_in_the_intake_form_when_they_are_painted_then_nothing_old_stays(centre, size):
    receive_before(centre)
    async with at_desk(centre, size=size) as desk:
        with terminal(desk) as shown:
            desk.app.refresh()
            await desk.type(BIRTH)
            keys = ["enter", *Random(1).choices(KEYS, k=40)]
            assert await walk(desk, shown, keys) == []


async def test_given_a_compositor_that_forgets_what_moved_when_a_part_opens_then_the_terminal_is_found_wrong(
    centre, monkeypatch
):
    async with at_desk(centre) as desk:
        with terminal(desk) as shown:
            desk.app.refresh()
            assert await walk(desk, shown, ["tab", "a"]) == []
            compositor = desk.app.screen._compositor
            monkeypatch.setattr(compositor, "reflow", lambda *a: _forgetting(compositor, *a))
            assert await walk(desk, shown, ["f9"])


def _forgetting(compositor, parent, size):
    dirty = compositor._dirty_regions.copy()
    found = painting.PartCompositor.reflow(compositor, parent, size)
    compositor._dirty_regions = dirty
    return found
