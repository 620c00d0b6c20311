"""The forms of the workflow's steps: which values each asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.desk.act import act, warned
from communedb.desk.supplement import receive_supplement
from communedb.domain.act import Act, HandOver, PaymentMethod, ReceiptSlip
from communedb.domain.event import EventKind
from communedb.domain.intake import PaperEntry, PaperState
from communedb.domain.procedure import CopyKind
from communedb.domain.refusal import Reason, Refused
from communetui.dossier.parts import (
    clock,
    day,
    happened,
    label,
    line,
    moment_of,
    money,
    one_of,
    one_of_named,
    prose,
    yes_no,
)
from communetui.dossier.told import moment_text
from communetui.screens.entry import CardParts, EntryForm, Part
from communetui.strings.dossier_forms import form_texts
from communetui.strings.findings import finding_text
from communetui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communedb.desk.act import Done
    from communedb.register import Register
    from communetui.dossier.view import View
    from communetui.strings.language import Text

K = EventKind


def step_form(
    kind: EventKind, title: Text, view: View, register: Register, refused: Callable[[Refused], object]
) -> EntryForm[Done]:
    """The form of a step; saved, it is the register's answer."""
    parts = [*_PARTS[kind](view), happened(view.today)]

    def work(given: dict[str, Any]) -> Done:
        asked = Act.model_validate({"kind": kind, **_asked(kind, given, view, register)})
        job = receive_supplement if kind is K.SUPPLEMENT_RECEIVED else act
        return register.write_as_shown(view.dossier.shown, job, view.dossier.id, asked)

    def about() -> str:
        due = moment_text(view.state.due_at) if view.state.due_at else "-"
        lines = [form_texts().about.get(kind.value, "").format(due=due)]
        # Told before it is done, too: the law lets an office ask once.
        lines += [f"? {finding_text(finding)}" for finding in warned(view.state, kind)]
        return "\n".join(lines)

    card = CardParts("name", "id_number") if kind is K.RETURNED else None
    return EntryForm(title, parts, work, about=about, refused=refused, card=card)


# -- which values a step asks for


def _hand_over(view: View) -> list[Part]:
    others = [(key, name) for key, name in view.colleagues.items() if key != view.state.holder]
    # Nobody is chosen at first: a dossier must not go to whoever stands first in a list.
    purposes = [purpose.value for purpose in HandOver]
    return [
        one_of_named("to_officer", [("", "-"), *others]),
        one_of("purpose", lambda: {key: form_texts().purposes[key] for key in purposes}, HandOver.WORK),
        line("reason", said="why", limit=2_000),
    ]


def _supplement(view: View) -> list[Part]:
    papers = [paper for paper in view.dossier.papers if paper["state"] != PaperState.NOT_APPLICABLE]
    lines = [(paper["id"], paper["name"]) for paper in papers]
    wanted = [paper["id"] for paper in papers if paper["state"] == PaperState.NO and not paper["condition"]]
    ticks = Ticks(lines, ticked=wanted, empty=lambda: form_texts().no_papers)
    return [Part("papers", label("papers"), ticks), line("more", limit=2_000), prose("reason")]


def _supplement_received(view: View) -> list[Part]:
    lines = [(str(at), paper.name) for at, paper in enumerate(_asked_for(view))]
    ticks = Ticks(lines, ticked=[key for key, _ in lines], empty=lambda: form_texts().nothing_asked)
    return [Part("papers", label("received"), ticks), line("reason", said="note", limit=2_000)]


def _fee_paid(view: View) -> list[Part]:
    methods = {"": "", **{method.value: "" for method in PaymentMethod}}
    series, number = view.next_receipt
    return [
        money("amount", view.fee_left),
        one_of("method", lambda: {key: form_texts().methods[key] for key in methods}, PaymentMethod.CASH),
        line("receipt_series", series),
        line("receipt_number", number),
    ]


def _fee_refunded(view: View) -> list[Part]:
    methods = [method.value for method in PaymentMethod]
    return [
        money("amount", view.state.fee_paid),
        one_of("method", lambda: {key: form_texts().methods[key] for key in methods}, PaymentMethod.CASH),
        line("receipt_series"),
        line("receipt_number"),
        line("reason", limit=2_000),
    ]


