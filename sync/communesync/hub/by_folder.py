"""The hub's answers on a stick: for each station a folder of its own, read back before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import make_folder
from communesync.exchange.folder import export_folder
from communesync.exchange.outbox import Sending
from communesync.hub.answers import documents_for
from communesync.keys.keyring import Keyring
from communesync.keys.members import Role

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register


class Answered(NamedTuple):
    """A station that was answered: unit, number, its folder, bundles and bytes."""

    unit: str
    station: int
    folder: Path
    bundles: int
    bytes: int


def answer_all(register: Register, folder: Path, *, unit: str | None = None, rows_only: bool = False) -> list[Answered]:
    """Write the answers for all stations, or those of a unit, from what each said last.

    Refused: EXCHANGE_FOLDER_MISSING, EXCHANGE_NOT_READ_BACK, and those of writing.
    """
    if not folder.is_dir():
        raise Refused(Reason.EXCHANGE_FOLDER_MISSING, path=str(folder))
    done: list[Answered] = []
    for member in Keyring.load(register.db).members:
        if member.role is not Role.STATION or member.revoked or unit not in {None, member.unit}:
            continue
        own = folder / f"{member.unit}-{member.station:02d}"
        make_folder(own)
        how = Sending(rows_only=rows_only, announce=True, documents=documents_for(register, member))
        written, _ = export_folder(register, own, member, how)
        done.append(Answered(member.unit, member.station, own, len(written), sum(one.size for one in written)))
    return done
