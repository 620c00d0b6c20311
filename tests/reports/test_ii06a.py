"""Form II.06a: a week in November 2026 (Tuesday the 24th is a holiday) worked out by hand, and what goes up."""

from __future__ import annotations

import pytest
from tests.reports.conftest import BIRTH, RESIDENCE, Told, cell, row_of

from communedb.desk.mend import take_back, void
from communedb.desk.office import set_setting
from communedb.desk.sent_reports import send_report
from communedb.domain.period import PeriodKind, of_range, parse, period_of
from communedb.domain.refusal import Reason, Refused
from communedb.reports.doubts import DoubtCode
from communedb.stores.sent_reports import differs, sent

WEEK_47, WEEK_48 = "2026-W47", "2026-W48"
CIVIL, LIVING = "commune:Hộ tịch", "commune:Đăng ký, quản lý cư trú"


def columns(figures, row: str = "") -> tuple[int, ...]:
    """(3) to (13)."""
    return tuple(row_of(figures, row).cells[column.name] for column in figures.columns[2:])


@pytest.fixture
def two_weeks(told: Told) -> Told:
    """Week 47 from Monday 16 November; week 48 from Monday 23 November, with the holiday of the 24th."""
    early = told.receive("2026-11-16 08:00", "Trần Thị An")  # three working days: due Thursday 19, 17:30
    told.finish("2026-11-18 10:00", early)
    told.step("2026-11-24 08:30", early, "returned", recipient={"is_applicant": True})  # ended when ready
    on_time = told.receive("2026-11-16 08:10", "Lê Văn Bình", BIRTH)  # due the same day
    told.finish("2026-11-16 16:00", on_time)
    late = told.receive("2026-11-16 08:20", "Ngô Thị Cúc", BIRTH, channel="online")
    told.finish("2026-11-17 09:00", late)
    waits = told.receive("2026-11-20 09:00", "Hồ Văn Danh")  # due Thursday 26 because of the holiday
    told.step(
        "2026-11-20 10:00", waits, "supplement_requested", reason="thiếu giấy",
        papers=({"name": "Tờ khai", "state": "no"},),
    )  # fmt: skip
    told.receive("2026-11-20 09:10", "Phan Thị Em", RESIDENCE, channel="post")  # nobody works on it: due 26
    wrong = told.receive("2026-11-20 09:20", "Nhập Nhầm")
    told.step("2026-11-23 09:00", waits, "supplement_received")
    gone = told.receive("2026-11-23 10:00", "Võ Thị Giang")
    told.step("2026-11-23 11:00", gone, "withdrawn", reason="xin rút")
    told.receive("2026-11-27 16:00", "Đỗ Văn Hải", channel="online")
    told.as_("leader").write(void, wrong, "nhập nhầm người")
    told.centre.clock.set("2026-11-30 08:00")
    return told


def test_given_two_weeks_then_each_column_is_what_a_person_counts(two_weeks: Told) -> None:
    before, after = two_weeks.report("ii06a", WEEK_47), two_weeks.report("ii06a", WEEK_48)

    # (3) (4) (5) (6) | (7) (8) (9) (10) | (11) (12) (13)
    assert columns(before) == (5, 1, 4, 0, 3, 1, 1, 1, 2, 2, 0)
    assert columns(before, CIVIL) == (4, 1, 3, 0, 3, 1, 1, 1, 1, 1, 0)
    # Bound: two carried over, two came; one was withdrawn; of the rest Em's (due the 26th) is overdue, and so is
    # Danh's, whose clock stood for half a working day and ran out on the 27th.
    assert columns(after) == (4, 1, 1, 2, 1, 0, 1, 0, 3, 1, 2)
    assert before.doubts == after.doubts == ()
    assert [row.key for row in after.rows if row.heading] == ["commune:"]
    assert columns(after, "commune:") == columns(after)
    assert sorted(two_weeks.called(row_of(after, "").behind["in_progress_overdue"])) == ["Hồ Văn Danh", "Phan Thị Em"]


