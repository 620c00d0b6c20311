"""The papers of a dossier: each is there, is not, or is not needed; one key each, or one for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Rich
from textual.geometry import Region
from textual.message import Message

from communedb.domain.intake import PaperState
from communetui.strings.controls import controls
from communetui.widgets.control import Entered, ShowsFocus
from communetui.widgets.fitted import Fitted

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

_ALL: Final = frozenset("ta")
"""Tất cả and all: every line that nobody looked at yet."""

_DETAIL_LINES: Final = 2
_MOST: Final = 999

_TURN: Final = (None, PaperState.YES, PaperState.NO, PaperState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Check:
    """One line: `key` is the caller's own, `kind` one of the checklist's kinds or None, `quantity` None if not counted.

    An `optional` line is not needed, and not there, when all the papers are said to be there.
    """

    key: str
    text: str
    state: PaperState | None = None
    kind: object = None
    quantity: int | None = None
    optional: bool = False


class Checklist(ShowsFocus, Fitted, can_focus=True):
    """A list to tick off. One key sets a line and goes to the next; Space turns; left and right change the kind.

    `kinds` are the kinds of copy to choose from; plus and minus change a quantity. With `detail` the line under the
    cursor is written out in full below. Read `checks`; posts `Checklist.Changed`. Enter leaves the list.
    """

    DEFAULT_CSS = """
    Checklist {
        height: auto; width: 100%; border-left: solid $border-blurred; text-wrap: nowrap; text-overflow: ellipsis;
    }
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
        detail: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._checks = list(checks)
        self._kinds = tuple(kinds)
        self._empty = empty
        self._detail = detail
        self._at = 0

    @property
    def checks(self) -> tuple[Check, ...]:
        """The lines as they are set."""
        return tuple(self._checks)

    @checks.setter
    def checks(self, checks: Sequence[Check]) -> None:
        self._checks = list(checks)
        self._at = min(self._at, max(len(self._checks) - 1, 0))
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
        """A line each and one for the keys; with details these, and the line under the cursor, only while needed."""
        if not self._checks:
            return 1
        more = 1 if not self._detail else 1 + _DETAIL_LINES if self.has_focus else 0
        return len(self._checks) + more

    def on_focus(self) -> None:
        """Details have room of their own while the list is worked on."""
        self.refresh(layout=self._detail)

    def on_blur(self) -> None:
        """Then they make room for what follows."""
        self.refresh(layout=self._detail)

    def render(self) -> Rich:
        """`> [có        ] bản chính x1  Tờ khai ...`."""
        text = Rich(no_wrap=True, overflow="ellipsis", end="")
        if not self._checks:
            return text.append(self._empty() if self._empty else controls().empty_list, "dim")
        states = self._state_words()
        widest = max(map(cell_len, states.values()))
        kinds = {kind.value: kind.text() for kind in self._kinds}
        for index, check in enumerate(self._checks):
            here = self.has_focus and index == self._at
            state = set_cell_size(states[check.state], widest)
            line = f"{'>' if here else ' '} [{state}] {self._kind_and_quantity(check, kinds)}{check.text}"
            text.append(line, "reverse" if here else "").append("\n")
        if self._detail:
            text.append(self._full_line())
        if self._detail and not self.has_focus:
            text.rstrip()
            return text
        return text.append(self._keys_line(), "dim")

    @staticmethod
    def _kind_and_quantity(check: Check, kinds: dict[object, str]) -> str:
        widest = max(map(cell_len, kinds.values()), default=0)
        kind = set_cell_size(kinds.get(check.kind, ""), widest) + " " if widest else ""
        return kind if check.quantity is None else f"{kind}{f'x{check.quantity}' if check.quantity != 1 else '':<4}"

    def _full_line(self) -> str:
        """The line under the cursor, in lines of its own: names of papers are long."""
        if not self.has_focus:
            return ""
        lines = wrap(self._checks[self._at].text, max(self.size.width - 2, 10))
        return "".join(f"  {line}\n" for line in (*lines, "", "")[:_DETAIL_LINES])

    def _keys_line(self) -> str:
        said = controls()
        return f"{said.check_keys}   {said.check_more}" if self._detail else said.check_keys

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
        elif letter in _ALL:
            self._set_all()
        elif letter in {"+", "-"}:
            self._count(1 if letter == "+" else -1)
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

    def _set_all(self) -> None:
        """Every line not looked at yet is there, the optional ones are not needed."""
        told = {False: PaperState.YES, True: PaperState.NOT_APPLICABLE}
        self._checks = [
            replace(check, state=told[check.optional]) if check.state is None else check for check in self._checks
        ]
        self.refresh()
        self.post_message(self.Changed(self))

    def _count(self, step: int) -> None:
        check = self._checks[self._at]
        if check.quantity is not None:
            self._set(replace(check, quantity=max(0, min(check.quantity + step, _MOST))))

    def _set(self, check: Check) -> None:
        self._checks[self._at] = check
        self.refresh()
        self.post_message(self.Changed(self))

    def _move(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._checks) - 1))
        self.refresh()
        self.screen.scroll_to_region(Region(self.region.x, self.region.y + self._at, 1, 1), animate=False, force=True)
