"""A field that finds: a few letters, a short list under it, Enter takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Rich
from textual.message import Message
from textual.widget import Widget
from textual.widgets.input import Selection

from communetui.strings.controls import controls
from communetui.threads import run_in_thread
from communetui.widgets.control import Entered
from communetui.widgets.field import DEFAULT_LIMIT, Field
from communetui.widgets.fitted import Fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from communedb.domain.refusal import Refused
    from communetui.desk import Desk
    from communetui.strings.language import Text

V = TypeVar("V")

_MOST = 7
"""Suggestions shown; a search should give no more."""


class Found(NamedTuple, Generic[V]):
    """A suggestion: the value, the text that the field takes, and a note beside it that helps to choose."""

    value: V
    text: str
    note: str = ""


class Suggestions(Fitted):
    """The list under a picker, laid over what stands there."""

    DEFAULT_CSS = """
    Suggestions {
        overlay: screen; constrain: none inside; width: 1fr; height: auto; max-height: 7; display: none;
        background: $panel; border-left: double $border; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: Sequence[Found[Any]] = ()
        self.at = -1

    def offer(self, found: Sequence[Found[Any]], at: int) -> None:
        """Show these, `at` highlighted; none hides the list."""
        found = found[:_MOST]
        if (found, at) == (self.found, self.at):
            return
        before, self.found, self.at = len(self.found), found, at
        self.display = bool(found)
        self.refresh(layout=len(self.found) != before)

    def render(self) -> Rich:
        """One line each; the highlighted one has a sign, too."""
        lines = Rich(no_wrap=True, overflow="ellipsis", end="")
        notes = max((cell_len(note) for _, _, note in self.found), default=0)
        width = max(self.size.width // 2, self.size.width - notes - 4)
        for index, (_, text, note) in enumerate(self.found):
            here = index == self.at
            words = f"{set_cell_size(text, width)} {note}" if note else text
            lines.append(f"{'>' if here else ' '} {words}\n", "reverse" if here else "")
        lines.rstrip()
        return lines


class Picker(Field, Generic[V]):
    """Find one of many: `Row(lambda: t().procedure, Picker(session.find_procedures, id="procedure"))`.

    `search(text)` runs in a thread and gives the best few (`Found`); the latest text wins. Down and Up highlight,
    Enter takes and posts `Picker.Picked` and `Entered`. `picked` is what was taken, None once the text is changed.
    With `free` any text will do and nothing is highlighted until Down; otherwise the first suggestion is, and Enter
    with text that nothing fits stays. `least` is the number of letters from which it searches.
    """

    class Picked(Message):
        """The officer took a suggestion; `picker.picked` is it."""

        def __init__(self, picker: Picker[Any]) -> None:
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> Picker[Any]:
            """The picker, for `@on(Picker.Picked, "#procedure")`."""
            return self.picker

    def __init__(
        self,
        search: Callable[[str], Sequence[Found[V]]],
        *,
        free: bool = False,
        least: int = 1,
        limit: int = DEFAULT_LIMIT,
        hint: Text | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(limit=limit, hint=hint, id=id, classes=classes)
        self.picked: V | None = None
        self._search = search
        self._free = free
        self._least = least
        self._list = Suggestions()
        self._taken_text = ""
        self._wanted: str | None = None
        self._looking = False
        self._waits: Callable[[], object] | None = None

    def on_mount(self) -> None:
        """The list stands under the picker."""
        if isinstance(self.parent, Widget):
            self.parent.mount(self._list, after=self)

    def pick(self, value: V | None, text: str) -> None:
        """Take a value without asking anyone; the caller knows already, so `Picked` is not posted."""
        self.picked, self._taken_text = value, text
        self.value = text
        self.cursor_position = len(self.value)
        if value is not None and not self._free:
            self._show_head()
        self.hide()

    def _show_head(self) -> None:
        """Show a long name from its start, all of it selected: the next letter begins another search."""
        self.selection = Selection(len(self.value), 0)

    def hide(self) -> None:
        """Close the list, and want no more suggestions for what was typed."""
        self._wanted = None
        if self._list.found:
            self._list.offer((), -1)

    def watch_value(self, value: str) -> None:
        """What was taken no longer stands once the text is changed."""
        if value == self._taken_text:
            return
        self.picked, self._taken_text = None, ""
        self.clear_note()
        if not self.has_focus or len(value.strip()) < self._least:
            self.hide()
        else:
            self._look_for(value)

    # -- searching: one at a time, so that no row of threads builds up behind a fast typist

    def _look_for(self, text: str) -> None:
        self._wanted = text
        if not self._looking:
            self._look()

    def _look(self) -> None:
        text, self._wanted, self._looking = self._wanted or "", None, True
        run_in_thread(
            self,
            lambda: self._search(text),
            lambda found: self._offer(found, text),
            refused=self._not_found,
            group="picker",
        )

    def _not_found(self, _refusal: Refused) -> None:
        self._offer((), self.value)

    def _offer(self, found: Sequence[Found[V]], text: str) -> None:
        self._looking = False
        if self._wanted is not None:
            self._look()
            return
        # What a scanner typed has been taken back by now: nobody asked for that.
        asked_for = self.has_focus and self.picked is None and text == self.value
        self._list.offer(found if asked_for else (), -1 if self._free else 0)
        if self._waits is not None:
            key, self._waits = self._waits, None
            key()
            self.desk.release_keys()

    # -- keys

    @property
    def desk(self) -> Desk:
        """The app."""
        return self.app  # type: ignore[return-value]  # the only app there is

    async def action_submit(self) -> None:
        """Enter."""
        self._when_found(self._enter)

    def _when_found(self, key: Callable[[], object]) -> None:
        """A key about the list, typed faster than the search answers, waits for it, and so do the keys after it."""
        if self._looking and self.picked is None:
            self._waits = key
            self.desk.hold_keys()
        else:
            key()

    def on_unmount(self) -> None:
        """Gone before the search has answered: nobody waits for it any more."""
        if self._waits is not None:
            self._waits = None
            self.desk.release_keys()

    def _enter(self) -> None:
        found, at = self._list.found, self._list.at
        if 0 <= at < len(found):
            self.pick(found[at].value, found[at].text)
            self.post_message(self.Picked(self))
        elif self.value.strip() and self.picked is None and not self._free:
            self.error(controls().nothing_found)
            return
        self.hide()
        self.post_message(Entered(self))

    async def _on_key(self, event: events.Key) -> None:
        """Down and Up highlight, Escape closes the list; the rest is typing."""
        count = len(self._list.found)
        if event.key == "down" and not count and not self._looking:
            self._look_for(self.value)
        elif event.key in {"down", "up"} and (count or self._looking):
            self._when_found(lambda: self._highlight(1 if event.key == "down" else -1))
        elif event.key == "escape" and count:
            self.hide()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_focus(self) -> None:
        """What was taken stands or falls as a whole."""
        if self.picked is not None and not self._free:
            self._show_head()

    def _highlight(self, step: int) -> None:
        found = self._list.found
        lowest = -1 if self._free else 0
        self._list.offer(found, max(lowest, min(self._list.at + step, len(found) - 1)))

    def on_blur(self) -> None:
        """Elsewhere, the list is in the way."""
        self.hide()

    def snapshot(self) -> object:
        """The text and what was taken."""
        return (super().snapshot(), self.picked, self._taken_text)

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` gave."""
        if isinstance(snapshot, tuple):
            field, picked, self._taken_text = snapshot
            super().restore(field)
            self.picked = picked
            self.hide()
