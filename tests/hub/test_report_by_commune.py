"""The province's view: what each commune received, resolved and is late with, the silent ones first."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE
from tests.hub.province import PHONG_THAI, QUANG_DIEN, push_to, received

from communedb.desk.act import act
from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused
from communedb.reports.by_commune import by_commune, totals
from communesync.hub.overview import overview
from communetui.cli import run
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from tests.hub.province import Province

    from communedb.register import Register

DAY = date(2026, 11, 23)


def ended(register: Register, dossier: str) -> None:
    """Decided and the result ready."""
    register.write(act, dossier, Act(kind=EventKind.HANDED_OVER, to_officer=register.officer.id))
    for kind in (EventKind.DECIDED, EventKind.RESULT_READY):
        register.write(act, dossier, Act(kind=kind))


def test_what_two_communes_did_stands_in_the_hubs_report_and_who_was_never_heard_of_comes_first(
    province: Province,
) -> None:
    hub, one, other = province.open("hub"), province.open("qd1"), province.open("pt1")
    served = province.serve(hub)
    dossiers = [received(one, f"Hồ Thị {letter}") for letter in "ABC"]
    received(other)
    ended(one, dossiers[0])
    push_to(one, served.address)
    push_to(other, served.address)

    found = overview(hub, DAY, DAY)

    assert len(found) == 40
    by_unit = {commune.unit: commune for commune in found}
    quang_dien, phong_thai = by_unit[QUANG_DIEN], by_unit[PHONG_THAI]
    assert (quang_dien.name, quang_dien.received, quang_dien.resolved, quang_dien.in_progress) == (
        "Xã Quảng Điền",
        3,
        1,
        2,
    )
    assert (phong_thai.received, phong_thai.resolved, phong_thai.rank) == (1, 0, None)
    assert (quang_dien.on_time, quang_dien.rank) == (1.0, 1)
    assert totals(found) == {"received": 4, "resolved": 1, "resolved_late": 0, "in_progress": 3, "overdue": 0}
    assert all(commune.silent for commune in found[:38])
    assert [commune.unit for commune in found[38:]] == [QUANG_DIEN, PHONG_THAI]


def test_a_hub_means_its_own_commune_by_a_name_that_other_provinces_have_too(
    province: Province, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    province.open("hub").close()
    monkeypatch.setenv("COMMUNETUI_DIR", str(province.top / "hub"))
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", PASSPHRASE)
    for name in ("Quảng Điền", "Thuận An", "Phú Vinh", "Hương Trà"):
        assert run(["report", "tasks", "--unit", name.lower()]) == 0
        assert f"{name}, Thành phố Huế" in capsys.readouterr().out
    assert run(["report", "tasks", "--unit", "20242"]) == 0
    assert "Hải Châu, Thành phố Đà Nẵng" in capsys.readouterr().out
    use(Language.VI)


def test_late_dossiers_count_against_a_commune_and_silence_is_longer_than_a_working_day(province: Province) -> None:
    hub, one, other = province.open("hub"), province.open("qd1"), province.open("pt1")
    served = province.serve(hub)
    received(one)
    push_to(one, served.address)
    province.clock.forward(days=30)
    push_to(other, served.address)

    found = {commune.unit: commune for commune in overview(hub, DAY, DAY + timedelta(days=30))}

    late, fresh = found[QUANG_DIEN], found[PHONG_THAI]
    assert (late.overdue, late.on_time, late.silent) == (1, 0.0, True)
    assert (fresh.silent, fresh.on_time) == (False, None)
    assert late.last_contact == datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)


def test_a_period_counts_its_own_days_by_the_local_date(province: Province) -> None:
    hub, one = province.open("hub"), province.open("qd1")
    served = province.serve(hub)
    province.clock.set("2026-11-23 23:30")
    received(one)
    province.clock.set("2026-11-24 00:30")
    ended(one, received(one))
    push_to(one, served.address)

    def on(day: date) -> tuple[int, int, int]:
        commune = next(each for each in overview(hub, day, day) if each.unit == QUANG_DIEN)
        return commune.received, commune.resolved, commune.in_progress

    assert on(DAY) == (1, 0, 1)
    assert on(DAY + timedelta(days=1)) == (1, 1, 1)


def test_a_period_that_ends_before_it_begins_is_refused(province: Province) -> None:
    hub = province.open("hub")
    with pytest.raises(Refused) as refused:
        by_commune(hub.db, DAY, DAY - timedelta(days=1), hub.now(), silent_since=hub.now(), contacts={})
    assert refused.value.reason is Reason.PERIOD_REVERSED
