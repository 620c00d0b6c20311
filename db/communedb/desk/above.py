"""What a hub writes for its communes: in the scope that all of them read, or in that of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.journal import pen
from communedb.reference.units import is_province

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.transaction import Write


def open_scopes(tx: Write, scopes: Iterable[str]) -> None:
    """Let this hub write in the scopes of its communes from the next transaction on. Refused: ONLY_A_HUB."""
    require_hub(tx)
    for scope in scopes:
        pen.add_scope(tx.db, tx.by.replica, scope)
        # What the commune has sent before is what the hub has been shown when it writes there.
        pen.show(tx.db, scope)


def for_unit(tx: Write, unit: str) -> Write:
    """The same transaction, in which what is written belongs to a commune: `tx.scope` is its scope.

    The scope has to be open, see `open_scopes`. Refused: ONLY_A_HUB.
    """
    require_hub(tx)
    return replace(tx, by=replace(tx.by, unit=unit))


def require_hub(tx: Write) -> None:
    """Refused as ONLY_A_HUB at a commune's station: the others would not take in what it wrote there."""
    if not is_province(tx.by.unit):
        raise Refused(Reason.ONLY_A_HUB)
