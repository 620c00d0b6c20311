"""Thirty citizens, fourteen procedures, three officers on one PC, one power cut: a Monday morning in a real terminal.

Every figure at the end was worked out by hand from the table of citizens.
"""

from __future__ import annotations

import time
from collections import Counter as Count
from typing import TYPE_CHECKING, Any

import pytest
from tests.day.citizens import CITIZENS, code
from tests.day.costs import write_costs
from tests.day.counter import ENTER, counter
from tests.day.morning import Morning

from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre
    from tests.day.counter import Counter

pytestmark = pytest.mark.long

HOA, DUNG, MAI = "Lê Thị Hoa", "Nguyễn Văn Dũng", "Phan Thị Mai"
FOR_SIGNATURE = (1, 4, 7, 12)
"""What is signed the same day: births, a death, an extract."""
FOR_DUNG = (5, 8, 11, 14, 16, 17)
AT_0940 = 17
"""The citizen who stands at the counter when the power goes."""

FIRST_FOUR = [citizen.name for citizen in CITIZENS[:4]]
LATER = [citizen.name for citizen in CITIZENS[5:]]
EVENTS = {
    2: ["received", "fee_paid", "decided", "result_ready", "returned"],
    4: [
        "received", "handed_over", "accepted", "decided", "result_ready", "handed_over", "accepted", "returned",
    ],
    5: ["received", "corrected", "handed_over", "accepted"],
    11: ["received", "fee_exempted", "handed_over", "accepted"],
    17: ["received", "handed_over", "accepted"],
    22: ["received", "fee_paid", "voided"],
    27: ["received", "fee_paid"],
}  # fmt: skip


def until_the_power_goes(morning: Morning, desk: Counter) -> tuple[list[str], float]:
    """Hoa serves; Mai signs; Hoa serves on, until the PC dies under an intake: what was typed there, and seconds."""
    desk.come_in(1, HOA)
    for place in range(1, 13):
        morning.serve(CITIZENS[place - 1], place)
    desk.set_clock("08:54")
    morning.hand_over("t", FOR_SIGNATURE, "p", MAI)
    desk.lock()

    desk.come_in(3, MAI)
    morning.accept(4)
    morning.step_of_all("q", FOR_SIGNATURE)
    morning.step_of_all("k", FOR_SIGNATURE)
    morning.hand_over("c", FOR_SIGNATURE, "l", HOA)
    desk.lock()

    desk.come_in(1, HOA)
    morning.accept(4)
    morning.return_result(4)
    for place in range(13, AT_0940):
        morning.serve(CITIZENS[place - 1], place)
    desk.set_clock("09:36")
    before, start = len(desk.sent), time.monotonic()
    morning.begin(CITIZENS[AT_0940 - 1])
    desk.set_clock("09:40")
    desk.app.settle()
    return desk.sent[before:], time.monotonic() - start


def until_noon(morning: Morning, desk: Counter, begun: list[str], seconds: float) -> None:
    """The form is there again; the rest are served; what was wrong is mended; hand-over, till, and Dũng takes over."""
    morning.take_over(desk)
    desk.come_in(1, HOA, until="(?s)Tiếp nhận hồ sơ.*Mai Văn Rạng")
    start = time.monotonic() - seconds
    waiting = CITIZENS[AT_0940 - 1]
    morning.finish(waiting, AT_0940)
    morning.note(waiting, [*begun, *desk.sent], start)
    for place in range(AT_0940 + 1, 31):
        morning.serve(CITIZENS[place - 1], place)
    desk.set_clock("11:22")
    morning.correct(5, 0, "Êm", 2, "Đối chiếu căn cước: tên là Êm")
    morning.correct(20, 5, "0914123456", 0, "Ghi thiếu số điện thoại")
    morning.void(22, "Công dân đã nhận bản sao tháng trước")
    desk.set_clock("11:25")
    morning.hand_over("c", FOR_DUNG, "ng", DUNG)
    # 200.000, 50.000, 20.000, 5.000, 2.000 and 1.000: one note each.
    notes = ENTER.join(["", "1", "", "1", "1", "", "1", "1", "1"])
    morning.close_till(notes, "278.000")
    desk.lock()

    desk.set_clock("11:28")
    desk.come_in(2, DUNG)
    morning.accept(6)


