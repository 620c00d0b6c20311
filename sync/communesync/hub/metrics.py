"""What Prometheus may know: counts, sizes, ages and codes of units; nothing of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

if TYPE_CHECKING:
    from communesync.hub.service import Taken
    from communesync.hub.state import HubState

__all__ = ["CONTENT_TYPE_LATEST", "Metrics"]


class Metrics:
    """The hub's metrics, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = self._counter("requests", "Requests answered.", "method", "route", "status")
        self._seconds = Histogram(
            "communetui_hub_request_seconds", "Seconds a request took.", ("route",), registry=self._registry
        )
        self._bytes = self._counter("bytes", "Bytes of bundles.", "direction")
        self._bundles = self._counter("bundles", "Bundles that came in, by what became of them.", "outcome")
        self._lines = self._counter("lines", "Lines of the journal taken in.")
        self._strangers = self._counter("not_signed_in", "Requests of nobody known.")
        self._held = Gauge("communetui_hub_held", "What the hub has.", ("what",), registry=self._registry)
        self._durable = Gauge(
            "communetui_hub_durable_age_seconds", "Age of the last verified backup; -1 before the first.",
            registry=self._registry,
        )  # fmt: skip
        self._contact = Gauge(
            "communetui_hub_last_contact_seconds", "Age of a commune's last contact.", ("unit",),
            registry=self._registry,
        )  # fmt: skip

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request was answered; `route` is the pattern, never the path that was asked."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def moved(self, direction: str, size: int) -> None:
        """Bytes of bundles came `in` or went `out`."""
        self._bytes.labels(direction).inc(size)

    def taken(self, taken: Taken) -> None:
        """A bundle came in."""
        self._bundles.labels(taken.refused.value if taken.refused else "taken_in").inc()
        self._lines.inc(taken.lines)

    def stranger(self) -> None:
        """Somebody asked without a key that counts."""
        self._strangers.inc()

    def text(self, state: HubState) -> bytes:
        """Everything as Prometheus reads it, with the state of the hub at this moment."""
        for what, number in state.counts.items():
            self._held.labels(what).set(number)
        self._durable.set(-1 if state.durable_age is None else state.durable_age)
        for unit, age in state.contact_ages.items():
            self._contact.labels(unit).set(age)
        return generate_latest(self._registry)

    def _counter(self, name: str, words: str, *labels: str) -> Counter:
        return Counter(f"communetui_hub_{name}", words, labels, registry=self._registry)
