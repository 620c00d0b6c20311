"""Taking scans for a dossier's papers from its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.dossier.offering import why_not_change_papers
from communetui.screens.base import BaseScreen
from communetui.strings.scans import scans
from communetui.widgets.dialogs import Confirm

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.desk.scans import Kept, Source
    from communetui.dossier.sections import Target
    from communetui.dossier.view import View


class ScanTaking(BaseScreen[None]):
    """The list of scans, what was taken from it, and whether its source may go."""

    view: View | None
    _kept_pages: dict[tuple[Path, str], frozenset[int]]

    if TYPE_CHECKING:

        @property
        def target(self) -> Target | None:
            """What is under the cursor."""

        def turn_to_papers(self) -> None:
            """Show the papers."""

    def start_scanning(self) -> None:
        """Nothing is kept of any scan yet."""
        self._kept_pages = {}

    async def do_open_scans(self) -> None:
        """Take a scan for the paper under the cursor, or for the dossier."""
        from communetui.screens.scans import ScansScreen

        view, why = self.view, why_not_change_papers(self.view)
        if view is None or why is not None:
            self.notice.error(why or "")
            return
        target = self.target
        paper = target.key if target is not None and target.kind == "paper" else None
        name = next((str(row["name"]) for row in view.dossier.papers if row["id"] == paper), "")

        async def taken(kept: Kept | None) -> None:
            if kept is not None:
                self.turn_to_papers()
                names = ", ".join(name for name, _ in kept.files)
                self.notice.tell(scans().taken.format(names=names, paper=name or scans().for_dossier))
                await self._offer_to_remove(kept)

        await self.app.push_screen(ScansScreen(view.dossier.id, paper, name), taken)

    async def _offer_to_remove(self, kept: Kept) -> None:
        """Ask whether the sources may go; they are kept, read back, and looked at once more before they do."""
        whole = [source for source in kept.sources if self._is_whole(source)]
        if not whole:
            return

        def work() -> int:
            from communedb.files.scan_folder import remove_scan

            for source in whole:
                remove_scan(source.path, source.digest)
            return len(whole)

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(work, self._removed, group="remove")

        words = scans()
        question = words.remove.format(names="\n".join(source.path.name for source in whole))
        await self.app.push_screen(Confirm(question, yes=words.remove_yes, no=words.remove_no), answered)

    def _is_whole(self, source: Source) -> bool:
        """Whether every page of it is kept by now, taken at once or bit by bit for several papers of this dossier."""
        key = (source.path, source.digest)
        self._kept_pages[key] = kept = self._kept_pages.get(key, frozenset()) | source.pages
        return 0 < source.count == len(kept)

    def _removed(self, count: int) -> None:
        self.notice.tell(scans().removed.format(count=count))
