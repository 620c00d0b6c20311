"""Keys in order, also when the widget that had them goes away or takes its time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from tests.keyboard import at_rest
from textual.widgets import Static

from communetui import keyorder
from communetui.screens.base import FormScreen
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class Vanishing(Static, can_focus=True):
    """Removes itself with the key that it is given."""

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.remove()


class Slow(Static, can_focus=True):
    """Takes far longer over a key than anyone waits."""

    async def on_key(self, event: events.Key) -> None:
        event.stop()
        self.screen.query_one(Field).focus()
        await asyncio.sleep(2.0)


class Fragile(FormScreen[None]):
    """A control that does harm, then a field."""

    NAME = "fragile"
    control: type[Static] = Vanishing

    def body(self) -> ComposeResult:
        yield self.control("control")
        yield Field(id="name")


@pytest.mark.parametrize("control", [Vanishing, Slow])
async def test_given_a_widget_that_goes_away_or_is_slow_when_keys_follow_then_they_still_come_in(
    locked, monkeypatch, press, until, control
):
    monkeypatch.setattr(keyorder, "PATIENCE", 0.2)
    monkeypatch.setattr(Fragile, "control", control)
    monkeypatch.setattr(locked, "first_screen", Fragile)
    async with locked.run_test() as pilot:
        await press(pilot, "x", *"Lan", wait=False)
        await until(pilot, lambda: locked.screen.query_one(Field).value == "Lan" or locked.focused is None)
        if control is Vanishing:
            await press(pilot, "tab", *"Huệ")
            assert locked.screen.query_one(Field).value.endswith("Huệ")
        else:
            assert locked.screen.query_one(Field).value == "Lan"


async def test_given_keys_held_back_when_released_then_they_go_to_what_has_the_focus_by_then(locked, press, until):
    async with locked.run_test() as pilot:
        await at_rest(pilot)
        locked.hold_keys()
        locked.hold_keys()
        await press(pilot, *"abc", wait=False)
        locked.release_keys()
        await pilot.pause()
        assert locked.screen.query_one(Field).value == ""

        locked.screen.query_one("#officer").focus()
        await pilot.pause()
        locked.release_keys()
        await at_rest(pilot)
        assert locked.screen.query_one(Field).value == ""

        await press(pilot, "tab", *"abc")
        assert locked.screen.query_one(Field).value == "abc"
