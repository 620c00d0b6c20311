"""One field with differing values: each with who wrote it, where and when; an officer chooses, or enters another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.desk.conflicts import enter_value, keep_value, may_be_entered, roles_for
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communetui.conflicts.entering import entered_part
from communetui.conflicts.reading import Conflicts, read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value, subject_text, who_text
from communetui.screens.base import BaseScreen
from communetui.screens.entry import EntryForm
from communetui.strings.conflicts import conflicts
from communetui.strings.reasons import reason_text
from communetui.widgets.dialogs import Confirm
from communetui.widgets.entries import Entries, Entry
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.journal.fold import Head
    from communedb.reports.contested import Contested
    from communetui.actions.registry import Action

_OUTDATED = frozenset({Reason.CONFLICT_CHANGED, Reason.CONFLICT_GONE})


class ConflictScreen(BaseScreen[None]):
    """The values of one column of one row; what is decided names exactly the values that were in view."""

    NAME = "conflict"
    AUTO_FOCUS = "#values"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    ConflictScreen #about { height: auto; max-height: 6; background: $panel; text-style: bold; }
    ConflictScreen #choose { height: 2; background: $panel; }
    """

    def __init__(self, row: str, column: str) -> None:
        super().__init__()
        self._row, self._column = row, column
        self._found = Conflicts([], {})

    def heading(self) -> str:
        """The title."""
        return conflicts().title

    def body(self) -> ComposeResult:
        """What it is about, the values, what to do."""
        yield Said(self._about, id="about")
        yield Entries(label_width=3, id="values", empty=lambda: conflicts().nothing_here)
        yield Said(lambda: conflicts().choose, id="choose")

    @property
    def one(self) -> Contested | None:
        """The conflict in view; None once there is none."""
        return next((one for one in self._found.lines if one.conflict.column == self._column), None)

    def _about(self) -> str:
        one = self.one
        if one is None:
            return ""
        field = column_text(one.conflict.table, one.conflict.column)
        return f" {about_text(one)}  {subject_text(one)}\n {field[:1].upper()}{field[1:]}:"

    # -- reading

    def on_mount(self) -> None:
        """Read the values; Enter typed ahead would choose what nobody has seen, so it waits."""
        self.run_in_thread(self._read, self._show, group="read", hold=True)

    def do_refresh(self) -> None:
        """Read again."""
        self.run_in_thread(self._read, self._show, group="read")

    def _read(self) -> Conflicts:
        return read_conflicts(self.session.register.db, [self._row])

    def _show(self, found: Conflicts) -> None:
        self._found = found
        self.query_one("#about", Said).retranslate()
        self.query_one(Entries).show_again(self._entries())
        self.update_hints()

    def _entries(self) -> list[Entry]:
        one = self.one
        if one is None:
            return []
        shown = one.conflict.heads[-1]
        # The one that the screens show now stands first, as it did in the list.
        return [
            self._entry(one, number, head, head is shown) for number, head in enumerate(one.conflict.heads[::-1], 1)
        ]

    def _entry(self, one: Contested, number: int, head: Head, shown: bool) -> Entry:
        who = who_text(self._found, head)
        note = f" ({conflicts().now_shown})" if shown else ""
        return Entry(f"{number}.", f"{shown_value(self._found, one, head.value)}\n{who}{note}\n", head)

    def retranslate(self) -> None:
        """The values are words, too."""
        super().retranslate()
        self.query_one(Entries).show_again(self._entries())

    # -- what can be done

    def why_not(self, action: Action) -> str | None:
        """Some fields can only be chosen, and some officers may not decide."""
        why = super().why_not(action)
        if why is not None or action.id != "enter_value":
            return why
        if self.one is None:
            return conflicts().nothing_here
        table, column = self.one.conflict.table, self.one.conflict.column
        return self._why_not_decide() or (None if may_be_entered(table, column) else conflicts().not_typed)

    def _why_not_decide(self) -> str | None:
        if self.session.read_only:
            return reason_text(Refused(Reason.READ_ONLY))
        needed = roles_for(self.one.conflict.table) if self.one else frozenset()
        if needed and not holds(self.session.roles, needed):
            return reason_text(Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(needed))))
        return None

    @on(Entries.Selected)
    async def take(self, event: Entries.Selected) -> None:
        """Keep the value under the cursor, after asking."""
        one, head = self.one, event.entry.value
        if one is None or head is None:
            return
        if why := self._why_not_decide():
            self.notice.error(why)
            return
        register, heads = self.session.register, _named(one)
        kept = (head.replica, head.number)

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(
                    lambda: register.write(keep_value, self._row, self._column, kept, heads),
                    lambda value: self._done(one, value),
                    refused=self._outdated,
                    group="save",
                    hold=True,
                )

        words = conflicts()
        question = words.sure.format(
            field=column_text(one.conflict.table, one.conflict.column), value=shown_value(self._found, one, head.value)
        )
        await self.app.push_screen(Confirm(question, yes=words.take, no=words.leave), answered)

    async def do_enter_value(self) -> None:
        """Enter another value in a form."""
        one = self.one
        if one is None:
            return
        register, session, heads = self.session.register, self.session, _named(one)
        field = column_text(one.conflict.table, one.conflict.column)

        def work(given: dict[str, Any]) -> Any:
            return register.write(enter_value, self._row, self._column, given["value"], heads)

        def saved(value: Any) -> None:
            if value is not None:
                self._done(one, value)

        form = EntryForm(
            lambda: conflicts().another,
            [entered_part(one, session)],
            work,
            about=lambda: conflicts().another_about.format(field=field, subject=subject_text(one)),
            help_about="conflict",
        )
        await self.app.push_screen(form, saved)

    async def do_open_dossier(self) -> None:
        """Open the dossier."""
        if self.one is None or not self.one.dossier:
            self.notice.warn(conflicts().opens_dossier)
            return
        await self.desk.show("dossier", dossier=self.one.dossier)

    def _done(self, one: Contested, value: Any) -> None:
        told = conflicts().done.format(
            field=column_text(one.conflict.table, one.conflict.column), value=shown_value(self._found, one, value)
        )
        self.app.pop_screen()
        self.desk.tell(told)

    def _outdated(self, refusal: Refused) -> None:
        """What was in view is not all there is: show what there is now."""
        self.refuse(refusal)
        if refusal.reason in _OUTDATED:
            self.do_refresh()


def _named(one: Contested) -> list[tuple[str, int]]:
    return [(head.replica, head.number) for head in one.conflict.heads]
