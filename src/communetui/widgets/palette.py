"""Every action of the screen below by its name, in the officer's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as Rich
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from communedb.domain.text import fold
from communetui.actions.keys import key_label
from communetui.strings.frame import frame
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from communetui.actions.registry import Action
    from communetui.screens.base import BaseScreen
    from communetui.widgets.control import Entered

ROWS = 10


class Palette(ModalScreen["str | None"]):
    """Type a few letters with or without marks, Enter runs; an action that cannot run stands in brackets with why."""

    DEFAULT_CSS = """
    Palette { align: center top; }
    Palette > Vertical {
        width: 76; max-width: 98%; height: auto; margin-top: 2; border: double $border; background: $panel;
    }
    Palette #found { height: 10; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, below: BaseScreen[Any]) -> None:
        super().__init__()
        self._choices = [(action, below.why_not(action)) for action in below.actions if action.id != "palette"]
        self._found = list(self._choices)
        self._at = 0

    def compose(self) -> ComposeResult:
        """A field and what it finds."""
        yield Vertical(
            Static(frame().palette_label, markup=False),
            Field(limit=60),
            Static(self._lines(), markup=False, id="found"),
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every word typed must stand in the name or begin a word of the help; found by name comes first."""
        event.stop()
        wanted = fold(event.value).split()
        fitting = [choice for choice in self._choices if _fits(choice[0], wanted)]
        self._found = sorted(fitting, key=lambda choice: " ".join(wanted) not in fold(choice[0].text().name))
        self._move_to(0)

    def on_entered(self, event: Entered) -> None:
        """Run it; the screen below says why if it cannot."""
        event.stop()
        if self._found:
            self.dismiss(self._found[self._at][0].id)

    def on_key(self, event: events.Key) -> None:
        """Up and down choose, Escape gives up."""
        steps = {"up": -1, "down": 1, "pageup": -ROWS, "pagedown": ROWS}
        if event.key == "escape":
            self.dismiss(None)
        elif event.key in steps:
            self._move_to(self._at + steps[event.key])
        else:
            return
        event.stop()

    def _move_to(self, index: int) -> None:
        self._at = max(0, min(index, len(self._found) - 1))
        self.query_one("#found", Static).update(self._lines())

    def _lines(self) -> Rich:
        text = Rich(no_wrap=True, overflow="ellipsis")
        if not self._found:
            return text.append(frame().palette_empty)
        first = max(0, self._at - ROWS + 1)
        for index, (action, why) in enumerate(self._found[first : first + ROWS], first):
            said = action.text()
            keys = ", ".join(map(key_label, action.keys))
            line = f"{said.name:<18.18} {keys:<12.12} {said.help}" if why is None else f"({said.name}) {why}"
            text.append(f"{'>' if index == self._at else ' '} {line}\n", "reverse" if index == self._at else "")
        return text


def _fits(action: Action, wanted: list[str]) -> bool:
    said = action.text()
    name, words = fold(said.name), fold(f"{said.name} {said.help}").split()
    return all(letters in name or any(word.startswith(letters) for word in words) for letters in wanted)
