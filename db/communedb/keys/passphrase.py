"""What counts as the same passphrase, and as long enough."""

from __future__ import annotations

import unicodedata
from typing import Final

from communedb.domain.refusal import Reason, Refused

SHORTEST: Final = 8
"""Characters a new passphrase has at least, spaces at its ends not counted."""

LONGEST: Final = 1_024
"""Characters of the longest passphrase, composed or not: a pasted document is none."""


def prepared(passphrase: str) -> bytes:
    """The bytes that the key is derived from, the same for every input method.

    As the OpaqueString profile of RFC 8265: canonical composition (NFC) and every kind of space as U+0020; case,
    width and spaces count; no control characters. Refused: PASSPHRASE_UNUSABLE.
    """
    if len(passphrase) > LONGEST:
        raise Refused(Reason.PASSPHRASE_UNUSABLE, longest=LONGEST)
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in passphrase)
    composed = unicodedata.normalize("NFC", spaced)
    if any(unicodedata.category(c) in {"Cc", "Cs"} for c in composed):
        raise Refused(Reason.PASSPHRASE_UNUSABLE, longest=LONGEST)
    return composed.encode()


def prepared_new(passphrase: str) -> bytes:
    """The same for a passphrase that is being chosen. Refused: PASSPHRASE_TOO_SHORT too."""
    ready = prepared(passphrase)
    if len(ready.decode().strip()) < SHORTEST:
        raise Refused(Reason.PASSPHRASE_TOO_SHORT, shortest=SHORTEST)
    return ready
