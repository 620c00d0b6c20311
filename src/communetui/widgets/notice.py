"""The line that answers the officer: it stays until the next key."""

from __future__ import annotations

from textual.widgets import Static


class Notice(Static):
    """One message at the foot of a screen; its kind is told by a sign, not by colour alone."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 4; width: 100%; display: none; text-style: bold; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.text = ""

    def tell(self, text: str) -> None:
        """Say that something is done."""
        self._say(f"* {text}")

    def warn(self, text: str) -> None:
        """Point something out that does not block."""
        self._say(f"? {text}")

    def error(self, text: str) -> None:
        """Say what did not work and what to do."""
        self._say(f"! {text}")

    def clear(self) -> None:
        """Take the message away."""
        if self.text:
            self.text = ""
            self.display = False
            self.update("")

    def _say(self, text: str) -> None:
        self.text = text
        self.update(text)
        self.display = True
