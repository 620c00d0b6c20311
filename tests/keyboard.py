"""A person at the keyboard: keys typed ahead, and the one way to wait until the app has come to rest."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any

import textual.screen
from textual import events
from textual.css.stylesheet import Stylesheet
from textual.keys import _character_to_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App
    from textual.css.model import RuleSet
    from textual.message_pump import MessagePump
    from textual.pilot import Pilot
    from textual.screen import Screen

PATIENCE = 30.0
"""Seconds until a test that waits has failed: a busy machine is no fault."""

textual.screen.UPDATE_PERIOD = 0.5  # type: ignore[misc]
"""Seconds between two ticks of a screen's clock: `at_rest` does what a tick does as soon as there is something to see.

Bursts through a pty are painted at the clock's own pace, in `tests/terminal`.
"""


_parse_rules = Stylesheet._parse_rules
_read: dict[tuple[Any, ...], list[RuleSet]] = {}


def _parse_once(sheet: Stylesheet, css: str, **source: Any) -> list[RuleSet]:
    """The rules of a style sheet; what another app of this process has read is not read again."""
    key = (css, *source.items(), frozenset(sheet._variables.items()))
    if key not in _read:
        _read[key] = _parse_rules(sheet, css, **source)
    return _read[key]


Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]


def type_ahead(app: App[Any], *keys: str) -> None:
    """Type keys by name or character in one burst, as a terminal sends them, without waiting for anything."""
    for key in keys:
        name, character = (_character_to_key(key), key) if len(key) == 1 else (key, None)
        app.post_message(events.Key(name, character))


async def until(pilot: Pilot[Any], done: Callable[[], bool]) -> None:
    """Wait for something that a thread brings about."""
    end = monotonic() + PATIENCE
    while not done():
        if monotonic() > end:
            raise AssertionError(f"still on {pilot.app.screen}; busy: {_busy(pilot.app)}")
        await asyncio.sleep(0.001)


async def at_rest(pilot: Pilot[Any]) -> None:
    """Wait until keys, threads, messages and screens are done and what they changed is painted, or the app has ended.

    That nothing is left to do is seen, not guessed from some time in which nothing happened.
    """
    app = pilot.app
    while app.return_code is None:
        await until(pilot, lambda: app.return_code is not None or _busy(app) is None)
        if app.return_code is None:
            if not _has_changes(app.screen):
                return
            app.screen._on_timer_update()  # what the next tick of the screen's clock would do


def _busy(app: App[Any]) -> object:
    """What is not done yet; None if nothing."""
    if not app.at_rest:  # type: ignore[attr-defined]  # every app here takes its keys in order
        return "keys"
    if len(app.workers):
        return list(app.workers)
    return next((pump for pump in _pumps(app) if not _waits(pump)), None)


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)


def _waits(pump: MessagePump) -> bool:
    """Whether it has handled all its messages and waits for the next one, or is closed."""
    ready = pump._message_queue.ready_event
    return pump._closed or (not ready.is_set() and bool(ready._waiters))


def _has_changes(screen: Screen[Any]) -> bool:
    """Whether the next tick of the screen's clock has anything to lay out, to paint or to call."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
