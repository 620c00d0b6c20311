"""A form in front of a screen: a few values, one piece of work, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from communedb.domain.idcard import read_card
from communedb.domain.refusal import Reason, Refused
from communetui.screens.base import FormScreen
from communetui.strings.entry import entry
from communetui.strings.frame import frame
from communetui.widgets.control import Rewindable
from communetui.widgets.dialogs import Confirm
from communetui.widgets.field import Field
from communetui.widgets.row import Row
from communetui.widgets.said import Said
from communetui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from communetui.scanning import Scanned
    from communetui.strings.language import Text
    from communetui.widgets.control import Entered

ResultT = TypeVar("ResultT")


def _value(control: Any) -> Any:
    return control.ticked if isinstance(control, Ticks) else control.value


def _always(_given: Mapping[str, Any]) -> bool:
    return True


@dataclass(frozen=True)
class Part:
    """One value of a form: its name, its label, its control, and how it is read (`Refused` is said beside it).

    A part stands there only while `shown` says so of the values above it. An `aside` is passed over by Enter.
    """

    name: str
    label: Text
    control: Widget
    read: Callable[[Any], Any] = _value
    shown: Callable[[Mapping[str, Any]], bool] = _always
    aside: bool = False


@dataclass(frozen=True)
class CardParts:
    """Which parts a scanned ID card fills."""

    name: str
    number: str


class EntryForm(FormScreen[ResultT]):
    """Ask for `parts` and do `work` with their values: `await app.push_screen(EntryForm(...), then)`.

    `work` runs in a thread; what it gives is the form's answer (None: given up). When it is refused the form stays as
    it was typed, says why, and `refused` is told. `about` stands above the first row.
    """

    NAME = "entry"
    IN_SESSION = False

    DEFAULT_CSS = """
    EntryForm #about { height: auto; margin: 1 1; }
    EntryForm Row { padding-left: 1; }
    """

    def __init__(
        self,
        title: Text,
        parts: Sequence[Part],
        work: Callable[[dict[str, Any]], ResultT],
        *,
        about: Text = lambda: "",
        refused: Callable[[Refused], object] = lambda _: None,
        card: CardParts | None = None,
        help_about: str = "dossier",
    ) -> None:
        super().__init__()
        self._title = title
        self._parts = tuple(parts)
        self._work = work
        self._about = about
        self._told_refusal = refused
        self._card = card
        self._help_about = help_about
        self._at_first: list[object] = []
        self._saving = False

    def heading(self) -> str:
        """What is being done."""
        return self._title()

    def body(self) -> ComposeResult:
        """A row for each part."""
        yield Said(self._about, id="about")
        for part in self._parts:
            yield Row(part.label, part.control, id=f"row-{part.name}")

    def on_mount(self) -> None:
        """Start in the first part."""
        self.query_one("#about").display = bool(self._about())
        self._show_parts()
        self._at_first = self._snapshots()
        for part in self._parts:
            if part.control.focusable:
                part.control.focus()
                break

    def say_about(self) -> None:
        """What stands above the first row has changed."""
        self.query_one("#about", Said).retranslate()

    @property
    def focus_chain(self) -> list[Widget]:
        """The controls in the order of the parts.

        Textual sorts by where widgets stand, and a row that has just appeared stands nowhere before the next layout: in
        a burst of keys Tab would go astray.
        """
        rows = ((part.control, part.control.parent) for part in self._parts)
        return [control for control, row in rows if isinstance(row, Row) and row.display and control.focusable]

    def part(self, name: str) -> Part | None:
        """The part of this name."""
        return next((part for part in self._parts if part.name == name), None)

    # -- reading

    def _show_parts(self) -> None:
        """Show the parts that the values ask for."""
        given: dict[str, Any] = {}
        for part in self._parts:
            shown = part.shown(given)
            self.query_one(f"#row-{part.name}").display = shown
            if shown:
                given[part.name] = _value(part.control)

    def on_choice_changed(self) -> None:
        """A choice may ask for other parts."""
        self._show_parts()

    def _given(self) -> dict[str, Any] | None:
        """All values; None if one cannot be read, which its row says."""
        given: dict[str, Any] = {}
        for part in self._parts:
            Row.note_at(part.control, "")
            if not part.shown(given):
                continue
            try:
                given[part.name] = part.read(part.control)
            except Refused as refusal:
                self._point_at(part, refusal)
                return None
        return given

    def _snapshots(self) -> list[object]:
        return [p.control.snapshot() for p in self._parts if isinstance(p.control, Rewindable)]

    def _typed_something(self) -> bool:
        # A snapshot tells the cursor's place too; only what is typed counts.
        return any(_content(now) != _content(then) for now, then in zip(self._snapshots(), self._at_first, strict=True))

    # -- saving

    def on_entered(self, event: Entered) -> None:
        """Enter goes on; after the last part that is not an aside it saves."""
        event.stop()
        event.prevent_default()
        ahead = self.focus_chain
        here = ahead.index(event.sender) if event.sender in ahead else -1
        asides = {part.control for part in self._parts if part.aside}
        if all(control in asides for control in ahead[here + 1 :]):
            self.do_save()
        else:
            self.focus_next()

    def do_save(self) -> None:
        """Do the work; keys typed meanwhile belong to what comes after."""
        given = None if self._saving else self._given()
        if given is not None:
            self._saving = True
            self.run_in_thread(lambda: self._work(given), self._done, refused=self._refused, hold=True)

    def _done(self, result: ResultT) -> None:
        self.dismiss(result)

    def _refused(self, refusal: Refused) -> None:
        self._saving = False
        names = [str(refusal.facts.get("field", "")), *str(refusal.facts.get("needs", "")).split(", ")]
        part = next((found for found in map(self.part, names) if found is not None), None)
        if part is None and refusal.reason is Reason.REASON_MISSING:
            part = self.part("reason")
        if part is not None:
            self._point_at(part, refusal)
        else:
            self.refuse(refusal)
        self._told_refusal(refusal)

    def _point_at(self, part: Part, refusal: Refused) -> None:
        from communetui.strings.reasons import reason_text

        needed = refusal.reason is Reason.STEP_NEEDS_MORE
        Row.note_at(part.control, f"! {entry().field_missing if needed else reason_text(refusal)}")
        part.control.focus()

    # -- leaving

    async def do_help(self) -> None:
        """Explain the screen behind the form."""
        await self.desk.show("help", about=self._help_about)

    async def do_back(self) -> None:
        """Give up, after asking if something was typed."""
        if self._typed_something():
            words = entry()
            await self.app.push_screen(Confirm(words.give_up, yes=words.throw_away, no=words.go_on), self._give_up)
        else:
            self.dismiss(None)

    def _give_up(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    async def on_scanned(self, event: Scanned) -> None:
        """An ID card fills its parts; a code is what belongs into the field, however fast it came."""
        event.stop()
        if not event.card:
            if isinstance(self.focused, Field):
                self.focused.insert_text_at_cursor(event.text)
                await self.focused.action_submit()
            return
        card = read_card(event.text) if self._card else None
        if card is None or self._card is None:
            self.notice.error(frame().unknown_scan)
            return
        for name, value in ((self._card.name, card.name), (self._card.number, card.number)):
            part = self.part(name)
            if part is not None and isinstance(part.control, Field) and value:
                part.control.value = value


def _content(snapshot: object) -> object:
    """What a control holds, without the cursor."""
    return snapshot[0] if isinstance(snapshot, tuple) else snapshot
