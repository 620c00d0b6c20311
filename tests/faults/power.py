"""A disk that loses power: what a recorded process did to its files, cut off at any moment.

What was synced is on the disk. Of what was not, a cut keeps all, nothing, or any of its sectors; names (new, renamed,
removed files) become durable in their order, at the latest when the folder is synced.
"""

from __future__ import annotations

import os
import struct
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

SECTOR = 512
_NUMBERS = struct.Struct("=qqq")
_SHARED_MEMORY = "-shm"
"""Such a file is memory shared between processes; SQLite makes it anew after a cut."""


class Record(NamedTuple):
    """One thing that the process did: c(reate), w(rite), s(ync), t(runcate), u(nlink), r(ename)."""

    what: str
    name: str
    offset: int
    data: bytes


def build_recorder(folder: Path) -> Path:
    library = folder / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    command = ["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-o", str(library), str(source), "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return library


def record(library: Path, folder: Path, log: Path, command: list[str]) -> list[Record]:
    """Run a command with its writes to `folder` recorded."""
    environment = {**os.environ, "LD_PRELOAD": str(library), "RECORD_FOLDER": str(folder), "RECORD_LOG": str(log)}
    subprocess.run(command, check=True, env=environment)
    return list(_read(log.read_bytes(), folder))


def _read(log: bytes, folder: Path) -> Iterator[Record]:
    place = 0
    while place < len(log):
        what = chr(log[place])
        path_length, offset, length = _NUMBERS.unpack_from(log, place + 1)
        start = place + 1 + _NUMBERS.size
        path = log[start : start + path_length].decode()
        place = start + path_length + length
        if not path.endswith((_SHARED_MEMORY, " (deleted)")):
            yield Record(what, os.path.relpath(path, folder), offset, log[start + path_length : place])


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Writes (offset, data) and truncations (length, None) since the last sync."""


class Disk:
    """Files by name, what of them is durable and what is not yet."""

    def __init__(self, start: dict[str, bytes]) -> None:
        self._seen = {name: _File(bytearray(content)) for name, content in start.items()}
        self._named = dict(self._seen)
        self._renamings: list[tuple[str, _File | None]] = []

    def apply(self, record: Record) -> None:
        match record.what:
            case "c":
                self._name(record.name, _File())
            case "u":
                self._name(record.name, None)
            case "r":
                file = self._seen[record.name]
                self._name(os.path.basename(record.data.decode()), file)  # noqa: PTH119 - one folder, plain names
                self._name(record.name, None)
            case "s" if record.name == ".":
                self._keep_names(self._named, len(self._renamings))
                self._renamings.clear()
            case "s":
                file = self._seen[record.name]
                _keep(file.durable, file.pending)
                file.pending.clear()
            case "w":
                self._seen[record.name].pending.append((record.offset, record.data))
            case "t":
                self._seen[record.name].pending.append((record.offset, None))

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files that somebody finds who switches the power on again."""
        named = dict(self._named)
        self._keep_names(named, chance.randint(0, len(self._renamings)))
        found = {}
        for name, file in named.items():
            content = bytearray(file.durable)
            match chance.choice(["lost", "kept", "torn"]):
                case "kept":
                    _keep(content, file.pending)
                case "torn":
                    _keep(content, [piece for piece in _sectors(file.pending) if chance.random() < 0.5])
            found[name] = bytes(content)
        return found

    def _name(self, name: str, file: _File | None) -> None:
        if file is None:
            del self._seen[name]
        else:
            self._seen[name] = file
        self._renamings.append((name, file))

    def _keep_names(self, named: dict[str, _File], most: int) -> None:
        for name, file in self._renamings[:most]:
            if file is None:
                named.pop(name, None)
            else:
                named[name] = file


def _keep(content: bytearray, changes: list[tuple[int, bytes | None]]) -> None:
    for place, data in changes:
        if data is None:
            del content[place:]
            content.extend(bytes(place - len(content)))
            continue
        content.extend(bytes(max(0, place - len(content))))
        content[place : place + len(data)] = data


def _sectors(changes: list[tuple[int, bytes | None]]) -> Iterator[tuple[int, bytes | None]]:
    for place, data in changes:
        if data is None:
            yield place, None
            continue
        start = 0
        while start < len(data):
            end = start + SECTOR - (place + start) % SECTOR
            yield place + start, data[start:end]
            start = end
