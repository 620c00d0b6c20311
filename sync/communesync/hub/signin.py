"""Who asks: a member of the key list by its signature, or nobody, who learns nothing.

An unknown key, a wrong signature, a revoked key and a repeated request get the same answer after the same work.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from communesync.keys.members import Role
from communesync.transports.token import NotSigned, read_token

if TYPE_CHECKING:
    from collections.abc import Callable

    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member
    from communesync.transports.token import Token

CHALLENGE_SECONDS: Final = 600
"""How long a challenge serves: as long as nonces are remembered, so that no request can be sent a second time."""

_SECRET_BYTES: Final = 32


class NotSignedIn(Exception):  # noqa: N818 - an answer
    """Nobody we know; the answer does not say why."""


class Challenges:
    """The hub's time as it gives it out: sealed with a secret of this run, so that nothing has to be remembered.

    A restart makes a new secret: what was signed before it cannot be sent again after it.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._secret = secrets.token_bytes(_SECRET_BYTES)

    def give(self) -> str:
        """A challenge of now."""
        return self._sealed(int(self._seconds()))

    def is_fresh(self, challenge: str) -> bool:
        """Whether this run gave the challenge out, not longer ago than it serves."""
        text, _, _ = challenge.partition(".")
        if not (text.isascii() and text.isdigit() and len(text) <= 16):
            return False
        if not hmac.compare_digest(self._sealed(int(text)), challenge):
            return False
        return 0 <= self._seconds() - int(text) <= CHALLENGE_SECONDS

    def _sealed(self, at: int) -> str:
        return f"{at}.{hmac.new(self._secret, str(at).encode(), sha256).hexdigest()[:32]}"


class Nonces:
    """The nonces of the last minutes: each serves once."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._until: dict[str, float] = {}
        self._guard = threading.Lock()

    def is_new(self, nonce: str) -> bool:
        """Whether it was not used yet; from now on it is."""
        now = self._seconds()
        with self._guard:
            # In the order in which they came, so the oldest stand first.
            while self._until and next(iter(self._until.values())) < now:
                del self._until[next(iter(self._until))]
            if nonce in self._until:
                return False
            self._until[nonce] = now + CHALLENGE_SECONDS + 1
            return True


class SignIn:
    """Judges the token of a request."""

    def __init__(self, keyring: Callable[[], Keyring], seconds: Callable[[], float]) -> None:
        self._keyring = keyring
        self.challenges = Challenges(seconds)
        self._nonces = Nonces(seconds)

    def member(self, header: str, method: str, target: str) -> tuple[Member, Token]:
        """The station that signed this request, or NotSignedIn."""
        try:
            token = read_token(header)
        except NotSigned as fault:
            raise NotSignedIn from fault
        member = self._keyring().member(token.key)
        known = member is not None and not member.revoked and member.role is Role.STATION
        meant = (token.method, token.target) == (method, target)
        if member is None or not known or not meant or not self.challenges.is_fresh(token.challenge):
            raise NotSignedIn
        if not self._nonces.is_new(f"{token.key}{token.nonce}"):
            raise NotSignedIn
        return member, token
