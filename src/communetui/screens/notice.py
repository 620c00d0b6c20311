"""One notice to read: at its end, or by Enter, it is noted that this officer has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on

from communedb.desk.notices import mark_read
from communedb.journal.pen import Shown, shown_now
from communedb.stores.notices import Notice, Reader, read_notice, readers, task_of, unread
from communetui.notices.doing import NoticeActions
from communetui.notices.page import Page
from communetui.notices.told import facts, readers_text
from communetui.strings.notices import notices as words
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.register import Register


class _Read(NamedTuple):
    """What the page shows, and what had been shown of the register then."""

    notice: Notice
    readers: list[Reader]
    task: str | None
    seen: dict[str, Shown]


class NoticeScreen(NoticeActions):
    """Facts on top, the text, and who has read it below; Enter goes on to the next unread one."""

    NAME = "notice"
    AUTO_FOCUS = "#text"
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    NoticeScreen #facts { height: auto; max-height: 9; padding: 0 1; background: $panel; }
    NoticeScreen #text { padding: 1; }
    NoticeScreen #readers { height: auto; max-height: 4; padding: 0 1; background: $panel; }
    """

    def __init__(self, notice: str) -> None:
        super().__init__()
        self._key = notice
        self._found: _Read | None = None
        self._at_end = False
        self._noting = ""

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {"notice": self._key}

    def heading(self) -> str:
        """The title, and the number."""
        number = self._found.notice.number if self._found else ""
        return f"{words().page} {number}".rstrip()

    def body(self) -> ComposeResult:
        """Facts, text, readers."""
        yield Said(self._facts, id="facts")
        yield Page(self._text, id="text")
        yield Said(self._readers, id="readers")

    def notice_here(self) -> Notice | None:
        """The one that is read."""
        return self._found.notice if self._found else None

    def _facts(self) -> str:
        if self._found is None:
            return ""
        told = [(name, value) for name, value in facts(self._found.notice, self._found.task) if value]
        widest = max(len(name) for name, _ in told)
        return "\n".join(f"{name:<{widest}}  {value}" for name, value in told)

    def _text(self) -> str:
        return "" if self._found is None else self._found.notice.body or words().no_text

    def _readers(self) -> str:
        if self._found is None:
            return ""
        notice = self._found.notice
        unread_here = notice.active and notice.read_at is None and not self.session.read_only
        return readers_text(self._found.readers) + (f"\n{words().to_read}" if unread_here else "")

    # -- reading

    def on_mount(self) -> None:
        """Read it."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read again."""
        register, key = self.session.register, self._key
        self.run_in_thread(lambda: _read(register, key), self._show, group="read", hold=True)

    def _show(self, found: _Read) -> None:
        another = self._found is None or self._found.notice.id != found.notice.id
        self._found, self.seen = found, found.seen
        self.update_heading()
        for said in self.query("#facts, #readers").results(Said):
            said.retranslate()
        if another:
            self.query_one(Page).show_again()
        self.update_hints()

    @on(Page.EndShown)
    def note_read(self) -> None:
        """All of it has been in sight: note that it was read; Enter need not be pressed."""
        found = self._found
        if found is None or found.notice.read_at or not found.notice.active or self.session.read_only:
            return
        key = found.notice.id
        if self._noting == key:
            return
        self._noting, register = key, self.session.register
        self.run_in_thread(lambda: register.write(mark_read, key), lambda _: self.do_refresh(), group="note")

    def do_mark_read(self) -> None:
        """Note that it was read, and go on to the next unread one; back to where one came from after the last."""
        found, register = self._found, self.session.register
        if found is None:
            return
        stands, key = found.notice.active, found.notice.id

        def work() -> str:
            if stands:
                register.write(mark_read, key)
            return unread(register.db, register.officer.id).newest

        self.run_in_thread(work, self._go_on, group="note", hold=True)

    def _go_on(self, following: str) -> None:
        if not following or following == self._key:
            self.app.pop_screen()
            self.desk.tell(words().all_read if not following else words().read_now)
            return
        self._key = following
        self.do_refresh()
        self.desk.note_place()


def _read(register: Register, key: str) -> _Read:
    db, officer = register.db, register.officer.id
    seen = shown_now(db)
    notice = read_notice(db, key, officer)
    return _Read(notice, readers(db, key), task_of(db, notice.number), seen)
