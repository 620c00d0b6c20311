"""Officers come, change roles and leave; each opens the register with a key slot of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.keys import STANDARD, DataKey, KeyFile, Strength
from communedb.stores.officers import read_officer, read_officers, roles_text
from communedb.transaction import new_id

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.transaction import Write

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


def add_officer(
    tx: Write,
    folder: Path,
    data_key: DataKey,
    *,
    name: str,
    roles: frozenset[Role],
    passphrase: str,
    strength: Strength = STANDARD,
) -> str:
    """Add an officer with a first passphrase and return the key.

    The slot is written inside the transaction: if either fails, no officer is left without a key.
    """
    tx.require(_ADMINISTRATOR)
    label = clean(name, 120)
    if not label:
        raise Refused(Reason.OFFICER_NAME_MISSING)
    if not roles:
        raise Refused(Reason.ROLES_MISSING)
    key = new_id()
    tx.insert("officer", {"id": key, "scope": tx.scope, "name": label, "roles": roles_text(roles), "active": 1})
    keys = KeyFile.load(folder)
    keys.add((key, label), passphrase, data_key, strength)
    keys.save()
    return key


def change_officer(tx: Write, folder: Path, officer: str, *, name: str, roles: frozenset[Role]) -> None:
    """Change an officer's name or roles; the last administrator stays one."""
    tx.require(_ADMINISTRATOR)
    label = clean(name, 120)
    if not label:
        raise Refused(Reason.OFFICER_NAME_MISSING)
    if not roles:
        raise Refused(Reason.ROLES_MISSING)
    known = read_officer(tx.db, officer)
    if Role.ADMINISTRATOR not in roles:
        _keep_an_administrator(tx, officer)
    tx.update("officer", officer, {"name": label, "roles": roles_text(roles)})
    if label != known.name:
        keys = KeyFile.load(folder)
        keys.rename(officer, label)
        keys.save()


def disable_officer(tx: Write, folder: Path, officer: str) -> None:
    """Take an officer's key away; the name stays with everything that the officer did."""
    tx.require(_ADMINISTRATOR)
    read_officer(tx.db, officer)
    _keep_an_administrator(tx, officer)
    tx.update("officer", officer, {"active": 0})
    keys = KeyFile.load(folder)
    keys.disable(officer)
    keys.save()


def reset_passphrase(
    tx: Write, folder: Path, data_key: DataKey, officer: str, passphrase: str, strength: Strength = STANDARD
) -> None:
    """Give an officer who forgot the passphrase, or is back, a new one."""
    tx.require(_ADMINISTRATOR)
    known = read_officer(tx.db, officer)
    if not known.active:
        tx.update("officer", officer, {"active": 1})
    keys = KeyFile.load(folder)
    keys.reset_passphrase(officer, passphrase, data_key, strength)
    keys.save()


def change_own_passphrase(folder: Path, officer: str, old: str, new: str, strength: Strength = STANDARD) -> None:
    """Change one's own passphrase, knowing the old one; nothing of it is in the register. Refused: WRONG_PASSPHRASE."""
    keys = KeyFile.load(folder)
    keys.change_passphrase(officer, old, new, strength)
    keys.save()


def require_an_administrator(tx: Write) -> None:
    """Refuse what has left the office without anybody who may change it. Refused: LAST_ADMINISTRATOR."""
    _keep_an_administrator(tx, "")


def _keep_an_administrator(tx: Write, leaving: str) -> None:
    others = [o for o in read_officers(tx.db) if Role.ADMINISTRATOR in o.roles and o.id != leaving]
    if not others:
        raise Refused(Reason.LAST_ADMINISTRATOR)
