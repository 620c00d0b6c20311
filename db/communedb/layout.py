"""Where things lie in a register's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

DATABASE: Final = "register.db"
ATTACHMENTS: Final = "attachments"
PRINTS: Final = "prints"
RECOVERY: Final = "recovery-key.txt"
APP_LOCK: Final = "app.lock"


def database(folder: Path) -> Path:
    """The encrypted database."""
    return folder / DATABASE


def attachments(folder: Path) -> Path:
    """The folder of encrypted attachments."""
    return folder / ATTACHMENTS


def prints(folder: Path) -> Path:
    """The folder of forms that were saved as PDF."""
    return folder / PRINTS


def recovery(folder: Path) -> Path:
    """Where the recovery key is saved once, to be printed and moved away."""
    return folder / RECOVERY


def app_lock(folder: Path) -> Path:
    """The file that the one interactive app of a register holds locked."""
    return folder / APP_LOCK
