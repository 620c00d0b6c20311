"""A label, a control, and room under it for one note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Rich
from textual.widgets import Static

from communetui.widgets.fitted import Fitted

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.dom import DOMNode
    from textual.widget import Widget

    from communetui.strings.language import Text


class Row(Fitted):
    """One line of a form: `Row(lambda: t().name, Field(id="name"))`.

    The label is drawn by the row itself and takes `label_width` cells (24 unless styled otherwise); the control takes
    the rest. A note (an error "! ...", a warning "? ...") appears on a line of its own under the control.
    """

    DEFAULT_CSS = """
    Row { layout: vertical; height: auto; width: 100%; }
    Row > * { margin-left: 24; }
    Row > .note { height: auto; color: $text-warning; }
    """

    def __init__(self, label: Text, control: Widget, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.label = label
        self.control = control
        self._note: Static | None = None

    def compose(self) -> ComposeResult:
        """The control; the note comes when there is one."""
        yield self.control

    def render(self) -> Rich:
        """The label, left of the control."""
        return Rich(self.label(), no_wrap=True, overflow="ellipsis")

    def retranslate(self) -> None:
        """Say the label in the language of now."""
        self.refresh()

    @property
    def note(self) -> str:
        """What is written under the control."""
        return str(self._note.content) if self._note is not None else ""

    def write_note(self, text: str) -> None:
        """Write this under the control; empty text takes the line away."""
        if text == self.note:
            return
        if self._note is None:
            self._note = Static(text, markup=False, classes="note")
            self.mount(self._note)
        self._note.update(text)
        self._note.display = bool(text)

    @staticmethod
    def note_at(control: DOMNode, text: str) -> None:
        """Write a note under a control, if it stands in a row."""
        row = control.parent
        if isinstance(row, Row):
            row.write_note(text)
