"""The key that opens the register, held so that it is not shown by accident."""

from __future__ import annotations

from typing import Final, NoReturn

KEY_BYTES: Final = 32


class DataKey:
    """A 256-bit key; neither printed, logged nor pickled unless `raw` is asked for.

    Python cannot wipe memory for sure: after locking the key is gone from reach, not provably from a memory dump.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._secret = secret

    @property
    def raw(self) -> bytes:
        """The 32 bytes, for SQLCipher."""
        return self._secret

    def __repr__(self) -> str:
        return "DataKey(hidden)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and self._secret == other._secret

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is not pickled")
