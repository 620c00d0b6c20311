"""One station's connections to one hub: signed requests, by proxy and certificates of the system or the settings.

Loading this loads no HTTP library; the first request does.
"""

from __future__ import annotations

import errno
import json
import re
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn

from communedb.domain.refusal import Reason, Refused
from communedb.os_fault import why
from communesync.transports.token import sign_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import urllib3
    from urllib3.response import BaseHTTPResponse

    from communedb.keys.signing import Signer

CONNECT_SECONDS: Final = 10
READ_SECONDS: Final = 60
PROBE_SECONDS: Final = 5

MOST_ANSWER: Final = 32 * 1024 * 1024
"""Bytes of a JSON answer that are believed."""

OK, NO_CONTENT, PARTIAL, NOT_SIGNED_IN, NOT_AS_SENT = 200, 204, 206, 401, 422

_CHALLENGE: Final = re.compile('challenge="([^"]{1,200})"')
_LINE: Final = {
    errno.ECONNREFUSED: "line_refused",
    errno.ENETUNREACH: "line_no_network",
    errno.EHOSTUNREACH: "line_no_network",
    errno.ENETDOWN: "line_no_network",
    errno.ETIMEDOUT: "line_timed_out",
}
_HUB: Final = {
    "too_large": "hub_too_large",
    Reason.BUNDLE_TOO_LARGE.value: "hub_too_large",
    Reason.DISK_FULL.value: "hub_no_room",
    "not_the_digest": "line_damaged",
}
_AGAIN: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_SHORT: Final = 100


@dataclass(frozen=True)
class Line:
    """How the hub is reached: its address, and proxy and certificates where they are not the system's."""

    address: str
    proxy: str = ""
    ca_file: str = ""


class Cut(Exception):  # noqa: N818 - tried again
    """The line, or a machine on it, failed; `wait` is how long the other side wants to be left alone, in seconds."""

    def __init__(self, told: str, wait: float = 0.0) -> None:
        super().__init__(told)
        self.wait = wait


class Connection:
    """Signs and sends requests, each once; for one thread at a time.

    `signer` is asked for each request: an exchange may bring the list that lets a station's new key serve.
    """

    def __init__(self, line: Line, signer: Callable[[], Signer]) -> None:
        self.address = line.address.rstrip("/")
        self._line = line
        self._signer = signer
        self._challenge = ""
        self._pool: urllib3.PoolManager | None = None

    def close(self) -> None:
        """Close what is open."""
        if self._pool is not None:
            self._pool.clear()

    def is_there(self) -> bool:
        """Whether a hub answers at the address: one small request, not signed and not repeated."""
        import urllib3

        try:
            answer = self._connections().request(
                "GET", f"{self.address}/healthz", timeout=urllib3.Timeout(PROBE_SECONDS), retries=False, redirect=False
            )
        except (Refused, urllib3.exceptions.HTTPError, OSError, ValueError):
            return False
        return answer.status == OK

    def send(
        self,
        method: str,
        target: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        stream: bool = False,
    ) -> BaseHTTPResponse:
        """Send a request; signed anew with the hub's next challenge when it does not take the last one.

        Cut; Refused: HUB_UNREACHABLE for an address that is none, and a certificate that is not trusted.
        """
        answer = self._sent(method, target, body, headers or {}, stream=stream)
        if answer.status == NOT_SIGNED_IN:
            found = _CHALLENGE.search(answer.headers.get("WWW-Authenticate", ""))
            answer.drain_conn()
            self._challenge = found[1] if found else ""
            answer = self._sent(method, target, body, headers or {}, stream=stream)
        return answer

    def _sent(
        self, method: str, target: str, body: bytes, headers: Mapping[str, str], *, stream: bool
    ) -> BaseHTTPResponse:
        import urllib3

        signed = sign_request(self._signer(), method, target, body, self._challenge)
        try:
            return self._connections().request(
                method, f"{self.address}{target}", body=body or None,
                headers={"Authorization": signed, "User-Agent": "communetui", "Accept-Encoding": "identity", **headers},
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
                retries=False, redirect=False, preload_content=not stream,
            )  # fmt: skip
        except urllib3.exceptions.SSLError as fault:
            # A certificate does not become right by asking again.
            raise Refused(Reason.HUB_UNREACHABLE, address=self.address, why=told(fault)) from fault
        except (urllib3.exceptions.LocationValueError, ValueError) as fault:
            raise Refused(Reason.HUB_UNREACHABLE, address=self.address, why="line_address") from fault
        except (urllib3.exceptions.HTTPError, OSError) as fault:
            raise Cut(told(fault)) from fault

    def _connections(self) -> urllib3.PoolManager:
        if self._pool is None:
            self._pool = _pool(self._line)
        return self._pool


