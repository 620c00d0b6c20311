"""Who comes in: signed in, not too often; and what strangers hear, which is always the same."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from communesync.hub.rates import Buckets
from communesync.hub.signin import NotSignedIn, SignIn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communesync.hub.metrics import Metrics
    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member
    from communesync.transports.token import Token


class Rates(NamedTuple):
    """Most at once and a second: requests of a station, bytes of a station, failed sign-ins of an address."""

    requests: tuple[float, float] = (120, 10)
    bytes: tuple[float, float] = (1024.0**3, 8 * 1024.0**2)
    strangers: tuple[float, float] = (30, 0.5)


CHALLENGE: Final = "WWW-Authenticate"


class Turned(Exception):  # noqa: N818 - an answer
    """A request that is not served: status, error code, headers."""

    def __init__(self, status: int, error: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, error)
        self.status = status
        self.error = error
        self.headers = dict(headers or {})


class Caller(NamedTuple):
    """The station that signed a request."""

    member: Member
    token: Token


class Visitors:
    """The door."""

    def __init__(
        self,
        keyring: Callable[[], Keyring],
        metrics: Metrics,
        rates: Rates | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        limits = rates or Rates()
        self.metrics = metrics
        self._signin = SignIn(keyring, seconds)
        self._requests = Buckets(*limits.requests, seconds)
        self._bytes = Buckets(*limits.bytes, seconds)
        self._strangers = Buckets(*limits.strangers, seconds)

    def welcome(self, header: str, method: str, target: str, address: str) -> Caller:
        """The station that asks, or Turned: 401 with a challenge, 429 for too many.

        An address is slowed down only for requests that fail, so a stranger behind the same router as a station
        cannot keep that station out.
        """
        try:
            member, token = self._signin.member(header, method, target)
        except NotSignedIn as fault:
            self.metrics.stranger()
            if wait := self._strangers.take(address):
                raise _too_many(wait) from fault
            given = self._signin.challenges.give()
            raise Turned(401, "not_signed_in", {CHALLENGE: f'DSSE challenge="{given}"'}) from fault
        if wait := self._requests.take(member.key):
            raise _too_many(wait)
        return Caller(member, token)

    def charge(self, caller: Caller, size: int) -> None:
        """Count bytes that a station sends or fetches, or Turned: 429."""
        if wait := self._bytes.take(caller.member.key, size):
            raise _too_many(wait)


def _too_many(wait: float) -> Turned:
    return Turned(429, "too_many", {"Retry-After": str(int(wait) + 1)})
