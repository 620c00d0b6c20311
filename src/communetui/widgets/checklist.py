"""The papers of a dossier: each is there, is not, or is not needed; one key each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Rich
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from communedb.domain.intake import PaperState
from communetui.strings.controls import controls
from communetui.widgets.control import Entered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from communetui.strings.language import Text
    from communetui.widgets.choice import Option

_KEYS: Final = {
    **dict.fromkeys("cy1", PaperState.YES),
    **dict.fromkeys("kn2", PaperState.NO),
    **dict.fromkeys("o03", PaperState.NOT_APPLICABLE),
}
"""Có and yes, không and no, "o" for neither: the keys of both languages work in both."""

_TURN: Final = (None, PaperState.YES, PaperState.NO, PaperState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Check:
    """One line: `key` is the caller's own, `kind` one of the checklist's kinds or None."""

    key: str
    text: str
    state: PaperState | None = None
    kind: object = None


class Checklist(Widget, can_focus=True):
    """A list to tick off. One key sets a line and goes to the next; Space turns; left and right change the kind.

    `kinds` are the kinds of copy to choose from. Read `checks`; posts `Checklist.Changed`. Enter leaves the list.
    """

    DEFAULT_CSS = """
    Checklist { height: auto; width: 100%; border-left: solid $border-blurred; }
    """

    class Changed(Message):
        """A line was set."""

        def __init__(self, checklist: Checklist) -> None:
            super().__init__()
            self.checklist = checklist

        @property
        def control(self) -> Checklist:
            """The checklist, for `@on(Checklist.Changed, "#papers")`."""
            return self.checklist

    def __init__(
        self,
        checks: Sequence[Check] = (),
        *,
        kinds: Sequence[Option[object]] = (),
        empty: Text | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._checks = list(checks)
        self._kinds = tuple(kinds)
        self._empty = empty
        self._at = 0

    @property
    def checks(self) -> tuple[Check, ...]:
        """The lines as they are set."""
        return tuple(self._checks)

    @checks.setter
    def checks(self, checks: Sequence[Check]) -> None:
        self._checks = list(checks)
        self._at = 0
        self.refresh(layout=True)

    def retranslate(self) -> None:
        """Say states and kinds in the language of now."""
        self.refresh()

    def snapshot(self) -> object:
        """All lines and the place of the cursor."""
        return (tuple(self._checks), self._at)

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` gave."""
        if isinstance(snapshot, tuple):
            checks, self._at = snapshot
            self._checks = list(checks)
            self.refresh()
            self.post_message(self.Changed(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each, and one for the keys."""
        return max(len(self._checks), 1) + 1

    def render(self) -> Rich:
        """`> [có        ] Tờ khai ...  bản chính`."""
        text = Rich(no_wrap=True, overflow="ellipsis", end="")
        if not self._checks:
            return text.append(self._empty() if self._empty else controls().empty_list, "dim")
        words = self._state_words()
        widest = max(map(cell_len, words.values()))
        for index, check in enumerate(self._checks):
            here = self.has_focus and index == self._at
            kind = next((f"  ({k.text()})" for k in self._kinds if k.value == check.kind), "")
            line = f"{'>' if here else ' '} [{set_cell_size(words[check.state], widest)}] {check.text}{kind}\n"
            text.append(line, "reverse" if here else "")
        return text.append(controls().check_keys, "dim")

    @staticmethod
    def _state_words() -> dict[PaperState | None, str]:
        said = controls()
        return {
            PaperState.YES: said.check_yes,
            PaperState.NO: said.check_no,
            PaperState.NOT_APPLICABLE: said.check_not_applicable,
            None: said.check_open,
        }

    def on_key(self, event: events.Key) -> None:
        """Set, turn, move."""
        letter = (event.character or "").lower()
        if event.key == "enter":
            self.post_message(Entered(self))
        elif not self._checks:
            return
        elif letter in _KEYS:
            self._set(replace(self._checks[self._at], state=_KEYS[letter]))
            self._move(1)
        elif event.key == "space":
            check = self._checks[self._at]
            self._set(replace(check, state=_TURN[(_TURN.index(check.state) + 1) % len(_TURN)]))
        elif event.key in {"left", "right"} and self._kinds:
            self._turn_kind(1 if event.key == "right" else -1)
        elif event.key in {"up", "down"}:
            self._move(1 if event.key == "down" else -1)
        else:
            return
        event.stop()

    def _turn_kind(self, step: int) -> None:
        values = [kind.value for kind in self._kinds]
        check = self._checks[self._at]
        at = values.index(check.kind) + step if check.kind in values else 0
        self._set(replace(check, kind=values[at % len(values)]))

    def _set(self, check: Check) -> None:
        self._checks[self._at] = check
        self.refresh()
        self.post_message(self.Changed(self))

    def _move(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._checks) - 1))
        self.refresh()
        self.screen.scroll_to_region(Region(self.region.x, self.region.y + self._at, 1, 1), animate=False, force=True)
