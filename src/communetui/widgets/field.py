"""One line of text, safe for Vietnamese typing, pasting and scanning."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from communetui.strings.controls import controls
from communetui.widgets.cells import marked
from communetui.widgets.control import Entered, ShowsFocus
from communetui.widgets.row import Row
from communetui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from communetui.strings.language import Text

DEFAULT_LIMIT: Final = 200
"""Characters that a field takes unless it says otherwise."""


def one_line(text: str) -> str:
    """Text as a field holds it: NFC, line ends and tabs as spaces, no other control characters.

    Spaces stay as they are typed; `communedb.domain.text.clean` tidies them when the field is saved.
    """
    if text.isascii() and text.isprintable():
        return text
    spaced = (" " if c in "\t\n\r\v\f\x85\u2028\u2029" else c for c in text)
    return unicodedata.normalize("NFC", "".join(c for c in spaced if c == "\u00a0" or c.isprintable()))


class Field(ShowsFocus, Input):
    """A text input: `Row(lambda: t().name, Field(id="name", limit=120))`.

    `limit` counts characters; more are refused with a message. Always read `value`: it is NFC and has no control
    characters. `warn` and `error` write under the field; `clear_note` wipes it. Enter posts `Entered`, which a
    `FormScreen` answers by going to the next control. Typing posts Textual's `Input.Changed`.
    """

    DEFAULT_CSS = """
    Field, Field:focus {
        height: 1; border: none; border-left: solid $border-blurred; padding: 0;
        background: $surface; background-tint: transparent;
    }
    Field > .input--cursor { text-style: reverse; }
    """

    class Blurred(Input.Blurred, bubble=False):
        """Nobody above asks for it: a form hears of any control that is left."""

    # What stands in a field of one line moves no other widget; Textual's own lays out the whole screen at each letter.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(
        self,
        value: str = "",
        *,
        limit: int = DEFAULT_LIMIT,
        password: bool = False,
        hint: Text | None = None,
        restrict: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(
            value=one_line(value),
            placeholder=hint() if hint else "",
            password=password,
            restrict=restrict,
            select_on_focus=False,
            validate_on=(),
            id=id,
            classes=classes,
            disabled=disabled,
        )
        self.set_reactive(Input.cursor_blink, False)
        self.limit = limit
        self._hint = hint

    def retranslate(self) -> None:
        """Say the hint in the language of now."""
        if self._hint:
            self.placeholder = self._hint()

    def validate_value(self, value: str) -> str:
        """Whatever way a text comes in, it is NFC and visible."""
        return one_line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in place of a range; a letter and a mark that meet become one."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        head = one_line(self.value[:start] + text)
        whole = one_line(head + self.value[end:])
        if len(whole) > self.limit and len(whole) > len(self.value):
            self._refuse(text)
            return
        super().replace(whole, 0, len(self.value))
        if self.value == whole:
            self.cursor_position = len(head)

    def _refuse(self, text: str) -> None:
        said = controls()
        if len(text) > 1:
            self.error(said.paste_too_long.format(length=len(text), limit=self.limit))
        else:
            self.error(said.too_long.format(limit=self.limit))

    def restricted(self) -> None:
        """A character that `restrict` does not allow is passed over without a sound."""

    def _on_paste(self, event: events.Paste) -> None:
        """Take pasted text as one line, or refuse it whole: it is never cut in silence."""
        event.stop()
        event.prevent_default()
        if len(event.text) > self.limit * 4:
            self._refuse(event.text)
        elif text := one_line(event.text.strip()):
            self.replace(text, *self.selection)

    def render_line(self, y: int) -> Strip:
        """The text, its selection and the cursor; Textual's own asks a console, which takes five times as long."""
        if y:
            return super().render_line(y)
        room = self.scrollable_content_region.width + 1
        text = "•" * len(self.value) if self.password else self.value
        marks = []
        if not text:
            text = wrapped(self.placeholder, room)[0]
            marks.append((0, len(text), self.get_component_rich_style("input--placeholder")))
        if self.has_focus:
            if self.value and not self.selection.is_empty:
                first, end = sorted(self.selection)
                marks.append((first, end, self.get_component_rich_style("input--selection")))
            at = self.cursor_position
            text = text if at < len(text) else f"{text} "
            marks.append((at, at + 1, self.get_component_rich_style("input--cursor")))
        style, left = self.rich_style, self.scroll_offset.x
        shown = marked(text, style, marks).crop(left, left + room)
        return shown.extend_cell_length(room, style) if self.value else shown

    async def action_submit(self) -> None:
        """Enter."""
        self.post_message(Entered(self))

    def error(self, text: str) -> None:
        """Write under the field what is wrong; it stays until `clear_note` or the next note."""
        Row.note_at(self, f"! {text}")

    def warn(self, text: str) -> None:
        """Write under the field what to look at again; it never blocks."""
        Row.note_at(self, f"? {text}")

    def clear_note(self) -> None:
        """Wipe what is written under the field."""
        Row.note_at(self, "")

    def snapshot(self) -> object:
        """What the field holds, to be put back by `restore` if a scanner typed over it."""
        return (self.value, self.selection)

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` gave."""
        if isinstance(snapshot, tuple):
            self.value, self.selection = snapshot
            self.clear_note()
