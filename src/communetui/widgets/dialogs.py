"""Two small questions: yes or no, and one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from communetui.strings.frame import frame
from communetui.widgets.field import DEFAULT_LIMIT, Field

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from communetui.widgets.control import Entered

_BOX = """
    {name} {{ align: center middle; }}
    {name} > Vertical {{
        width: 70; max-width: 96%; height: auto; max-height: 90%; padding: 0 1;
        border: double $border; background: $panel;
    }}
    {name} Static {{ height: auto; margin-bottom: 1; }}
"""


class Confirm(ModalScreen[bool]):
    """A yes-or-no question: `await app.push_screen(Confirm(t().sure), then)`, with `then(sure: bool | None)`."""

    DEFAULT_CSS = _BOX.format(name="Confirm")

    def __init__(self, question: str, *, yes: str | None = None, no: str | None = None) -> None:
        super().__init__()
        self._question = question
        words = frame()
        self._keys = words.confirm_keys.format(yes=yes or words.yes, no=no or words.no)

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        yield Vertical(Static(self._question, markup=False), Static(self._keys, markup=False))

    def on_key(self, event: events.Key) -> None:
        """Enter is yes, Escape is no; nothing else closes the question."""
        if event.key in {"enter", "escape"}:
            event.stop()
            self.dismiss(event.key == "enter")


class Ask(ModalScreen["str | None"]):
    """A question answered by one line: `await app.push_screen(Ask(t().why, limit=500), then)`; None if given up.

    With `needed` an empty answer is not taken.
    """

    DEFAULT_CSS = _BOX.format(name="Ask") + "Ask Field { margin-bottom: 1; }"

    def __init__(self, question: str, *, value: str = "", limit: int = DEFAULT_LIMIT, needed: bool = True) -> None:
        super().__init__()
        self._question = question
        self._field = Field(value, limit=limit)
        self._needed = needed

    def compose(self) -> ComposeResult:
        """The question, the field, the keys."""
        yield Vertical(Static(self._question, markup=False), self._field, Static(frame().ask_keys, markup=False))

    def on_entered(self, event: Entered) -> None:
        """Take the answer."""
        event.stop()
        answer = self._field.value.strip()
        if answer or not self._needed:
            self.dismiss(answer)

    def on_key(self, event: events.Key) -> None:
        """Escape gives up."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
