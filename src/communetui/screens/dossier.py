"""One dossier: everything about it, and what its state and the officer's roles allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.refusal import Reason, Refused
from communedb.stores.dossier import find_dossier
from communetui.dossier import offering
from communetui.dossier.copying import Copying
from communetui.dossier.course import event_entries, history_entries
from communetui.dossier.filing import Filing
from communetui.dossier.head import head_text
from communetui.dossier.printing import Printing
from communetui.dossier.scanned import ScanTaking
from communetui.dossier.sections import Section, Target, info_entries, paper_entries, section_bar
from communetui.dossier.stepping import Stepping
from communetui.dossier.view import View, read_view
from communetui.scanned_code import open_code
from communetui.screens.sectioned import SectionedScreen
from communetui.strings.dossier import dossier
from communetui.widgets.entries import Entries
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.reports.contested import Contested
    from communetui.scanning import Scanned

_MADE = {
    Section.INFO: info_entries,
    Section.PAPERS: paper_entries,
    Section.EVENTS: event_entries,
    Section.HISTORY: history_entries,
}
_LABEL_WIDTHS = {Section.INFO: 22, Section.PAPERS: 13, Section.EVENTS: 16, Section.HISTORY: 16}


class DossierScreen(Stepping, Filing, ScanTaking, Printing, Copying, SectionedScreen[Section]):
    """A head that stays in sight, and below it one section at a time. Opened by a code, or by the dossier's key."""

    NAME = "dossier"
    AUTO_FOCUS = "#entries"
    MADE = _MADE
    LABEL_WIDTHS = _LABEL_WIDTHS
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    DossierScreen #head { height: auto; max-height: 11; text-wrap: nowrap; text-overflow: ellipsis; }
    DossierScreen #sections { height: 1; background: $panel; text-style: bold; }
    """

    def __init__(self, code: str | None = None, dossier: str | None = None) -> None:
        super().__init__()
        self._code = code
        self._key = dossier
        self.start_sections(Section.INFO)
        self.start_filing()
        self.start_scanning()

    def place(self) -> dict[str, Any] | None:
        """The dossier."""
        key = self._key or (self.view.dossier.id if self.view else None)
        return {"dossier": key} if key else {"code": self._code}

    def heading(self) -> str:
        """The dossier's code."""
        code = self.view.dossier.code if self.view else self._code or ""
        return f"{dossier().title} {code}".rstrip()

    def body(self) -> ComposeResult:
        """Head, sections, entries."""
        yield Said(lambda: head_text(self.view) if self.view else f" {dossier().reading}", id="head")
        yield Said(lambda: section_bar(self.view, self._section) if self.view else "", id="sections")
        yield Entries(id="entries", empty=self._nothing)

    def _nothing(self) -> str:
        if self.view is None:
            return ""
        return dossier().no_papers if self._section is Section.PAPERS else dossier().no_events

    # -- reading

    def on_mount(self) -> None:
        """Find the dossier and read it."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the dossier again."""
        self.run_in_thread(self.reread, self._show, refused=self._not_found, group="read")

    def reread(self) -> View:
        """The dossier as it is now; from a thread."""
        register = self.session.register
        key = self._key or find_dossier(register.db, self._code or "")
        return read_view(register, key)

    def reread_if_stale(self, refusal: Refused) -> None:
        """Another officer was quicker: what is behind the form is no longer true."""
        if refusal.reason in {Reason.STEP_NOT_ALLOWED, Reason.DOSSIER_VOIDED, Reason.PROCEDURE_ALREADY_MATCHED}:
            self.do_refresh()

    def _show(self, view: View) -> None:
        another = self.view is None or self.view.dossier.id != view.dossier.id
        self.view = view
        self._key, self._code = view.dossier.id, view.dossier.code
        if another:
            self._places.clear()
        self.paint(turned=another)

    def _not_found(self, refusal: Refused) -> None:
        self.refuse(refusal)
        if self.view is None:
            self.query_one("#head", Said).update(f" {dossier().nothing_open}")
        else:
            self._key, self._code = self.view.dossier.id, self.view.dossier.code

    def turn_to_papers(self) -> None:
        """Show the papers, where a file or paper that was just added stands."""
        self.turn_to(Section.PAPERS)

    # -- choosing and scanning

    @on(Entries.Selected)
    async def choose(self, event: Entries.Selected) -> None:
        """Enter corrects a fact, changes a paper, opens a file."""
        target = self.target
        if target is None:
            self.notice.warn(dossier().not_a_choice)
        elif contested := self._contested_at(target):
            await self._show_contested(contested)
        elif target.kind == "feedback":
            await self.desk.show("concern", feedback=target.key)
        elif target.kind == "file":
            await self.action_act("open_file")
        elif target.kind == "paper":
            await self.change_paper(target.key)
        else:
            await self.begin_correction(target.key)

    def _contested_at(self, target: Target) -> list[Contested]:
        """The fields behind an entry for which values differ: before anything else one of them is to be chosen."""
        if self.view is None:
            return []
        row, column = (self.view.dossier.id, target.key) if target.kind == "field" else (target.key, "")
        found = [one for one in self.view.contested if one.conflict.row == row]
        return [one for one in found if not column or one.conflict.column == column]

    async def _show_contested(self, contested: list[Contested]) -> None:
        conflict = contested[0].conflict
        if len(contested) == 1:
            await self.desk.show("conflict", row=conflict.row, column=conflict.column)
        else:
            await self.desk.show("conflicts", rows=[conflict.row])

    def on_scanned(self, event: Scanned) -> None:
        """A dossier's code shows that dossier here; an ID card is left to the app."""
        if not event.card:
            event.stop()
            open_code(self, event.text, lambda: self._show_code(event.text))

    def _show_code(self, code: str) -> None:
        self._key, self._code = None, code
        self.do_refresh()

    # -- what can be done

    def why_not_step(self, name: str) -> str | None:
        """Why a step is not possible."""
        return offering.why_not_step(self.view, name)

    def why_not_write(self) -> str | None:
        """Why nothing can be changed."""
        return offering.why_not_write(self.view)

    def why_not_read(self) -> str | None:
        """Why nothing can be looked at."""
        return offering.why_not_read(self.view)

    def put_away(self) -> None:
        """Locked: no decrypted copy stays."""
        self.end_filing()

    def on_unmount(self) -> None:
        """Left: no decrypted copy stays."""
        self.end_filing()
