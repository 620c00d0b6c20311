"""Reports as they were sent: kept whole, read back, and nothing from elsewhere breaks the reader."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.conftest import MARITAL, Told, cell

from communedb.desk.sent_reports import send_report
from communedb.domain.period import parse
from communedb.reports.figures import Column, Doubt, Figures, Kind, Row, Unknown
from communedb.stores.sent_reports import Sent, differs, packed, sent, sent_before, sent_reports, unpacked
from communedb.transaction import new_id
from communetui.cli.report_told import report_told
from communetui.report_files.about import about_sent

WEEK_47 = parse("2026-W47")
NAMES = st.text("abc:ộ", min_size=1, max_size=4)
KEYS = st.lists(st.sampled_from([f"{n:08x}-aaaa" for n in range(6)]), unique=True, max_size=5).map(tuple)
VALUES = {
    Kind.TEXT: st.text(max_size=5) | st.none() | st.integers(0, 5),
    Kind.COUNT: st.integers(0, 10**6) | st.sampled_from(Unknown),
    Kind.SHARE: st.floats(0, 1) | st.just(Unknown.NOTHING_TO_COUNT),
    Kind.DATE: st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none(),
    Kind.MOMENT: st.integers(-(10**9), 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
}
COLUMNS = tuple(Column(kind.value, kind) for kind in VALUES)
ROWS = st.builds(
    Row,
    key=NAMES,
    cells=st.fixed_dictionaries({kind.value: values for kind, values in VALUES.items()}),
    behind=st.dictionaries(st.sampled_from(["count", "waiting"]), KEYS.filter(bool)),
    heading=st.booleans(),
)
FIGURES = st.builds(
    Figures,
    report=st.just("ii06a"),
    period=st.just(WEEK_47),
    columns=st.just(COLUMNS),
    rows=st.lists(ROWS, max_size=4, unique_by=lambda row: row.key).map(tuple),
    total=ROWS.map(lambda row: Row("", row.cells, row.behind)) | st.none(),
    doubts=st.lists(st.builds(Doubt, NAMES, NAMES, st.dictionaries(NAMES, NAMES)), max_size=2).map(tuple),
)


def as_sent(figures: Figures) -> Sent:
    return Sent("k", "19867", "ii06a", WEEK_47, figures, "", "o", datetime(2026, 11, 23, tzinfo=UTC), None)


@settings(max_examples=30, deadline=None)
@given(FIGURES)
def test_what_is_kept_is_what_was_shown_and_does_not_differ_from_itself(figures: Figures) -> None:
    kept = unpacked(json.loads(packed(figures, None)), "ii06a", WEEK_47)

    assert kept == figures
    assert differs(as_sent(kept), figures) == []


POISONED: list[dict[str, Any]] = [
    {"figures": "không phải JSON"},
    {"figures": "[" * 5_000},
    {"figures": "[]"},
    {"figures": '{"columns":[["a","màu"]],"keys":"","rows":[],"total":null,"doubts":[],"subjects":"dossier"}'},
    {"figures": '{"columns":[],"keys":"","rows":[["k",{},{"a":[7]},false]],"total":null,"doubts":[],"subjects":"x"}'},
    {"figures": '{"columns":[],"keys":"","rows":[["k",{"a":NaN},{},false]],"total":null,"doubts":[],"subjects":"x"}'},
    {"period": "hôm qua"},
    {"period": "2026-11"},
    {"sent_at": "sáng"},
]


@pytest.fixture
def one_sent(told: Told) -> Told:
    told.receive("2026-11-20 08:00", "Trần Thị An", MARITAL)
    told.centre.clock.set("2026-11-23 08:00")
    told.as_("leader").write(send_report, "ii06a", WEEK_47)
    return told


def test_given_rows_from_elsewhere_that_no_desk_writes_then_they_are_passed_over(one_sent: Told) -> None:
    db = one_sent.as_().db
    columns = [name for (name,) in db.conn.execute("SELECT name FROM pragma_table_info('sent_report')")]
    kept = dict(zip(columns, db.conn.execute("SELECT * FROM sent_report").fetchone(), strict=True))
    later = kept | {"sent_at": "2026-11-24T01:00:00Z"}
    for poison in POISONED:
        one_sent.as_("leader").write(
            lambda tx, poison=poison: tx.insert("sent_report", later | poison | {"id": new_id()})
        )

    assert [one.id for one in sent_reports(db)] == [kept["id"]]
    last = sent(db, "ii06a", WEEK_47)
    assert last is not None
    assert last.id == kept["id"]
    assert cell(one_sent.report("ii06a", "2026-W48"), "", "carried_over") == 1


def test_given_a_report_of_a_newer_program_then_it_is_told_by_its_bare_names(one_sent: Told) -> None:
    newer = Figures(
        report="tương-lai",
        period=WEEK_47,
        columns=(Column("điểm", Kind.POINTS), Column("number", Kind.TEXT)),
        rows=(Row("k", {"điểm": 1.5, "number": "1"}),),
        doubts=(Doubt("lạ", "", {"first": "mai"}),),
    )

    told = about_sent(one_sent.as_().db, as_sent(newer), "Phan Thị Mai")

    assert (told.title, told.doubts) == ("tương-lai", ("lạ",))
    assert "điểm" in report_told(newer, told)


def test_given_reports_of_several_kinds_then_the_one_of_the_same_kind_is_carried_on(told: Told) -> None:
    told.receive("2026-11-26 08:00", "Trần Thị An", MARITAL)
    told.centre.clock.set("2026-12-01 08:00")
    day, month = parse("2026-11-30"), parse("2026-11")
    for period in (month, day):
        told.as_("leader").write(send_report, "ii06a", period)
    db = told.as_().db

    for asked, expected in ((parse("2026-12"), month), (parse("2026-12-01"), day), (parse("2026-W49"), None)):
        before = sent_before(db, "ii06a", asked)
        assert (before.period if before else None) == expected, asked.name
    # A range begins after either; the last one that was sent is taken.
    last = sent_before(db, "ii06a", parse("2026-12-01/2026-12-05"))
    assert last is not None
    assert last.period == day
    assert sent(db, "ii06a", month, "19858") is None, "another commune's is another"


def test_a_later_name_of_a_field_is_another_row_and_nothing_is_lost(told: Told) -> None:
    """The catalogue renames a field in the middle of a week: each dossier stays under the one it was received by."""
    told.receive("2026-11-16 08:00", "An", {"name": "Xác nhận", "field": "Tư pháp"})
    told.receive("2026-11-18 08:00", "Bình", {"name": "Xác nhận", "field": "Hộ tịch"})
    told.receive("2026-11-18 09:00", "Cúc", {"name": "Việc khác"})
    told.centre.clock.set("2026-11-23 08:00")

    week = told.report("ii06a", WEEK_47)

    assert [row.key for row in week.rows] == ["commune:", "commune:Hộ tịch", "commune:Tư pháp", "commune:no_field"]
    assert cell(week, "", "received") == 3
    # Without a limit nothing was promised.
    assert cell(week, "", "in_progress_in_time") == 3
    assert week.doubts == ()
