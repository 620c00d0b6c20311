"""Which forms of a dossier can be printed, and what is said of a print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.event import EventKind
from communetui.dossier.told import moment_text
from communetui.printing.from_dossier import FORMS, HAND_OVER_LIST
from communetui.strings.dossier import dossier
from communetui.strings.forms import waits_text

if TYPE_CHECKING:
    from communedb.domain.event import Event
    from communetui.dossier.view import View
    from communetui.printing.queue import Printed


class Printable(NamedTuple):
    """A form of a dossier; `event` is the step that it tells of, None for the receipt."""

    form: str
    event: str | None


@dataclass(frozen=True, slots=True)
class PrintAnswer:
    """What is said of a print; `fine` when nothing waits."""

    text: str
    fine: bool


def printables(view: View) -> list[tuple[Printable, str]]:
    """What can be printed, with its words: the receipt, the control slip, then the letters, the newest first."""
    letters = [
        Printable(form, event.id)
        for event in reversed(view.dossier.events)
        if (form := _form_of(event)) in FORMS and event.id not in view.taken_back
    ]
    return [(one, _said(view, one)) for one in (Printable("01", None), Printable("06", None), *letters)]


def _form_of(event: Event) -> str:
    """The form that an event calls for; the receipt of the reception is offered anyhow."""
    if event.kind is EventKind.HANDED_OVER:
        return HAND_OVER_LIST
    return event.form if event.form and event.form != "01" else ""


def _said(view: View, one: Printable) -> str:
    words = dossier()
    event = next((e for e in view.dossier.events if e.id == one.event), None)
    times = sum(
        row["form"] == one.form and row["event"] == one.event and row["state"] == "printed"
        for row in view.dossier.prints
    )
    return words.form_line.format(
        form=one.form,
        name=words.form_names[one.form],
        when=f", {moment_text(event.happened_at)}" if event else "",
        times=words.form_printed.format(count=times) if times else "",
    )


def print_answer(printed: Printed) -> PrintAnswer:
    """What became of a wish to print."""
    words, job = dossier(), printed.job
    if printed.again:
        return PrintAnswer(words.printed_again.format(form=job.form), fine=True)
    if not printed.sent.printed:
        return PrintAnswer(waits_text(printed.sent), fine=False)
    said = words.reprinted if job.is_reprint else words.printed
    return PrintAnswer(said.format(form=job.form, number=job.number), fine=True)


def pdf_answer(printed: Printed) -> PrintAnswer:
    """What became of a wish for a PDF."""
    words = dossier()
    said = words.pdf_saved if printed.sent.printed else words.pdf_not_opened
    return PrintAnswer(said.format(file=printed.path), fine=printed.sent.printed)
