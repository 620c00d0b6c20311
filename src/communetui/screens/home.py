"""The home page: what the day looks like in one look, and what presses most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.dossier_filter import DossierFilter, DueFilter, Sort
from communedb.domain.moment import local, parse_utc
from communedb.domain.status import Status
from communedb.reports.duties import Duties, duties, sees_all
from communedb.reports.to_review import review_count
from communedb.reports.today import Today, today
from communetui.dossier_source import DossierSource
from communetui.exchange.unsent import unsent_lines
from communetui.home.numbers import Numbers
from communetui.home.print_queue import PrintQueue
from communetui.strings.findings import finding_text
from communetui.strings.home import home
from communetui.strings.values import values
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from communedb.domain.finding import Finding
    from communedb.stores.dossier_list import DossierRow

_TASKS = {"tasks_overdue": "late", "tasks_red": "red", "tasks_soon": "soon", "reports_owed": "report"}
"""By number: the filter of the list of tasks that shows what it counts."""

_URGENT = DossierFilter(due=DueFilter.PRESSING, sort=Sort.DUE, descending=False)


def due_text(row: DossierRow) -> str:
    """When a row's result is due, as people read it."""
    if row.due_at is None:
        return home().no_due
    shown = f"{local(parse_utc(row.due_at)):%d/%m/%Y}"
    return f"{shown} ({home().expected})" if row.due_expected else shown


