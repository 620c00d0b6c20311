"""The quick counter in the register: one transaction from the citizen's papers to the numbers in the book."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.act import act
from communedb.desk.certify import certify
from communedb.desk.mend import void
from communedb.desk.quick import serve
from communedb.domain.act import Act
from communedb.domain.certification import Book, Request
from communedb.domain.event import EventKind
from communedb.domain.moment import VIETNAM, local
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.stores.certifications import certifications_of, read_book
from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.desk.quick import Served
    from communedb.register import Register

BIRTH = {"paper_name": "Giấy khai sinh", "pages": 1, "copies": 3}
DIPLOMA = {"paper_name": "Bằng tốt nghiệp THPT", "pages": 2, "copies": 2}


def request(centre: Centre, **given: Any) -> Request:
    facts = {
        "procedure_code": "2.000815",
        "applicant": {"name": "Hồ Thị Sen", "id_number": "046190054321"},
        "lines": [BIRTH, DIPLOMA],
        "signer": centre.officers["leader"],
    }
    return Request.model_validate(facts | given)


def served(register: Register, centre: Centre, **given: Any) -> Served:
    return register.write(serve, request(centre, **given))


def refused(register: Register, centre: Centre, **given: Any) -> Reason:
    with pytest.raises(Refused) as answer:
        served(register, centre, **given)
    return answer.value.reason


def test_a_citizen_goes_home_with_everything(centre: Centre) -> None:
    reception = centre.open("reception")
    done = served(reception, centre, receipt_series="AA/26", receipt_number="0000128")

    dossier = read_dossier(reception.db, done.received.dossier)
    assert dossier.state.status is Status.RETURNED
    assert [event.kind for event in dossier.events] == ["received", "fee_paid", "decided", "result_ready", "returned"]
    assert (done.fee, done.paid, done.exempted, dossier.state.fee_paid) == (14_000, 14_000, 0, 14_000)
    paid, decided, ready = dossier.events[1].details, dossier.events[2], dossier.events[3]
    assert paid == {"amount": 14_000, "method": "cash", "receipt_series": "AA/26", "receipt_number": "0000128"}
    assert decided.details["signer"] == centre.officers["leader"]
    assert decided.officer == centre.officers["reception"]
    assert ready.details["result_code"] == "1-2, quyển 01/2026 - SCT/BS"
    assert dossier.events[4].details["recipient"]["slip"] == "none_issued"
    lines = certifications_of(reception.db, dossier.id)
    told = [(line["number"], line["paper_name"], line["pages"], line["copies"], line["fee"]) for line in lines]
    assert told == [(1, "Giấy khai sinh", 1, 3, 6_000), (2, "Bằng tốt nghiệp THPT", 2, 2, 8_000)]


def test_each_book_counts_for_itself_and_begins_anew_each_year(centre: Centre) -> None:
    reception = centre.open("reception")
    first = served(reception, centre)
    signature = served(reception, centre, procedure_code="2.000884", lines=[{"paper_name": "Sơ yếu lý lịch"}])
    centre.clock.set("2027-01-04 08:00")
    next_year = served(reception, centre, lines=[BIRTH])

    assert first.numbered is not None
    assert first.numbered.text == "1-2, quyển 01/2026 - SCT/BS"
    assert signature.numbered is not None
    assert signature.numbered.text == "1, quyển 01/2026 - SCT/CK"
    assert next_year.numbered is not None
    assert next_year.numbered.text == "1, quyển 01/2027 - SCT/BS"


def test_a_number_is_never_given_twice_even_after_a_void(centre: Centre) -> None:
    reception = centre.open("reception")
    wrong = served(reception, centre, lines=[BIRTH])
    reception.write(void, wrong.received.dossier, "Nhập nhầm người")
    right = served(reception, centre, lines=[BIRTH])

    assert right.numbered is not None
    assert right.numbered.numbers == (2,)
    day = date(2026, 11, 23)
    assert [(row["number"], row["voided"]) for row in read_book(reception.db, "SCT/BS", day, day)] == [(1, 1), (2, 0)]


def test_a_refused_request_takes_no_number_and_no_code(centre: Centre) -> None:
    """A disabled signer is found before, a slip in the receipt after much was written: both leave nothing."""
    reception = centre.open("reception")
    assert refused(reception, centre, signer=None) is Reason.SIGNER_MISSING
    assert refused(reception, centre, signer=centre.officers["specialist"]) is Reason.SIGNER_NOT_LEADER
    assert refused(reception, centre, procedure_code="1.001193") is Reason.NOT_A_CERTIFICATION
    assert refused(reception, centre, paid=13_000) is Reason.REASON_MISSING
    assert refused(reception, centre, applicant={"name": ""}) is Reason.APPLICANT_NAME_MISSING

    done = served(reception, centre, lines=[BIRTH])
    assert done.numbered is not None
    assert done.numbered.numbers == (1,)
    assert done.received.code.endswith("0001")


def test_only_reception_serves(centre: Centre) -> None:
    assert refused(centre.open("specialist"), centre) is Reason.ROLE_NOT_ALLOWED
    assert refused(centre.open("leader"), centre) is Reason.ROLE_NOT_ALLOWED


def test_who_pays_nothing_is_exempted_for_a_reason(centre: Centre) -> None:
    reception = centre.open("reception")
    done = served(reception, centre, exempt_reason="Người có công")

    state = read_dossier(reception.db, done.received.dossier).state
    assert (state.fee_paid, state.fee_exempt) == (0, 14_000)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-11-23 14:59", "2026-11-23"),
        # Tuesday the 24th is a holiday from 2026 on.
        ("2026-11-23 15:00", "2026-11-25"),
    ],
)
def test_not_at_once_is_the_same_day_or_after_three_the_next_working_day(centre: Centre, at: str, due: str) -> None:
    centre.clock.set(at)
    done = served(centre.open("reception"), centre, returned="in_time", signer=None)

    assert done.numbered is None
    assert done.received.due_at is not None
    assert local(done.received.due_at).date().isoformat() == due


def test_a_day_agreed_with_the_citizen_is_the_promise(centre: Centre) -> None:
    done = served(centre.open("reception"), centre, returned="agreed", agreed_on="2026-11-27", signer=None)

    assert done.received.due_at is not None
    assert local(done.received.due_at) == datetime(2026, 11, 27, 17, 30, tzinfo=VIETNAM)


def test_numbers_are_given_when_it_is_certified(centre: Centre) -> None:
    reception = centre.open("reception")
    waiting = served(reception, centre, returned="in_time", signer=None)
    at_once = served(reception, centre, lines=[BIRTH])
    assert at_once.numbered is not None
    assert at_once.numbered.numbers == (1,)

    numbered = reception.write(certify, waiting.received.dossier, centre.officers["leader"])

    assert numbered.numbers == (2, 3)
    assert read_dossier(reception.db, waiting.received.dossier).state.status is Status.RESULT_READY
    with pytest.raises(Refused) as again:
        reception.write(certify, waiting.received.dossier, centre.officers["leader"])
    assert again.value.reason is Reason.CERTIFICATION_DONE


def test_the_leaders_own_signature_leads_to_the_same_numbers(centre: Centre) -> None:
    reception, leader = centre.open("reception"), centre.open("leader")
    waiting = served(reception, centre, returned="in_time", signer=None)
    leader.write(act, waiting.received.dossier, Act(kind=EventKind.DECIDED))
    reception.write(act, waiting.received.dossier, Act(kind=EventKind.RESULT_READY))

    lines = certifications_of(reception.db, waiting.received.dossier)
    assert [line["number"] for line in lines] == [1, 2]
    assert {line["signer"] for line in lines} == {centre.officers["leader"]}


def test_where_the_catalogue_knows_no_fee_the_amount_is_typed(centre: Centre) -> None:
    reception = centre.open("reception")
    with_rules = "UPDATE procedure SET body = json_remove(body, '$.fee') WHERE code = '2.000884'"
    reception.write(lambda tx: tx.db.conn.execute(with_rules) and tx._writes("procedure"))
    lines = [{"paper_name": "Giấy ủy quyền"}]

    assert refused(reception, centre, procedure_code="2.000884", lines=lines) is Reason.FEE_NOT_KNOWN
    done = served(reception, centre, procedure_code="2.000884", lines=lines, paid=15_000)
    assert (done.fee, done.paid) == (15_000, 15_000)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_the_numbers_of_a_book_have_no_gap_and_no_double(centre: Centre, seed: int) -> None:
    """Served at once, promised, signed later, refused, voided, in any order: 1, 2, 3 … in each book."""
    chance = Random(seed)
    reception = centre.open("reception")
    waiting: list[str] = []
    done: list[str] = []
    for _ in range(30):
        what = chance.choice(["serve", "serve", "promise", "sign", "void", "refuse"])
        code = chance.choice(["2.000815", "2.000884", "2.001035"])
        lines = [{"paper_name": f"Giấy {place}"} for place in range(chance.randint(1, 3))]
        if what == "serve":
            done.append(served(reception, centre, procedure_code=code, lines=lines).received.dossier)
        elif what == "promise":
            given = {"procedure_code": code, "lines": lines, "returned": "in_time", "signer": None}
            waiting.append(served(reception, centre, **given).received.dossier)
        elif what == "sign" and waiting:
            done.append(waiting.pop(chance.randrange(len(waiting))))
            reception.write(certify, done[-1], centre.officers["leader"])
        elif what == "void" and done:
            reception.write(void, done.pop(), "Nhập nhầm")
        elif what == "refuse":
            refused(reception, centre, lines=lines, paid=1)
        centre.clock.forward(seconds=chance.choice([0, 1, 600]))

    day = date(2026, 11, 23)
    for book in Book:
        numbers = [row["number"] for row in read_book(reception.db, book, day, day)]
        assert numbers == list(range(1, len(numbers) + 1))
    asked = reception.db.conn.execute("SELECT count(*) FROM certification WHERE number IS NULL").fetchone()
    assert (asked[0] > 0) == bool(waiting)
