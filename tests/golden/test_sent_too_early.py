"""January is sent before everything of it was entered: what differs since, and what February makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.asking import asked, numbers
from tests.golden.ii06a_by_hand import CU_TRU, HO_TICH
from tests.golden.playing import Play
from tests.golden.table import lines

from communedb.domain.period import parse
from communedb.stores.sent_reports import differs, sent

if TYPE_CHECKING:
    from tests.centre import Centre

SOME = {"C11", "C17", "C19", "C20", "C22", "C24", "C26", "C27", "D1"}


@pytest.fixture
def play(centre: Centre) -> Play:
    """Nine dossiers of the table; January is sent at 7:40 on 1 February.

    That is before C26 of 29/01 was entered (8:00), before C22, made ready on 29/01 by mistake, was taken back (8:00),
    before it was known that C17 was ready on 28/01 (8:10), and before C19 was sent back (02/02).
    """
    made = Play(centre)
    made.some([line for line in lines() if line.number in SOME], (), {"2027-01": "01/02 07:40"})
    centre.clock.set("2027-03-15 08:00")
    return made


def test_what_was_sent_differs_cell_by_cell_and_dossier_by_dossier(play: Play) -> None:
    before = sent(play.desks["leader"].db, "ii06a", parse("2027-01"))
    assert before is not None
    by_key = {key: number for number, key in play.keys.items()}

    found = {
        (one.row.removeprefix("commune:"), one.column): (
            one.sent, one.now, {by_key[key] for key in one.gone}, {by_key[key] for key in one.came},
        )
        for one in differs(before, asked(play, "ii06a", "2027-01"))
        if one.row != "commune:"
    }  # fmt: skip

    none: set[str] = set()
    assert {key: told for key, told in found.items() if key[0]} == {
        (HO_TICH, "resolved"): (2, 2, {"C22"}, {"C17"}),
        (HO_TICH, "resolved_early"): (1, 0, {"C22"}, none),
        (HO_TICH, "resolved_on_time"): (1, 2, none, {"C17"}),
        (HO_TICH, "in_progress"): (4, 4, {"C17"}, {"C22"}),
        (HO_TICH, "in_progress_in_time"): (2, 3, none, {"C22"}),
        (HO_TICH, "in_progress_overdue"): (2, 1, {"C17"}, none),
        (CU_TRU, "received"): (1, 2, none, {"C26"}),
        (CU_TRU, "received_direct"): (1, 2, none, {"C26"}),
        (CU_TRU, "in_progress"): (1, 2, none, {"C26"}),
        (CU_TRU, "in_progress_in_time"): (1, 2, none, {"C26"}),
    }
    assert found["", "received"] == (7, 8, none, {"C26"})


def test_february_carries_over_what_was_sent_and_names_each_dossier_that_does_not_add_up(play: Play) -> None:
    figures = asked(play, "ii06a", "2027-02")

    assert figures.total is not None
    assert numbers(play, figures.total, "carried_over") == {"C11", "C17", "C20", "C24", "C27"}
    by_key = {key: number for number, key in play.keys.items()}
    named = {(doubt.code, by_key[doubt.subject]) for doubt in figures.doubts if doubt.subject}
    assert named == {
        # Resolved, or not there, as January was sent; at work again, or known, since.
        ("carried_not_sent", "C19"), ("carried_not_sent", "C22"), ("carried_not_sent", "C26"),
        ("sent_not_carried", "C17"),
    }  # fmt: skip
    # (3) is 5 + 1 = 6 and (7) + (11) are C11 C19 C20 C22 C24 C26 C27 D1.
    wrong = [doubt.facts for doubt in figures.doubts if doubt.code == "sum_differs"]
    assert {(told["row"], told["received"]) for told in wrong} >= {(HO_TICH, "5"), (CU_TRU, "1")}
    total = figures.total.cells
    assert (total["received"], total["resolved"], total["in_progress"]) == (6, 8, 0)


def test_sent_again_january_is_as_it_is_now_and_february_adds_up(play: Play) -> None:
    play.send("2027-01")

    figures = asked(play, "ii06a", "2027-02")

    before = sent(play.desks["leader"].db, "ii06a", parse("2027-01"))
    assert before is not None
    assert before.corrects is not None
    # C19 alone was resolved in January and is at work in February.
    by_key = {key: number for number, key in play.keys.items()}
    named = {(doubt.code, by_key[doubt.subject]) for doubt in figures.doubts if doubt.subject}
    assert named == {("carried_not_sent", "C19")}
