"""Two counters of one commune, each without having seen what the other did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.journal.stations import Stations, send

from communedb.desk.notices import add_notice, mark_read, withdraw_notice
from communedb.desk.support import add_support, correct_support
from communedb.domain.notice import NewNotice
from communedb.domain.support import NewSupport
from communedb.reports.contested import contested
from communedb.stores.notices import read_notice, readers, unread
from communedb.stores.support import read_support
from communetui.conflicts.reading import read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value, subject_text
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MONDAY = date(2026, 11, 23)


@pytest.fixture
def stations(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Stations]:
    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()


def both(one, two):
    send(one, two)
    send(two, one)


def test_given_one_officer_reads_at_two_counters_then_it_is_one_reading_and_the_first(stations):
    one, two = stations.add("one", "leader"), stations.add("two", "reception")
    key = one.write(add_notice, NewNotice(title="Họp giao ban", issued_on=MONDAY))
    both(one, two)
    third = stations.add("three", "reception")
    send(one, third)
    stations.clock.forward(minutes=5)
    two.write(mark_read, key)
    stations.clock.forward(minutes=5)
    third.write(mark_read, key)
    for other in (two, third):
        both(one, other)
    assert [reader.read_at for reader in readers(one.db, key) if reader.name == "Lê Thị Hoa"] == [
        "2026-11-23T01:05:00Z"
    ]
    assert one.db.conn.execute("SELECT count(*) FROM notice_read WHERE notice = ?", (key,)).fetchone() == (3,)
    assert unread(third.db, third.by.officer).number == 0


def test_given_two_withdraw_and_two_correct_apart_then_both_end_alike_and_what_differs_is_told_in_words(stations):
    use(Language.VI)
    one, two = stations.add("one", "leader"), stations.add("two")
    notice = one.write(add_notice, NewNotice(title="Họp giao ban", issued_on=MONDAY))
    line = one.write(add_support, NewSupport(helped_on=MONDAY, helper="Hồ Văn Minh", people=3))
    both(one, two)
    for register, reason, people, filed in ((one, "Hoãn", 4, True), (two, "Đã họp", 5, True)):
        stations.clock.forward(minutes=3)
        register.write(withdraw_notice, notice, reason)
        register.write(
            correct_support, line, NewSupport(helped_on=MONDAY, helper="Hồ Văn Minh", people=people, filed_online=filed)
        )
    both(one, two)

    for register in (one, two):
        assert not read_notice(register.db, notice).active
        assert read_support(register.db, line).people == 5
        assert len(contested(register.db)) == 2
    found = read_conflicts(one.db, None)
    told = {
        (about_text(each), subject_text(each), column_text(each.conflict.table, each.conflict.column)): {
            shown_value(found, each, head.value) for head in each.conflict.heads
        }
        for each in found.lines
    }
    assert told == {
        ("thông báo", "Họp giao ban", "lý do thu hồi"): {"Hoãn", "Đã họp"},
        ("hỗ trợ số", "Hồ Văn Minh", "số người"): {"4", "5"},
    }
