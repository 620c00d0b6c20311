"""The originals of one request: a line each with name, pages, copies and what it costs; Enter makes the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from communetui.quick.state import TypedLine
from communetui.strings.quick import quick
from communetui.widgets.field import Field
from communetui.widgets.picker import Picker
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from communetui.widgets.picker import Found

_DIGITS = r"[0-9]*"


class OneLine(Horizontal):
    """The controls of one original."""

    def __init__(self, place: int, search: Callable[[str], Sequence[Found[str]]]) -> None:
        super().__init__()
        self.paper = Picker(search, free=True, id=f"name-{place}")
        self.pages = Field(limit=4, restrict=_DIGITS, hint=lambda: "1", id=f"pages-{place}")
        self.copies = Field(limit=4, restrict=_DIGITS, hint=lambda: "1", id=f"copies-{place}")
        self.fee = Static("", markup=False, classes="fee")
        self._place = place

    def compose(self) -> ComposeResult:
        """Number, name, pages, copies, fee."""
        yield Static(f"{self._place + 1:>2} ", markup=False, classes="place")
        # The list of a picker opens under it, in its own column.
        yield Vertical(self.paper, classes="paper")
        yield self.pages
        yield self.copies
        yield self.fee

    @property
    def typed(self) -> TypedLine:
        """What stands in the line."""
        return TypedLine(name=self.paper.value, pages=self.pages.value, copies=self.copies.value)

    def lay(self, line: TypedLine) -> None:
        """Put this into the controls."""
        self.paper.pick(None, line.name)
        self.pages.value, self.copies.value = line.pages, line.copies


class PaperLines(Widget):
    """As many lines as are needed; there is always one."""

    DEFAULT_CSS = """
    PaperLines { height: auto; width: 100%; layout: vertical; }
    PaperLines #columns { width: 100%; height: 1; text-style: bold; }
    OneLine { height: auto; width: 100%; }
    OneLine .place { width: 3; }
    OneLine .paper { width: 1fr; height: auto; }
    OneLine Field { width: 10; }
    OneLine Vertical Field { width: 100%; }
    OneLine .fee { width: 14; text-align: right; }
    """

    def __init__(self, search: Callable[[str], Sequence[Found[str]]]) -> None:
        super().__init__(id="lines")
        self._search = search
        self._lines = [OneLine(0, search)]

    def compose(self) -> ComposeResult:
        """The heads of the columns and the first line."""
        yield Said(self._heads, id="columns")
        yield from self._lines

    def _heads(self) -> str:
        words = quick()
        room = max(self.size.width - 37, 10)
        return f"   {words.paper:<{room}} {words.pages:<10}{words.copies:<10}{words.fee:>13}"

    def on_resize(self) -> None:
        """The heads stand over their columns."""
        self.query_one("#columns", Said).retranslate()

    @property
    def lines(self) -> tuple[TypedLine, ...]:
        """What stands in each line."""
        return tuple(line.typed for line in self._lines)

    def first(self) -> Widget:
        """The first control of the first empty line, or of the last one."""
        empty = next((line for line in self._lines if line.typed.empty), self._lines[-1])
        return empty.paper

    def show_fees(self, fees: Sequence[str]) -> None:
        """What each line costs, in their order."""
        for line, fee in zip(self._lines, fees, strict=False):
            if fee != str(line.fee.content):
                line.fee.update(fee)

    async def after(self, control: Widget) -> Widget | None:
        """The control after one of a line: within the line, or of the next line, which is made if there is none.

        None after an empty name: there is no further original.
        """
        place = next((at for at, line in enumerate(self._lines) if line is control or line in control.ancestors), -1)
        line = self._lines[place]
        if control is line.paper:
            return line.pages if control.value.strip() else None
        if control is line.pages:
            return line.copies
        if place == len(self._lines) - 1:
            await self._add()
        return self._lines[place + 1].paper

    async def lay(self, lines: Sequence[TypedLine]) -> None:
        """Show these lines and no others; one empty one for none."""
        while len(self._lines) > max(len(lines), 1):
            await self._lines.pop().remove()
        while len(self._lines) < len(lines):
            await self._add()
        for at, line in enumerate(self._lines):
            line.lay(lines[at] if at < len(lines) else TypedLine())
            line.fee.update("")

    async def _add(self) -> None:
        line: Any = OneLine(len(self._lines), self._search)
        self._lines.append(line)
        await self.mount(line)
