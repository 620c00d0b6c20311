"""The language of the screen, and texts that follow it.

A module of texts holds a frozen dataclass, one instance per language and one `Words` object:

    home = Words(VI, EN)
    home().title            # in the language of now

Widgets take a `Text` (a callable) instead of a string, so that a change of language needs no restart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")

Text: TypeAlias = Callable[[], str]
"""Words asked for anew each time they are drawn: `lambda: home().title`."""


class Language(StrEnum):
    """A language of the interface; the value is its ISO 639-1 code."""

    VI = "vi"
    EN = "en"


class _Current:
    """The one language in use in this process: a desk has one officer at a time."""

    language = Language.VI


def language() -> Language:
    """The language in use; Vietnamese until someone chooses."""
    return _Current.language


def use(chosen: Language) -> None:
    """Speak this language from now on; open screens are told with `retranslate`."""
    _Current.language = chosen


def other() -> Language:
    """The language that is not in use."""
    return Language.EN if language() is Language.VI else Language.VI


class Words(Generic[T]):
    """One thing said in both languages; calling it gives the one in use.

    `T` is `str`, or a frozen dataclass of texts.
    """

    __slots__ = ("en", "vi")

    def __init__(self, vi: T, en: T) -> None:
        self.vi = vi
        self.en = en

    def __call__(self) -> T:
        """The words in the language of now."""
        return self.said_in(language())

    def said_in(self, chosen: Language) -> T:
        """The words in this language."""
        return self.vi if chosen is Language.VI else self.en


@dataclass(frozen=True, slots=True)
class ActionText:
    """What an action is called in the hint bar and palette (`name`, short), and what it does (`help`, a sentence)."""

    name: str
    help: str
