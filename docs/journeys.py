"""What is done on the screens for each picture of the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CARD: Final = "046085001234||Hồ Văn Lộc|05091985|Nam|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|15082021"
"""The QR of an invented ID card, with an address of before July 2025."""

COME_IN: Final = ">"
"""The step with which the officer of the journey unlocks."""


@dataclass(frozen=True, slots=True)
class Journey:
    """An officer's way past the pictures.

    A step is the name of a key, `=` and a text that is typed, `!` and the name of a picture, or `COME_IN`.
    """

    post: str
    steps: tuple[str, ...]

    def pictures(self) -> list[str]:
        """The names of the pictures along the way."""
        return [step[1:] for step in self.steps if step.startswith("!")]


def typed_intake() -> tuple[str, ...]:
    """A birth registration by a citizen whom nobody knows yet, up to the papers."""
    person = ("=046190004321", "enter", "=Trần Thị Thu Hà", "enter", "=12/03/1990", "enter", "right", "right", "enter")
    place = ("=0914000123", "enter", "enter", "=Thôn Thạch Bình", "enter", "=quang dien", "enter")
    papers = ("=Khai sinh cho con: Trần Gia Bảo", "enter", "=cc")
    return ("f2", "=khai sinh", "enter", *person, *place, *papers)


def typed_copies() -> tuple[str, ...]:
    """Three certified copies of a birth certificate for somebody whom nobody knows yet."""
    return ("ctrl+b", "=046190004321", "enter", "=Hồ Thị Gấm", "enter", "=Giấy khai sinh", "enter", "=2", "enter", "=3")


DECIDED: Final = ("f7", "=q", "ctrl+s", "f7", "=k", "ctrl+s")
"""The two steps after which a result can be returned."""

JOURNEYS: Final = (
    Journey(
        "reception",
        (
            "=mua nang", "!unlock", COME_IN, "!home",
            *typed_intake(), "!intake", "=t", "ctrl+s", "!saved",
            "f2", "=chung thuc ban sao", "enter", f"={CARD}", "enter", "!intake-card",
            "f7", "f8", "!parked",
        ),
    ),
    Journey("reception", (COME_IN, "f3", "=nguyen", "!dossiers", "f8", "!filter")),
    Journey(
        "specialist",
        (
            COME_IN, "tab", "enter", "!dossier", "tab", "!dossier-papers", "tab", "!dossier-course",
            "tab", "!dossier-history", "f7", "!steps", "=b", "!supplement", "escape", "f7", "=g", "!apology",
        ),
    ),
    Journey("administrator", (COME_IN, *typed_intake(), "=t", "ctrl+s", "f8", *DECIDED, "f7", "=r", "!return")),
    Journey("reception", (COME_IN, *typed_copies(), "!quick", "escape", "ctrl+o", "!cash")),
    Journey("reception", (COME_IN, "f3", "down", "space", "down", "space", "f7", "!pile")),
    Journey("reception", (COME_IN, "f12", "!evening")),
    Journey("administrator", (COME_IN, "f11", "!exchange")),
    Journey("specialist", (COME_IN, "f8", "=t", "!notices", "enter", "!notice", "f8", "=h", "!support")),
    Journey("administrator", (COME_IN, "f6", "=chung thuc", "!catalogue", "f9", "!settings", "f4", "f1", "!help")),
)  # fmt: skip

LARGE: Final = frozenset({"home", "intake", "dossiers", "dossier"})
"""Drawn at 120x40, too."""

ENGLISH: Final = frozenset({"home", "intake", "dossiers"})
"""Drawn in English, too."""
