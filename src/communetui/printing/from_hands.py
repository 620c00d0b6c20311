"""From the events of a dossier to the papers that go from hand to hand with it: form 06 and the hand-over list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.due_state import DueState
from communedb.domain.moment import local, parse_utc
from communedb.domain.passing import Passing, passings
from communedb.stores.hand_overs import HandOverLine, read_hand_over
from communetui.printing.applicant import applicant_of
from communetui.printing.models import ControlForm, HandLine, HandOverForm, ListedDossier

if TYPE_CHECKING:
    from communedb.domain.event import Event
    from communedb.sqlite import Database
    from communedb.stores.dossier import Dossier

# The papers are Vietnamese whatever language the officer works in.
_CITIZEN = "Người nộp hồ sơ"
_PURPOSES = {
    "work": "Giải quyết",
    "signature": "Trình ký",
    "return": "Trả kết quả",
    "absence": "Làm thay người vắng mặt",
}
_STANDINGS = {
    DueState.EARLY: "Trước hạn",
    DueState.ON_TIME: "Đúng hạn",
    DueState.LATE: "Quá hạn",
    DueState.IN_TIME: "Còn trong hạn",
    DueState.OVERDUE: "Đã quá hạn",
}
_EXPECTED = " (dự kiến)"
_NUMBER_LENGTH = 6


def control_form(
    db: Database, dossier: Dossier, _event: Event, names: dict[str, str], head: dict[str, Any]
) -> ControlForm:
    """Form 06 of a dossier, as far as it has come."""
    row, state = dossier.row, dossier.state
    return ControlForm(
        **head,
        applicant=applicant_of(db, row),
        content=row["content"],
        received_at=parse_utc(row["received_at"]),
        due_at=state.due_at,
        due_expected=state.due_expected,
        hands=tuple(_hand(passing, names) for passing in passings(dossier.events)),
    )


def _hand(passing: Passing, names: dict[str, str]) -> HandLine:
    said = [_PURPOSES.get(passing.purpose, ""), "Không nhận" if passing.declined else "", passing.note]
    return HandLine(
        giver=names.get(passing.giver, passing.giver) or _CITIZEN,
        taker=names.get(passing.taker, passing.taker),
        given_at=passing.given_at,
        taken_at=passing.taken_at,
        standing=_STANDINGS.get(passing.standing, ""),
        note="; ".join(part for part in said if part),
    )


def hand_over_form(
    db: Database, dossier: Dossier, event: Event, names: dict[str, str], head: dict[str, Any]
) -> HandOverForm:
    """The list of everything that was handed over together with this event."""
    handed = read_hand_over(db, event.id)
    number = (handed.batch or event.id)[-_NUMBER_LENGTH:].upper()
    given_at = parse_utc(handed.happened_at)
    return HandOverForm(
        **{**head, "code": f"BG-{local(given_at):%y%m%d}-{number}", "official_codes": ()},
        giver=names.get(handed.giver, handed.giver),
        taker=names.get(handed.taker, handed.taker),
        given_at=given_at,
        purpose=_PURPOSES.get(handed.purpose, ""),
        note=handed.note,
        dossiers=tuple(map(_listed, handed.lines)),
    )


def _listed(line: HandOverLine) -> ListedDossier:
    expected = _EXPECTED if line.due_expected else ""
    due = f"{local(parse_utc(line.due_at)):%d/%m/%Y}{expected}" if line.due_at else ""
    return ListedDossier(line.code, line.applicant_name, line.procedure_name, due)
