"""Serving a hub: one process, one port for stations, one for Prometheus that only this machine reaches."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.refusal import Reason, Refused
from communedb.os_fault import why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import uvicorn

    from communedb.register import Register
    from communesync.hub.logs import Log
    from communesync.hub.visitors import Rates

LOOPBACK: Final = "127.0.0.1"
BACKLOG: Final = 128
CONNECTIONS: Final = 256
"""Connections at a time; beyond, the answer is to come back later."""


@dataclass(frozen=True)
class Place:
    """Where the hub listens; port 0 takes any that is free. Without a certificate a proxy in front does TLS."""

    host: str = LOOPBACK
    port: int = 8440
    metrics_port: int | None = None
    certificate: Path | None = None
    private_key: Path | None = None


class Served:
    """A hub that is ready to run; `address` and `metrics_port` are known before it does."""

    def __init__(self, register: Register, place: Place, log: Log, rates: Rates | None = None) -> None:
        """Refused: HUB_EXTRA_MISSING, HUB_UNREACHABLE (the port is taken, or the host is none of this machine)."""
        try:
            import uvicorn

            from communesync.hub.api import create_app
            from communesync.hub.metrics import Metrics
        except ModuleNotFoundError as fault:
            raise Refused(Reason.HUB_EXTRA_MISSING) from fault
        from communesync.hub.service import Hub
        from communesync.hub.visitors import Visitors

        self._log = log
        self._sockets = _listen(place)
        self.hub = Hub(register, log)
        metrics = Metrics()
        self.hub.on_taken = metrics.taken
        self.metrics_port = self._sockets[1].getsockname()[1] if len(self._sockets) > 1 else None
        app = create_app(self.hub, Visitors(self.hub.keyring, metrics, rates), metrics_port=self.metrics_port)
        scheme = "https" if place.certificate else "http"
        self.address = f"{scheme}://{place.host}:{self._sockets[0].getsockname()[1]}"
        self._server: uvicorn.Server = uvicorn.Server(uvicorn.Config(app, **_options(place)))
        self._listen_to_library()

    def run(self) -> None:
        """Serve until Ctrl+C or `stop`."""
        try:
            self._log.tell("started", waiting=self.hub.take_up())
            with _signals_end_it():
                self._server.run(sockets=self._sockets)
        finally:
            self.hub.close()
            self._log.tell("stopped")

    def stop(self) -> None:
        """Let `run` come back, when what is being answered is answered; may be called from any thread."""
        self._server.should_exit = True

    @property
    def is_running(self) -> bool:
        """Whether it answers."""
        return self._server.started

    def _listen_to_library(self) -> None:
        from communesync.hub.logs import ServerLines

        lines = logging.getLogger("uvicorn")
        lines.handlers, lines.propagate = [ServerLines(self._log)], False


@contextmanager
def _signals_end_it() -> Iterator[None]:
    """The server, ended by a signal, raises it once more at its end: by then it has done its work.

    Only the main thread hears signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _options(place: Place) -> dict[str, Any]:
    return {
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,
        "ws": "none",
        "http": "h11",
        "loop": "asyncio",
        "limit_concurrency": CONNECTIONS,
        "timeout_keep_alive": 30,
        "timeout_graceful_shutdown": 20,
        "ssl_certfile": place.certificate,
        "ssl_keyfile": place.private_key,
    }


def _listen(place: Place) -> list[socket.socket]:
    """The sockets for stations and for Prometheus."""
    opened: list[socket.socket] = []
    wanted: list[tuple[str, int]] = [(place.host, place.port)]
    if place.metrics_port is not None:
        wanted.append((LOOPBACK, place.metrics_port))
    for host, port in wanted:
        try:
            opened.append(socket.create_server((host, port), backlog=BACKLOG))
        except OSError as fault:
            for before in opened:
                before.close()
            raise Refused(Reason.HUB_UNREACHABLE, address=f"{host}:{port}", why=why(fault)) from fault
    return opened
