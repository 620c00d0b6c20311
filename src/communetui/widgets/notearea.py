"""Several lines of text, the twin of `Field`."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from textual.widgets import TextArea

from communetui.strings.controls import controls
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from textual import events
    from textual.widgets.text_area import EditResult, Location

DEFAULT_LIMIT: Final = 2_000


def visible_lines(text: str) -> str:
    """Text as a note holds it: NFC, lines ended by a line feed, no control characters."""
    lines = text.replace("\t", " ").splitlines()
    kept = ("".join(c for c in line if c == "\u00a0" or c.isprintable()) for line in lines)
    ended = "\n" if text[-1:] in {"\n", "\r"} else ""
    return unicodedata.normalize("NFC", "\n".join(kept)) + ended


class NoteArea(TextArea):
    """A text of several lines: `Row(lambda: t().note, NoteArea(id="note"))`. Enter is a new line, Tab goes on.

    Read `value`: it is NFC. Typing posts Textual's `TextArea.Changed`.
    """

    DEFAULT_CSS = """
    NoteArea, NoteArea:focus {
        height: 4; border: none; border-left: solid $border-blurred; padding: 0;
        background: $surface; background-tint: transparent;
    }
    NoteArea .text-area--cursor { text-style: reverse; }
    """

    def __init__(self, value: str = "", *, limit: int = DEFAULT_LIMIT, id: str | None = None, **kwargs: Any) -> None:  # noqa: A002
        super().__init__(visible_lines(value), tab_behavior="focus", show_line_numbers=False, id=id, **kwargs)
        self.set_reactive(TextArea.cursor_blink, False)
        self.limit = limit

    @property
    def value(self) -> str:
        """The text in NFC."""
        return visible_lines(self.text)

    @value.setter
    def value(self, text: str) -> None:
        self.load_text(visible_lines(text))

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Put text in place of a range; every edit of the officer comes through here or `_replace_via_keyboard`."""
        return super().replace(visible_lines(insert), start, end, maintain_selection_offset=maintain_selection_offset)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Typing and pasting: a letter and its mark become one, and what does not fit is refused."""
        start, end = sorted((start, end))
        text = visible_lines(insert)
        if text and unicodedata.combining(text[0]) and start[1] > 0:
            # The mark belongs to the letter before it: both are put in as one.
            start = (start[0], start[1] - 1)
            text = visible_lines(self.get_text_range(start, (start[0], start[1] + 1)) + text)
        room = self.limit - len(self.text) + len(self.get_text_range(start, end))
        if len(text) > room:
            said = controls()
            told = said.paste_too_long if len(text) > 1 else said.too_long
            Row.note_at(self, "! " + told.format(length=len(text), limit=self.limit))
            return None
        return super()._replace_via_keyboard(text, start, end)

    async def _on_paste(self, event: events.Paste) -> None:
        """Refuse a paste that cannot fit before it is looked at."""
        if len(event.text) > self.limit * 4:
            event.prevent_default()
            event.stop()
            told = controls().paste_too_long
            Row.note_at(self, "! " + told.format(length=len(event.text), limit=self.limit))

    def clear_note(self) -> None:
        """Wipe what is written under the note."""
        Row.note_at(self, "")

    def snapshot(self) -> object:
        """The text and the selection."""
        return (self.text, self.selection)

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` gave."""
        if isinstance(snapshot, tuple):
            self.text, self.selection = snapshot
            self.clear_note()
