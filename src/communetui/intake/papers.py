"""The checklist of a dossier's papers, with lines that the officer adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.intake import PaperState
from communedb.domain.procedure import CopyKind
from communetui.intake.state import PaperLine
from communetui.strings.catalogue import catalogue
from communetui.strings.intake import choices, summary
from communetui.widgets.checklist import Check, Checklist
from communetui.widgets.choice import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_CASE = "Trường hợp "


def _kind_name(kind: CopyKind) -> Any:
    return lambda: choices().copy[kind.value]


class Papers(Checklist):
    """A checklist over `PaperLine`s; conditional papers say in which case, Delete takes an added one out again."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        kinds: list[Option[object]] = [Option(kind, _kind_name(kind)) for kind in CopyKind]
        super().__init__(kinds=kinds, empty=lambda: summary().papers_empty, detail=True, id=id)
        self._lines: list[PaperLine] = []

    def show(self, lines: Sequence[PaperLine]) -> None:
        """Show these lines."""
        self._lines = list(lines)
        self.checks = [
            Check(str(place), _worded(line), line.state, line.kind, line.quantity, optional=bool(line.condition))
            for place, line in enumerate(self._lines)
        ]

    @property
    def lines(self) -> tuple[PaperLine, ...]:
        """The lines as they are set."""
        return tuple(
            line.model_copy(update={"state": check.state, "kind": check.kind, "quantity": check.quantity})
            for line, check in zip(self._lines, self.checks, strict=True)
        )

    def add(self, name: str) -> None:
        """Put a paper that the citizen brought on the list."""
        self.show((*self.lines, PaperLine(name=name, state=PaperState.YES, own=True)))
        self._move(len(self._lines))
        self.post_message(self.Changed(self))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.show(self.lines)

    def on_key(self, event: events.Key) -> None:
        """Delete takes out what was added here; the rest is the checklist's own."""
        if event.key == "delete" and self._lines and self._lines[self._at].own:
            kept = self.lines
            self.show((*kept[: self._at], *kept[self._at + 1 :]))
            self.post_message(self.Changed(self))
            event.stop()


def _worded(line: PaperLine) -> str:
    """`nếu trẻ bị bỏ rơi: Biên bản ...`."""
    if not line.condition:
        return line.name + (f" ({line.note})" if line.note else "")
    case = line.condition.removeprefix(_CASE)
    return f"{catalogue().if_case.format(condition=case)}: {line.name}"