def test_given_the_setting_then_a_waiting_dossier_counts_as_resolved_and_is_there_again_next_time(
    two_weeks: Told,
) -> None:
    two_weeks.as_("administrator").write(set_setting, "waiting_counts_as", "resolved")

    before, after = two_weeks.report("ii06a", WEEK_47), two_weeks.report("ii06a", WEEK_48)

    assert columns(before) == (5, 1, 4, 0, 4, 1, 2, 1, 1, 1, 0), "in (9), and no longer in (12)"
    assert columns(after) == (4, 1, 1, 2, 1, 0, 1, 0, 3, 1, 2)
    two_weeks.as_("leader").write(send_report, "ii06a", parse(WEEK_47))
    assert two_weeks.report("ii06a", WEEK_48).doubts == (), "what was sent as waiting is carried over"
    with pytest.raises(Refused) as refusal:
        two_weeks.as_("administrator").write(set_setting, "waiting_counts_as", "cả hai")
    assert refusal.value.reason is Reason.SETTING_NOT_ACCEPTED


def test_given_a_report_that_was_sent_then_what_it_left_is_carried_over_and_what_does_not_fit_is_named(
    two_weeks: Told,
) -> None:
    first = two_weeks.as_("leader").write(send_report, "ii06a", parse(WEEK_47), "gửi Văn phòng tỉnh")
    # After it was sent: a dossier of the week before is entered late, one that it lists turns out to be a mistake.
    two_weeks.receive(
        "2026-11-30 09:00", "Bùi Thị Muộn", received_at="2026-11-19T08:00:00+07:00", late_reason="mất điện"
    )
    (listed,) = (key for key, name in two_weeks.names.items() if name == "Phan Thị Em")
    two_weeks.as_("leader").write(void, listed, "trùng hồ sơ")

    after = two_weeks.report("ii06a", WEEK_48)

    assert cell(after, "", "carried_over") == 2, "as sent"
    assert cell(after, LIVING, "carried_over") == 1, "its row stands though the register has nothing there any more"
    told = {doubt.code: two_weeks.names.get(doubt.subject, doubt.facts.get("row")) for doubt in after.doubts}
    assert told[DoubtCode.CARRIED_NOT_SENT] == "Bùi Thị Muộn"
    assert told[DoubtCode.SENT_THEN_VOIDED] == "Phan Thị Em"
    assert {doubt.facts["row"] for doubt in after.doubts if doubt.code is DoubtCode.SUM_DIFFERS} == {
        "Hộ tịch", "Đăng ký, quản lý cư trú",
    }  # fmt: skip

    # The week before, looked at again, says where it differs from what was sent, cell by cell and by dossier.
    register = two_weeks.as_()
    kept = sent(register.db, "ii06a", parse(WEEK_47))
    assert kept is not None
    assert (kept.id, kept.note, kept.corrects) == (first, "gửi Văn phòng tỉnh", None)
    found = {(one.row, one.column): one for one in differs(kept, two_weeks.report("ii06a", WEEK_47))}
    came = found[CIVIL, "received_direct"]
    assert (came.sent, came.now, two_weeks.called(came.came), came.gone) == (3, 4, ["Bùi Thị Muộn"], ())
    gone = found[LIVING, "in_progress_in_time"]
    assert (gone.sent, gone.now, two_weeks.called(gone.gone)) == (1, 0, ["Phan Thị Em"])
    # The sums stand level though their lists changed.
    assert (found["", "received"].sent, found["", "received"].now) == (5, 5)

    # Sent again, it is a correction of the first; then nothing differs, and the next week adds up again.
    second = two_weeks.as_("leader").write(send_report, "ii06a", parse(WEEK_47))
    kept = sent(register.db, "ii06a", parse(WEEK_47))
    assert kept is not None
    assert (kept.id, kept.corrects) == (second, first)
    assert differs(kept, two_weeks.report("ii06a", WEEK_47)) == []
    assert two_weeks.report("ii06a", WEEK_48).doubts == ()


