"""The exchange: what is unsent, what is received and safe, how fresh each station is, and what is to be dealt with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on

from communedb.desk.office import note_stick
from communedb.domain.refusal import Reason, Refused
from communetui.dossier.told import size_text
from communetui.exchange.reading import Line, Seen, read_seen
from communetui.exchange.running import Running
from communetui.exchange.sending import STICK, Job, Report, exchange_by_stick, send_everywhere, ways
from communetui.exchange.stations import place_text
from communetui.exchange.told import moment_text, number_text, state_lines
from communetui.strings.exchange import exchange
from communetui.strings.reasons import reason_text
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communetui.actions.registry import Action
    from communetui.exchange.sending import Ways

_PATH_LIMIT = 500

_OPENS = {"conflicts": "conflicts", "quarantine": "quarantine", "review": "review", "fork": "stations"}


class ExchangeScreen(Running):
    """Ctrl+S sends and fetches everything by whatever way there is; what is under way goes on when one leaves."""

    NAME = "exchange"
    AUTO_FOCUS = "#lines"
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    ExchangeScreen #state { height: auto; max-height: 6; margin-bottom: 1; }
    ExchangeScreen #advice { height: 3; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen | None = None

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return exchange().title

    def body(self) -> ComposeResult:
        """Where it stands, what is under way, the stations and the work."""
        yield Said(self._state, id="state")
        yield self.bar
        yield PagedList[Line](
            [
                Column(lambda: exchange().place, _name, 30, grow=True),
                Column(lambda: exchange().as_of, self._as_of, 14),
                Column(lambda: exchange().way, _way, 14),
                Column(lambda: exchange().to_send, _to_send, 16),
            ],
            id="lines",
            empty=lambda: exchange().alone,
        )
        yield Said(self._advice, id="advice")

    def _state(self) -> str:
        if self._seen is None:
            return ""
        faults = [
            "! " + exchange().way_failed.format(way=exchange().ways[way].capitalize(), why=reason_text(refusal))
            for way, refusal in self.session.exchange.faults.items()
        ]
        lines = [*faults, *state_lines(self._seen, self.session.register.now())]
        return "\n".join(f" {line}" for line in lines)

    def _as_of(self, line: Line) -> str:
        return moment_text(line.fresh.as_of, self.session.register.now()) if line.fresh else ""

    def _advice(self) -> str:
        line = self._list.row if self.is_mounted else None
        if line is None:
            return ""
        at = moment_text(line.fresh.as_of, self.session.register.now()) if line.fresh else ""
        unheard = line.kind == "station" and line.fresh is not None and line.fresh.as_of is None
        return exchange().advice["unheard" if unheard else line.kind].format(place=_name(line), at=at)

    @property
    def _list(self) -> PagedList[Line]:
        return self.query_one("#lines", PagedList)

    # -- reading

    def on_mount(self) -> None:
        """Read where it stands."""
        self._read(hold=True)

    def on_screen_resume(self) -> None:
        """Something may have been settled or sent meanwhile."""
        if self._seen is not None:
            self.do_refresh()

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        self._read()

    def hear(self) -> None:
        """What another station has, and whether it can be reached, is what stands here."""
        self._read()

    def _read(self, *, hold: bool = False) -> None:
        register, service = self.session.register, self.session.exchange

        def work() -> Seen:
            seen = read_seen(register, service)
            service.look()
            return seen

        self.run_in_thread(work, self._show, group="read", hold=hold)

    def _show(self, seen: Seen) -> None:
        first, self._seen = self._seen is None, seen
        rows = RowsInMemory(seen.lines, _key)
        (self._list.show if first else self._list.reload)(rows)
        self.query_one("#state", Said).retranslate()
        self.update_heading()

    @on(PagedList.Moved, "#lines")
    def tell_advice(self) -> None:
        """Say what the line under the cursor means and what can be done."""
        self.query_one("#advice", Said).retranslate()

    @on(PagedList.Selected, "#lines")
    async def open_line(self, event: PagedList.Selected) -> None:
        """Open what the line is about."""
        name = _OPENS.get(event.row.kind)
        if name is not None:
            await self.desk.show(name)

    async def do_open_conflicts(self) -> None:
        """Open the differing values."""
        await self.desk.show("conflicts")

    async def do_open_stations(self) -> None:
        """Open the stations."""
        await self.desk.show("stations")

    # -- sending

    def why_not(self, action: Action) -> str | None:
        """One exchange at a time, and none where the register is only read."""
        why = super().why_not(action)
        if why is not None or action.id not in {"send", "by_stick", "stop"}:
            return why
        if action.id == "stop":
            return None if self.under_way else exchange().nothing_running
        if self.session.read_only:
            return reason_text(Refused(Reason.READ_ONLY))
        return exchange().running if self.under_way else None

    def do_send(self) -> None:
        """Send and fetch by every way there is; on a metered line after asking."""
        register = self.session.register
        self.run_in_thread(lambda: ways(register.db), self._send_by, group="ways", hold=True)

    async def _send_by(self, by: Ways) -> None:
        if not by.any:
            self.notice.warn(exchange().nothing_to_do)
            return
        self.session.exchange.wake()
        if not (by.hub and by.metered):
            self._send(by)
            return
        size = size_text(self._seen.size if self._seen else 0)

        def answered(sure: bool | None) -> None:
            self._send(by if sure else by._replace(hub=""))

        words = exchange()
        question = words.sure_metered.format(size=size)
        await self.app.push_screen(Confirm(question, yes=words.send_now, no=words.not_now), answered)

    def _send(self, by: Ways) -> None:
        register = self.session.register
        self.begin(lambda job: send_everywhere(register, by, job))

    async def do_by_stick(self) -> None:
        """Ask for the folder on the stick, with the last one in the line; Enter is enough when it is in."""
        register = self.session.register

        def read() -> str:
            from communedb.stores.settings import read_setting

            return read_setting(register.db, "exchange_folder")

        async def ask(usual: str) -> None:
            await self.app.push_screen(Ask(exchange().folder, value=usual, limit=_PATH_LIMIT), self._by_stick)

        self.run_in_thread(read, ask, group="ways", hold=True)

    def _by_stick(self, typed: str | None) -> None:
        if not typed:
            return
        register, folder = self.session.register, Path(typed)

        def work(job: Job) -> Report:
            job.turn_to(STICK)
            report = Report(stick=exchange_by_stick(register, folder, job))
            register.write(note_stick, str(folder))
            return report

        self.begin(work)

    def do_stop(self) -> None:
        """Stop what is under way."""
        self.stop_running()


def _name(line: Line) -> str:
    words = exchange()
    place = place_text(line.place, line.replica)
    if line.kind in {"station", "hub"}:
        return place
    return "! " + words.work[line.kind].format(count=number_text(line.count), place=place)


def _way(line: Line) -> str:
    return exchange().ways.get(line.fresh.way, "") if line.fresh else ""


def _to_send(line: Line) -> str:
    return number_text(line.to_send) if line.fresh and line.to_send else ""


def _key(line: Line) -> tuple[str, str]:
    return (line.kind, line.fresh.key if line.fresh else line.replica)
