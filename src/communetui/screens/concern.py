"""One piece of feedback, or one difficulty: everything about it, and what its state and the officer's roles allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.feedback import SubjectKind
from communedb.domain.refusal import Reason
from communedb.stores.procedures import procedure_on
from communetui.dossier.copies import OpenedCopies, show_copy
from communetui.feedback import offering
from communetui.feedback.sections import (
    Section,
    event_entries,
    head_text,
    history_entries,
    info_entries,
    section_bar,
)
from communetui.feedback.stepping import Stepping
from communetui.feedback.view import View, read_view
from communetui.screens.sectioned import SectionedScreen
from communetui.strings.concern import concern
from communetui.strings.dossier import dossier
from communetui.strings.feedback_values import feedback_values
from communetui.widgets.entries import Entries
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.domain.procedure import Procedure
    from communedb.domain.refusal import Refused

_MADE = {Section.INFO: info_entries, Section.EVENTS: event_entries, Section.HISTORY: history_entries}
_STALE = frozenset({Reason.FEEDBACK_STEP_NOT_ALLOWED, Reason.FEEDBACK_VOIDED, Reason.FEEDBACK_ALREADY_ESCALATED})


class ConcernScreen(Stepping, SectionedScreen[Section]):
    """A head that stays in sight, and below it one section at a time."""

    NAME = "concern"
    AUTO_FOCUS = "#entries"
    MADE = _MADE
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    ConcernScreen #head { height: auto; max-height: 10; padding-right: 1; }
    ConcernScreen #sections { height: 1; background: $panel; text-style: bold; }
    """

    def __init__(self, feedback: str) -> None:
        super().__init__()
        self._key = feedback
        self.start_sections(Section.INFO)
        self._copies = OpenedCopies()

    def place(self) -> dict[str, Any] | None:
        """Which one."""
        return {"feedback": self._key}

    def heading(self) -> str:
        """Its code."""
        if self.view is None:
            return concern().one
        category = self.view.feedback.row["category"]
        return f"{feedback_values().category.get(category, category)} {self.view.feedback.code}"

    def body(self) -> ComposeResult:
        """Head, sections, entries."""
        yield Said(lambda: head_text(self.view) if self.view else f" {concern().reading}", id="head")
        yield Said(lambda: section_bar(self.view, self._section) if self.view else "", id="sections")
        yield Entries(id="entries", empty=lambda: "")

    # -- reading

    def on_mount(self) -> None:
        """Read it."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read again."""
        self.run_in_thread(self.reread, self._show, group="read")

    def reread(self) -> View:
        """It as it is now; from a thread."""
        return read_view(self.session.register, self._key)

    def reread_if_stale(self, refusal: Refused) -> None:
        """Another officer was quicker: what is behind the form is no longer true."""
        if refusal.reason in _STALE:
            self.do_refresh()

    def _show(self, view: View) -> None:
        is_first = self.view is None
        self.view = view
        self.paint(turned=is_first)

    # -- choosing

    @on(Entries.Selected)
    async def choose(self) -> None:
        """Enter corrects a fact, opens a file, other feedback, or what it is about."""
        target = self.target
        if target is None:
            self.notice.warn(concern().not_a_choice)
        elif target.kind == "feedback":
            await self.desk.show("concern", feedback=target.key)
        elif target.kind == "subject":
            await self.do_open_subject()
        elif target.kind == "file":
            self.do_open_file()
        elif self.view is not None and self.view.is_contested(target.key):
            await self.desk.show("conflict", row=self._key, column=target.key)
        else:
            await self.begin_correction(target.key)

    async def do_open_subject(self) -> None:
        """Show the dossier, procedure or task that it is about."""
        view, register = self.view, self.session.register
        if view is None:
            return
        kind, subject = view.feedback.row["subject_kind"], view.feedback.row["subject"]
        if kind == SubjectKind.DOSSIER:
            await self.desk.show("dossier", dossier=subject)
        elif kind == SubjectKind.TASK:
            await self.desk.show("task", task=subject)
        elif kind == SubjectKind.PROCEDURE:
            self.run_in_thread(
                lambda: procedure_on(register.db, subject, view.today), self._show_procedure, group="subject"
            )
        else:
            self.notice.warn(concern().no_subject)

    async def _show_procedure(self, procedure: Procedure) -> None:
        await self.desk.show("procedure", procedure=procedure)

    # -- what can be done

    def why_not_write(self) -> str | None:
        """Why nothing can be changed."""
        return offering.why_not_write(self.view)

    def why_not_read(self) -> str | None:
        """Why nothing can be looked at."""
        return concern().nothing_open if self.view is None else None

    def why_not_subject(self) -> str | None:
        """Why there is no dossier, procedure or task to open."""
        return self.why_not_read() or (None if self.view and self.view.subject else concern().no_subject)

    # -- files

    async def do_attach(self) -> None:
        """Attach a file."""
        from communetui.feedback.forms import attach_form

        if self.view is None:
            return
        form = attach_form(self.view, self.session.register, self.reread_if_stale)
        words = concern().attached
        await self.app.push_screen(form, lambda name: self.notice.tell(words.format(name=name)) if name else None)

    def do_open_file(self) -> None:
        """Open the file under the cursor."""
        target, view = self.target, self.view
        files = view.feedback.attachments if view is not None and target is not None else []
        file = next((one for one in files if target is not None and one["id"] == target.key), None)
        if file is None:
            self.notice.error(dossier().not_a_file)
            return
        show_copy(self, self._copies, file)

    def put_away(self) -> None:
        """Locked: no decrypted copy stays."""
        self._copies.clear()

    def on_unmount(self) -> None:
        """Left: no decrypted copy stays."""
        self._copies.clear()
