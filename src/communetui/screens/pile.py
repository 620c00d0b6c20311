"""The pile: dossiers marked in the list or scanned one after the other, and what is done with all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from communedb.domain.act import HandOver
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.refusal import Refused
from communedb.stores.dossier import find_dossier
from communedb.stores.dossier_list import rows_of
from communedb.stores.officers import read_officers
from communetui.pile.doing import Doing
from communetui.pile.gathering import Gathering, gather
from communetui.pile.lines import PileLine, PileSource
from communetui.screens.base import BaseScreen
from communetui.strings.dossiers import dossiers
from communetui.strings.pile import pile_texts
from communetui.strings.reasons import reason_text
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.menu import Item, Menu
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.stores.dossier_list import DossierRow
    from communedb.stores.officers import Officer
    from communetui.pile.pile import Pile
    from communetui.register_session import RegisterSession
    from communetui.scanning import Scanned


class PileScreen(Doing, BaseScreen[None]):
    """The officer's pile, the last one on top. A scanned receipt is laid on it; F7 does something with all of it."""

    NAME = "pile"
    AUTO_FOCUS = "#pile"
    READS_AGAIN = True

    DEFAULT_CSS = """
    PileScreen #how { height: 1; text-style: italic; }
    PileScreen #detail { height: 3; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._scans: list[str] = []
        self._finding = False

    @property
    def session(self) -> RegisterSession:
        """The officer's session."""
        return self.desk.session  # type: ignore[return-value]  # the only kind there is

    @property
    def pile(self) -> Pile:
        """What lies on it."""
        return self.session.pile

    @property
    def _list(self) -> PagedList[PileLine]:
        return self.query_one("#pile", PagedList)

    def heading(self) -> str:
        """How many there are."""
        return pile_texts().title.format(count=len(self.pile))

    def body(self) -> ComposeResult:
        """How it is filled, the dossiers, and what the columns have no room for."""
        yield Said(lambda: f" {pile_texts().how}", id="how")
        yield PagedList[PileLine](
            [
                Column(lambda: pile_texts().number, lambda one: str(one.number), 4, right=True),
                Column(lambda: dossiers().code, lambda one: one.line.row.code, 20),
                Column(lambda: dossiers().applicant, lambda one: one.line.row.applicant_name, 18, grow=True),
                Column(
                    lambda: dossiers().procedure, lambda one: one.line.row.procedure_name, 12, grow=True, from_width=118
                ),
                Column(lambda: pile_texts().status, lambda one: one.told, 26, grow=True),
                Column(lambda: dossiers().holder, lambda one: one.line.holder_short, 12, from_width=100),
            ],
            id="pile",
            empty=lambda: pile_texts().empty,
        )
        yield Said(self._detail, id="detail")

    def _detail(self) -> str:
        one = self._list.row if self.is_mounted else None
        if one is None:
            return ""
        row = one.line.row
        lines = [f"{row.procedure_code} {row.procedure_name}".strip()]
        lines.append(pile_texts().detail.format(due=one.line.due_in_full, hands=one.line.hands))
        if one.refusal is not None:
            lines.insert(0, f"! {reason_text(one.refusal)}")
        return "\n".join(f" {line}" for line in lines)

    # -- showing

    def on_mount(self) -> None:
        """Show what was marked before."""
        self.show_again()

    def do_refresh(self) -> None:
        """Read again what is in sight."""
        self.show_again()

    def show_again(self) -> None:
        """The pile has changed: show it from the last one laid down."""
        if self.desk.session is None:
            return
        self._list.show(PileSource(self.session.register, self.pile))
        self.update_heading()
        self.update_hints()

    @on(PagedList.Moved, "#pile")
    def tell_detail(self) -> None:
        """Say of the row under the cursor what the columns have no room for."""
        self.query_one("#detail", Said).retranslate()

    @on(PagedList.Selected, "#pile")
    async def open_dossier(self, event: PagedList.Selected) -> None:
        """Open the dossier under the cursor."""
        await self.desk.show("dossier", dossier=event.row.dossier)

    def retranslate(self) -> None:
        """Rows are words, too."""
        super().retranslate()
        self._list.refresh()

    # -- laying on and taking off

    def on_scanned(self, event: Scanned) -> None:
        """A receipt is laid on the pile; an ID card is left to the app."""
        if not event.card:
            event.stop()
            self._lay(event.text)

    async def do_add_code(self) -> None:
        """Type the code of a receipt that no scanner reads."""
        await self.app.push_screen(Ask(pile_texts().ask_code), lambda code: self._lay(code) if code else None)

    def _lay(self, code: str) -> None:
        """One after the other, in the order of the scans, however fast they come."""
        self._scans.append(code)
        if not self._finding:
            self._find_next()

    def _find_next(self) -> None:
        self._finding = bool(self._scans)
        if not self._scans:
            return
        code, register = self._scans.pop(0), self.session.register

        def work() -> DossierRow | None:
            found = rows_of(register.db, [find_dossier(register.db, code)])
            return found[0] if found else None

        def unknown(_: Refused) -> None:
            self.notice.error(pile_texts().unknown.format(code=code))
            self._find_next()

        # F7 typed right behind a scan is for a pile that holds it.
        self.run_in_thread(work, self._found, refused=unknown, group="scan", hold=True)

    def _found(self, row: DossierRow | None) -> None:
        words, pile = pile_texts(), self.pile
        if row is not None and row.dossier in pile:
            number = list(pile).index(row.dossier) + 1
            self.notice.warn(words.twice.format(code=row.code, number=number))
        elif row is not None:
            try:
                pile.add(row.dossier)
                self.notice.tell(words.added.format(number=len(pile), code=row.code, name=row.applicant_name))
            except Refused as refusal:
                self.refuse(refusal)
            self.show_again()
        self._find_next()

    def do_remove(self) -> None:
        """Take the one under the cursor off."""
        one = self._list.row
        if one is not None:
            self.pile.discard(one.dossier)
            self.notice.tell(pile_texts().removed.format(code=one.line.row.code))
            self._list.reload(PileSource(self.session.register, self.pile))
            self.update_heading()

    async def do_clear(self) -> None:
        """Take all off, after asking."""
        await self.app.push_screen(Confirm(pile_texts().clear_sure.format(count=len(self.pile))), self._clear)

    def _clear(self, sure: bool | None) -> None:
        if sure:
            self.pile.clear()
            self.show_again()

    def do_absent(self) -> None:
        """Lay the open dossiers of somebody who is absent on the pile."""
        register = self.session.register
        self.run_in_thread(
            lambda: read_officers(register.db, active_only=False), self._choose_absent, group="officers", hold=True
        )

    async def _choose_absent(self, officers: list[Officer]) -> None:
        items = [Item(officer.id, officer.name) for officer in officers]
        await self.app.push_screen(Menu(pile_texts().choose_absent, items), self._gather_absent)

    def _gather_absent(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            self.purpose = HandOver.ABSENCE
            wanted = DossierFilter(officer=chosen[0], open_only=True)
            gather(self, self.pile, Gathering(self.session.register, wanted), self.show_again)
