"""Keys take effect in the order in which they were typed.

Textual hands a letter to the focused widget's own queue, but Backspace, arrows, Enter, Tab and every other binding
only after the key has bubbled up to the app. In one burst (a Vietnamese input method's DEL + replacement, a scanner,
an officer typing ahead) the letter therefore overtakes the Backspace, and letters meant for the next field land in
this one. Here the app lets the next key in only when the one before has had its whole effect, the messages it caused
and a screen it opened included. So no widget needs to know, and any key may be a binding.

A key has had its effect when a marker sent after it along the same path has come back, twice: the first follows the
key itself, the second the messages that handlers posted.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.dom import DOMNode
    from textual.timer import Timer

ReturnT = TypeVar("ReturnT")

PATIENCE: Final = 2.0
"""Seconds after which a key no longer waits for the one before, so that no slow or broken handler deafens the app."""

_TRIPS: Final = 2


class Passed(Message):
    """A marker that follows a key through the widgets up to the app."""

    def __init__(self, key: events.Event, trip: int) -> None:
        super().__init__()
        self.key = key
        self.trip = trip


class KeysInOrder(App[ReturnT], Generic[ReturnT]):
    """An app whose keys and pastes take effect one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._underway: events.Event | None = None
        self._path: DOMNode | None = None
        self._holds = 0
        self._watching: Timer | None = None
        self._started = 0.0

    def before_key(self, event: events.Key | events.Paste) -> bool:
        """Called as a key comes in, when all before it are done; True: it is dealt with and goes no further."""
        return False

    def after_key(self) -> None:
        """Called when a key has had its whole effect."""

    @property
    def at_rest(self) -> bool:
        """Whether every key typed so far has had its whole effect."""
        return self._underway is None and not self._waiting and not self._holds

    @property
    def _closing_down(self) -> bool:
        """Whether the app has been told to end or has no screen left: no key has anywhere to go."""
        return self.return_code is not None or not self.screen_stack

    async def on_event(self, event: events.Event) -> None:
        """Line keys and pastes up; everything else passes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._closing_down:
            return
        self._waiting.append(event)
        if self._underway is None and not self._holds:
            await self._let_in()
        else:
            self._watch()

    def _watch(self) -> None:
        """See to it that the waiting keys come in even if the marker before them was lost with a removed widget."""
        if self._watching is None:
            self._watching = self.set_timer(PATIENCE, self._look_again)

    async def _look_again(self) -> None:
        self._watching = None
        if not self._holds and monotonic() - self._started >= PATIENCE:
            await self._let_in()
        if self._waiting:
            self._watch()

    def pop_screen(self) -> AwaitComplete:
        """Pop the screen; a key that was underway in it follows to the screen below."""
        popped = super().pop_screen()
        if self._underway is not None:
            self._send(self._underway, 1, self.screen)
        return popped

    def hold_keys(self) -> None:
        """Let no further key in until `release_keys`: what a slow step ends with decides where they belong."""
        self._holds += 1

    def release_keys(self) -> None:
        """End one `hold_keys`; keys typed meanwhile go to whatever has the focus by now."""
        self._holds -= 1
        if not self._holds:
            # A new one: markers of the key that began to hold may still be on their way, and would be back too early.
            self._underway = events.Event()
            self._send(self._underway, 1, self.focused or self.screen)

    async def _let_in(self) -> None:
        """Give the next key to whoever has the focus now."""
        self._underway = None
        while self._waiting and self._underway is None and not self._holds:
            event = self._waiting.popleft()
            self._underway, self._started = event, monotonic()
            if not self.before_key(event):
                await super().on_event(event)
            self._send(event, 1, self.focused or self.screen)

    def _send(self, key: events.Event, trip: int, path: DOMNode) -> None:
        """Send a marker behind the key; where the path is closed, straight to the app."""
        self._path = path
        marker = Passed(key, trip)
        marker.set_sender(self)  # a marker stops at the parent of its path if that is its sender
        if not path.is_attached or not path.post_message(marker):
            self.post_message(marker)

    async def on_passed(self, marker: Passed) -> None:
        """A marker has come back: one more trip, or the next key."""
        if marker.key is not self._underway or self._closing_down:
            return
        path = self._path if self._path is not None and self._path.is_attached else self.screen
        if path.screen is not self.screen:
            # A handler has opened or closed a screen: the next key is for this one, once it is there and has its focus.
            self._send(marker.key, _TRIPS, self.screen)
        elif marker.trip < _TRIPS:
            self._send(marker.key, marker.trip + 1, path)
        elif not self._holds:
            self.after_key()
            await self._let_in()
