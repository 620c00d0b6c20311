"""Static words that follow the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from communetui.strings.language import Text


class Said(Static):
    """Words that are asked for again when the language changes: `Said(lambda: home().today)`. Never markup."""

    def __init__(self, text: Text, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(text(), markup=False, id=id, classes=classes)
        self.text = text

    def retranslate(self) -> None:
        """Say it again, in the language of now or with the facts of now; where its room is fixed, nothing moves."""
        text = self.text()
        if text != self.content:
            self.update(text, layout=self.styles.auto_dimensions)
