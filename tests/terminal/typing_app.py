"""Two fields, a note and a choice, for `test_typing`; TYPING=stock makes them Textual's own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Input, Static

from communetui.app import CommuneApp
from communetui.screens.base import FormScreen
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from communetui.places import Place
    from communetui.scanning import Scanned
    from communetui.session import OfficerName, Session


class TypingForm(FormScreen[None]):
    NAME = "typing"
    scanned = ""

    def body(self) -> ComposeResult:
        yield Row(lambda: "A", Field(id="a"))
        yield Row(lambda: "B", Field(id="b", limit=12))
        yield Row(lambda: "C", Choice([Option(x, lambda x=x: x) for x in ("một", "hai", "ba")], id="c"))
        yield Row(lambda: "N", NoteArea(id="n"))
        yield Static("", markup=False, id="echo")

    def on_input_changed(self) -> None:
        self.echo()

    def on_text_area_changed(self) -> None:
        self.echo()

    def on_choice_changed(self) -> None:
        self.echo()

    def on_scanned(self, event: Scanned) -> None:
        event.stop()
        self.scanned = f"{'card' if event.card else 'code'} {event.text}"
        self.echo()

    def on_mount(self) -> None:
        self.echo()

    def why_not(self, _action: object) -> None:
        """Everything can be done here."""

    def do_back(self) -> None:
        self.query_one("#a", Field).value = ""
        self.query_one("#b", Field).value = ""
        self.query_one("#b", Field).clear_note()
        self.query_one("#c", Choice).value = "một"
        self.query_one("#n", NoteArea).value = ""
        self.scanned = ""
        self.query_one("#a").focus()
        self.echo()

    def echo(self) -> None:
        a, b = self.query_one("#a", Field).value, self.query_one("#b", Field).value
        c, n = self.query_one("#c", Choice).value, self.query_one("#n", NoteArea).value
        text = f"A={a}; B={b}; C={c}; N={n!r};\nseen={self.scanned};"
        self.query_one("#echo", Static).update(text)


class Desk:
    name = "Trần Thị B"
    roles = frozenset()

    def officers(self) -> Sequence[OfficerName]:
        return []

    def open_session(self, officer_id: str, passphrase: str) -> Session:
        return self

    def is_code(self, text: str) -> bool:
        return text.startswith("H57.")

    def keep_place(self, places: Sequence[Place]) -> None:
        pass

    def fresh_text(self, room: int) -> str:
        return ""

    def last_places(self) -> Sequence[Place]:
        return ()

    def is_blank(self, code: str) -> bool:
        return False

    def close(self) -> None:
        pass


class TypingApp(CommuneApp):
    def first_screen(self) -> TypingForm:
        self.session = Desk()
        return TypingForm()


class StockApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(id="a", select_on_focus=False)
        yield Input(id="b", select_on_focus=False)
        yield Static("", markup=False, id="echo")

    def on_input_changed(self) -> None:
        a, b = self.query_one("#a", Input).value, self.query_one("#b", Input).value
        self.query_one("#echo", Static).update(f"A={a}; B={b};")

    def on_mount(self) -> None:
        self.on_input_changed()


if os.environ.get("TYPING") == "stock":
    StockApp().run(mouse=False)
else:
    TypingApp(Desk()).run(mouse=False)