class HomeScreen(PrintQueue):
    """Numbers on top, the most pressing dossiers below; both lead further with Enter."""

    NAME = "home"
    AUTO_FOCUS = "#numbers"
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    HomeScreen #newest { height: 1; display: none; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    HomeScreen #urgent_title { text-style: bold; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._settled = False
        self._duties = Duties()

    def heading(self) -> str:
        """The page, and today's date."""
        return f"{home().title} - {local(self.session.register.now()):%d/%m/%Y}"

    def body(self) -> ComposeResult:
        """The newest notice until it is read, numbers, the pressing list."""
        yield Said(self._newest, id="newest")
        yield Numbers(id="numbers")
        yield Said(lambda: f" {home().urgent}", id="urgent_title")
        yield PagedList(
            [
                Column(lambda: home().due, due_text, 10),
                Column(lambda: home().code, lambda row: row.code, 20),
                Column(lambda: home().applicant, lambda row: row.applicant_name, 20, grow=True),
                Column(lambda: home().procedure, lambda row: row.procedure_name, 20, grow=True, from_width=90),
                Column(lambda: home().status, lambda row: values().status[row.status], 16),
            ],
            id="urgent",
            empty=lambda: home().nothing_urgent,
        )

    def on_mount(self) -> None:
        """Say what is odd about this start; the day is read as soon as the page is in front."""
        found = self.session.take_warnings()
        if self.session.read_only:
            self.notice.warn(home().read_only)
        elif found:
            self.notice.warn(" ".join(finding_text(finding) for finding in found))

    def _settled_in(self, found: list[Finding]) -> None:
        self.update_heading()
        if found:
            self.notice.error(" ".join(finding_text(finding) for finding in found))

    def on_screen_resume(self) -> None:
        """Somebody may have worked meanwhile: read again whenever the page comes back."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the numbers and the list again."""
        session = self.session
        register = session.register

        def read() -> Today:
            return today(register.db, session.officer, register.now(), register.calendar(), session.away_since)

        def read_duties() -> Duties:
            return duties(register.db, session.officer, session.roles, register.now(), register.calendar())

        numbers = self.query_one(Numbers)
        self._read_on([
            (read, numbers.show),
            (read_duties, self._show_duties),
            (self._unsent, numbers.show_unsent),
            (lambda: review_count(register.db), numbers.show_review),
        ])  # fmt: skip
        urgent, rows = self.query_one(PagedList), DossierSource(register, _URGENT)
        # Rows may come in from another counter at any moment: the cursor stays where it is.
        (urgent.reload if self._settled else urgent.show)(rows)

    def _read_on(self, reads: list[tuple[Callable[[], Any], Callable[[Any], object]]]) -> None:
        """Read one after the other: each thread that reads at once has a connection of its own, and a cache with it."""
        (work, show), *rest = reads

        def shown(found: Any) -> None:
            show(found)
            if rest:
                self._read_on(rest)
            elif not self._settled:
                # Only now: it would compete with what the officer waits for.
                self._settled = True
                self.session.exchange.listen(self.desk.note_news)
                self.run_in_thread(self.session.settle_in, self._settled_in, group="pages")

        self.run_in_thread(work, shown, group="numbers")

    def hear(self) -> None:
        """Another station may have taken what was unsent."""
        self.run_in_thread(self._unsent, self.query_one(Numbers).show_unsent, group="unsent")

    def _unsent(self) -> int | None:
        return unsent_lines(self.session.register.db, self.session.exchange.heard)

    def _newest(self) -> str:
        found = self._duties
        return f" ! {home().unread.format(count=found.notices, title=found.newest)}" if found.notices else ""

    def _show_duties(self, found: Duties) -> None:
        self._duties = found
        self.query_one(Numbers).show_duties(found)
        newest = self.query_one("#newest", Said)
        newest.display = bool(found.notices)
        newest.retranslate()

    @on(Numbers.Chosen)
    async def open_number(self, event: Numbers.Chosen) -> None:
        """Go to what a number counts."""
        if event.name == "parked":
            await self.desk.show("intake", parked=True)
        elif event.name == "unprinted":
            await self.desk.show("prints")
        elif event.name == "unsent":
            await self.desk.show("exchange")
        elif event.name == "to_review":
            await self.desk.show("review")
        elif event.name == "notices":
            await self.desk.show("notices")
        elif event.name in _TASKS:
            await self._show_tasks(_TASKS[event.name])
        elif event.name == "feedback_due":
            from communedb.domain.feedback_filter import FeedbackFilter

            await self.desk.show("feedback", wanted=FeedbackFilter(due=DueFilter.PRESSING, open_only=True))
        else:
            await self.desk.show("dossiers", wanted=self._behind(event.name))

    async def _show_tasks(self, ready: str) -> None:
        """The list of tasks with one of its own filters, narrowed as the number was counted."""
        from communedb.stores.task_list import TaskFilter
        from communetui.tasks.lines import Wanted

        session = self.session
        whose: dict[str, Any] = {"mine": session.officer} if ready != "report" else {"officer": session.officer}
        narrowed = TaskFilter(open_only=True, **({} if sees_all(session.roles) else whose))
        await self.desk.show("tasks", wanted=Wanted(narrowed, ready))

    @on(PagedList.Selected, "#urgent")
    async def open_dossier(self, event: PagedList.Selected) -> None:
        """Open the dossier under the cursor."""
        await self.desk.show("dossier", dossier=event.row.dossier)

    def do_accept_offered(self) -> None:
        """Accept what waits for this officer."""
        from communetui.pile.offered import accept_offered

        accept_offered(self, self.session, self.do_refresh)

    def _behind(self, name: str) -> DossierFilter:
        """The filter of the list that a number counts."""
        session = self.session
        day = local(session.register.now()).date()
        facts: dict[str, dict[str, Any]] = {
            "received": {"received_from": day, "received_to": day},
            "returned": {"returned_on": day},
            "due_soon": {"due": DueFilter.SOON, "sort": Sort.DUE, "descending": False},
            "overdue": {"due": DueFilter.OVERDUE, "sort": Sort.DUE, "descending": False},
            "open": {"open_only": True, "sort": Sort.DUE, "descending": False},
            "waiting": {"due": DueFilter.WAITING},
            "mine": {"officer": session.officer, "open_only": True, "sort": Sort.DUE, "descending": False},
            "offered": {"offered_to": session.officer, "sort": Sort.CHANGED},
            "ready": {"statuses": (Status.RESULT_READY,)},
            "changed_by_others": {
                "changed_since": session.away_since or "9999",
                "changed_not_by": session.officer,
                "sort": Sort.CHANGED,
                "voided": True,
            },
        }
        return DossierFilter(**facts[name])