def _returned(view: View) -> list[Part]:
    def authorised(given: Mapping[str, Any]) -> bool:
        return given.get("recipient") == "other"

    slips = [slip.value for slip in ReceiptSlip]
    return [
        one_of("recipient", lambda: form_texts().recipients, "self"),
        line("name", shown=authorised),
        line("id_number", shown=authorised),
        line("authorisation", shown=authorised),
        one_of("slip", lambda: {key: form_texts().slips[key] for key in slips}, ReceiptSlip.HANDED_IN),
    ]


def _reason(_view: View) -> list[Part]:
    return [prose("reason")]


def _short_reason(_view: View) -> list[Part]:
    return [line("reason", limit=2_000)]


def _text(_view: View) -> list[Part]:
    return [line("text", limit=2_000)]


_PARTS: Final[Mapping[EventKind, Callable[[View], list[Part]]]] = {
    K.HANDED_OVER: _hand_over,
    K.ACCEPTED: lambda _: [],
    K.DECLINED: _short_reason,
    K.SUPPLEMENT_REQUESTED: _supplement,
    K.SUPPLEMENT_RECEIVED: _supplement_received,
    K.FEE_REQUESTED: lambda view: [money("amount", view.fee_left), line("reason", said="why", limit=2_000)],
    K.FEE_PAID: _fee_paid,
    K.FEE_EXEMPTED: lambda view: [money("amount", view.fee_left), line("reason", limit=2_000)],
    K.FEE_REFUNDED: _fee_refunded,
    K.AGENCY_ASKED: lambda _: [line("agency"), yes_no("pauses"), line("text", limit=2_000)],
    K.AGENCY_ANSWERED: _text,
    K.EXTENDED: lambda view: [day("new_due", view.today), clock("new_hour"), prose("reason")],
    K.DECIDED: lambda _: [line("result_code"), line("text", limit=2_000)],
    K.SENT_BACK: _short_reason,
    K.RESULT_READY: lambda _: [line("result_code"), line("text", limit=2_000)],
    K.RETURNED: _returned,
    K.REFUSED: _reason,
    K.WITHDRAWN: _short_reason,
    K.STOPPED: lambda _: [prose("reason"), line("requested_by", limit=2_000), line("decision", limit=2_000)],
    K.NOTED: _text,
}


# -- from what was typed to what is asked of the register


def _asked(kind: EventKind, given: dict[str, Any], view: View, register: Register) -> dict[str, Any]:
    calendar = register.calendar()
    asked = {name: value for name, value in given.items() if value not in (None, "")}
    asked["happened_at"] = moment_of(asked.pop("happened_at"), view.today, calendar)
    if kind is K.SUPPLEMENT_REQUESTED:
        asked["papers"] = [*_wanted(asked["papers"], view), *_more(asked.pop("more", ""))]
    elif kind is K.SUPPLEMENT_RECEIVED:
        asked["papers"] = [_asked_for(view)[int(at)] for at in asked["papers"]]
    elif kind is K.EXTENDED and "new_due" in asked:
        asked["new_due"] = moment_of((asked["new_due"], asked.pop("new_hour", None)), _NO_DAY, calendar)
    elif kind is K.RETURNED:
        asked = {"recipient": _recipient(asked), "happened_at": asked["happened_at"]}
    asked.pop("new_hour", None)
    return asked


_NO_DAY: Final[Any] = None
"""A promise for today alone is today's end of work, not now."""


def _wanted(keys: list[str], view: View) -> list[PaperEntry]:
    papers = {paper["id"]: paper for paper in view.dossier.papers}
    return [
        PaperEntry(
            name=papers[key]["name"],
            state=PaperState.NO,
            copy_kind=CopyKind(papers[key]["copy_kind"]),
            quantity=papers[key]["quantity"],
        )
        for key in keys
    ]


def _more(text: str) -> list[PaperEntry]:
    return [PaperEntry(name=name, state=PaperState.NO) for name in (part.strip() for part in text.split(";")) if name]


def _asked_for(view: View) -> list[PaperEntry]:
    """The papers of the last request."""
    request = view.last(K.SUPPLEMENT_REQUESTED)
    papers = request.details.get("papers", ()) if request else ()
    return [PaperEntry.model_validate(paper) for paper in papers]


def _recipient(asked: dict[str, Any]) -> dict[str, Any]:
    if asked["recipient"] == "self":
        return {"is_applicant": True, "slip": asked["slip"]}
    for name in ("name", "id_number", "authorisation"):
        if not asked.get(name):
            raise Refused(Reason.STEP_NEEDS_MORE, step=K.RETURNED.value, needs=name)
    return {
        "is_applicant": False,
        **{name: asked[name] for name in ("name", "id_number", "authorisation", "slip")},
    }
