"""The help: what the screen before is for, and every key, from the one registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.actions.keys import key_label
from communetui.actions.registry import EVERYWHERE, actions_in
from communetui.screens.base import BaseScreen
from communetui.strings.frame import key_docs
from communetui.strings.help import help_page
from communetui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual.app import ComposeResult


def help_text(about: str) -> str:
    """The help for the screen of this name."""
    words, docs = help_page(), key_docs()
    parts = [docs.screens.get(about, docs.title).upper(), words.about.get(about, ""), ""]
    parts += _keys(words.here, about)
    parts += _keys(docs.everywhere, EVERYWHERE)
    parts += [words.typing.upper(), words.typing_text]
    return "\n".join(parts)


def _keys(title: str, module: str) -> list[str]:
    actions = actions_in(module)
    if not actions:
        return []
    lines = [f"{', '.join(map(key_label, a.keys)):<16} {a.text().name}: {a.text().help}" for a in actions]
    return [title.upper(), *lines, ""]


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
        yield Reader(lambda: help_text(self._about), id="help")
