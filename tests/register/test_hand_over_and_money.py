"""What the register asks of the papers and of the money, beyond the status of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.register.test_steps import do, received, status

from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre


def test_papers_are_accepted_or_declined_only_by_whom_they_were_offered_to(centre: Centre) -> None:
    reception, specialist = centre.open("reception"), centre.open("specialist")
    dossier = received(reception)
    do(reception, dossier, "handed_over", to_officer=centre.officers["specialist"], purpose="work")

    with pytest.raises(Refused) as refused:
        do(reception, dossier, "accepted")
    assert refused.value.reason is Reason.NOT_OFFERED_TO_YOU

    do(specialist, dossier, "declined", reason="Thiếu bản chính")
    state = read_dossier(specialist.db, dossier).state
    assert (state.holder, state.papers_with) == (centre.officers["reception"],) * 2
    with pytest.raises(Refused, match="not_offered_to_you"):
        do(specialist, dossier, "accepted")


def test_only_a_leader_passes_on_what_another_officer_is_responsible_for_as_absent(centre: Centre) -> None:
    reception, leader = centre.open("reception"), centre.open("leader")
    dossier = received(reception)
    do(reception, dossier, "handed_over", to_officer=centre.officers["specialist"])
    to_leader = {"to_officer": centre.officers["leader"], "purpose": "absence"}

    with pytest.raises(Refused, match="role_not_allowed"):
        do(reception, dossier, "handed_over", **to_leader)
    do(leader, dossier, "handed_over", **to_leader)

    assert read_dossier(leader.db, dossier).state.holder == centre.officers["leader"]


def test_no_more_is_paid_back_than_was_paid(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    do(reception, dossier, "fee_paid", amount=20_000, method="cash")

    with pytest.raises(Refused, match="refund_too_large"):
        do(reception, dossier, "fee_refunded", amount=20_001, reason="Thu nhầm")
    do(reception, dossier, "fee_refunded", amount=20_000, reason="Thu nhầm")

    assert read_dossier(reception.db, dossier).state.fee_paid == 0


def test_an_exemption_ends_the_wait_for_the_fee(centre: Centre) -> None:
    reception = centre.open("reception")
    dossier = received(reception)
    do(reception, dossier, "fee_requested", amount=8_000)
    do(reception, dossier, "fee_exempted", amount=8_000, reason="Hộ nghèo")

    assert status(reception, dossier) is Status.RECEIVED
    assert read_dossier(reception.db, dossier).state.fee_exempt == 8_000
