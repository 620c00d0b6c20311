"""Every request counted and logged: method, pattern of the path, status, time, whose; never who or what was in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from communesync.hub.logs import SHOWN_DIGITS

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from communesync.hub.logs import Log
    from communesync.hub.metrics import Metrics

QUIET = frozenset({"/healthz", "/metrics"})
"""Asked every few seconds: counted, not logged."""

METHODS = frozenset({"GET", "HEAD", "PUT", "PATCH", "POST"})


class Watched:
    """ASGI around the service."""

    def __init__(self, app: ASGIApp, log: Log, metrics: Metrics) -> None:
        self._app = app
        self._log = log
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        fault: BaseException | None = None
        try:
            await self._app(scope, receive, sending)
        except Exception as raised:
            fault = raised
            status = status or 500
            raise
        finally:
            self._tell(scope, status, time.perf_counter() - begun, fault)

    def _tell(self, scope: Scope, status: int, seconds: float, fault: BaseException | None) -> None:
        route = _pattern(scope)
        method = scope["method"] if scope["method"] in METHODS else "other"
        self._metrics.request(method, route, status, seconds)
        station = scope.get("station")
        facts: dict[str, Any] = {
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "unit": station.unit if station else None,
            "station": station.key[:SHOWN_DIGITS] if station else None,
        }
        if fault is not None:
            self._log.fault("request_fault", fault, **facts)
        elif route not in QUIET:
            self._log.tell("request", **facts)


def _pattern(scope: Scope) -> str:
    """The pattern of the route that served: a path that is none of ours may hold anything."""
    route = scope.get("route")
    return str(getattr(route, "path", "")) or "other"