def test_given_no_leader_then_nothing_is_sent(told: Told) -> None:
    told.receive("2026-11-23 08:00", "Trần Thị An")
    for role in ("reception", "specialist"):
        with pytest.raises(Refused) as refusal:
            told.as_(role).write(send_report, "ii06a", parse(WEEK_48))
        assert refusal.value.reason is Reason.ROLE_NOT_ALLOWED
    with pytest.raises(Refused) as refusal:
        told.as_("leader").write(send_report, "ii06a", parse("2026-12"))
    assert refusal.value.reason is Reason.PERIOD_NOT_BEGUN
    assert told.as_().db.conn.execute("SELECT count(*) FROM sent_report").fetchone() == (0,)


def test_given_steps_after_the_period_then_it_is_told_as_it_stood_and_mistakes_do_not_count(told: Told) -> None:
    held = told.receive("2026-11-16 08:00", "Trần Thị An")
    mistaken = told.receive("2026-11-16 08:10", "Lê Văn Bình")
    told.finish("2026-11-18 10:00", mistaken)
    told.finish("2026-11-23 10:00", held)

    assert columns(told.report("ii06a", WEEK_47)) == (2, 0, 2, 0, 1, 1, 0, 0, 1, 0, 1)
    # On Monday somebody sees that the result of Wednesday was another dossier's: it never was ready.
    told.as_("leader").write(take_back, mistaken, "nhầm hồ sơ")
    assert columns(told.report("ii06a", WEEK_47)) == (2, 0, 2, 0, 0, 0, 0, 0, 2, 0, 2)


@pytest.mark.parametrize("kind", sorted(PeriodKind))
def test_given_an_empty_period_then_all_is_zero_and_nothing_is_in_doubt(told: Told, kind: PeriodKind) -> None:
    figures = told.report("ii06a", period_of(kind, told.centre.clock.now.date().replace(year=2025)))

    assert (figures.rows, figures.doubts) == ((), ())
    assert columns(figures) == (0,) * 11


def test_given_a_period_that_is_not_over_then_it_says_so(told: Told) -> None:
    told.receive("2026-11-23 08:00", "Trần Thị An")

    assert [doubt.code for doubt in told.report("ii06a", WEEK_48).doubts] == [DoubtCode.PERIOD_NOT_OVER]
    future = told.report("ii06a", "2027")
    assert [doubt.code for doubt in future.doubts] == [DoubtCode.PERIOD_IN_FUTURE]
    assert columns(future) == (1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0)


def test_given_the_last_minute_then_the_day_decides(told: Told) -> None:
    told.receive("2026-11-22 23:59", "Trần Thị An")
    told.receive("2026-11-23 00:00", "Lê Văn Bình")

    assert cell(told.report("daily", of_range(*(parse("2026-11-22").first,) * 2)), "", "number") == 1
    assert [row.cells["applicant"] for row in told.report("daily", "2026-11-23").rows] == ["Lê Văn Bình"]


def test_given_a_clock_that_ran_ahead_then_what_it_wrote_counts_when_it_says(told: Told) -> None:
    dossier = told.receive("2026-11-23 08:00", "Trần Thị An")
    told.finish("2026-12-07 09:00", dossier)  # somebody had set the PC's clock two weeks ahead
    told.step("2026-12-07 09:10", dossier, "returned", recipient={"is_applicant": True})
    told.step("2026-11-24 08:00", dossier, "noted", text="đồng hồ máy chạy sai")  # and set it right again
    told.centre.clock.set("2026-12-14 08:00")

    assert columns(told.report("ii06a", WEEK_48)) == (1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1)
    assert columns(told.report("ii06a", "2026-W50")) == (1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0)
    assert columns(told.report("ii06a", "2026-W51")) == (0,) * 11
