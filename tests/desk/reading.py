"""Reading the screens of the app: what is opened is noted with the English that is left on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.desk.dossier_steps import shown
from tests.keyboard import at_rest, type_ahead

if TYPE_CHECKING:
    from typing import Any

    from textual.pilot import Pilot

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
    the and with for from this that your you not yes ok none null true false of by is are was all
    file error search save cancel back help close open list new date time page found press key keys name number code
    status missing type text value field default choose select quit lock print printer waits waiting
    draft received processing supplement awaited decided returned refused withdrawn stopped voided corrected noted
    extended result ready dossier dossiers procedure applicant officer register paper papers receipt reason event
    reception specialist leader administrator counter online post citizen enterprise household business
    original certified copy electronic working day days hour hours same calendar male female other self
    due open overdue soon free fee unit station scan handed lost cash transfer digest version
        """,
    )
)
"""Words that no Vietnamese text holds, the codes of the register among them."""

ALLOWED = frozenset({"English"})
"""The other language is named in its own words."""

CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")
PLACEHOLDER = re.compile(r"\{[^}\s]*\}")
"""What a pattern of the settings is made of: `{file}`."""
WORD = re.compile(r"(?<![\w\-'])[A-Za-z]{2,}(?![\w\-'])")


def english(text: str) -> set[str]:
    """The words of a screen that are English, and codes of the register."""
    text = PLACEHOLDER.sub("", text)
    return {word for word in WORD.findall(text) if word.lower() in ENGLISH and word not in ALLOWED} | set(
        CODE.findall(text)
    )


class Reader:
    """Opens things and notes what is English on them."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.left: dict[str, set[str]] = {}
        self.read = 0

    async def see(self, place: str, *keys: str) -> str:
        """Type, then read the screen."""
        await self.type(*keys)
        text = shown(self.pilot)
        if words := english(text):
            self.left[place] = words
        self.read += 1
        return text

    async def type(self, *keys: str) -> None:
        """Type ahead, all in one burst, and wait once."""
        for key in keys:
            type_ahead(self.pilot.app, *(key[1:] if key.startswith("=") and len(key) > 1 else (key,)))
        await at_rest(self.pilot)

    async def back_to(self, screen: type) -> None:
        """Escape, throwing away what is asked about, until that screen is on top."""
        for _ in range(6):
            if isinstance(self.pilot.app.screen, screen):
                return
            await self.type("escape")
            if not isinstance(self.pilot.app.screen, screen) and "Bỏ" in shown(self.pilot):
                await self.type("enter")
        raise AssertionError(self.pilot.app.screen)
