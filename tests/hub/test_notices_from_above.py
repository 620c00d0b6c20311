"""Notices of a hub: to every commune or to one, read there, told back to the hub; and who may not write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.hub.province import PHONG_THAI, QUANG_DIEN, push_to

from communedb.desk.notices import add_notice, mark_read, withdraw_notice
from communedb.domain.notice import NewNotice, NoticeKind
from communedb.domain.refusal import Reason, Refused
from communedb.stores.notices import notices, readers, unread
from communesync.exchange.quarantine import entries
from communesync.hub.notices import issue, issued, withdraw
from communesync.keys.members import SHARED

if TYPE_CHECKING:
    from tests.hub.province import Province

PLAN = NewNotice(
    number="117/KH-UBND", kind=NoticeKind.DIRECTIVE, title="Kế hoạch triển khai Nghị quyết 57 ở cấp xã",
    body="Báo cáo tiến độ trước 17 giờ thứ Sáu.", issued_by="UBND thành phố Huế", issued_on=date(2026, 11, 20),
)  # fmt: skip
FLOOD = NewNotice(title="Mưa lũ: trực 24/24 giờ", issued_on=date(2026, 11, 23))


def test_given_a_plan_for_all_and_a_warning_for_one_then_each_commune_gets_its_own_and_the_hub_learns_who_read(
    province: Province,
) -> None:
    hub, one, two, other = (province.open(name) for name in ("hub", "qd1", "qd2", "pt1"))
    served = province.serve(hub)
    issue(hub, PLAN)
    issue(hub, FLOOD, [QUANG_DIEN])
    for register in (one, two, other):
        push_to(register, served.address)

    titles = [[notice.title for notice in notices(register.db, register.by.officer)] for register in (one, two, other)]
    assert titles == [[FLOOD.title, PLAN.title], [FLOOD.title, PLAN.title], [PLAN.title]]
    assert all(notice.from_above for notice in notices(one.db, one.by.officer))

    for notice in notices(one.db, one.by.officer):
        one.write(mark_read, notice.id)
    push_to(one, served.address)
    push_to(two, served.address)
    assert unread(one.db, one.by.officer).number == 0
    assert unread(two.db, two.by.officer).number == 2
    (flood, plan) = sorted(issued(hub.db), key=lambda each: each.number)
    assert [(r.unit, r.read, len(r.waiting)) for r in flood.receipts] == [(QUANG_DIEN, 1, 1)]
    assert [(r.unit, r.read, len(r.waiting)) for r in plan.receipts] == [(PHONG_THAI, 0, 1), (QUANG_DIEN, 1, 1)]
    # The other counter of the commune knows it, too; the other commune is told nothing of it.
    (shared,) = plan.keys
    assert sum(reader.read_at is not None for reader in readers(two.db, shared)) == 1
    assert other.db.conn.execute("SELECT count(*) FROM notice_read").fetchone() == (0,)

    withdraw(hub, "117/kh-ubnd", "Có kế hoạch mới thay thế")
    push_to(two, served.address)
    assert [notice.title for notice in notices(two.db, two.by.officer)] == [FLOOD.title]
    assert unread(two.db, two.by.officer).number == 1


def test_given_a_station_then_it_neither_writes_for_others_nor_withdraws_what_came_from_above(
    province: Province,
) -> None:
    hub, one, other = (province.open(name) for name in ("hub", "qd1", "pt1"))
    served = province.serve(hub)
    issue(hub, FLOOD)
    push_to(one, served.address)

    with pytest.raises(Refused) as refused:
        issue(one, PLAN)
    assert refused.value.reason is Reason.ONLY_A_HUB
    with pytest.raises(Refused) as refused:
        one.write(withdraw_notice, unread(one.db, one.by.officer).newest, "Không cần")
    assert refused.value.reason is Reason.NOTICE_FROM_ABOVE
    assert unread(one.db, one.by.officer).number == 1

    # A station that does it all the same, by another program, is not believed by anybody.
    own = one.write(add_notice, PLAN)
    row = dict(zip(("title", "id"), ("Thông báo giả", own.replace("0", "1", 1)), strict=True))
    one.write(_write_into_shared, own, row)
    push_to(one, served.address)
    push_to(other, served.address)
    assert [each.reason for each in entries(hub.db)] == ["scope_not_allowed"]
    assert [notice.title for notice in notices(other.db, other.by.officer)] == [FLOOD.title]
    assert issued(hub.db)[0].title == FLOOD.title


def _write_into_shared(tx, own, changes):
    kept = dict(zip(*_row(tx, own), strict=True))
    tx.insert("notice", kept | changes | {"scope": SHARED})


def _row(tx, own):
    cursor = tx.db.conn.execute("SELECT * FROM notice WHERE id = ?", (own,))
    return [column[0] for column in cursor.description], cursor.fetchone()
