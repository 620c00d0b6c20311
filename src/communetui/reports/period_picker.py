"""The period of a report in one line: arrows go to the one before and the one after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Rich
from textual.message import Message
from textual.widget import Widget

from communetui.reports.period_words import period_text
from communetui.strings.report_screens import report_screens
from communetui.widgets.control import Entered

if TYPE_CHECKING:
    from textual import events

    from communedb.domain.period import Period


class PeriodPicker(Widget, can_focus=True):
    """`PeriodPicker(period, id="period")`; posts `PeriodPicker.Turned` with the step, and `Entered` at Enter."""

    DEFAULT_CSS = "PeriodPicker { height: 1; width: 100%; }"

    class Turned(Message):
        """The officer wants the period before (-1) or after (1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, period: Period, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._period = period

    def show(self, period: Period) -> None:
        """Show another period."""
        self._period = period
        self.refresh()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.refresh()

    def render(self) -> Rich:
        """`Kỳ: < Tháng 11/2026: 01/11 - 30/11/2026 >  ← → ...`."""
        words = report_screens()
        line = Rich(f" {words.period}: ", no_wrap=True, overflow="ellipsis", end="")
        line.append(f"< {period_text(self._period)} >", "reverse" if self.has_focus else "bold")
        return line.append(f"  {words.period_keys}" if self.has_focus else "", "dim")

    def on_key(self, event: events.Key) -> None:
        """Left and right turn; Enter is left to the screen."""
        if event.key in {"left", "right"}:
            self.post_message(self.Turned(1 if event.key == "right" else -1))
        elif event.key == "enter":
            self.post_message(Entered(self))
        else:
            return
        event.stop()
