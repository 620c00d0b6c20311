"""A page of text to read, scrolled with the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communetui.strings.language import Text


class Reader(VerticalScroll, can_focus=True):
    """Text longer than the screen: arrows, PgUp, PgDn, Home and End scroll it. Never markup."""

    DEFAULT_CSS = """
    Reader { height: 1fr; width: 100%; padding: 0 1; }
    Reader > Said { height: auto; width: 100%; }
    """

    def __init__(self, text: Text, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        yield Said(self._text)

    def retranslate(self) -> None:
        """Say it again, in the language of now or with the facts of now."""
        for said in self.query(Said):
            said.retranslate()
