"""A widget that is as large as what it shows."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Fitted(Widget):
    """A widget that never scrolls: the room that its content takes is what a layout found, and changes nothing.

    Textual takes it for a change: it would lay the screen out once more and paint the widget again with all in it.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
