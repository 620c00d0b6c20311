"""What every test of a screen relies on: at rest, nothing that a key began is left to come."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tests.keyboard import at_rest, type_ahead, until
from textual.message import Message
from textual.widgets import Static

from communetui.screens.base import BaseScreen

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class Roundabout(Static, can_focus=True):
    """Answers a key by a message, a thread, a widget of its own and a word after that is painted."""

    class Went(Message):
        """Half way."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.call_later(self.post_message, self.Went())

    def on_roundabout_went(self) -> None:
        screen = self.screen
        assert isinstance(screen, BaseScreen)
        screen.run_in_thread(lambda: self.answer.wait(10), self._back)

    async def _back(self, _answered: bool) -> None:
        await self.screen.mount(arrived := Static("đang tới"))
        self.call_after_refresh(arrived.update, "đã tới")


class FarScreen(BaseScreen[None]):
    """One such widget."""

    NAME = "far"

    def body(self) -> ComposeResult:
        yield Roundabout()


def painted(pilot):
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


async def test_given_a_key_whose_effect_comes_by_many_ways_when_at_rest_then_it_is_painted(locked, monkeypatch):
    monkeypatch.setattr(locked, "first_screen", FarScreen)
    async with locked.run_test() as pilot:
        await at_rest(pilot)
        type_ahead(locked, "x")
        # Negative control: the key alone is done before that.
        await until(pilot, lambda: locked.at_rest and len(locked.workers) > 0)
        assert "đã tới" not in painted(pilot)

        locked.screen.query_one(Roundabout).answer.set()
        await at_rest(pilot)
        assert "đã tới" in painted(pilot)
