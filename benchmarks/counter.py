"""Citizens played through the app: keys beyond text for each, and how long twenty requests at the quick counter take.

Text is what stands on the papers: numbers, names, names of papers, counts. Every other key is counted: Enter, Tab,
function keys, the key that ticks the papers, the one that saves. A card that the scanner reads is no key.
"""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from benchmarks import screens
from benchmarks.bars import Line, Section, middle
from benchmarks.keyboard import Key, key, typed
from benchmarks.million import PASSPHRASE, say
from benchmarks.terminal import Terminal
from communedb.sqlite import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.million import Made

REQUESTS = 20
_ORIGINALS = ((("Giấy khai sinh", "1", "3"),), (("Học bạ", "4", "1"), ("Bằng tốt nghiệp", "1", "2")))
"""What is certified in turn: one original, two originals."""


class Player:
    """An officer at the app: text is typed, keys are pressed and counted, each until its answer stands there."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0

    def text(self, text: str, until: str) -> None:
        """Type letter by letter; the whole of it ends the last one."""
        *first, last = typed(text)
        self._press([*first, last._replace(until=until)])

    def press(self, *keys: Key) -> None:
        """Press keys, which are counted."""
        self.keys += len(keys)
        self._press(keys)

    def _press(self, keys: Iterable[Key]) -> None:
        for pressed in keys:
            painted = self.terminal.press(pressed)
            if pressed.until is not None and painted is None:
                msg = f"{pressed.until!r} never came:\n{self.terminal.text}"
                raise SystemExit(msg)


def measure(made: Made) -> Section:
    """A birth registration of somebody known, then twenty requests, on a copy of the register."""
    folder = made.folder.with_name("counter")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made.folder, folder)
    say("playing citizens")
    known = _known(made)
    try:
        with Terminal(screens.command(folder)) as terminal:
            terminal.wait_for(screens.UNLOCK)
            terminal.settle()
            player = Player(terminal)
            player.text(PASSPHRASE, screens.UNLOCK)
            player.press(key("enter", screens.HOME))
            birth = _birth(player, *known[0])
            start = time.perf_counter()
            each = [_request(player, place, *known[place]) for place in range(REQUESTS)]
            seconds = time.perf_counter() - start
    finally:
        shutil.rmtree(folder)
    return Section(
        f"Keys of a citizen beyond text, played through the app, {made.dossiers:,} dossiers",
        [
            Line("birth registration of somebody known, from Home to the receipt", float(birth), "keys", 12),
            Line(f"quick counter, the most of {REQUESTS} requests", float(max(each)), "keys", 12),
            Line("quick counter, median", middle([float(keys) for keys in each]), "keys"),
            Line(f"{REQUESTS} requests, each letter typed when the one before is on the screen", seconds, "s", 180),
        ],
    )


def _known(made: Made) -> list[tuple[str, str]]:
    """Numbers and names of people in the directory."""
    sql = "SELECT id_number, name FROM person WHERE id_number IS NOT NULL ORDER BY id LIMIT 20"
    with made.open() as register:
        return [(row["id_number"], row["name"]) for row in rows(register.db, sql)]


def _birth(player: Player, number: str, name: str) -> int:
    before = player.keys
    player.press(key("f2", screens.INTAKE))
    player.text("khai sinh", "khai sinh")
    player.press(key("enter", screens.CHOSEN))
    player.text(number, number)
    player.press(key("enter", rf"(?s){name}.*T: đủ cả"), Key("t", b"t", r"có [1-9]\d*, thiếu 0"))
    player.press(key("ctrl+s", r"19867\.01-\d{6}-\d+"), key("enter", "Chưa in được|Đã in|In xong"))
    return player.keys - before


def _request(player: Player, place: int, number: str, name: str) -> int:
    before = player.keys
    if place == 0:
        player.press(key("ctrl+b", r"(?s)Quầy nhanh.*Phí"))
    player.text(number, number)
    player.press(key("enter", name))
    for line, original in enumerate(_ORIGINALS[place % 2]):
        if line:
            player.press(key("enter"))
        paper, pages, copies = original
        player.text(paper, paper)
        player.press(key("enter"))
        player.text(pages, pages)
        player.press(key("enter"))
        player.text(copies, r"Phí [\d.]+ đ")
    player.press(key("ctrl+s", rf"\* .*\| {name} \|"))
    return player.keys - before
