"""Stations that meet: everybody sends to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.exchange.town import send

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communedb.register import Register


def everywhere(registers: Sequence[Register], folder: Path) -> None:
    """Twice, so that everybody has everything."""
    for _ in range(2):
        for source in registers:
            for target in registers:
                if source is not target:
                    send(source, target, folder)
