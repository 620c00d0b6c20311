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
from communedb.desk.drafts import discard_draft
from communedb.stores.drafts import DraftForm, read_drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.million import Made

_IDLE_SECONDS = 8.0

WHOLE = ", to the last byte"
"""Ends the name of a figure that counts a key's later paints too: suggestions, a due date, a total."""


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


def _begin_anew(made: Made) -> None:
    """What was measured before ended as by a power cut: the app would open its half-filled form instead of Home."""
    with made.open() as register:
        for draft in read_drafts(register.db, register.officer.id, DraftForm.INTAKE):
            register.write(discard_draft, draft.id)
        register.write(lambda tx: tx.db.conn.execute("DELETE FROM desk_place"))


def sections(low: Figures, small: Figures, large: Figures, dossiers: int) -> list[Section]:
    """The figures as lines with their bars."""
    return [_start(low, large, dossiers), _keys(low, small, large, dossiers), _quiet(low, large)]


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


def _keys(low: Figures, small: Figures, large: Figures, dossiers: int) -> Section:
    def all_of(name: str) -> list[float]:
        return large.get(name + WHOLE, [])

    letters = [value for field in ("procedure", "name", "address") for value in large.get(field, [])]
    tab, plain = all_of("tab"), all_of("address")
    return Section(
        f"Keys and lists on the screen, {dossiers:,} dossiers",
        [
            Line("opening the list, against a thousand dossiers", ratio(large.get("list", []), small.get("list", [])),
                 "x", 1.3),
            Line("opening the list", middle(large.get("list", [])), "ms"),
            Line("a letter in the intake form, on the screen, p95", worst(letters), "ms", 40),
            Line("a letter of an address, to its last byte, p95", worst(plain), "ms", 40),
            Line("a letter of a procedure and its suggestions, p95", worst(all_of("procedure")), "ms", 40),
            Line("a letter of a name and its suggestions, p95", worst(all_of("name")), "ms"),
            Line("Tab in the intake form, to its last byte, p95", worst(tab), "ms", 40),
            Line("Tab against a letter of a name, medians", ratio(tab, all_of("name")), "x", 1),
            Line("Tab against a letter of an address, medians", ratio(tab, plain), "x"),
            Line("a letter of a search and its rows, p95", worst(all_of("search")), "ms"),
            Line("Page Down in the list, p95", worst(all_of("pagedown")), "ms"),
            Line("a key in the floor's table, p95", worst(low.get("down", [])), "ms"),
        ],
    )  # fmt: skip


def _quiet(low: Figures, large: Figures) -> Section:
    return Section(
        "Nobody presses a key",
        [
            Line(
                "bytes written to the terminal, at most", max(large.get("idle bytes", []), default=None), "bytes/s", 0
            ),
            Line("CPU", middle(large.get("idle cpu", [])), "%", max(low["idle cpu"], default=None)),
            Line("CPU of the floor", middle(low["idle cpu"]), "%"),
        ],
    )


def _floor() -> Figures:
    with Terminal([sys.executable, "-m", "benchmarks.floor"]) as terminal:
        found = started(terminal, floor.READY) | _memory(terminal) | _idle(terminal)
        press_all(terminal, [key("down")] * 30, found)
        return found


def _desk(made: Made) -> Figures:
    _begin_anew(made)
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
    """Press keys one by one; the milliseconds of each go to its label, and to that with `WHOLE`."""
    for pressed in keys:
        painted = terminal.press(pressed)
        if painted is not None:
            found.setdefault(pressed.label, []).append(painted.shown * 1_000)
            found.setdefault(pressed.label + WHOLE, []).append(painted.done * 1_000)


def _unlock(terminal: Terminal, found: Figures) -> bool:
    terminal.settle()
    press_all(terminal, typed(PASSPHRASE, "passphrase"), {})
    press_all(terminal, [key("enter", screens.HOME, "unlock")], found)
    return "unlock" in found and terminal.wait_for(screens.HOME_READ) is not None


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
    name, address = screens.written_in("name"), screens.written_in("address")
    press_all(terminal, [key("tab")] * 2, found)
    press_all(terminal, name, found)
    press_all(terminal, [key("tab")] * 5, found)
    press_all(terminal, address, found)
    press_all(terminal, [*[key("tab")] * 3, *[key("shift+tab", label="tab")] * 8], found)
    press_all(terminal, screens.erase(screens.NAME), {})
    press_all(terminal, [key("tab")] * 5, {})
    press_all(terminal, screens.erase(screens.NAME), {})
