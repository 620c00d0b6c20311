"""The station's side of HTTP: questions to the hub, uploads and downloads that go on from any byte."""

from __future__ import annotations

import time
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import write_faults_refused
from communesync.transports.connection import (
    NO_CONTENT,
    NOT_AS_SENT,
    OK,
    PARTIAL,
    Connection,
    Cut,
    Line,
    parsed,
    refuse,
    told,
)
from communesync.transports.patience import ATTEMPTS, FIRST_WAIT, LONGEST_WAIT, Patience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from urllib3.response import BaseHTTPResponse

    from communedb.keys.signing import Signer

    Progress = Callable[[int, int], None]

SMALLEST_CHUNK: Final = 64 * 1024
LARGEST_CHUNK: Final = 4 * 1024 * 1024
QUICK_SECONDS, SLOW_SECONDS = 2.0, 8.0
"""An upload request that took less doubles the next one, that took more halves it: cancelling is never far away."""

_READ: Final = 64 * 1024


class OnHub(NamedTuple):
    """A bundle as the hub sees it: how many bytes of it are there, and what became of it.

    `state` is `unknown` until all bytes are there, then `waiting`, `taken_in` or `refused`.
    """

    offset: int
    state: str
    reason: str


def never() -> bool:
    """Nobody cancels."""
    return False


def unwatched(_done: int, _total: int, /) -> None:
    """Nobody watches."""


class HubClient:
    """Talks to one hub as one station; for one thread at a time.

    Every method is refused as HUB_UNREACHABLE, HUB_REFUSED, NOT_ENROLLED or EXCHANGE_CANCELLED.
    """

    def __init__(
        self,
        line: Line,
        signer: Callable[[], Signer],
        cancelled: Callable[[], bool] = never,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._connection = Connection(line, signer)
        self._patience = Patience(self._connection.address, cancelled, sleep)

    def __enter__(self) -> HubClient:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def is_there(self) -> bool:
        """Whether a hub answers at the address: one small request, not repeated."""
        return self._connection.is_there()

    def ask(self, method: str, target: str, body: bytes = b"") -> dict[str, Any]:
        """The JSON answer to a signed request."""

        def once() -> dict[str, Any]:
            answer = self._connection.send(method, target, body)
            if not OK <= answer.status <= NO_CONTENT:
                refuse(answer)
            return parsed(answer)

        return self._patience.again(once)

    def on_hub(self, digest: str) -> OnHub:
        """A bundle as the hub sees it."""
        answer = self.ask("GET", f"/v1/bundles/{digest}")
        try:
            return OnHub(int(answer["offset"]), str(answer["state"]), str(answer["reason"]))
        except (KeyError, TypeError, ValueError) as fault:
            raise Refused(Reason.HUB_REFUSED, why="hub_answer") from fault

    def upload(self, path: Path, digest: str, progress: Progress = unwatched) -> OnHub:
        """Send a bundle from the byte that the hub does not have yet; how the hub then sees it."""
        size, chunk, failures = path.stat().st_size, SMALLEST_CHUNK, 0
        here = self.on_hub(digest)
        while here.state == "unknown":
            self._patience.go_on()
            progress(here.offset, size)
            begun = time.monotonic()
            try:
                here, failures = self._send(path, digest, here.offset, size, chunk), 0
            except Cut as cut:
                before, here = here.offset, self.on_hub(digest)
                moved = here.offset > before or here.state != "unknown"
                failures = 0 if moved else failures + 1
                self._patience.after(cut, failures)
            chunk = _next_chunk(chunk, time.monotonic() - begun)
        progress(size, size)
        return here

    def until_taken_in(self, digest: str) -> OnHub:
        """Ask until the hub has taken a bundle in, or refused it."""
        wait = FIRST_WAIT
        while (here := self.on_hub(digest)).state == "waiting":
            self._patience.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        return here

    def download(self, digest: str, size: int, part: Path, progress: Progress = unwatched) -> None:
        """Fetch a bundle of the answer into `part`, from where an earlier attempt ended."""
        failures = damaged = 0
        while True:
            here = _size(part)
            if here >= size:
                if _digest_of(part) == digest:
                    return
                part.unlink()
                damaged += 1
                self._patience.after(Cut("line_damaged"), damaged if damaged < ATTEMPTS else ATTEMPTS)
                continue
            self._patience.go_on()
            try:
                self._fetch(digest, here, size, part, progress)
                failures = 0
            except Cut as cut:
                failures = 0 if _size(part) > here else failures + 1
                self._patience.after(cut, failures)

    def _send(self, path: Path, digest: str, offset: int, size: int, chunk: int) -> OnHub:
        with path.open("rb") as file:
            file.seek(offset)
            body = file.read(chunk)
        answer = self._connection.send("PATCH", f"/v1/bundles/{digest}?offset={offset}&length={size}", body)
        if answer.status == NOT_AS_SENT:
            # What arrived is not what was sent, and the hub has thrown it away.
            raise Cut("line_damaged")
        if answer.status == NO_CONTENT:
            return OnHub(offset + len(body), "unknown", "")
        if not OK <= answer.status <= NO_CONTENT:
            refuse(answer)
        found = parsed(answer)
        return OnHub(size, str(found.get("state")), str(found.get("reason", "")))

    def _fetch(self, digest: str, offset: int, size: int, part: Path, progress: Progress) -> None:
        headers = {"Range": f"bytes={offset}-"}
        answer = self._connection.send("GET", f"/v1/answers/{digest}", headers=headers, stream=True)
        try:
            if answer.status not in {OK, PARTIAL}:
                refuse(answer)
            begin = offset if answer.status == PARTIAL else 0
            with part.open("ab" if begin else "wb") as file, write_faults_refused(part):
                self._pour(answer, file.write, begin, size, progress)
        finally:
            answer.close()

    def _pour(
        self, answer: BaseHTTPResponse, write: Callable[[bytes], object], done: int, size: int, progress: Progress
    ) -> None:
        while done < size and (piece := _piece(answer, min(_READ, size - done))):
            self._patience.go_on()
            write(piece)
            done += len(piece)
            progress(done, size)
        if done < size:
            raise Cut("line_cut")


def _piece(answer: BaseHTTPResponse, size: int) -> bytes:
    from urllib3.exceptions import HTTPError

    try:
        # As it comes: of a longer reading that is cut off, what had come would be lost.
        return answer.read1(size)
    except (HTTPError, OSError) as fault:
        raise Cut(told(fault)) from fault


def _next_chunk(chunk: int, seconds: float) -> int:
    if seconds < QUICK_SECONDS:
        return min(chunk * 2, LARGEST_CHUNK)
    return max(chunk // 2, SMALLEST_CHUNK) if seconds > SLOW_SECONDS else chunk


def _size(part: Path) -> int:
    try:
        return part.stat().st_size
    except FileNotFoundError:
        return 0


def _digest_of(path: Path) -> str:
    whole = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_READ):
            whole.update(chunk)
    return whole.hexdigest()
