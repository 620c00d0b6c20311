"""How much of what was written here nobody else is known to have: what Home and the end of the day tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.sqlite import Database
    from communesync.exchange.statement import Statement


def unsent_lines(db: Database, heard: Mapping[str, Statement] | None = None) -> int | None:
    """Lines that are unsent; None for a station that is alone. Loads nothing of the exchange for such a one.

    `heard` is what others said over the shared folder since.
    """
    if db.conn.execute("SELECT 1 FROM key_list LIMIT 1").fetchone() is None:
        return None
    from communesync.exchange.peers import peers
    from communesync.exchange.status import unsent
    from communesync.keys.keyring import Keyring

    keyring = Keyring.load(db)
    return unsent(db, keyring, heard or {}).lines if peers(keyring) else None
