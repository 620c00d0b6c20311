"""The desk in a terminal: start, unlock, memory, quiet, lists, keys; the floor beside it in the same round."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks import floor, screens
from benchmarks.bars import Figures, Line, Section, in_turn, middle, ratio, worst
from benchmarks.keyboard import Key, key, typed
from benchmarks.million import PASSPHRASE
from benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.million import Made

_IDLE_SECONDS = 8.0
_TICK = 1.0 / _IDLE_SECONDS
"""Per cent of a CPU that one tick of the kernel's clock is over that time: less cannot be told apart."""


def measure(small: Made, large: Made, rounds: int) -> list[Section]:
    """All sides in turn; a first round that is not counted fills the disk's cache and compiles what is not compiled."""
    sides: dict[str, Callable[[], Figures]] = {
        "floor": _floor,
        "small": partial(_desk, small),
        "large": partial(_desk, large),
    }
    in_turn(1, sides)
    found = in_turn(rounds, sides)
    return sections(found["floor"], found["small"], found["large"], large.dossiers)


def sections(low: Figures, small: Figures, large: Figures, dossiers: int) -> list[Section]:
    """The figures as lines with their bars."""
    return [_start(low, large, dossiers), _keys(small, large, dossiers), _quiet(low, large)]


def _start(low: Figures, large: Figures, dossiers: int) -> Section:
    return Section(
        f"Start and memory, {dossiers:,} dossiers, against the Textual floor",
        [
            Line("start to the Unlock screen, CPU", ratio(large["start cpu"], low["start cpu"]), "x", 1.6),
            Line("the same, of the floor", middle(low["start cpu"]), "ms"),
            Line("start to the Unlock screen, time", middle(large["start"]), "ms"),
            Line("the same, of the floor", middle(low["start"]), "ms"),
            Line("memory at Home", ratio(large.get("rss", []), low["rss"]), "x", 1.8),
            Line("the same", middle(large.get("rss", [])), "MB"),
            Line("memory of the floor", middle(low["rss"]), "MB"),
            Line("memory after the keys below", middle(large.get("rss at the end", [])), "MB"),
            Line("passphrase to Home", middle(large.get("unlock", [])), "ms", 1_000),
        ],
    )


def _keys(small: Figures, large: Figures, dossiers: int) -> Section:
    letter, tab = large.get("letter", []), large.get("tab", [])
    return Section(
        f"Keys and lists on the screen, {dossiers:,} dossiers",
        [
            Line("opening the list, against a thousand dossiers", ratio(large.get("list", []), small.get("list", [])),
                 "x", 1.3),
            Line("opening the list", middle(large.get("list", [])), "ms"),
            Line("a letter in the intake form, p95", worst(letter), "ms", 40),
            Line("Tab in the intake form, p95", worst(tab), "ms", 40),
            Line("Tab against a letter, medians", ratio(tab, letter), "x", 1),
            Line("a letter of the procedure, p95", worst(large.get("procedure", [])), "ms", 40),
            Line("a letter of a search and its rows, p95", worst(large.get("search", [])), "ms"),
            Line("Page Down in the list, p95", worst(large.get("pagedown", [])), "ms"),
        ],
    )  # fmt: skip


def _quiet(low: Figures, large: Figures) -> Section:
    floor_cpu = middle(low["idle cpu"])
    return Section(
        "Nobody presses a key",
        [
            Line("bytes written to the terminal", middle(large.get("idle bytes", [])), "bytes/s", 0),
            Line("CPU", middle(large.get("idle cpu", [])), "%", None if floor_cpu is None else floor_cpu + _TICK),
            Line("CPU of the floor", floor_cpu, "%"),
        ],
    )


def _floor() -> Figures:
    with Terminal([sys.executable, "-m", "benchmarks.floor"]) as terminal:
        return started(terminal, floor.READY) | _memory(terminal) | _idle(terminal)


def _desk(made: Made) -> Figures:
    with Terminal(screens.command(made.folder)) as terminal:
        found = started(terminal, screens.UNLOCK)
        if not found or not _unlock(terminal, found):
            return found
        found |= _memory(terminal) | _idle(terminal)
        _list(terminal, found)
        _intake(terminal, found)
        found["rss at the end"] = [terminal.usage().rss]
        return found


def started(terminal: Terminal, text: str) -> Figures:
    """Time and CPU until a text is on the screen; nothing when it never is."""
    seconds = terminal.wait_for(text)
    if seconds is None:
        return {}
    return {"start": [seconds * 1_000], "start cpu": [terminal.usage().cpu * 1_000]}


def press_all(terminal: Terminal, keys: Iterable[Key], found: Figures) -> None:
    """Press keys one by one; the milliseconds of each go to its label."""
    for pressed in keys:
        seconds = terminal.press(pressed)
        if seconds is not None:
            found.setdefault(pressed.label, []).append(seconds * 1_000)


def _unlock(terminal: Terminal, found: Figures) -> bool:
    terminal.settle()
    press_all(terminal, typed(PASSPHRASE, "passphrase"), {})
    press_all(terminal, [key("enter", screens.HOME, "unlock")], found)
    return "unlock" in found


def _memory(terminal: Terminal) -> Figures:
    terminal.settle()
    return {"rss": [terminal.usage().rss]}


def _idle(terminal: Terminal) -> Figures:
    cpu, written = terminal.idle(_IDLE_SECONDS)
    return {"idle cpu": [cpu], "idle bytes": [written]}


def _list(terminal: Terminal, found: Figures) -> None:
    press_all(terminal, [screens.OPEN_LIST._replace(label="list")], found)
    for text in screens.SEARCHES:
        press_all(terminal, typed(text, "search"), found)
        press_all(terminal, screens.erase(text), {})
    press_all(terminal, [key("pagedown")] * 10, found)


def _intake(terminal: Terminal, found: Figures) -> None:
    press_all(terminal, [screens.OPEN_INTAKE._replace(label="intake"), *screens.CHOOSE], found)
    terminal.settle()
    press_all(terminal, [key("tab")] * 2, found)
    press_all(terminal, typed(screens.NAME), found)
    press_all(terminal, [*[key("tab")] * 8, *[key("shift+tab", label="tab")] * 8], found)
    press_all(terminal, screens.erase(screens.NAME), {})
