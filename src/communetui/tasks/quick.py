"""Progress in three keys: F6, a digit, Enter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from communetui.strings.task_forms import task_forms
from communetui.tasks.told import state_text
from communetui.widgets.field import Field

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from communedb.stores.task_list import TaskRow
    from communetui.widgets.control import Entered

_LIMIT: Final = 1_000
_TYPED: Final = re.compile(r"\s*([0-9]{1,3})\s*(%?)(?:\s+(.*)|)\s*")


class Progress(NamedTuple):
    """What was typed: a percentage, 0 to 100, and a note."""

    percent: int
    text: str


def read_progress(typed: str) -> Progress | None:
    """`4` is 40 %, `45` is 45 %, `05` is 5 % and `4%` 4; words after it are a note. None: not understood."""
    found = _TYPED.fullmatch(typed)
    if found is None:
        return None
    digits, sign, text = found[1], found[2], found[3] or ""
    percent = int(digits) * (10 if len(digits) == 1 and not sign else 1)
    return Progress(percent, text.strip()) if percent <= 100 else None


class QuickProgress(ModalScreen["Progress | None"]):
    """Ask for the progress of one task: `await app.push_screen(QuickProgress(row), then)`."""

    DEFAULT_CSS = """
    QuickProgress { align: center middle; }
    QuickProgress > Vertical {
        width: 76; max-width: 98%; height: auto; padding: 0 1; border: double $border; background: $panel;
    }
    QuickProgress Static { height: auto; width: 100%; }
    QuickProgress #title { text-style: bold; max-height: 2; }
    QuickProgress Field { margin: 1 0; }
    """

    def __init__(self, row: TaskRow) -> None:
        super().__init__()
        self._row = row
        self._field = Field(limit=_LIMIT)

    def compose(self) -> ComposeResult:
        """What it is about, how it stands, the field, what will be, the keys."""
        words = task_forms()
        yield Vertical(
            Static(words.quick.format(code=self._row.code, title=self._row.title), markup=False, id="title"),
            self._field,
            Static(self._now, markup=False, id="will"),
            Static(words.quick_keys, markup=False),
        )

    @property
    def _now(self) -> str:
        return task_forms().quick_now.format(percent=self._row.percent, state=state_text(self._row))

    @on(Input.Changed)
    def tell(self) -> None:
        """Say what Enter will note."""
        words, typed = task_forms(), self._field.value
        read = read_progress(typed)
        if not typed.strip():
            said = self._now
        elif read is None:
            said = f"! {words.quick_wrong}"
        else:
            said = words.quick_done if read.percent == 100 else words.quick_will.format(percent=read.percent)
        self.query_one("#will", Static).update(said)

    def on_entered(self, event: Entered) -> None:
        """Take it, if it was understood."""
        event.stop()
        read = read_progress(self._field.value)
        if read is not None:
            self.dismiss(read)
        elif self._field.value.strip():
            self.query_one("#will", Static).update(f"! {task_forms().quick_wrong}")
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Escape gives up."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
