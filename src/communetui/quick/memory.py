"""What the quick counter needs of the register, read in a thread; and what one session's officer keeps doing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from communedb.domain.act import PaymentMethod
from communedb.domain.certification import BOOKS
from communedb.domain.moment import local
from communedb.domain.officer import Role
from communedb.domain.refusal import Refused
from communedb.domain.text import fold
from communedb.stores.cash import next_money_receipt
from communedb.stores.certifications import last_signer, papers_certified
from communedb.stores.officers import read_officers
from communedb.stores.procedures import procedure_on

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.procedure import Procedure
    from communedb.register import Register
    from communedb.sqlite import Database
    from communetui.quick.state import QuickState
    from communetui.register_session import RegisterSession

_MOST: Final = 7

USUAL_PAPERS: Final = (
    "Căn cước công dân", "Giấy khai sinh", "Giấy chứng nhận kết hôn", "Bằng tốt nghiệp", "Học bạ",
    "Giấy chứng nhận quyền sử dụng đất", "Sơ yếu lý lịch", "Giấy phép lái xe", "Sổ bảo hiểm xã hội",
    "Giấy đăng ký xe", "Giấy xác nhận tình trạng hôn nhân", "Trích lục khai tử", "Hộ chiếu", "Giấy ủy quyền",
)  # fmt: skip
"""Offered before anything was certified here; what is written into the book is Vietnamese."""


@dataclass(frozen=True)
class Facts:
    """What the form is filled and reckoned with, as it was read."""

    procedures: tuple[Procedure, ...]
    leaders: tuple[tuple[str, str], ...]
    signer: str
    papers: tuple[str, ...]
    receipt: tuple[str, str]
    calendar: WorkCalendar
    day: date

    def procedure(self, code: str) -> Procedure | None:
        """The procedure of this code."""
        return next((one for one in self.procedures if one.code == code), None)

    def find_papers(self, typed: str) -> list[str]:
        """Names of papers that begin with the typed words, else those that hold them; certified here lately first."""
        wanted = fold(typed)
        names = dict.fromkeys((*self.papers, *USUAL_PAPERS))
        holding = [name for name in names if f" {wanted}" in f" {fold(name)}"]
        return sorted(holding, key=lambda name: not fold(name).startswith(wanted))[:_MOST]


@dataclass
class Habits:
    """What stays from one citizen to the next within a session.

    `left` is the form that was left half filled, with the key of its draft.
    """

    procedure_code: str = ""
    signer: str = ""
    method: PaymentMethod = PaymentMethod.CASH
    saved: list[str] = field(default_factory=list)
    last: str = ""
    """The dossier just saved that is returned later: its receipt can be printed."""
    left: tuple[str, QuickState] | None = None


def read_facts(register: Register) -> Facts:
    """Read what the form needs; from a thread."""
    db, day = register.db, local(register.now()).date()
    leaders = tuple((o.id, o.name) for o in read_officers(db) if Role.LEADER in o.roles)
    signed = last_signer(db)
    return Facts(
        procedures=tuple(_procedures(db, day)),
        leaders=leaders,
        signer=signed if signed in dict(leaders) else "",
        papers=tuple(papers_certified(db)),
        receipt=next_money_receipt(db, register.officer.id, register.by.station),
        calendar=register.calendar(),
        day=day,
    )


def _procedures(db: Database, day: date) -> list[Procedure]:
    found = []
    for code in BOOKS:
        try:
            found.append(procedure_on(db, code, day))
        except Refused:
            # A catalogue without this procedure: the counter goes without it, too.
            continue
    return found


_HABITS: WeakKeyDictionary[RegisterSession, Habits] = WeakKeyDictionary()


def habits_of(session: RegisterSession) -> Habits:
    """The habits of a session; they go with it."""
    return _HABITS.setdefault(session, Habits())
