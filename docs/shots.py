"""Draw the screenshots of the documentation and write the page of keys: `make shots`.

The sample centre at a fixed moment, so that the pictures change only when the screens do.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from tests.keyboard import at_rest, type_ahead

from communedb.keys import LIGHT
from communetui.actions.keys import markdown_table
from communetui.app import CommuneApp
from communetui.demo.centre import Centre, prepare_centre
from communetui.demo.officers import PASSPHRASE
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use
from docs.journeys import COME_IN, ENGLISH, JOURNEYS, LARGE, Journey

if TYPE_CHECKING:
    from collections.abc import Collection

DOCS = Path(__file__).parent
SHOTS = DOCS / "shots"
MOMENT = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
DOSSIERS = 600
SMALL, BIG = (80, 24), (120, 40)


async def travel(centre: Centre, journey: Journey, wanted: Collection[str], suffix: str, size: tuple[int, int]) -> None:
    """Go a journey until the last wanted picture is drawn."""
    left = [name for name in journey.pictures() if name in wanted]
    door = RegisterDoor(centre.folder, now=lambda: MOMENT)
    app = CommuneApp(door)
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot)
        for step in journey.steps:
            if not left:
                break
            if step == COME_IN:
                app.begin(await asyncio.to_thread(door.open_session, centre.officers[journey.post], PASSPHRASE))
            elif step.startswith("!"):
                if step[1:] in left:
                    left.remove(step[1:])
                    write(SHOTS / f"{step[1:]}-{size[0]}x{size[1]}{suffix}.svg", picture(app))
            else:
                type_ahead(app, *(step[1:] if step.startswith("=") else [step]))
            await at_rest(pilot)
        if app.session is not None:
            await asyncio.to_thread(app.session.close)
            app.session = None


def picture(app: CommuneApp) -> str:
    """The screen as SVG that fetches nothing, has no frame of a window, and is the same at each drawing."""
    svg = app.export_screenshot(title="communetui", simplify=True)
    svg = re.sub(r"@font-face\s*\{.*?\}|<!--.*?-->|<clipPath.*?</clipPath>", "", svg, flags=re.S)
    svg = re.sub(r'\sclip-path="[^"]*"', "", svg)
    svg = re.sub(r"terminal-\d+-?", "t-", svg)
    svg = re.sub(r"font-family: Fira Code, monospace;", 'font-family: "DejaVu Sans Mono", Consolas, monospace;', svg)
    svg = re.sub(r'(="\d+\.\d{2})\d+"', r'\1"', svg)
    return "\n".join(line.strip() for line in svg.splitlines() if line.strip()) + "\n"


def write(target: Path, text: str) -> None:
    """The same bytes on every system."""
    target.write_text(text, encoding="utf-8", newline="\n")


def draw_all(scratch: Path) -> None:
    """Every picture: in Vietnamese on a small screen; the main ones on a large one and in English."""
    names = {name for journey in JOURNEYS for name in journey.pictures()}
    drawings = ((Language.VI, SMALL, names), (Language.VI, BIG, LARGE), (Language.EN, SMALL, ENGLISH))
    made = prepare_centre(scratch / "centre", dossiers=DOSSIERS, until=lambda _: MOMENT, strength=LIGHT)
    for language, size, wanted in drawings:
        use(language)
        for number, journey in enumerate(JOURNEYS):
            # Each journey begins with the same register: what one of them saves is in no other's picture.
            folder = scratch / f"{language}-{size[0]}-{number}"
            shutil.copytree(made.folder, folder)
            suffix = "" if language is Language.VI else f"-{language}"
            asyncio.run(travel(Centre(folder, made.officers, made=False), journey, wanted, suffix, size))


def keys_page() -> str:
    """All keys, in Vietnamese and in English."""
    return "\n\n".join(markdown_table(language).strip() for language in (Language.VI, Language.EN)) + "\n"


def main() -> int:
    """Write the pictures and the keys."""
    SHOTS.mkdir(exist_ok=True)
    for old in SHOTS.glob("*.svg"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        draw_all(Path(scratch))
    write(DOCS / "keys.md", keys_page())
    print(f"{len(list(SHOTS.glob('*.svg')))} pictures, keys.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
