"""Public keys as points: those of low order, with which everybody could sign or read, are no keys."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import nacl.bindings
import nacl.exceptions

from communedb.files.age import is_recipient

_HEX: Final = re.compile("[0-9a-f]{64}")
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_ANY_SECRET: Final = b"\x11" * 32
_KEPT: Final = 4096
"""Keys whose check is remembered: a list is read at every exchange and hardly ever changes."""


@lru_cache(_KEPT)
def is_signing_key(text: str) -> bool:
    """Whether this is an Ed25519 public key in lower-case hexadecimal, of the prime-order group."""
    return _HEX.fullmatch(text) is not None and nacl.bindings.crypto_core_ed25519_is_valid_point(bytes.fromhex(text))


@lru_cache(_KEPT)
def is_recipient_key(text: str) -> bool:
    """Whether this is an age X25519 recipient in its one spelling, and not a point of low order."""
    if not is_recipient(text):
        return False
    try:
        # Multiplied by any secret, a point of low order gives zero, which the library refuses.
        nacl.bindings.crypto_scalarmult(_ANY_SECRET, _point(text))
    except nacl.exceptions.RuntimeError:
        return False
    return True


def _point(recipient: str) -> bytes:
    """The 32 bytes in a recipient whose checksum is right: five bits a character after the `1` (BIP 173)."""
    data = recipient.rpartition("1")[2][:-6]
    number = 0
    for character in data:
        number = number << 5 | _BECH32.index(character)
    return (number >> (5 * len(data) - 256)).to_bytes(32, "big")
