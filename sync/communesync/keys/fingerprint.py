"""The fingerprint of a station's keys: forty digits that two people compare by telephone or on paper.

Digits, because they are read aloud alike everywhere in the country, typed on any number pad, and sent by a scanner
without an input method changing them; letters are none of that. Forty of them are 132 bits.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

DIGITS: Final = 40
_GROUP: Final = 5
_CONTEXT: Final = "communetui fingerprint 1"
QR_START: Final = "communetui:enrol:"


def fingerprint(key: str, recipient: str) -> str:
    """Eight groups of five digits that stand for the public signing key and the recipient together."""
    digest = sha256("\n".join((_CONTEXT, key, recipient)).encode()).digest()
    digits = f"{int.from_bytes(digest, 'big') % 10**DIGITS:0{DIGITS}d}"
    return " ".join(digits[at : at + _GROUP] for at in range(0, DIGITS, _GROUP))


def qr_text(key: str, recipient: str) -> str:
    """What the QR beside a printed fingerprint holds: `communetui:enrol:` and the digits."""
    return QR_START + fingerprint(key, recipient).replace(" ", "")


def is_same(typed: str, key: str, recipient: str) -> bool:
    """Whether what was typed or scanned is this fingerprint; spaces, dashes and the QR's beginning do not count."""
    digits = "".join(c for c in typed[-400:].rpartition(":")[2] if c.isascii() and c.isdigit())
    return digits == fingerprint(key, recipient).replace(" ", "")
