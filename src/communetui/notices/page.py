"""A page that tells when its end has been in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from communetui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual import events

    from communetui.strings.language import Text


class Page(Reader):
    """A `Reader` that posts `Page.EndShown` once the last line of what it shows has been in sight."""

    class EndShown(Message):
        """The end of the text is on the screen."""

    def __init__(self, text: Text, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(text, id=id)
        self._shown = False

    def show_again(self) -> None:
        """There is another text: from its first line."""
        self.retranslate()
        self.scroll_home(animate=False)
        self._shown = True
        # How long the text is, is known after the next layout.
        self.call_after_refresh(self._look)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Each line further may be the last one."""
        super().watch_scroll_y(old_value, new_value)
        self._look()

    def on_resize(self, _event: events.Resize) -> None:
        """A larger window may show all of it."""
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        if self._shown and self.size.height and self.scroll_y >= self.max_scroll_y:
            self.post_message(self.EndShown())
