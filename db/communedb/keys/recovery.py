"""The way back in when passphrases are lost: an age key on paper, and the recipients of the province's escrow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import AgeFailed, Identity, decrypt, encrypt
from communedb.files.atomic import write_atomically
from communedb.keys.content import STANDARD, Recovery, Strength
from communedb.keys.secret import KEY_BYTES, DataKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communedb.keys.keyfile import KeyFile

# Bech32 after the separator: 52 characters of data and 6 of checksum, of the 32 that bech32 uses (BIP 173).
_SECRET = re.compile("AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}")


def new_recovery(data_key: DataKey, escrow: Sequence[str]) -> tuple[str, Recovery]:
    """The text of a new recovery key, and the data key sealed to it and to `escrow`. Refused: RECIPIENT_UNREADABLE."""
    identity = Identity.generate()
    recipients = (identity.recipient, *(text.strip() for text in escrow))
    return identity.secret_text, Recovery(recipients, encrypt(data_key.raw, recipients))


def save_recovery(path: Path, text: str) -> None:
    """Write the recovery text for its owner only, durably, once.

    Refused: RECOVERY_FILE_EXISTS (never overwritten: it may be another register's only key), DISK_FULL,
    FOLDER_READ_ONLY, WRITE_FAILED.
    """
    if path.exists():
        raise Refused(Reason.RECOVERY_FILE_EXISTS, path=str(path))
    write_atomically(path, text.encode())


def recover(
    keyfile: KeyFile, recovery_text: str, officer_id: str, new_passphrase: str, strength: Strength = STANDARD
) -> DataKey:
    """Give an officer of the file, disabled or not, a new slot by the recovery key; the caller saves.

    `recovery_text` may be the whole printed page, in blocks, over several lines, in any case. Refused:
    RECOVERY_KEY_UNREADABLE (mistyped), RECOVERY_KEY_WRONG (another register's), UNKNOWN_OFFICER, and as `KeyFile.add`.
    """
    try:
        identity = Identity(_secret(recovery_text))
    except AgeFailed as fault:
        raise Refused(Reason.RECOVERY_KEY_UNREADABLE) from fault
    try:
        secret = decrypt(keyfile.recovery.sealed, identity)
    except AgeFailed as fault:
        raise Refused(Reason.RECOVERY_KEY_WRONG) from fault
    data_key = DataKey(secret) if len(secret) == KEY_BYTES else None
    if data_key is None or not keyfile.fits(data_key):
        raise Refused(Reason.RECOVERY_KEY_WRONG)
    keyfile.reset_passphrase(officer_id, new_passphrase, data_key, strength)
    return data_key


def _secret(text: str) -> str:
    found = _SECRET.search("".join(text.split()).upper())
    if found is None:
        raise Refused(Reason.RECOVERY_KEY_UNREADABLE)
    return found[0]
