"""One piece of feedback, or one difficulty: everything about it, and what its state and the officer's roles allow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.feedback import SubjectKind
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_steps import STEPS
from communedb.domain.refusal import Reason
from communedb.stores.procedures import procedure_on
from communetui.actions.concern import LETTERS, STEP_ACTIONS, letter_of
from communetui.dossier.copies import OpenedCopies
from communetui.dossier.told import moment_text
from communetui.feedback import offering
from communetui.feedback.sections import (
    Section,
    Target,
    event_entries,
    head_text,
    history_entries,
    info_entries,
    section_bar,
)
from communetui.feedback.view import View, read_view
from communetui.screens.base import BaseScreen
from communetui.strings.dossier import dossier
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values
from communetui.strings.findings import finding_text
from communetui.widgets.dialogs import Confirm
from communetui.widgets.entries import Entries
from communetui.widgets.menu import Item, Menu
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.desk.feedback import FeedbackDone
    from communedb.domain.procedure import Procedure
    from communedb.domain.refusal import Refused
    from communetui.printing.spool import Sent

_MADE = {Section.INFO: info_entries, Section.EVENTS: event_entries, Section.HISTORY: history_entries}
_STALE = frozenset({Reason.FEEDBACK_STEP_NOT_ALLOWED, Reason.FEEDBACK_VOIDED, Reason.FEEDBACK_ALREADY_ESCALATED})


class ConcernScreen(BaseScreen[None]):
    """A head that stays in sight, and below it one section at a time."""

    NAME = "concern"
    AUTO_FOCUS = "#entries"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    ConcernScreen #head { height: auto; max-height: 8; text-wrap: nowrap; text-overflow: ellipsis; }
    ConcernScreen #sections { height: 1; background: $panel; text-style: bold; }
    """

    def __init__(self, feedback: str) -> None:
        super().__init__()
        self._key = feedback
        self._section = Section.INFO
        self._copies = OpenedCopies()
        self.view: View | None = None

    def place(self) -> dict[str, Any] | None:
        """Which one."""
        return {"feedback": self._key}

    def heading(self) -> str:
        """Its code."""
        if self.view is None:
            return feedback().one
        category = self.view.feedback.row["category"]
        return f"{feedback_values().category.get(category, category)} {self.view.feedback.code}"

    def body(self) -> ComposeResult:
        """Head, sections, entries."""
        yield Said(lambda: head_text(self.view) if self.view else f" {feedback().reading}", id="head")
        yield Said(lambda: section_bar(self.view, self._section) if self.view else "", id="sections")
        yield Entries(id="entries", empty=lambda: "")

    @property
    def entries(self) -> Entries:
        """The entries of the section in sight."""
        return self.query_one("#entries", Entries)

    @property
    def target(self) -> Target | None:
        """What is under the cursor, if it can be chosen."""
        entry = self.entries.entry
        return entry.value if entry is not None and isinstance(entry.value, Target) else None

    # -- reading

    def on_mount(self) -> None:
        """Read it."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read again."""
        self.run_in_thread(self._reread, self._show, group="read")

    def _reread(self) -> View:
        return read_view(self.session.register, self._key)

    def _reread_if_stale(self, refusal: Refused) -> None:
        """Another officer was quicker: what is behind the form is no longer true."""
        if refusal.reason in _STALE:
            self.do_refresh()

    def _show(self, view: View) -> None:
        is_first = self.view is None
        self.view = view
        self._paint(turned=is_first)

    def _paint(self, *, turned: bool = False) -> None:
        if self.view is None:
            return
        self.update_heading()
        for name in ("#head", "#sections"):
            self.query_one(name, Said).retranslate()
        made = _MADE[self._section](self.view)
        if turned:
            self.entries.show(made)
        else:
            self.entries.show_again(made)
        self.update_hints()

    def retranslate(self) -> None:
        """Entries are words, too."""
        super().retranslate()
        self._paint()

    def do_next_section(self) -> None:
        """Show the next section."""
        self._turn(1)

    def do_previous_section(self) -> None:
        """Show the section before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self._section = Section((self._section + step) % len(Section))
        self._paint(turned=True)

    # -- choosing

    @on(Entries.Selected)
    async def choose(self) -> None:
        """Enter corrects a fact, opens a file, other feedback, or what it is about."""
        target = self.target
        if target is None:
            self.notice.warn(feedback().not_a_choice)
        elif target.kind == "feedback":
            await self.desk.show("concern", feedback=target.key)
        elif target.kind == "subject":
            await self.do_open_subject()
        elif target.kind == "file":
            self.do_open_file()
        elif self.view is not None and self.view.is_contested(target.key):
            await self.desk.show("conflict", row=self._key, column=target.key)
        else:
            await self._correct(target.key)

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
            self.notice.warn(feedback().no_subject)

    async def _show_procedure(self, procedure: Procedure) -> None:
        await self.desk.show("procedure", procedure=procedure)

    # -- what can be done

    def why_not_step(self, name: str) -> str | None:
        """Why a step is not possible."""
        return offering.why_not_step(self.view, name)

    def why_not_write(self) -> str | None:
        """Why nothing can be changed."""
        return offering.why_not_write(self.view)

    def why_not_read(self) -> str | None:
        """Why nothing can be looked at."""
        return feedback().nothing_open if self.view is None else None

    async def do_menu(self) -> None:
        """Offer what can be done; the rest is in the menu, too, and says why not when its letter is pressed."""
        if self.view is None:
            return
        items = [Item(a.id, a.text().name, letter_of(a), self.why_not_step(a.id)) for a in STEP_ACTIONS]
        items.sort(key=lambda item: item.why is not None)
        title = feedback().menu.format(code=self.view.feedback.code)
        await self.app.push_screen(Menu(title, items), self._chosen)

    async def _chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.action_act(chosen[0])

    async def action_act(self, action_id: str) -> None:
        """Do an action of the registry; a step opens its form."""
        if action_id not in LETTERS:
            await super().action_act(action_id)
        elif (why := self.why_not_step(action_id)) is not None:
            self.notice.error(why)
        elif self.view is not None:
            await self._begin(action_id, self.view)

    async def _begin(self, name: str, view: View) -> None:
        from communetui.feedback.forms import mend_form, step_form

        if name == "correct":
            items = [Item(field, feedback_values().field[field]) for field in offering.correctable(view)]
            await self.app.push_screen(Menu(feedback().choose_field, items), self._field_chosen)
        elif name == "void":
            question = feedback().void_sure.format(code=view.feedback.code)
            await self.app.push_screen(Confirm(question), partial(self._void_sure, view))
        elif name in STEPS:
            form = step_form(FeedbackEventKind(name), view, self.session.register, self._reread_if_stale)
            await self.app.push_screen(form, partial(self._done, name))
        else:
            mend = mend_form(name, view, self.session.register, self._reread_if_stale)
            await self.app.push_screen(mend, partial(self._mended, name, view))

    async def _void_sure(self, view: View, sure: bool | None) -> None:
        from communetui.feedback.forms import mend_form

        if sure:
            form = mend_form("void", view, self.session.register, self._reread_if_stale)
            await self.app.push_screen(form, partial(self._mended, "void", view))

    async def _field_chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self._correct(chosen[0])

    async def _correct(self, field: str) -> None:
        from communetui.feedback.forms import correct_form

        view = self.view
        why = self.why_not_step("correct")
        if why is not None or view is None:
            self.notice.error(why or feedback().nothing_open)
        elif field not in offering.correctable(view):
            self.notice.warn(feedback().not_a_choice)
        else:
            said = feedback().corrected.format(field=feedback_values().field[field])
            form = correct_form(field, view, self.session.register, self._reread)
            await self.app.push_screen(form, lambda answer: self.notice.tell(said) if answer else None)

    def _done(self, name: str, done: FeedbackDone | None) -> None:
        """The form was saved (None: given up); the screen reads again by itself as it comes back."""
        if done is None:
            return
        words = feedback()
        said = [words.saved.format(step=feedback_values().step[name])]
        if done.escalated is not None:
            said.append(words.escalated.format(code=done.escalated.code))
        elif done.due_at is not None:
            said.append(words.due_now.format(due=moment_text(done.due_at)))
        if done.findings:
            self.notice.warn(" ".join([*said, *map(finding_text, done.findings)]))
        else:
            self.notice.tell(" ".join(said))

    def _mended(self, name: str, view: View, answer: str | None) -> None:
        if answer is None:
            return
        undone = view.state.undoable
        words = feedback()
        step = feedback_values().step[undone.kind] if undone else "-"
        self.notice.tell(words.voided if name == "void" else words.taken_back.format(step=step))

    # -- files

    async def do_attach(self) -> None:
        """Attach a file."""
        from communetui.feedback.forms import attach_form

        if self.view is None:
            return
        form = attach_form(self.view, self.session.register, self._reread_if_stale)
        words = feedback().attached
        await self.app.push_screen(form, lambda name: self.notice.tell(words.format(name=name)) if name else None)

    def do_open_file(self) -> None:
        """Open the file under the cursor."""
        target, view, register = self.target, self.view, self.session.register
        files = view.feedback.attachments if view is not None and target is not None else []
        file = next((one for one in files if target is not None and one["id"] == target.key), None)
        if file is None:
            self.notice.error(dossier().not_a_file)
            return

        def opened(sent: Sent) -> None:
            if sent.printed:
                self.notice.tell(dossier().opened.format(name=file["name"]))
            else:
                self.notice.warn(dossier().not_opened.format(detail=sent.detail))

        self.run_in_thread(lambda: self._copies.open(register.files, file["digest"]), opened, group="open")

    def put_away(self) -> None:
        """Locked: no decrypted copy stays."""
        self._copies.clear()

    def on_unmount(self) -> None:
        """Left: no decrypted copy stays."""
        self._copies.clear()
