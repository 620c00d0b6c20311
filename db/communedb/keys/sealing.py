"""The cryptography of a slot: Argon2id, then XChaCha20-Poly1305. Imported only when a passphrase has been typed."""

from __future__ import annotations

import nacl.exceptions
import nacl.pwhash.argon2id
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.secret import Aead
from nacl.utils import random

from communedb.domain.refusal import Reason, Refused
from communedb.keys.content import FORMAT, Strength, Wrapped
from communedb.keys.secret import KEY_BYTES, DataKey


def new_data_key() -> DataKey:
    """A key from the system's random source."""
    return DataKey(random(KEY_BYTES))


def fingerprint(data_key: DataKey, register_id: str) -> bytes:
    """16 bytes that tell whether a data key belongs to a register, and nothing else about it."""
    message = f"{FORMAT} fingerprint {register_id}".encode()
    return blake2b(message, digest_size=16, key=data_key.raw, encoder=RawEncoder)


def wrap(data_key: DataKey, passphrase: bytes, owner: tuple[str, str], strength: Strength) -> Wrapped:
    """The data key under a prepared passphrase, bound to `owner`: register and officer. Refused: NOT_ENOUGH_MEMORY."""
    salt = random(nacl.pwhash.argon2id.SALTBYTES)
    box = _box(passphrase, salt, strength)
    message = box.encrypt(data_key.raw, aad=associated_data(owner))
    return Wrapped(strength, salt, message.nonce, message.ciphertext)


def unwrap(wrapped: Wrapped, passphrase: bytes, owner: tuple[str, str]) -> DataKey | None:
    """The data key, or None for a wrong passphrase or another owner's slot. Refused: NOT_ENOUGH_MEMORY."""
    box = _box(passphrase, wrapped.salt, wrapped.strength)
    try:
        return DataKey(box.decrypt(wrapped.sealed, aad=associated_data(owner), nonce=wrapped.nonce))
    except nacl.exceptions.CryptoError:
        return None


def associated_data(owner: tuple[str, str]) -> bytes:
    """What a wrapped key is tied to besides the passphrase: format, register and officer, each with its length."""
    return b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in (FORMAT, "slot", *owner))


def _box(passphrase: bytes, salt: bytes, strength: Strength) -> Aead:
    try:
        key = nacl.pwhash.argon2id.kdf(
            Aead.KEY_SIZE, passphrase, salt, opslimit=strength.passes, memlimit=strength.memory_kib * 1024
        )
    except (nacl.exceptions.RuntimeError, MemoryError) as fault:
        raise Refused(Reason.NOT_ENOUGH_MEMORY, needed=strength.memory_kib // 1024) from fault
    return Aead(key)
