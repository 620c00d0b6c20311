"""Jump mode: a letter at each control, and one key to be there."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from communetui.strings.frame import frame

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget


class Jump(ModalScreen[None]):
    """Letters laid over the controls of the screen below; any key that is none of them ends it."""

    DEFAULT_CSS = """
    Jump { background: transparent; overflow: hidden; }
    Jump > Static { position: absolute; width: 3; height: 1; text-style: bold reverse; }
    Jump > #keys { dock: bottom; width: 100%; text-style: bold; background: $panel; }
    """

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        visible = [widget for widget in below.focus_chain if below.can_view_partial(widget)]
        self.targets: dict[str, Widget] = dict(zip(ascii_uppercase, visible, strict=False))

    def compose(self) -> ComposeResult:
        """A letter at the left end of each control."""
        for letter, target in self.targets.items():
            mark = Static(f"[{letter}]", markup=False)
            mark.styles.offset = target.region.offset
            yield mark
        yield Static(frame().jump_hint, markup=False, id="keys")

    def on_key(self, event: events.Key) -> None:
        """Go there."""
        event.stop()
        target = self.targets.get((event.character or "").upper())
        self.dismiss()
        if target is not None:
            target.focus()
