"""Who tells the story: lines for people as they come, the whole as a document for programs."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local
from communetui.strings.demo import demo

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH: Final = 79


@dataclass
class Chapter:
    """A title and what was told under it."""

    title: str
    lines: list[str] = field(default_factory=list)


class StoryFailed(Exception):  # noqa: N818 - told as what it is
    """The register did not do what the story says it did."""


class Narrator:
    """Tells chapter by chapter through `write`, and keeps what was told."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self.chapters: list[Chapter] = []
        self.files: list[Path] = []

    def chapter(self, title: str, **facts: object) -> None:
        """Begin a chapter."""
        self.chapters.append(Chapter(_filled(title, facts)))
        self._write(f"\n{len(self.chapters)}. {self.chapters[-1].title}")

    def tell(self, text: str, **facts: object) -> None:
        """Tell one thing, its `{name}` filled from the facts."""
        told = _filled(text, facts)
        self.chapters[-1].lines.append(told)
        long_path = any(isinstance(fact, Path) for fact in facts.values())
        self._write(
            f"   {told}" if long_path else textwrap.fill(told, _WIDTH, initial_indent="   ", subsequent_indent="     ")
        )


def sure(holds: bool, claim: str) -> None:
    """Stop the story when something that it is about to tell is not so."""
    if not holds:
        raise StoryFailed(claim)


def moment(at: datetime | None) -> str:
    """A moment as the story tells it: `14:05 ngày 23/11/2026`."""
    if at is None:
        return "-"
    here = local(at)
    return demo().moment.format(clock=f"{here:%H:%M}", day=f"{here:%d/%m/%Y}")


def _filled(text: str, facts: dict[str, object]) -> str:
    """A text with every fact in it; a missing one is a fault of ours and says so."""
    shown = {name: moment(fact) if isinstance(fact, datetime) else fact for name, fact in facts.items()}
    return text.format_map(shown)
