"""Well-known terminal apps, each in an environment of its own: what start, memory and keys cost elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import floor
from benchmarks.bars import Figures, Line, Section, in_turn, middle, ratio, worst
from benchmarks.desk import WHOLE, press_all, started
from benchmarks.keyboard import Key, key, typed
from benchmarks.million import BUILD, say
from benchmarks.terminal import Terminal

FOLDER = Path("build/peers")


class Peer(NamedTuple):
    """One app: its name, the text that ends its start, keys to press, what to install, the Python that it needs."""

    name: str
    ready: str
    keys: tuple[Key, ...]
    packages: tuple[str, ...]
    python: str = ""


PEERS = (
    # Its own release of Textual crashes with newer ones of tree-sitter.
    Peer("posting", "Collection is empty", (*typed("example"), *[key("tab")] * 6), ("posting", "tree-sitter<0.26")),
    Peer("harlequin", "Data Catalog", (*typed("select one"), *[key("down")] * 4), ("harlequin",)),
    Peer("bagels", "Welcome to Bagels", (*[key("tab")] * 8, *[key("down")] * 4), ("bagels",), "3.13"),
)


def measure(rounds: int) -> Section:
    """The floor and each peer that could be installed, in turn."""
    here = {peer.name: command for peer in PEERS if (command := _installed(peer)) is not None}
    least = Peer("floor", floor.READY, (), ())
    sides = {"floor": partial(_run, least, [sys.executable, "-m", "benchmarks.floor"])}
    sides |= {peer.name: partial(_run, peer, here[peer.name]) for peer in PEERS if peer.name in here}
    in_turn(1, sides)
    found = in_turn(rounds, sides)
    low = found.pop("floor")
    lines = [line for name, figures in found.items() for line in _lines(name, figures, low)]
    lines += [Line(f"{peer.name}: {_why_not(peer)}", None, "") for peer in PEERS if peer.name not in here]
    return Section("Peers, against the Textual floor", lines)


def _lines(name: str, figures: Figures, low: Figures) -> list[Line]:
    keys = [value for label in ("letter", "tab", "down") for value in figures.get(label + WHOLE, [])]
    return [
        Line(f"{name}: start, CPU", ratio(figures.get("start cpu", []), low["start cpu"]), "x"),
        Line(f"{name}: memory", ratio(figures.get("rss", []), low["rss"]), "x"),
        Line(f"{name}: a key, to its last byte, median", middle(keys), "ms"),
        Line(f"{name}: the same, p95", worst(keys), "ms"),
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
    folder = (FOLDER / peer.name).absolute()
    done = folder / "installed"
    if not done.exists():
        python = _python(peer.python)
        if python is None:
            return None
        say(f"installing {peer.name} ...")
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-qq", "--compile", *peer.packages]
        for step in ([python, "-m", "venv", "--clear", str(folder)], pip):
            if subprocess.run(step, check=False).returncode:
                return None
        done.touch()
    return [str(folder / "bin" / peer.name)]


def _python(version: str) -> str | None:
    """A Python of this version, `""` for the one that runs: on the path, or beside it as pyenv and uv keep theirs."""
    if not version:
        return sys.executable
    beside = Path(sys.base_prefix).parent.glob(f"*{version}*/bin/python{version}")
    for found in (shutil.which(f"python{version}"), *map(str, beside)):
        if found and not subprocess.run([found, "--version"], check=False, capture_output=True).returncode:
            return found
    return None


def _why_not(peer: Peer) -> str:
    return f"needs Python {peer.python}" if _python(peer.python) is None else "could not be installed"
