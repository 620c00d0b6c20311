"""Printing from the quick counter, behind the officer's back: whoever is in front by then is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.certification import BOOKS
from communedb.domain.moment import local
from communetui.screens.base import BaseScreen
from communetui.strings.counter_papers import papers
from communetui.strings.forms import waits_text
from communetui.threads import run_in_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.domain.refusal import Refused
    from communetui.printing.spool import Sent


def print_receipt(screen: BaseScreen[Any], dossier: str) -> None:
    """Form 01 of a dossier."""
    register = screen.desk.session.register  # type: ignore[union-attr]

    def work() -> Sent:
        from communetui.printing.queue import print_form

        return print_form(register, dossier, "01").sent

    in_background(screen, work, papers().receipt_printed)


def print_book(screen: BaseScreen[Any], procedure_code: str) -> None:
    """The book of a kind of certification, from the first of this month to today."""
    register = screen.desk.session.register  # type: ignore[union-attr]
    if procedure_code not in BOOKS:
        return

    def work() -> Sent:
        from communetui.printing.counter_papers import print_book as make

        today = local(register.now()).date()
        return make(register, BOOKS[procedure_code], today.replace(day=1), today).sent

    in_background(screen, work, papers().book_printed.format(book=BOOKS[procedure_code]))


def in_background(screen: BaseScreen[Any], work: Callable[[], Sent], done: str) -> None:
    """Print in a thread; say on the screen that is in front then what became of it."""
    app, desk, session = screen.app, screen.desk, screen.desk.session

    def in_front() -> BaseScreen[Any] | None:
        front = app.screen
        return front if desk.session is session and isinstance(front, BaseScreen) else None

    def tell(sent: Sent) -> None:
        if (front := in_front()) is not None:
            if sent.printed:
                front.notice.tell(done)
            else:
                front.notice.warn(waits_text(sent))

    def refused(refusal: Refused) -> None:
        if (front := in_front()) is not None:
            front.refuse(refusal)

    screen.notice.tell(papers().printing)
    run_in_thread(app, work, tell, refused=refused, group="print")
