"""The cash close: what is recorded on top, what is counted below, the difference in sight all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Vertical

from communedb.desk.cash import close_cash
from communedb.domain.cash import DENOMINATIONS, UNSTATED, Count
from communedb.domain.moment import local
from communedb.domain.money import format_dong, parse_dong
from communedb.domain.refusal import Refused
from communedb.stores.cash import Close, OpenTill, read_closes, read_till
from communetui.screens.base import FormBody, FormScreen
from communetui.strings.cash import cash
from communetui.strings.counter_papers import papers
from communetui.strings.reasons import reason_text
from communetui.widgets.field import Field
from communetui.widgets.row import Row
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from communetui.actions.registry import Action
    from communetui.register_session import RegisterSession
    from communetui.widgets.control import Entered


class CashScreen(FormScreen[None]):
    """Type how many notes there are of each kind, or the sum; Ctrl+S closes."""

    NAME = "cash"
    AUTO_FOCUS = "#note-500000"

    DEFAULT_CSS = """
    CashScreen #till { height: auto; margin: 0 1; }
    CashScreen #rows { height: 1fr; border-top: solid $border-blurred; }
    CashScreen #sum { height: auto; text-style: bold; border-top: solid $border-blurred; }
    CashScreen #closed { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._open: OpenTill | None = None
        self._last: Close | None = None

    @property
    def session(self) -> RegisterSession:
        """The officer's session."""
        return self.desk.session  # type: ignore[return-value]  # the only kind there is

    def why_not(self, action: Action) -> str | None:
        """A slip needs a close."""
        why = super().why_not(action)
        return why or (cash().nothing_to_print if action.id == "print_slip" and self._last is None else None)

    def heading(self) -> str:
        """The title."""
        return cash().title

    def frame_body(self) -> Widget:
        """What is recorded stays above the rows, what it comes to below them."""
        rows = FormBody(*self.body(), id="rows")
        sums = (Said(self._sum, id="sum"), Said(self._last_close, id="closed"))
        return Vertical(Said(self._till, id="till"), rows, *sums, id="body")

    def body(self) -> ComposeResult:
        """A row for each note, then the sum for whoever counts otherwise."""
        for worth in DENOMINATIONS:
            field = Field(id=f"note-{worth}", limit=4, restrict=r"[0-9]*")
            yield Row(lambda worth=worth: cash().note.format(worth=format_dong(worth)), field)  # type: ignore[misc]
        yield Row(lambda: cash().total, Field(id="total", limit=20, hint=lambda: cash().total_hint))
        yield Row(lambda: cash().explanation, Field(id="explanation", limit=500))

    def on_mount(self) -> None:
        """Read the till."""
        self.do_refresh()

    def on_screen_resume(self) -> None:
        """Money may have come in meanwhile."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the till again."""
        register = self.session.register

        def work() -> tuple[OpenTill, Close | None]:
            opened = read_till(register.db, register.officer.id, register.by.station, register.now())
            return opened, next(iter(read_closes(register.db, register.officer.id, 1)), None)

        self.run_in_thread(work, self._show, group="till")

    def _show(self, found: tuple[OpenTill, Close | None]) -> None:
        self._open, self._last = found
        self._retell()
        self.update_hints()

    def _retell(self) -> None:
        for name in ("till", "sum", "closed"):
            self._say(name)

    def _say(self, name: str) -> None:
        # Words that stay the same need no new layout.
        said = self.query_one(f"#{name}", Said)
        if said.text() != str(said.content):
            said.retranslate()

    @on(Field.Changed)
    def follow(self) -> None:
        """The difference follows each key."""
        self._say("sum")

    # -- what is told

    def _till(self) -> str:
        words, opened = cash(), self._open
        if opened is None:
            return ""
        at = f"{local(opened.since):%H:%M %d/%m/%Y}"
        lines = [words.since.format(at=at) if opened.closed_before else words.since_midnight]
        till = opened.till
        shown = [method for method in words.methods if method != UNSTATED or till.net(method)]
        lines.append(" | ".join(f"{words.methods[method]} {format_dong(till.net(method))}" for method in shown))
        told = [words.payments.format(count=till.payments), words.refunds.format(count=till.refunds)]
        if undone := sum(till.undone.values()):
            told.append(words.undone.format(amount=format_dong(undone)))
        if till.exempted:
            told.append(words.exempted.format(amount=format_dong(till.exempted)))
        lines.append(", ".join(told))
        lines += [
            words.receipts.format(series=run.series, first=run.first, last=run.last, count=run.count)
            for run in till.receipts
        ]
        return "\n".join(lines)

    def _sum(self) -> str:
        words, opened = cash(), self._open
        if opened is None:
            return ""
        try:
            count = self._count()
        except Refused as refusal:
            return reason_text(refusal)
        recorded = opened.till.cash
        counted = words.none if count is None else format_dong(count.amount)
        difference = words.none if count is None else _signed(count.amount - recorded)
        return words.counted.format(counted=counted, recorded=format_dong(recorded), difference=difference)

    def _last_close(self) -> str:
        last = self._last
        if last is None:
            return ""
        at = f"{local(last.until_at):%H:%M %d/%m/%Y}"
        facts = {"counted": format_dong(last.counted), "difference": _signed(last.difference)}
        return cash().last_close.format(at=at, **facts)

    def _count(self) -> Count | None:
        """What was typed; None while nothing is counted."""
        typed = {worth: self._text(f"note-{worth}") for worth in DENOMINATIONS}
        notes = {worth: int(text) for worth, text in typed.items() if text}
        total = self._text("total")
        if not notes and not total:
            return None
        explanation = self._text("explanation") or None
        return Count(notes=notes, total=parse_dong(total) if total else None, explanation=explanation)

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).value.strip()

    # -- keys

    def on_entered(self, event: Entered) -> None:
        """Enter goes on; the last row says how to close."""
        event.stop()
        event.prevent_default()
        if event.sender.id == "explanation":
            self.notice.tell(cash().closed_with)
        else:
            self.focus_next()

    def do_save(self) -> None:
        """Close; what was counted stays on the slip."""
        register = self.session.register
        try:
            count = self._count()
        except Refused as refusal:
            self.query_one("#total", Field).focus()
            self.refuse(refusal)
            return
        if count is None:
            self.notice.error(cash().not_counted)
            return
        job: Any = lambda: register.write(close_cash, count)  # noqa: E731 - run in a thread
        self.run_in_thread(job, self._done, refused=self._refused, group="save", hold=True)

    def _done(self, closed: Close) -> None:
        for field in self.query(Field):
            field.value = ""
        self.query_one(f"#note-{DENOMINATIONS[0]}", Field).focus()
        facts = {"counted": format_dong(closed.counted), "difference": _signed(closed.difference)}
        self.notice.tell(cash().closed.format(**facts))
        self.do_refresh()

    def _refused(self, refusal: Refused) -> None:
        if refusal.facts.get("field") == "explanation":
            self.query_one("#explanation", Field).focus()
        self.refuse(refusal)

    def do_print_slip(self) -> None:
        """Print the slip of the last close."""
        from communetui.quick.printing import in_background

        register, last = self.session.register, self._last
        if last is None:
            return

        def work() -> Any:
            from communetui.printing.counter_papers import print_cash_slip

            return print_cash_slip(register, last).sent

        in_background(self, work, papers().slip_printed)


def _signed(amount: int) -> str:
    return f"+{format_dong(amount)}" if amount > 0 else format_dong(amount)
