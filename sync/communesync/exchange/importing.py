"""Taking in many bundles that lie about: each on its own, what is wrong with one stops no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communesync.bundle.read import open_bundle
from communesync.bundle.stream import never, unwatched
from communesync.exchange import bundles
from communesync.exchange.bundles import Way
from communesync.exchange.inbox import TakenIn, take_in
from communesync.exchange.present import named_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from communedb.register import Register
    from communesync.bundle.stream import Watch

OF_ONE_BUNDLE: Final = frozenset(
    {
        Reason.BUNDLE_CHANGED, Reason.BUNDLE_CUT_SHORT, Reason.BUNDLE_NEWER, Reason.BUNDLE_NOT_A_BUNDLE,
        Reason.BUNDLE_NOT_FOR_US, Reason.BUNDLE_SENDER_UNKNOWN, Reason.BUNDLE_TOO_LARGE, Reason.FILE_UNREADABLE,
    }
)  # fmt: skip
"""Refusals that say something about one bundle and nothing about the others."""


@dataclass
class Imported:
    """What became of the bundles: taken in, refused with the name, and how many were for others or known already."""

    taken: list[TakenIn] = field(default_factory=list)
    refused: list[tuple[str, Refused]] = field(default_factory=list)
    for_others: int = 0
    known: int = 0

    @property
    def lines(self) -> int:
        """Lines that are new here."""
        return sum(taken.rows.lines for taken in self.taken)

    @property
    def is_news(self) -> bool:
        """Whether there is something here that was not before."""
        return any(taken.is_news for taken in self.taken)


def import_all(
    register: Register,
    paths: Iterable[Path],
    *,
    way: str = Way.FOLDER,
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
) -> Imported:
    """Take in every bundle that is new, rows before files, the oldest first; one of an unknown sender once more last.

    Refused: EXCHANGE_CANCELLED, READ_ONLY, EXCHANGE_FOLDER_MISSING (the stick was pulled), the faults of the disk.
    """
    done = Imported()
    new = [path for path in paths if not _is_known(register, path, done)]
    bar = _Bar(progress, new)
    unknown = []
    for path in in_order(new):
        if cancelled():
            raise Refused(Reason.EXCHANGE_CANCELLED)
        refusal = _try(register, path, done, way, bar.of(path), cancelled)
        if refusal is not None and refusal.reason is Reason.BUNDLE_SENDER_UNKNOWN:
            unknown.append((path, refusal))
        elif refusal is not None:
            done.refused.append((path.name, refusal))
    for path, told in unknown:
        # Its sender may be on the list that came with another.
        refusal = _try(register, path, done, way, bar.of(path), cancelled) if _listed(done) else told
        if refusal is not None:
            done.refused.append((path.name, refusal))
    return done


def _try(
    register: Register, path: Path, done: Imported, way: str, progress: Watch, cancelled: Callable[[], bool]
) -> Refused | None:
    """Take one bundle in; why not, if that concerns it alone."""
    try:
        taken = take_in(register, path, way=way, progress=progress, cancelled=cancelled)
    except OSError as fault:
        _require_there(path)
        return Refused(Reason.BUNDLE_CUT_SHORT, name=path.name, why=str(fault))
    except Refused as refusal:
        if refusal.reason not in OF_ONE_BUNDLE:
            raise
        _require_there(path)
        if refusal.reason is Reason.BUNDLE_NOT_FOR_US:
            done.for_others += 1
            return None
        return refusal
    if taken.known:
        done.known += 1
    else:
        done.taken.append(taken)
    return None


def _require_there(path: Path) -> None:
    if not path.parent.is_dir():
        raise Refused(Reason.EXCHANGE_FOLDER_MISSING, path=str(path.parent))


def _is_known(register: Register, path: Path, done: Imported) -> bool:
    digest = named_digest(path)
    known = bool(digest) and bundles.is_done(register.db, digest)
    done.known += known
    return known


def _listed(done: Imported) -> bool:
    return any(taken.rows.new_list for taken in done.taken)


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Bundles as they are best taken in: rows before files, in the order in which they were made."""
    return sorted(paths, key=_order)


def _order(path: Path) -> tuple[int, str, str]:
    """Its place; what cannot be read comes last."""
    try:
        label = open_bundle(path).label
    except Refused:
        return (2, "", path.name)
    return (label.kind != "rows", label.made_at, path.name)


class _Bar:
    """One bar for many bundles, in bytes."""

    def __init__(self, progress: Watch, paths: Iterable[Path]) -> None:
        self._progress = progress
        self._sizes = {path: _size(path) for path in paths}
        self._total = sum(self._sizes.values())
        self._done = 0

    def of(self, path: Path) -> Watch:
        """The part of one bundle."""
        before, size = self._done, self._sizes[path]
        self._done = min(self._done + size, self._total)

        def watch(done: int, total: int, /) -> None:
            self._progress(before + (done * size // total if total else 0), self._total)

        return watch


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
