"""A stick, or any folder that is carried: what lies there is taken in, what others lack is written and read back."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.refusal import Reason, Refused
from communedb.files.alone import alone
from communedb.files.atomic import PART_SUFFIX
from communedb.stores import station_keys
from communesync.bundle.stream import never, unwatched
from communesync.exchange import bundles
from communesync.exchange.importing import Imported, import_all
from communesync.exchange.key_file import leave_keys, take_keys
from communesync.exchange.outbox import Sending, export
from communesync.exchange.peers import audience, peers, unit_of
from communesync.exchange.plan import planned
from communesync.exchange.present import Labels, bundles_in, named_digest
from communesync.exchange.readback import let_others_read, read_back
from communesync.exchange.wanted import look_again
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from communedb.register import Register
    from communesync.bundle.label import Label
    from communesync.bundle.stream import Watch
    from communesync.bundle.write import Written
    from communesync.exchange.plan import Plan
    from communesync.keys.members import Member

_LOCK: Final = "exchange.lock"
_PART = re.compile(rf"\.[0-9a-f]{{16}}{re.escape(PART_SUFFIX)}")
_LEFT_ALONE: Final = 3_600
"""Seconds after which an unfinished file is nobody's any more."""


@dataclass
class ByStick:
    """What was brought and what was written; once there is one, everything on the stick was read back from it."""

    imported: Imported = field(default_factory=Imported)
    written: list[Written] = field(default_factory=list)
    removed: int = 0


def by_stick(
    register: Register,
    folder: Path,
    *,
    rows_only: bool = False,
    documents_for: Callable[[Member], Mapping[str, Any]] | None = None,
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
) -> ByStick:
    """Both ways by a stick: whatever moment it is pulled at, here and there everything is as it was or as it will be.

    When it returns, the stick may be removed. A hub answers those whose bundles lie there, each with the documents that
    `documents_for` gives it. Refused: EXCHANGE_FOLDER_MISSING, EXCHANGE_UNDERWAY, EXCHANGE_CANCELLED,
    EXCHANGE_NOT_READ_BACK, NOBODY_TO_SEND_TO, READ_ONLY, NOT_ENROLLED, and those of writing.
    """
    with exchanging(register):
        if register.renewed:
            look_again(register)
        done = ByStick(import_folder(register, folder, progress=progress, cancelled=cancelled))
        for peer in _addressed(register, folder):
            documents = documents_for(peer) if documents_for and peer else None
            how = Sending(rows_only=rows_only, announce=True, documents=documents)
            written, removed = export_folder(
                register, folder, peer, how, progress=progress, cancelled=cancelled, keep=done.written
            )
            done.written += written
            done.removed += removed
        return done


def _addressed(register: Register, folder: Path) -> Sequence[Member | None]:
    """For whom a stick is written: all peers of a station at once; a hub tells each that has sent what it may know."""
    keyring = Keyring.load(register.db)
    if unit_of(keyring) is not None:
        return [None]
    labels = Labels()
    senders = {label.sender.key for path in _there(folder) if (label := labels.of(path)) is not None}
    return [member for member in peers(keyring) if member.key in senders] or [None]


def exchanging(register: Register) -> AbstractContextManager[None]:
    """One exchange of a register at a time, whichever program began it. Refused: EXCHANGE_UNDERWAY."""
    return alone(register.folder / _LOCK, Reason.EXCHANGE_UNDERWAY)


def import_folder(
    register: Register, folder: Path, *, progress: Watch = unwatched, cancelled: Callable[[], bool] = never
) -> Imported:
    """Take in every bundle of a folder that is new, in whatever order they were made.

    Refused: EXCHANGE_FOLDER_MISSING, and as `import_all`.
    """
    found = _there(folder)
    take_keys(register, folder, bundles.Way.FOLDER)
    return import_all(register, found, progress=progress, cancelled=cancelled)


def export_folder(
    register: Register,
    folder: Path,
    peer: Member | None,
    how: Sending,
    *,
    progress: Watch = unwatched,
    cancelled: Callable[[], bool] = never,
    keep: Sequence[Written] = (),
) -> tuple[list[Written], int]:
    """Write what a peer, or any peer, lacks and the folder does not hold yet, and read it back.

    Own bundles that nobody waits for any more are removed, but not those to `keep`: the second answer is how many.
    Refused: as `by_stick`.
    """
    found = _there(folder)
    _sweep(folder)
    keyring, labels = Keyring.load(register.db), Labels()
    # What all others lack, whatever lies here: a bundle of ours that holds none of it has served.
    lacking = planned(register, peers(keyring))
    intact = {path: label for path in found if (label := labels.of(path)) is not None}
    how = replace(how, there=segments_there(keyring, intact.values()), parts_there=parts_there(register, intact))
    written = export(register, peer, folder, how, progress=progress, cancelled=cancelled)
    for one in written:
        read_back(one)
        let_others_read(one.path)
    leave_keys(register, keyring, folder)
    kept = {one.path for one in keep}
    return written, remove_served(register, {p: label for p, label in intact.items() if p not in kept}, lacking)


def segments_there(keyring: Keyring, labels: Iterable[Label]) -> set[str]:
    """The segments in these bundles, as far as everybody who may read them can open them."""
    unit = unit_of(keyring)
    found: set[str] = set()
    for label in labels:
        readers = audience(keyring, {extent.scope for extent in label.segments}, unit)
        if set(readers.keys) <= set(label.to):
            found.update(extent.digest for extent in label.segments)
    return found


def parts_there(register: Register, intact: Iterable[Path]) -> dict[str, list[tuple[int, int]]]:
    """The parts of files in the bundles that were written here."""
    found: dict[str, list[tuple[int, int]]] = {}
    for path in intact:
        for digest, begin, end in bundles.parts_of(register.db, named_digest(path)) or ():
            found.setdefault(digest, []).append((begin, end))
    return found


def remove_served(register: Register, intact: dict[Path, Label], lacking: Plan) -> int:
    """Remove own bundles of earlier times that hold nothing that anybody lacks, by what each said last."""
    wanted = {ref.digest for ref in lacking.refs} | {file.digest for file in lacking.files}
    own = {key.signer.public for key in station_keys.own(register.db)}
    removed = 0
    for path, label in intact.items():
        if label.sender.key in own and not wanted & _content(register, path, label):
            # Somebody who still reads it keeps it from going on some systems: then it goes next time.
            with suppress(OSError):
                path.unlink()
                removed += 1
    return removed


def _content(register: Register, path: Path, label: Label) -> set[str]:
    """Digests of the segments or files in a bundle of our own."""
    if label.kind == "rows":
        return {extent.digest for extent in label.segments}
    return {digest for digest, _, _ in bundles.parts_of(register.db, named_digest(path)) or ()}


def _there(folder: Path) -> list[Path]:
    """The bundles in the folder. Refused: EXCHANGE_FOLDER_MISSING."""
    try:
        return bundles_in(folder)
    except OSError as fault:
        raise Refused(Reason.EXCHANGE_FOLDER_MISSING, path=str(folder)) from fault


def _sweep(folder: Path) -> None:
    """Remove what a stick pulled while it was written to has kept of it."""
    oldest = time.time() - _LEFT_ALONE
    for path in folder.iterdir():
        if _PART.fullmatch(path.name) and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
