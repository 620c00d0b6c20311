"""A screen of one thing with a head, a bar of sections and the entries of the section in sight."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from communetui.dossier.sections import Target
from communetui.screens.base import BaseScreen
from communetui.widgets.entries import Entries
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communetui.widgets.entries import Entry


S = TypeVar("S", bound=IntEnum)


class SectionedScreen(BaseScreen[None], Generic[S]):
    """`MADE` gives the entries of each section of a view, `LABEL_WIDTHS` the columns before their values.

    The body has a `#head`, the bar as `#sections`, and `#entries`.
    """

    MADE: ClassVar[Mapping[Any, Callable[[Any], list[Entry]]]]
    LABEL_WIDTHS: ClassVar[Mapping[Any, int]] = {}

    view: Any
    _section: S

    def start_sections(self, first: S) -> None:
        """Nothing is read yet, and no section was turned away from."""
        self.view = None
        self._section = first
        self._places: dict[S, tuple[int, int]] = {}

    @property
    def entries(self) -> Entries:
        """The entries of the section in sight."""
        return self.query_one("#entries", Entries)

    @property
    def target(self) -> Target | None:
        """What is under the cursor, if it can be chosen."""
        entry = self.entries.entry
        return entry.value if entry is not None and isinstance(entry.value, Target) else None

    def paint(self, *, turned: bool = False) -> None:
        """Paint what is known, in the language of now; a section that was turned to is shown where it was left."""
        if self.view is None:
            return
        self.update_heading()
        for name in ("#head", "#sections"):
            self.query_one(name, Said).retranslate()
        made = self.MADE[self._section](self.view)
        if turned:
            place = self._places.get(self._section, (0, 0))
            self.entries.show(made, place, label_width=self.LABEL_WIDTHS.get(self._section))
        else:
            self.entries.show_again(made)
        self.update_hints()

    def retranslate(self) -> None:
        """Entries are words, too."""
        super().retranslate()
        self.paint()

    def do_next_section(self) -> None:
        """Show the next section."""
        self.turn_to(self._beside(1))

    def do_previous_section(self) -> None:
        """Show the section before."""
        self.turn_to(self._beside(-1))

    def turn_to(self, section: S) -> None:
        """Show a section; where this one was left is remembered."""
        self._places[self._section] = self.entries.place
        self._section = section
        self.paint(turned=True)

    def _beside(self, step: int) -> S:
        kind = type(self._section)
        return kind((self._section + step) % len(kind))
