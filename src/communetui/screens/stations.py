"""The stations that exchange with each other: enrolled after a fingerprint was compared, revoked when one is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from communedb.domain.refusal import Refused
from communetui.exchange.enrolled import EnrolledLine, read_enrolled
from communetui.exchange.enrolling import (
    LIST_NAME,
    REQUEST_NAME,
    accept_file,
    join_file,
    newest,
    print_fingerprint,
    read_file,
    write_request,
)
from communetui.exchange.names import member_name, place_name
from communetui.exchange.qr import qr_lines
from communetui.screens.base import BaseScreen
from communetui.screens.entry import EntryForm, Part
from communetui.strings.exchange import exchange
from communetui.strings.forms import waits_text
from communetui.strings.stations import stations
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from communedb.register import Register
    from communesync.keys.key_list import KeyList
    from communetui.exchange.enrolled import Enrolled
    from communetui.printing.plain.print_plain import Plain

T = TypeVar("T")

_PATH_LIMIT = 500
_DIGITS_LIMIT = 400


class StationsScreen(BaseScreen[None]):
    """The list in force on top of what can be done with it; the own fingerprint stands over it to be read out."""

    NAME = "stations"
    AUTO_FOCUS = "#stations"
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    StationsScreen #own { height: auto; max-height: 4; text-style: bold; }
    StationsScreen #qr { height: auto; display: none; width: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._read: Enrolled | None = None

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return stations().title

    def body(self) -> ComposeResult:
        """The own fingerprint, its square code when it is asked for, and the list."""
        yield Said(self._own, id="own")
        yield Said(self._qr, id="qr")
        yield PagedList[EnrolledLine](
            [
                Column(lambda: stations().station, lambda line: line.name, 24, grow=True),
                Column(lambda: stations().role, lambda line: line.role, 14),
                Column(lambda: stations().state, lambda line: line.state, 18),
                Column(lambda: stations().key, lambda line: line.member.key[:8], 8),
            ],
            id="stations",
        )

    def _own(self) -> str:
        read, words = self._read, stations()
        if read is None:
            return ""
        told = [words.fingerprint.format(fingerprint=read.own.fingerprint)]
        if not any(line.me for line in read.lines):
            told.append(words.not_listed)
        elif read.issues_here:
            told.append(words.issuer_here.format(version=read.version))
        else:
            told.append(words.issuer_elsewhere.format(version=read.version, issuer=read.issuer))
        return "\n".join(f" {line}" for line in told)

    def _qr(self) -> str:
        if self._read is None or not self.query_one("#qr").display:
            return ""
        return "\n".join(f"  {line}" for line in qr_lines(self._read.own.qr))

    @property
    def _list(self) -> PagedList[EnrolledLine]:
        return self.query_one("#stations", PagedList)

    # -- reading

    def on_mount(self) -> None:
        """Read the list."""
        self._run(read_enrolled, self._show, hold=True)

    def on_screen_resume(self) -> None:
        """A form may have changed it."""
        if self._read is not None:
            self.do_refresh()

    def do_refresh(self) -> None:
        """Read the list again."""
        self._run(read_enrolled, self._show)

    def _run(self, work: Callable[[Register], T], then: Callable[[T], object], *, hold: bool = False) -> None:
        register = self.session.register
        self.run_in_thread(lambda: work(register), then, group=getattr(work, "__name__", "work"), hold=hold)

    def _show(self, read: Enrolled) -> None:
        first, self._read = self._read is None, read
        rows = RowsInMemory(read.lines, lambda line: (line.member.key, line.member.recipient))
        (self._list.show if first else self._list.reload)(rows)
        self.query_one("#own", Said).retranslate()

    # -- the own fingerprint

    def do_show_qr(self) -> None:
        """Show the square code over the list, or take it away again."""
        qr = self.query_one("#qr", Said)
        qr.display = not qr.display
        # The code needs nearly all lines of a small screen.
        self._list.display = not qr.display
        qr.retranslate()
        if self._list.display:
            self._list.focus()

    def do_print_fingerprint(self) -> None:
        """Print the page with the fingerprint."""
        name = exchange().station.format(number=self.session.register.by.station_number)

        def tell(done: Plain) -> None:
            if done.sent.printed:
                self.notice.tell(stations().printed)
            else:
                self.notice.warn(stations().saved_only.format(path=done.path, why=waits_text(done.sent)))

        self._run(lambda register: print_fingerprint(register, name), tell)

    # -- enrolling

    async def do_make_request(self) -> None:
        """Ask where to, and write the enrolment file."""

        def answered(typed: str | None) -> None:
            if typed:
                self._run(lambda register: write_request(register, Path(typed)), self._requested)

        await self.app.push_screen(
            Ask(stations().request_folder, value=self._folder, limit=_PATH_LIMIT), answered
        )  # fmt: skip

    def _requested(self, file: Path) -> None:
        self.notice.tell(stations().requested.format(file=file))

    async def do_accept_request(self) -> None:
        """Take an enrolment file: first which, then whose, with the fingerprint to be typed."""
        await self._ask_file(stations().accept_file, REQUEST_NAME, self._compare_request)

    async def _compare_request(self, file: Path) -> None:
        from communesync.keys.enrolment import read_request

        asked, register = read_request(read_file(file), file.name), self.session.register
        station = place_name(asked.name, asked.station)

        def saved(done: tuple[KeyList, Path] | None) -> None:
            if done is not None:
                self.notice.tell(stations().accepted.format(station=station, file=done[1]))

        form: EntryForm[tuple[KeyList, Path]] = EntryForm(
            lambda: stations().title,
            [_compared()],
            lambda given: accept_file(register, file, given["compared"]),
            about=lambda: stations().compare_accept.format(station=station, unit=asked.unit),
            help_about="stations",
        )
        await self.app.push_screen(form, saved)

    async def do_join_list(self) -> None:
        """Take the list of another issuer."""
        await self._ask_file(stations().join_file, LIST_NAME, self._compare_list)

    async def _compare_list(self, file: Path) -> None:
        from communesync.keys.key_list import parse_list

        keys, register = parse_list(read_file(file), file.name), self.session.register
        issuer = keys.member(keys.issuer)
        name = "" if issuer is None else member_name(issuer)

        def saved(done: KeyList | None) -> None:
            if done is not None:
                self.notice.tell(stations().joined.format(version=done.version, count=len(done.members)))

        form: EntryForm[KeyList] = EntryForm(
            lambda: stations().title,
            [_compared()],
            lambda given: join_file(register, file, given["compared"]),
            about=lambda: stations().compare_join.format(issuer=name, count=len(keys.members)),
            help_about="stations",
        )
        await self.app.push_screen(form, saved)

    async def _ask_file(self, question: str, kind: str, then: Callable[[Path], Any]) -> None:
        """Ask for a file; the newest of its kind on the usual stick stands there already."""
        folder = self._folder
        found = newest(Path(folder), kind) if folder else None

        async def answered(typed: str | None) -> None:
            if not typed:
                return
            file = Path(typed)
            if file.is_dir():
                file = newest(file, kind) or file / kind
            if not file.is_file():
                self.notice.error(stations().no_file.format(path=file))
                return
            try:
                await then(file)
            except Refused as refusal:
                self.refuse(refusal)

        await self.app.push_screen(Ask(question, value=str(found or folder), limit=_PATH_LIMIT), answered)

    @property
    def _folder(self) -> str:
        return self._read.folder if self._read else ""

    # -- ending

    async def do_revoke(self) -> None:
        """Revoke the station under the cursor, after asking."""
        line = self._list.row
        if line is None or line.me or not line.member.key:
            self.notice.warn(stations().nothing_to_revoke)
            return

        def work(register: Register) -> KeyList:
            from communesync.keys.issuing import revoke

            return revoke(register, line.member.key)

        def answered(sure: bool | None) -> None:
            if sure:
                self._run(work, lambda _: self._changed(stations().revoked_now.format(station=line.name)))

        await self.app.push_screen(Confirm(stations().sure_revoke.format(station=line.name)), answered)

    async def do_rotate(self) -> None:
        """Give this station another key, after asking."""

        def work(register: Register) -> None:
            from communesync.keys.station import rotate

            rotate(register)

        def answered(sure: bool | None) -> None:
            if sure:
                self._run(work, lambda _: self._changed(stations().rotated))

        await self.app.push_screen(Confirm(stations().sure_rotate), answered)

    def _changed(self, told: str) -> None:
        self.notice.tell(told)
        self.do_refresh()


def _compared() -> Part:
    field = Field(limit=_DIGITS_LIMIT, hint=lambda: stations().compare_hint)
    return Part("compared", lambda: stations().compared, field, lambda control: control.value.strip())
