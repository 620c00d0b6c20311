"""The mark of an installation: its last frozen segments, kept in the user's state folder, outside the register's.

A register that was restored from a backup, or copied to another machine or folder, does not fit its mark: what it would
write next has numbers that are somebody else's already. It then goes on as a new replica.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communedb.domain.refusal import Refused
from communedb.files.atomic import make_folder, write_atomically

if TYPE_CHECKING:
    from communedb.sqlite import Database

_VARIABLE = "COMMUNETUI_STATE"


def state_folder() -> Path:
    """Where this user's programs keep what belongs to this machine; `COMMUNETUI_STATE` names another place."""
    if chosen := os.environ.get(_VARIABLE):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "communetui"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "communetui"


def fits(db: Database, folder: Path, replica: str) -> bool:
    """Whether this register is the one that left the mark, with everything that it had frozen by then."""
    try:
        mark = json.loads(_path(replica).read_bytes())
        same_place = mark["machine"] == _machine() and mark["folder"] == _place(folder)
        frozen = mark["frozen"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return same_place and all(_is_here(db, replica, scope, digest) for scope, (_, digest) in frozen)


def leave(db: Database, folder: Path, replica: str) -> None:
    """Write the mark anew; where that cannot be done, the next start takes a new replica, and nothing else is lost."""
    frozen = {
        scope: (number, digest)
        for scope, number, digest in db.conn.execute(
            "SELECT scope, number, digest FROM journal_head WHERE chain = ?", (replica,)
        )
    }
    mark: dict[str, Any] = {"machine": _machine(), "folder": _place(folder), "frozen": frozen}
    try:
        make_folder(_path(replica).parent)
        write_atomically(_path(replica), json.dumps(mark).encode())
    except Refused:
        return


def _path(replica: str) -> Path:
    return state_folder() / "replicas" / f"{replica}.json"


def _place(folder: Path) -> str:
    return str(folder.resolve())


def _machine() -> str:
    """The machine as its system names it: a copied home folder is told by it."""
    try:
        number = Path("/etc/machine-id").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        number = ""
    return f"{platform.node()} {number}".strip()


def _is_here(db: Database, replica: str, scope: str, digest: str) -> bool:
    found = db.conn.execute(
        "SELECT 1 FROM journal_segment WHERE digest = ? AND replica = ? AND scope = ?", (digest, replica, scope)
    ).fetchone()
    return found is not None
