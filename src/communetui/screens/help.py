"""The help: what the screen before is for, and every key, from the one registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.actions.keys import key_label
from communetui.actions.registry import EVERYWHERE, actions_in
from communetui.screens.base import BaseScreen
from communetui.strings.frame import key_docs
from communetui.strings.help import help_page
from communetui.widgets.reader import Reader
from communetui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from communetui.strings.language import ActionText


_KEYS_WIDE: Final = 17
_AROUND: Final = 3
"""Cells beside the text: a space on either side and the scroll bar."""


def help_text(about: str, room: int) -> str:
    """The help for the screen of this name, for lines of so many cells."""
    words, docs = help_page(), key_docs()
    parts = [docs.screens.get(about, docs.title).upper(), words.about.get(about, ""), ""]
    parts += _keys(words.here, about, room)
    parts += _keys(docs.everywhere, EVERYWHERE, room)
    parts += [words.typing.upper(), words.typing_text]
    return "\n".join(parts)


def _keys(title: str, module: str, room: int) -> list[str]:
    actions = actions_in(module)
    if not actions:
        return []
    lines = [line for a in actions for line in _key_lines(", ".join(map(key_label, a.keys)), a.text(), room)]
    return [title.upper(), *lines, ""]


def _key_lines(keys: str, text: ActionText, room: int) -> list[str]:
    """The keys on the left, what they do on the right, in as many lines as it takes."""
    told = wrapped(f"{text.name}: {text.help}", max(room - _KEYS_WIDE, _KEYS_WIDE))
    return [f"{keys if at == 0 else '':<{_KEYS_WIDE}}{line}" for at, line in enumerate(told)]


class HelpScreen(BaseScreen[None]):
    """A page of text about one screen."""

    NAME = "help"
    AUTO_FOCUS = "#help"

    def __init__(self, about: str = "home") -> None:
        super().__init__()
        self._about = about

    def heading(self) -> str:
        """The title."""
        return help_page().title

    def body(self) -> ComposeResult:
        """The page."""
        yield Reader(lambda: help_text(self._about, self.app.size.width - _AROUND), id="help")

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew."""
        self.query_one(Reader).retranslate()
