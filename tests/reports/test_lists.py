"""The lists and sums beside II.06a, each worked out by hand for one short story."""

from __future__ import annotations

from tests.reports.conftest import BIRTH, MARITAL, Told, cell, row_of

from communedb.desk.attachments import attach, detach
from communedb.desk.mend import take_back, void
from communedb.desk.prints import ask_print, note_print
from communedb.files.attachments import Stored
from communedb.reports.figures import Unknown

WEEK_47, WEEK_48 = "2026-W47", "2026-W48"
HUE = "46"
PHONG_QUANG = "19858"


def told_lines(figures) -> list[tuple[str, ...]]:
    """Heading rows and lines as they follow each other: the key of a heading, the applicant of a line."""
    return [(row.key,) if row.heading else (row.cells["number"], row.cells["applicant"]) for row in figures.rows]


def test_late_is_told_by_officer_with_working_days_and_whether_it_is_over(told: Told) -> None:
    over = told.receive("2026-11-19 08:00", "Trần Thị An", BIRTH)  # due Thursday the 19th
    told.finish("2026-11-23 10:00", over)  # Friday, Monday: two working days late
    told.receive("2026-11-20 08:00", "Lê Văn Bình", BIRTH)  # due Friday the 20th, never finished
    passed = told.receive("2026-11-20 08:10", "Ngô Thị Cúc", BIRTH)
    told.step("2026-11-20 08:20", passed, "handed_over", to_officer=told.centre.officers["specialist"])
    told.step("2026-11-20 08:30", passed, "accepted", "specialist")
    told.receive("2026-11-20 09:00", "Hồ Văn Danh", MARITAL)  # due on the 26th
    told.centre.clock.set("2026-11-25 08:00")

    reception, specialist = (told.centre.officers[role] for role in ("reception", "specialist"))
    late = told.report("late", WEEK_48)

    assert told_lines(late) == [
        (f"{reception}:",), ("1", "Trần Thị An"), ("2", "Lê Văn Bình"), (f"{specialist}:",), ("3", "Ngô Thị Cúc"),
    ]  # fmt: skip
    # Monday the 23rd and Wednesday the 25th count, Tuesday the 24th is a holiday.
    assert [(row.cells["lateness"], row.cells["days_late"]) for row in late.rows if not row.heading] == [
        ("ended", 2), ("open", 2), ("open", 2),
    ]  # fmt: skip
    assert cell(late, "", "number") == 3
    # A week before, only those of Thursday and Friday were late, and nobody had finished.
    assert [row.cells["lateness"] for row in told.report("late", WEEK_47).rows if not row.heading] == ["open"] * 3


def test_carried_over_says_what_became_of_each(told: Told) -> None:
    done = told.receive("2026-11-19 08:00", "Trần Thị An")
    told.receive("2026-11-20 09:00", "Lê Văn Bình")
    over = told.receive("2026-11-20 09:10", "Ngô Thị Cúc", BIRTH)
    told.finish("2026-11-20 15:00", over)
    told.finish("2026-11-23 10:00", done)
    told.receive("2026-11-23 11:00", "Hồ Văn Danh")
    told.centre.clock.set("2026-11-30 08:00")

    carried = told.report("carried-over", WEEK_48)

    assert [(row.cells["applicant"], row.cells["status"], row.cells["due_state"]) for row in carried.rows] == [
        ("Trần Thị An", "result_ready", "early"), ("Lê Văn Bình", "received", "overdue"),
    ]  # fmt: skip


def test_non_boundary_is_what_was_received_for_others_or_from_elsewhere_each_once(told: Told) -> None:
    told.receive("2026-11-16 08:00", "Trần Thị An", competent_agency=HUE)
    told.receive("2026-11-16 08:10", "Lê Văn Bình", applicant={"name": "Lê Văn Bình", "unit": PHONG_QUANG})
    both = {"name": "Ngô Thị Cúc", "unit": PHONG_QUANG}
    told.receive("2026-11-16 08:20", "Ngô Thị Cúc", applicant=both, competent_agency=PHONG_QUANG)
    told.receive("2026-11-16 08:30", "Hồ Văn Danh", applicant={"name": "Hồ Văn Danh", "unit": "19867"})
    told.receive("2026-11-16 08:40", "Phan Thị Em", applicant={"name": "Phan Thị Em", "unit": HUE})
    told.receive("2026-11-16 08:50", "Không Ghi")

    found = told.report("non-boundary", WEEK_47)

    assert told_lines(found) == [
        ("for_another_agency:",), ("1", "Trần Thị An"), ("2", "Ngô Thị Cúc"),
        ("from_elsewhere:",), ("3", "Lê Văn Bình"),
    ]  # fmt: skip
    assert row_of(found, "from_elsewhere:").cells["number"] == 1


