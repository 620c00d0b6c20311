"""The app: screens one over the other, one session, one lock; it never touches the register on its own thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from textual import events

from communetui.faults import FaultsNoted
from communetui.keyorder import KeysInOrder
from communetui.news import News
from communetui.returning import at_place, places_of, screen_class
from communetui.scanned_code import open_code
from communetui.scanning import Scanned, Scanner, Stroke
from communetui.screens.base import BaseScreen
from communetui.screens.unlock import UnlockScreen
from communetui.strings.frame import frame
from communetui.strings.language import other, use
from communetui.theme import THEME
from communetui.widgets.control import Rewindable

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from textual.screen import Screen
    from textual.widget import Widget

    from communedb.domain.idcard import IdCard
    from communetui.scanning import Scan
    from communetui.session import Door, Session


_THREADS = 3
"""Threads for work that waits. Each that reads holds a connection of some 3 MB; one or two may wait for a printer."""


class CommuneApp(FaultsNoted, KeysInOrder[None], inherit_bindings=False):
    """The desk on the screen. `await app.show("intake")` opens a screen by its name.

    The screen `name` is the class `<Name>Screen` of the module `communetui.screens.<name>`, imported when it is first
    shown. Run it with `mouse=False`, so that the terminal's own selection of text works.
    """

    ENABLE_COMMAND_PALETTE = False
    ENABLE_SELECT_AUTO_SCROLL = False
    ALLOW_SELECT = False
    CSS = """
    * { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; }
    Input { scrollbar-size-horizontal: 0; }
    """

    def __init__(self, door: Door, *, fault_log: Path | None = None) -> None:
        super().__init__()
        self.door = door
        self.fault_log = fault_log
        self.session: Session | None = None
        self._locking = False
        self._scanner: Scanner[Widget | None] = Scanner(_is_card, door.is_code)
        self.animation_level = "none"
        self.register_theme(THEME)
        self.theme = THEME.name

    async def on_mount(self) -> None:
        """Show the first screen."""
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_THREADS, "desk"))
        await self.push_screen(self.first_screen())

    def first_screen(self) -> Screen[Any]:
        """The locked door."""
        return UnlockScreen()

    # -- sessions

    def begin(self, session: Session) -> None:
        """An officer has come in: nothing is on the screen but their home page."""
        self._start_over(self._enter(session))

    def do_lock(self) -> None:
        """Lock at once: what is typed is put away, the session and all that it showed are gone."""
        self._start_over(self._lock())

    def _start_over(self, change: Coroutine[Any, Any, None]) -> None:
        """Change all screens, as work of the app: they go, and would take their own work with them."""

        async def changing() -> None:
            try:
                await change
            finally:
                self.release_keys()

        self.hold_keys()
        self.run_worker(changing(), group="session")

    async def _enter(self, session: Session) -> None:
        await self._clear_screens()
        places = await asyncio.to_thread(session.last_places)
        self.session = session
        await self.show("home")
        for place in places:
            if (screen := at_place(place, self.screen)) is not None:
                await self.push_screen(screen)

    def note_place(self) -> None:
        """Remember the open screens for after a power cut."""
        if self.session is not None:
            self.session.keep_place(places_of(self.screen_stack))

    async def _lock(self) -> None:
        # The screens in front have no officer any more until they have gone: nothing is offered on them.
        self._locking = True
        session = self._part()
        await self._clear_screens()
        await self.push_screen(self.first_screen())
        self._locking = False
        if session is not None:
            await asyncio.to_thread(session.close)

    def _part(self) -> Session | None:
        """Forget the officer; what they were typing is kept by the screens under their name."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BaseScreen):
                screen.put_away()
        session, self.session = self.session, None
        self._scanner.forget()
        if self.clipboard:
            self.copy_to_clipboard("")  # the terminal's own too, where it listens
        return session

    async def _clear_screens(self) -> None:
        # Those below go first: none of them comes back to the front, where it would read from a session that is over.
        for below in self._screen_stack[1:-1]:
            self._screen_stack.remove(below)
            await self._replace_screen(below)
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    # -- screens

    @property
    def has_screen_below(self) -> bool:
        """Whether Escape leads anywhere: the lowest two are Textual's own and the home page."""
        return len(self.screen_stack) > 2

    async def show(self, name: str, **arguments: Any) -> None:
        """Show a screen; without arguments one that is already open comes back as it was left."""
        if not arguments:
            for screen in self.screen_stack:
                if isinstance(screen, BaseScreen) and name == screen.NAME:
                    screen.pop_until_active()
                    return
        await self.push_screen(self.make_screen(name, **arguments))

    @staticmethod
    def make_screen(name: str, **arguments: Any) -> Screen[Any]:
        """Import a screen's module, if this is the first time, and make the screen."""
        return screen_class(name)(**arguments)

    @property
    def _front(self) -> BaseScreen[Any] | None:
        """The screen in front; None when it is not one of ours, or when the app has ended and has none left."""
        stack = self.screen_stack
        return stack[-1] if stack and isinstance(stack[-1], BaseScreen) else None

    def tell(self, text: str) -> None:
        """Say on the screen that is now on top that something is done: what a form says when it has closed."""
        if (front := self._front) is not None:
            front.notice.tell(text)

    def tell_fault(self, text: str) -> None:
        """Say on the screen that is now on top what went wrong in the program itself."""
        if (front := self._front) is not None:
            front.notice.error(text)

    def note_news(self, rows: bool) -> None:
        """Something came from another station; may be called in any thread."""
        self.post_message(News(rows=rows))

    def on_news(self, event: News) -> None:
        """Show how fresh the others are, and what is in front as it is now; what is half typed stays."""
        if self.session is None or self._locking:
            return
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.update_heading()
        front = self._front
        if front is not None and event.rows and front.SHOWS_NEWS:
            front.do_refresh()
        elif front is not None:
            front.hear()

    # -- keys

    def before_key(self, event: events.Key | events.Paste) -> bool:
        """A key clears the notice; Enter may be the end of a scan."""
        screen = self._front
        if screen is None:
            return False
        screen.notice.clear()
        if self.session is None or isinstance(event, events.Paste):
            self._scanner.forget()
            return False
        return self._watch_scanner(event, screen)

    def _watch_scanner(self, event: events.Key, screen: BaseScreen[Any]) -> bool:
        if event.key == "enter":
            scan = self._scanner.entered()
            if scan is not None:
                self._take_back(scan)
                screen.post_message(Scanned(scan.text, card=scan.card))
            return scan is not None
        if event.key == "backspace":
            self._scanner.erased()
        elif event.is_printable and event.character:
            place = self.focused
            before = place.snapshot() if isinstance(place, Rewindable) else None
            self._scanner.typed(Stroke(event.character, event.time, place, before))
        else:
            self._scanner.forget()
        return False

    def _take_back(self, scan: Scan[Widget | None]) -> None:
        """Undo what the scanner typed, wherever it went."""
        for stroke in reversed(scan.strokes):
            if isinstance(stroke.place, Rewindable) and stroke.place.is_attached:
                stroke.place.restore(stroke.before)
        first = scan.strokes[0].place
        if first is not None and first.is_attached:
            self.screen.set_focus(first)

    def after_key(self) -> None:
        """Every key may have changed what can be done next."""
        if (front := self._front) is not None and not self._locking:
            front.update_hints()

    # -- what the actions of every screen do

    async def on_scanned(self, event: Scanned) -> None:
        """A scan that the screen did not take: a dossier code opens the dossier, an ID card the person's dossiers."""
        card = _card(event.text) if event.card else None
        if card is not None:
            await self.show("dossiers", search=card.number)
        elif isinstance(self.screen, BaseScreen):
            open_code(self.screen, event.text, lambda: self.show("dossier", code=event.text))

    async def do_help(self) -> None:
        """Explain the screen from which help was asked."""
        name = self.screen.NAME if isinstance(self.screen, BaseScreen) else ""
        await self.show("help", about=name)

    async def do_open(self) -> None:
        """Offer what has a letter in the menu of other work."""
        from communetui.actions.steps import letter_of
        from communetui.strings.everywhere import other_work
        from communetui.widgets.menu import Item, Menu

        below = self.screen
        if isinstance(below, BaseScreen):
            lettered = [(a, letter_of(a)) for a in below.actions if a.opens]
            items = [Item(a.id, a.text().name, letter, below.why_not(a)) for a, letter in lettered if letter]
            await self.push_screen(Menu(other_work(), items), lambda chosen: below.run_chosen(chosen and chosen[0]))

    def do_back(self) -> None:
        """Go to the screen below; a screen with unsaved input overrides this."""
        if self.has_screen_below:
            self.pop_screen()

    def do_language(self) -> None:
        """Speak the other language, on every open screen."""
        use(other())
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.retranslate()

    async def do_palette(self) -> None:
        """Offer every action by name."""
        from communetui.widgets.palette import Palette

        below = self.screen
        if isinstance(below, BaseScreen):
            await self.push_screen(Palette(below), below.run_chosen)

    async def do_jump(self) -> None:
        """Offer a letter for every control."""
        from communetui.widgets.jump import Jump

        await self.push_screen(Jump(self.screen))

    async def do_quit(self) -> None:
        """Close after asking."""
        from communetui.widgets.dialogs import Confirm

        await self.push_screen(Confirm(frame().quit_question), self._leave)

    async def _leave(self, sure: bool | None) -> None:
        if sure:
            session = self._part()
            if session is not None:
                await asyncio.to_thread(session.close)
            self.exit()


def _card(text: str) -> IdCard | None:
    """Read an ID card; asked only after twelve digits, so that its rules are not loaded at the start."""
    from communedb.domain.idcard import read_card

    return read_card(text)


def _is_card(text: str) -> bool:
    return _card(text) is not None