def figures(centre: Centre) -> dict[str, Any]:
    """What the register says at noon."""
    centre.clock.set("2026-11-23 12:00")
    with centre.open("reception") as register:
        db = register.db

        def rows(sql: str) -> list[tuple[Any, ...]]:
            return list(db.conn.execute(sql))

        certified = rows("SELECT book, number FROM certification ORDER BY book, number")
        names = {key: role for role, key in centre.officers.items()}
        keys = dict(rows("SELECT code, id FROM dossier"))
        dossiers = {place: read_dossier(db, keys[code(place)]) for place in range(1, 31)}
        return {
            "codes": [found for (found,) in rows("SELECT code FROM dossier ORDER BY code")],
            "procedures": len(rows("SELECT DISTINCT procedure_code FROM dossier")),
            "names": [dossier.row["applicant_name"] for dossier in dossiers.values()],
            "phone": dossiers[20].row["applicant_phone"],
            "statuses": Count("voided" if d.state.voided else d.state.status.value for d in dossiers.values()),
            "certified": {book: [number for name, number in certified if name == book] for book, _ in certified},
            "till": rows("SELECT recorded, counted, explanation FROM cash_close"),
            "fees": rows("SELECT sum(fee_paid), sum(fee_exempt) FROM dossier_state WHERE voided = 0")[0],
            "hands": Count(names[dossier.state.papers_with] for dossier in dossiers.values() if dossier.state.open),
            "offered": rows("SELECT count(*) FROM dossier_state WHERE offered_to <> ''")[0][0],
            "events": {place: [event.kind.value for event in dossiers[place].events] for place in EVENTS},
            "prints": Count(rows("SELECT form, state FROM print")),
            "drafts": rows("SELECT count(*) FROM draft")[0][0],
            "people": rows("SELECT count(*) FROM person")[0][0],
        }


def test_given_thirty_citizens_and_a_power_cut_when_it_is_noon_then_the_register_says_what_was_counted_by_hand(centre):
    with counter(centre, "2026-11-23 07:30") as desk:
        morning = Morning(desk)
        begun, seconds = until_the_power_goes(morning, desk)
    with counter(centre, "2026-11-23 09:55") as desk:
        until_noon(morning, desk, begun, seconds)
    write_costs(morning.costs)

    told = figures(centre)

    assert told["codes"] == [code(place) for place in range(1, 31)], "none is missing, none was given twice"
    assert told["procedures"] == 14
    assert told["people"] == 28, "An came three times"
    assert told["names"] == [*FIRST_FOUR, "Hoàng Văn Êm", *LATER]
    assert told["phone"] == "0914123456"
    # Twelve at the quick counter and the death of number 4; number 22 is void; the three others signed wait for
    # their citizens; six are with Dũng; the other seven of the form are still to be worked on.
    assert told["statuses"] == {"returned": 13, "voided": 1, "result_ready": 3, "processing": 6, "received": 7}
    assert told["hands"] == {"reception": 3 + 7, "specialist": 6}
    assert told["offered"] == 0
    assert told["certified"] == {"SCT/BS": [1, 2, 3, 4, 5, 6, 7, 8], "SCT/CK": [1, 2, 3, 4], "SCT/HĐ-GD": [1]}
    # Quick counter: 6 + 28 + 10 + 10 + 10 + 8 + 10 + 18 + 50 + 10 + 10 + 10 = 180 thousand. Form: 8 + 20 + 20 + 50 = 98
    # thousand in cash, 50 by transfer; the 8 of number 22 were given back with the void, the 10 of number 11 exempted.
    assert told["till"] == [(278_000, 278_000, None)]
    assert told["fees"] == (328_000, 10_000)
    assert told["events"] == EVENTS
    # There is no printer: a receipt for each citizen of the form, and the lists of three hand-overs.
    assert told["prints"] == {("01", "waiting"): 18, ("BG", "waiting"): 3}
    assert told["drafts"] == 0
