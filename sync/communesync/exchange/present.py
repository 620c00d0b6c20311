"""The bundles that lie in a folder: by name and label, each looked at once."""

from __future__ import annotations

import os
import re
from hashlib import file_digest
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Refused
from communesync.bundle.read import open_bundle
from communesync.bundle.write import SUFFIX
from communesync.exchange.bundles import NAME_DIGITS

if TYPE_CHECKING:
    from pathlib import Path

    from communesync.bundle.label import Label

MOST_BUNDLES: Final = 10_000
"""Bundles of one folder that are looked at."""

_NAME = re.compile(rf"([0-9a-f]{{{NAME_DIGITS}}}){re.escape(SUFFIX)}")


def bundles_in(folder: Path) -> list[Path]:
    """Every finished bundle in a folder, whatever its name, in the order of the names; OSError when it is gone."""
    # Only what is a file: whoever may write there could leave a pipe, which keeps its reader waiting for ever.
    with os.scandir(folder) as lying:
        names = [entry.name for entry in lying if entry.name.endswith(SUFFIX) and entry.is_file()]
    return [folder / name for name in sorted(names)[:MOST_BUNDLES] if not name.startswith(".")]


def named_digest(path: Path) -> str:
    """The beginning of the digest that a bundle's name claims; empty for a bundle that somebody renamed."""
    found = _NAME.fullmatch(path.name)
    return found[1] if found else ""


def is_intact(path: Path, digest: str) -> bool:
    """Whether the file's SHA-256 begins with this, which is not empty."""
    try:
        with path.open("rb") as file:
            return bool(digest) and file_digest(file, "sha256").hexdigest().startswith(digest)
    except OSError:
        return False


class Labels:
    """The labels of bundles, read once for each name: what a name stands for never changes.

    With `own`, bundles of files that lie in other folders are not read to their end for it: they are large.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._known: dict[Path, Label | None] = {}
        self._own = own

    def of(self, path: Path) -> Label | None:
        """What an intact bundle says of itself; None for one that is damaged or of another program."""
        if path not in self._known:
            label = _label(path)
            whole = label is not None and (label.kind == "rows" or self._own in {None, path.parent})
            self._known[path] = None if whole and not is_intact(path, named_digest(path)) else label
        return self._known[path]

    def forget_all_but(self, paths: set[Path]) -> None:
        """Keep only these."""
        for path in self._known.keys() - paths:
            del self._known[path]


def _label(path: Path) -> Label | None:
    try:
        return open_bundle(path).label
    except Refused:
        return None