def refuse(answer: BaseHTTPResponse) -> NoReturn:
    """What an answer that is none means: Cut to try again, or Refused: NOT_ENROLLED, HUB_REFUSED."""
    error = _error_of(answer)
    if answer.status in _AGAIN or error == "not_as_signed":
        raise Cut(
            "line_damaged" if error == "not_as_signed" else "hub_busy", _seconds(answer.headers.get("Retry-After", ""))
        )
    if answer.status == NOT_SIGNED_IN:
        raise Refused(Reason.NOT_ENROLLED)
    raise Refused(Reason.HUB_REFUSED, why=_HUB.get(error, error))


def parsed(answer: BaseHTTPResponse) -> dict[str, Any]:
    """The JSON object of an answer, or Cut."""
    try:
        found = json.loads(answer.data) if len(answer.data) <= MOST_ANSWER else None
    except (ValueError, RecursionError) as fault:
        raise Cut("line_damaged") from fault
    if not isinstance(found, dict):
        raise Cut("line_damaged")
    return found


def told(fault: BaseException) -> str:
    """A fault of the line as a code that the app has words for; it lies beneath the library's own exceptions."""
    from urllib3.exceptions import TimeoutError as LibraryTimeout

    chain = [fault]
    while (inner := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(inner)
    known = next((code for each in chain if (code := _known(each))), "")
    timed_out = any(isinstance(each, (TimeoutError, LibraryTimeout)) for each in chain)
    return known or ("line_timed_out" if timed_out else "line_cut")


def _known(fault: BaseException) -> str:
    import ssl

    if isinstance(fault, ssl.SSLError):
        return "line_certificate"
    if isinstance(fault, socket.gaierror):
        return "line_no_name"
    return _LINE.get(fault.errno or 0, "") if isinstance(fault, OSError) else ""


def _pool(line: Line) -> urllib3.PoolManager:
    import ssl

    import urllib3

    try:
        context = ssl.create_default_context()
        if line.ca_file:
            context.load_verify_locations(line.ca_file)
        proxy = line.proxy or _system_proxy(line.address)
        if not proxy:
            return urllib3.PoolManager(ssl_context=context, maxsize=1)
        auth = urllib3.util.parse_url(proxy).auth
        headers = urllib3.make_headers(proxy_basic_auth=auth) if auth else None
        return urllib3.ProxyManager(
            proxy, proxy_headers=headers, ssl_context=context, proxy_ssl_context=context, maxsize=1
        )
    except (OSError, ValueError, urllib3.exceptions.HTTPError) as fault:
        place = line.ca_file or line.proxy or line.address
        raise Refused(Reason.HUB_UNREACHABLE, address=place, why=why(fault)) from fault


def _system_proxy(address: str) -> str:
    """What the environment or Windows says, exceptions included; empty for none."""
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    place = urlsplit(address)
    if not place.hostname or proxy_bypass(place.hostname):
        return ""
    return getproxies().get(place.scheme, "")


def _error_of(answer: BaseHTTPResponse) -> str:
    try:
        return str(json.loads(answer.data)["error"])[:_SHORT]
    except (ValueError, KeyError, TypeError, RecursionError):
        return f"HTTP {answer.status}"


def _seconds(text: str) -> float:
    return float(text[:4]) if text.isascii() and text.isdigit() else 0.0
