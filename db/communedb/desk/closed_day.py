"""Noting that citizens were told of something that concerns many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import act
from communedb.domain.act import Act
from communedb.domain.batch import CLOSED_DAY
from communedb.domain.event import EventKind
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.transaction import Write


def note_told(tx: Write, told: Mapping[str, str]) -> int:
    """Note in each dossier (key) what its citizen was told (text), all or none; how many. Refused as `act`."""
    batch = f"{CLOSED_DAY}:{new_id()}"
    for dossier, text in told.items():
        act(tx, dossier, Act(kind=EventKind.NOTED, text=text, batch=batch))
    return len(told)
