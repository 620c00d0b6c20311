"""What every control of a form has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget


class Entered(Message):
    """Enter was pressed in a control, which has nothing to do with it itself; a form goes to its next control.

    One control's Enter is caught with `@on(Entered, "#passphrase")`.
    """

    def __init__(self, sender: Widget) -> None:
        super().__init__()
        self.sender = sender

    @property
    def control(self) -> Widget:
        """The control in which Enter was pressed."""
        return self.sender


class ShowsFocus:
    """A control that shows the focus by what it paints: no rule of the stylesheet has to be asked again."""

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Textual paints it again; that is all there is to do."""


@runtime_checkable
class Rewindable(Protocol):
    """A control that typing changes, so that a scanner's typing can be taken back."""

    def snapshot(self) -> object:
        """What it holds now."""

    def restore(self, snapshot: object) -> None:
        """Hold again what `snapshot` gave, without a word to anyone beyond the change."""


@runtime_checkable
class Translated(Protocol):
    """A widget that shows words of its own."""

    def retranslate(self) -> None:
        """Say them in the language of now."""
