"""Founding a register in a process that ends, as by a power cut, right before one of its steps."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from communedb import founding
from communedb.cradle import Cradle
from communedb.keys import KeyFile, Strength

STEPS = {
    "shape": (founding, "migrate"),
    "rows": (founding, "_fill"),
    "recovery": (founding, "save_recovery"),
    "keys": (KeyFile, "save"),
    "name": (Cradle, "finish"),
}


def found(folder: Path, passphrase: str) -> str:
    """The first officer's key."""
    return founding.found(
        folder, unit="19867", station=1, officer="Trần Thị Bình", passphrase=passphrase,
        strength=Strength(memory_kib=8, passes=1), now=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
    ).officer  # fmt: skip


def main(folder: str, passphrase: str, step: str) -> None:
    where, name = STEPS[step]
    setattr(where, name, lambda *_: os._exit(9))
    found(Path(folder), passphrase)


if __name__ == "__main__":
    main(*sys.argv[1:])
