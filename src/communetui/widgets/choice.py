"""One of a few, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.text import Text as Rich
from textual.message import Message
from textual.widget import Widget

from communedb.domain.text import fold
from communetui.widgets.control import Entered, ShowsFocus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from communetui.strings.language import Text

V = TypeVar("V")


class Option(NamedTuple, Generic[V]):
    """A value and the words for it."""

    value: V
    text: Text


class Choice(ShowsFocus, Widget, Generic[V], can_focus=True):
    """Choose one of a few: left and right or a letter; all are shown if they fit, else the chosen one and its number.

    `Row(lambda: t().channel, Choice([Option(Channel.COUNTER, lambda: t().counter), ...], id="channel"))`. `value` is
    the chosen value, None while there are no options. Posts `Choice.Changed`.
    """

    DEFAULT_CSS = """
    Choice { height: 1; width: 100%; border-left: solid $border-blurred; }
    """

    class Changed(Message):
        """Another value was chosen by the officer."""

        def __init__(self, choice: Choice[Any]) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice[Any]:
            """The choice, for `@on(Choice.Changed, "#channel")`."""
            return self.choice

    def __init__(
        self,
        options: Sequence[Option[V]] = (),
        *,
        value: V | None = None,
        empty: Text | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes, disabled=disabled)
        self._empty = empty
        self._options = tuple(options)
        self._at: int = self._index_of(value)

    @property
    def value(self) -> V | None:
        """The chosen value."""
        return self._options[self._at].value if self._options else None

    @value.setter
    def value(self, value: V | None) -> None:
        self._at = self._index_of(value)
        self.refresh()

    def set_options(self, options: Sequence[Option[V]], value: V | None = None) -> None:
        """Offer these instead; what was chosen stays chosen if it is still among them."""
        wanted = self.value if value is None else value
        self._options = tuple(options)
        self.value = wanted

    def retranslate(self) -> None:
        """Say the options in the language of now."""
        self.refresh()

    def snapshot(self) -> object:
        """Which one is chosen."""
        return self._at

    def restore(self, snapshot: object) -> None:
        """Choose that one again."""
        if isinstance(snapshot, int):
            self._move_to(snapshot)

    def render(self) -> Rich:
        """`[Counter]  Online  Post`, or `< Trần Thị B >  2/12` where they do not fit."""
        line = Rich(no_wrap=True, overflow="ellipsis", end="")
        if not self._options:
            return line.append(self._empty() if self._empty else "", "dim")
        style = "reverse" if self.has_focus else "bold"
        words = [option.text() for option in self._options]
        if sum(cell_len(word) + 3 for word in words) <= self.size.width:
            for index, word in enumerate(words):
                line.append(f"[{word}]" if index == self._at else f" {word} ", style if index == self._at else "")
                line.append(" ")
            return line
        line.append(f"< {words[self._at]} >", style)
        return line.append(f"  {self._at + 1}/{len(words)}")

    def on_key(self, event: events.Key) -> None:
        """Arrows and letters choose; Enter goes on."""
        if event.key == "enter":
            self.post_message(Entered(self))
        elif event.key in {"left", "right"}:
            self.turn(1 if event.key == "right" else -1)
        elif event.key in {"home", "end"} and self._options:
            self._move_to(0 if event.key == "home" else len(self._options) - 1)
        elif event.is_printable and event.character:
            self._move_to(self._starting_with(event.character))
        else:
            return
        event.stop()

    def turn(self, step: int) -> None:
        """Choose the option so many places further, round and round."""
        if self._options:
            self._move_to((self._at + step) % len(self._options))

    def _starting_with(self, letter: str) -> int:
        """The next option one of whose words starts with this letter; a Vietnamese given name stands last."""
        wanted = fold(letter)
        count = len(self._options)
        for step in range(1, count + 1):
            index = (self._at + step) % count
            if wanted and any(word.startswith(wanted) for word in fold(self._options[index].text()).split()):
                return index
        return self._at

    def _move_to(self, index: int) -> None:
        if index != self._at:
            self._at = index
            self.refresh()
            self.post_message(self.Changed(self))

    def _index_of(self, value: V | None) -> int:
        values = [option.value for option in self._options]
        return values.index(value) if value in values else 0
