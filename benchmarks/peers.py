"""Well-known terminal apps, each in an environment of its own: what start, memory and keys cost elsewhere."""

from __future__ import annotations

import subprocess
import sys
import venv
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import floor
from benchmarks.bars import Figures, Line, Section, in_turn, middle, ratio, worst
from benchmarks.desk import press_all, started
from benchmarks.keyboard import Key, key, typed
from benchmarks.million import BUILD, say
from benchmarks.terminal import Terminal

FOLDER = Path("build/peers")


class Peer(NamedTuple):
    """One app: its package, what it is started with, the text that ends its start, keys to press."""

    name: str
    arguments: tuple[str, ...]
    ready: str
    keys: tuple[Key, ...]


PEERS = (
    Peer("posting", (), "Collection|Send", (*typed("example"), *[key("tab")] * 6)),
    Peer("harlequin", (), "Run Query|Data Catalog", (*typed("select one"), *[key("down")] * 4)),
    Peer("bagels", (), "Accounts|Insights", (*[key("tab")] * 8, *[key("down")] * 4)),
)


def measure(rounds: int) -> Section:
    """The floor and each peer that could be installed, in turn."""
    here = {peer.name: command for peer in PEERS if (command := _installed(peer)) is not None}
    sides = {"floor": partial(_run, Peer("floor", (), floor.READY, ()), [sys.executable, "-m", "benchmarks.floor"])}
    sides |= {peer.name: partial(_run, peer, here[peer.name]) for peer in PEERS if peer.name in here}
    in_turn(1, sides)
    found = in_turn(rounds, sides)
    low = found.pop("floor")
    lines = [line for name, figures in found.items() for line in _lines(name, figures, low)]
    lines += [Line(f"{peer.name}: not installed", None, "") for peer in PEERS if peer.name not in here]
    return Section("Peers, against the Textual floor", lines)


def _lines(name: str, figures: Figures, low: Figures) -> list[Line]:
    keys = [value for label in ("letter", "tab", "down") for value in figures.get(label, [])]
    return [
        Line(f"{name}: start, CPU", ratio(figures.get("start cpu", []), low["start cpu"]), "x"),
        Line(f"{name}: memory", ratio(figures.get("rss", []), low["rss"]), "x"),
        Line(f"{name}: a key, median", middle(keys), "ms"),
        Line(f"{name}: a key, p95", worst(keys), "ms"),
    ]


def _run(peer: Peer, command: list[str]) -> Figures:
    home = (BUILD / "peer-home").absolute()
    home.mkdir(parents=True, exist_ok=True)
    with Terminal(command, env={"HOME": str(home)}) as terminal:
        found = started(terminal, peer.ready)
        if found:
            terminal.settle()
            found["rss"] = [terminal.usage().rss]
            press_all(terminal, peer.keys, found)
        return found


def _installed(peer: Peer) -> list[str] | None:
    """The peer's command, its environment made if it is not there; None when it cannot be installed."""
    folder = FOLDER / peer.name
    command = folder / "bin" / peer.name
    if not command.exists():
        say(f"installing {peer.name} ...")
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--compile", _PACKAGES[peer.name]]
        if subprocess.run(pip, check=False).returncode:
            return None
    return [str(command.absolute()), *peer.arguments]


_PACKAGES = {"posting": "posting", "harlequin": "harlequin", "bagels": "bagels"}
