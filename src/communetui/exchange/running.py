"""An exchange under way on its screen: a bar with bytes and time left, stopping, and what is said when it is over."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communetui.exchange.sending import Job, Report
from communetui.exchange.told import bar_text, report_text
from communetui.screens.base import BaseScreen
from communetui.strings.exchange import exchange
from communetui.threads import run_in_thread
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

_PAINTED = 0.25
"""Seconds between two looks at how far it is; no clock ticks while nothing is under way."""


class Running(BaseScreen[None]):
    """What a screen does with the session's job; it goes on when the officer leaves the screen, not the session."""

    DEFAULT_CSS = """
    Running #bar { height: 1; text-style: bold; display: none; }
    """

    _clock: Timer | None = None

    @cached_property
    def bar(self) -> Said:
        """The line that tells how far it is."""
        return Said(self._bar, id="bar")

    @property
    def under_way(self) -> bool:
        """Whether an exchange is under way."""
        return self.desk.session is not None and self.session.exchange.job is not None

    def on_mount(self) -> None:
        """One that is under way is shown."""
        if self.under_way:
            self._watch()

    def begin(self, work: Callable[[Job], Report]) -> None:
        """Begin an exchange: in a thread of the app's own, so that the officer may go on with something else."""
        session, desk = self.session, self.desk
        job = session.exchange.job = Job()

        def run() -> Report:
            try:
                report = work(job)
                session.exchange.look()
                return report
            finally:
                job.end()
                session.exchange.job = None

        def in_front() -> BaseScreen[None] | None:
            screen = self.app.screen
            return screen if desk.session is session and isinstance(screen, BaseScreen) else None

        def tell(report: Report) -> None:
            self._over()
            if (screen := in_front()) is None:
                return
            text, fine = report_text(report)
            (screen.notice.tell if fine else screen.notice.warn)(text)
            desk.note_news(True)

        def refused(refusal: Refused) -> None:
            self._over()
            screen = in_front()
            if screen is not None and refusal.reason is Reason.EXCHANGE_CANCELLED:
                screen.notice.warn(exchange().stopped)
            elif screen is not None:
                screen.refuse(refusal)

        self._watch()
        run_in_thread(self.app, run, tell, refused=refused, group="exchange")
        self.update_hints()

    def stop_running(self) -> None:
        """Stop at the next moment at which nothing is half done."""
        job = self.session.exchange.job
        if job is not None:
            job.stop()
            self.bar.retranslate()

    def _watch(self) -> None:
        self.bar.display = True
        self.bar.retranslate()
        if self._clock is None:
            self._clock = self.set_interval(_PAINTED, self._look)

    def _look(self) -> None:
        if self.under_way:
            self.bar.retranslate()
        else:
            self._over()

    def _over(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None
        if self.is_attached:
            self.bar.display = False
            self.update_hints()

    def _bar(self) -> str:
        job = self.session.exchange.job if self.desk.session is not None else None
        if job is None:
            return ""
        words = exchange()
        if job.stopped():
            return f" {words.stopping}"
        return " " + bar_text(words.working.format(way=words.ways.get(job.way, "")), job.done, job.total, job.seconds)