def test_payments_are_those_of_the_period_by_place_and_method_less_what_never_was(told: Told) -> None:
    first, second, third, wrong = (told.receive("2026-11-16 08:00", name) for name in ("An", "Bình", "Cúc", "Nhầm"))
    told.step("2026-11-16 09:00", first, "fee_paid", amount=20_000, method="cash")
    told.step("2026-11-16 09:10", first, "fee_paid", amount=5_000, method="online")
    told.step("2026-11-17 09:00", second, "fee_paid", amount=8_000, method="online")
    told.step("2026-11-18 09:00", second, "fee_refunded", amount=3_000, method="online", reason="thu nhầm")
    told.step("2026-11-18 09:00", third, "fee_paid", amount=50_000)
    told.step("2026-11-18 09:10", third, "fee_exempted", amount=4_000, reason="hộ nghèo")
    told.step("2026-11-18 09:20", wrong, "fee_paid", amount=99_000, method="cash")
    told.step("2026-11-18 09:30", third, "fee_paid", amount=7_000, method="transfer")
    told.as_().write(take_back, third, "bấm hai lần")
    told.as_("leader").write(void, wrong, "nhập nhầm")
    told.step("2026-11-23 08:00", first, "fee_refunded", amount=20_000, method="cash", reason="được miễn")

    money = told.report("payments", WEEK_47)

    assert [(row.key, row.cells["dossiers"], row.cells["payments"], row.cells["net"]) for row in money.rows] == [
        ("online:", 2, 2, 10_000), ("online:online", 2, 2, 10_000),
        ("counter:", 2, 2, 70_000), ("counter:cash", 1, 1, 20_000), ("counter:unstated", 1, 1, 50_000),
        ("exemption:", 0, 0, 0),
    ]  # fmt: skip
    sums = row_of(money, "").cells
    assert (sums["dossiers"], sums["payments"], sums["paid"], sums["refunded"], sums["net"]) == (
        3, 4, 83_000, 3_000, 80_000,
    )  # fmt: skip
    assert (sums["exempted_dossiers"], sums["exempted"]) == (1, 4_000)
    assert cell(told.report("payments", WEEK_48), "", "net") == -20_000


def test_digitisation_asks_papers_of_what_came_and_a_file_of_what_came_to_a_result(told: Told) -> None:
    both, papers, bare, online = (
        told.receive("2026-11-16 08:00", name, BIRTH, channel=channel)
        for name, channel in (("An", "counter"), ("Bình", "counter"), ("Cúc", "counter"), ("Danh", "online"))
    )
    desk = told.as_()

    def file(dossier: str, kind: str) -> str:
        return desk.write(attach, dossier, Stored("ab" * 32, 3, "application/pdf"), "a.pdf", kind=kind)

    file(both, "scan")
    file(papers, "scan")
    removed = file(bare, "scan")
    desk.write(detach, removed)
    for dossier in (both, papers, bare, online):
        told.finish("2026-11-16 10:00", dossier)
    file(both, "result")
    file(online, "result")
    told.centre.clock.set("2026-11-23 08:00")
    file(papers, "result")  # after the week: it did not count by then

    week = told.report("digitisation", WEEK_47)

    counted = [column.name for column in week.columns[1:]]
    assert [row_of(week, "counter").cells[name] for name in counted] == [3, 2, 2 / 3, 3, 1, 1 / 3, 1, 1 / 3]
    assert [row_of(week, "online").cells[name] for name in counted] == [1, 0, 0.0, 1, 1, 1.0, 0, 0.0]
    assert cell(week, "post", "both_share") is Unknown.NOTHING_TO_COUNT
    assert told.called(row_of(week, "").behind["both"]) == ["An"]


def test_apologies_are_the_extensions_of_the_period_with_and_without_the_letter(told: Told) -> None:
    wordless, told_so, undone = (told.receive("2026-11-16 08:00", name) for name in ("An", "Bình", "Cúc"))
    for dossier in (wordless, told_so, undone):
        event = told.step(
            "2026-11-18 09:00", dossier, "extended", "specialist",
            reason="chờ xác minh", new_due="2026-11-27T17:30:00+07:00",
        )  # fmt: skip
        if dossier == told_so:
            job = told.as_("specialist").write(ask_print, dossier, "04", "a4", event)
            told.as_("specialist").write(note_print, job.id)
    told.as_("specialist").write(take_back, undone, "nhầm hồ sơ")

    found = told.report("apologies", WEEK_47)

    assert told_lines(found) == [("not_printed:",), ("1", "An"), ("printed:",), ("2", "Bình")]
    line = row_of(found, f"printed:{told_so}").cells
    assert (f"{line['due_before']:%d/%m %H:%M}", f"{line['new_due']:%d/%m %H:%M}", line["reason"]) == (
        "19/11 10:30", "27/11 10:30", "chờ xác minh",
    )  # fmt: skip
    assert told.report("apologies", WEEK_48).rows == ()


def test_the_register_book_has_a_line_for_each_reception_of_the_period(told: Told) -> None:
    returned = told.receive("2026-11-16 08:00", "Trần Thị An", BIRTH, sets=2, return_method="post")
    told.finish("2026-11-16 10:00", returned)
    told.step("2026-11-18 10:00", returned, "returned", recipient={"is_applicant": True})
    wrong = told.receive("2026-11-17 08:00", "Nhập Nhầm")
    told.as_("leader").write(void, wrong, "nhập nhầm")
    told.receive("2026-11-22 23:59", "Lê Văn Bình")
    told.receive("2026-11-23 00:00", "Ngô Thị Cúc")

    book = told.report("register-book", WEEK_47)

    (line, later) = book.rows
    assert [line.cells[name] for name in ("number", "sets", "applicant", "return_method", "status")] == [
        "1", 2, "Trần Thị An", "post", "returned",
    ]  # fmt: skip
    assert f"{line.cells['returned_on']:%d/%m/%Y}" == "18/11/2026"
    assert str(line.cells["agency"]).startswith("Xã Quảng Điền")
    assert (later.cells["applicant"], later.cells["returned_on"]) == ("Lê Văn Bình", None)
    assert cell(book, "", "number") == 2
