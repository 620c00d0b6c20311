"""Notices and directives: entered, read by each officer, withdrawn."""

from __future__ import annotations

from datetime import date

import pytest

from communedb.desk.notices import add_notice, mark_read, withdraw_notice
from communedb.domain.notice import NewNotice, NoticeKind, paragraphs
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows
from communedb.stores.notices import find_notice, notices, read_notice, readers, unread

PLAN = NewNotice(
    number="117/KH-UBND",
    kind=NoticeKind.DIRECTIVE,
    title="Kế hoạch triển khai Nghị quyết số 57-NQ/TW trên địa bàn xã",
    body="1. Rà soát thủ tục.\n\n\n2. Báo cáo trước ngày 15.",
    issued_by="UBND thành phố Huế",
    issued_on=date(2026, 11, 20),
    due_on=date(2026, 12, 15),
)


def test_given_a_directive_when_the_leader_enters_it_then_it_waits_for_the_others_until_each_has_read_it(centre):
    leader, reception = centre.open("leader"), centre.open("reception")
    key = leader.write(add_notice, PLAN)

    assert unread(leader.db, leader.by.officer).number == 0
    waits = unread(reception.db, reception.by.officer)
    assert waits == (1, key, PLAN.title)

    centre.clock.forward(minutes=5)
    assert reception.write(mark_read, key)
    assert not reception.write(mark_read, key)
    assert unread(reception.db, reception.by.officer) == (0, "", "")
    told = [(one.name, one.read_at) for one in readers(leader.db, key)]
    assert told == [
        ("Phan Thị Mai", "2026-11-23T01:00:00Z"),
        ("Lê Thị Hoa", "2026-11-23T01:05:00Z"),
        ("Trần Thị Bình", None),
        ("Nguyễn Văn Dũng", None),
    ]
    assert len(list(rows(leader.db, "SELECT * FROM notice_read WHERE notice = ?", (key,)))) == 2


def test_the_list_has_what_is_unread_first_then_the_newest_and_no_withdrawn_ones(centre):
    leader, reception = centre.open("leader"), centre.open("reception")
    for number, day in (("1/TB", 10), ("2/TB", 12), ("3/TB", 11)):
        leader.write(add_notice, NewNotice(number=number, title="Nghỉ trực", issued_on=date(2026, 11, day)))
    reception.write(mark_read, find_notice(reception.db, "2/tb"))
    leader.write(withdraw_notice, find_notice(leader.db, "3/TB"), "Ban hành nhầm ngày")

    mine = reception.by.officer
    assert [one.number for one in notices(reception.db, mine)] == ["1/TB", "2/TB"]
    assert [one.number for one in notices(reception.db, mine, unread_only=True)] == ["1/TB"]
    assert [one.number for one in notices(reception.db, mine, withdrawn=True)] == ["1/TB", "2/TB", "3/TB"]
    assert [one.number for one in notices(reception.db, mine, search="NGHI truc 2/tb")] == ["2/TB"]
    assert unread(reception.db, mine).number == 1
    withdrawn = read_notice(leader.db, find_notice(leader.db, "3/TB"))
    assert (withdrawn.active, withdrawn.withdrawn_reason) == (False, "Ban hành nhầm ngày")


def test_who_may_withdraw_and_what_a_refusal_leaves_as_it_was(centre):
    leader, reception, specialist = (centre.open(role) for role in ("leader", "reception", "specialist"))
    key = reception.write(add_notice, NewNotice(title="Họp giao ban sáng thứ Hai", issued_on=date(2026, 11, 23)))

    for register, reason, expected in (
        (specialist, "Không cần nữa", Reason.ROLE_NOT_ALLOWED),
        (leader, "  ", Reason.REASON_MISSING),
    ):
        with pytest.raises(Refused) as refused:
            register.write(withdraw_notice, key, reason)
        assert refused.value.reason is expected
        assert read_notice(leader.db, key).active
    reception.write(withdraw_notice, key, "Đã họp xong")
    with pytest.raises(Refused) as refused:
        leader.write(withdraw_notice, key, "Đã họp xong")
    assert refused.value.reason is Reason.NOTICE_WITHDRAWN


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"title": " \u200b "}, Reason.NOTICE_TITLE_MISSING),
        ({"title": "Báo cáo", "due_on": date(2026, 11, 19)}, Reason.NOTICE_DUE_BEFORE_ISSUED),
        ({"title": "x" * 2_001}, Reason.TEXT_TOO_LONG),
        ({"title": "Báo cáo", "body": "x" * 20_001}, Reason.TEXT_TOO_LONG),
    ],
)
def test_what_a_notice_must_have(facts, reason):
    with pytest.raises(Refused) as refused:
        NewNotice(issued_on=date(2026, 11, 20), **facts)
    assert refused.value.reason is reason


def test_a_text_of_several_lines_keeps_them_and_nothing_that_cannot_be_seen():
    assert paragraphs("\n\n 1.  Một\t việc \r\n\n\n\n2. Hai\x07\n") == "1. Một việc\n\n2. Hai"
