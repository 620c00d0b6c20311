"""A station's signing key: Ed25519 (RFC 8032), by PyNaCl."""

from __future__ import annotations

from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

SIGNATURE_SIZE: Final = 64


class Signer:
    """A secret key that signs; `public` is the other half in hexadecimal, 64 digits."""

    __slots__ = ("_key", "public")

    def __init__(self, secret: bytes) -> None:
        self._key = SigningKey(secret)
        self.public = self._key.verify_key.encode().hex()

    @classmethod
    def generate(cls) -> Signer:
        """A new key from the system's random source."""
        return cls(SigningKey.generate().encode())

    @property
    def secret(self) -> bytes:
        """The 32 bytes that the key is made from; they are kept in the encrypted register only."""
        return bytes(self._key.encode())

    def sign(self, message: bytes) -> bytes:
        """The signature of a message, 64 bytes."""
        return bytes(self._key.sign(message).signature)

    def __repr__(self) -> str:
        return f"Signer({self.public})"


def is_signed(message: bytes, signature: bytes, public: str) -> bool:
    """Whether a signature of a message was made by the key with this public half; False for malformed ones, too."""
    try:
        VerifyKey(bytes.fromhex(public)).verify(message, signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
