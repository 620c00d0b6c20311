"""Tasks in groups: by block, officer, unit or directive; each group has a line with its own figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.cells import cell_len

from communedb.domain.task import BLOCKS
from communedb.domain.text import fold
from communetui.strings.task_values import block_text
from communetui.strings.tasks import tasks
from communetui.tasks.told import document_text
from communetui.widgets.cells import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from communetui.tasks.lines import Line


_WIDEST: Final = 26
"""Cells that a group's name takes at most."""


class Grouping(StrEnum):
    """How the list is grouped, in the order in which one key turns it."""

    NONE = "none"
    BLOCK = "block"
    OFFICER = "officer"
    UNIT = "unit"
    DIRECTIVE = "directive"

    @property
    def following(self) -> Grouping:
        """The one that comes next, round and round."""
        every = list(Grouping)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures of some tasks; `late` are those that are overdue and open."""

    all: int = 0
    not_started: int = 0
    in_progress: int = 0
    completed: int = 0
    late: int = 0
    red: int = 0


def tally(lines: Iterable[Line]) -> Tally:
    """Count them; void ones do not count."""
    rows = [line.row for line in lines if not line.row.voided]
    stages = [row.status.value.removesuffix("_late") for row in rows]
    return Tally(
        all=len(rows),
        not_started=stages.count("not_started"),
        in_progress=stages.count("in_progress"),
        completed=stages.count("completed"),
        late=sum(row.status.late and not row.status.done for row in rows),
        red=sum(row.red for row in rows),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The line that heads a group; `name` tells it from the others and is empty for what belongs to none."""

    grouping: Grouping
    name: str
    count: Tally
    folded: bool
    wide: int = 0
    """Cells that the name takes, so that the figures of all groups stand below each other."""

    @property
    def text(self) -> str:
        """`- Chính quyền  12: chưa  1, đang  3, xong  8; ! quá hạn 2; !ĐỎ 3`."""
        words, count = tasks(), self.count
        said = words.head.format(
            sign="+" if self.folded else "-",
            name=fit(self.said, max(self.wide, 1), right=False) if self.wide else self.said,
            count=count.all,
            completed=count.completed,
            in_progress=count.in_progress,
            not_started=count.not_started,
        )
        late = words.head_late.format(late=count.late) if count.late else ""
        red = words.head_red.format(red=count.red) if count.red else ""
        return "; ".join(part for part in (said, late, red) if part)

    @property
    def said(self) -> str:
        """The group's name in words."""
        name = block_text(self.name) if self.grouping is Grouping.BLOCK else self.name
        return name or tasks().ungrouped[self.grouping]


Shown: TypeAlias = "Line | Head"
"""A row of the list."""


def _officer(line: Line) -> str:
    return line.responsible


def _directive(line: Line) -> str:
    return document_text(line.row.document_number, line.row.document_on)


_OF: Mapping[Grouping, Callable[[Line], str]] = {
    Grouping.BLOCK: lambda line: line.row.block,
    Grouping.OFFICER: _officer,
    Grouping.UNIT: lambda line: line.unit,
    Grouping.DIRECTIVE: _directive,
}


def _place(name: str) -> tuple[bool, int, str]:
    """Where a group stands among the others."""
    return (not name, BLOCKS.index(name) if name in BLOCKS else len(BLOCKS), fold(name))


def grouped(lines: Sequence[Line], by: Grouping, folded: Collection[str]) -> list[Shown]:
    """The rows of the list: the groups by name, blocks as the office has them, those that belong to none at the end."""
    if by is Grouping.NONE:
        return list(lines)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(_OF[by](line), []).append(line)
    heads = [Head(by, name, tally(groups[name]), name in folded) for name in sorted(groups, key=_place)]
    wide = min(max((cell_len(head.said) for head in heads), default=0), _WIDEST)
    shown: list[Shown] = []
    for head in heads:
        shown.append(replace(head, wide=wide))
        if not head.folded:
            shown += groups[head.name]
    return shown
