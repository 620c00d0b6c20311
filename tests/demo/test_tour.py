"""The tour plays a whole working day, and whatever it tells is in the register afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from communedb.domain.moment import VIETNAM, local
from communedb.register import Register
from communedb.stores.dossier import find_dossier, read_dossier
from communetui.demo.narrator import Narrator, StoryFailed, sure
from communetui.demo.officers import OFFICERS, PASSPHRASE
from communetui.demo.story_day import StoryClock, last_finished_day, opening
from communetui.demo.tour import play_tour
from communetui.strings.demo_tour import tour
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communedb.domain.calendar import WorkCalendar
    from communetui.demo.centre import Centre

HOLIDAY_NIGHT = datetime(2026, 11, 24, 4, 38, tzinfo=VIETNAM)


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    use(Language.VI)
    yield
    use(Language.VI)


@pytest.fixture
def calendar(sample: Centre) -> WorkCalendar:
    with Register.open(sample.folder, sample.officers["leader"], PASSPHRASE, read_only=True) as register:
        return register.calendar()


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-24 04:38", "2026-11-23"),  # a holiday, before dawn
        ("2026-11-23 17:30", "2026-11-23"),
        ("2026-11-23 17:29", "2026-11-20"),
        ("2026-11-22 12:00", "2026-11-20"),  # a Sunday
        ("2026-02-20 12:00", "2026-02-13"),  # the fourth day of Tết
    ],
)
def test_the_story_plays_on_the_last_working_day_that_is_over(calendar: WorkCalendar, now: str, day: str) -> None:
    moment = datetime.strptime(now, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)
    assert last_finished_day(calendar, moment).isoformat() == day


def test_the_story_goes_on_from_now_when_that_day_is_written_already(calendar: WorkCalendar) -> None:
    start = opening(calendar, HOLIDAY_NIGHT.date() - timedelta(days=1))
    fresh = StoryClock(calendar, HOLIDAY_NIGHT, written_until=start)
    fresh.reach("08:30")
    assert fresh() == datetime(2026, 11, 23, 8, 30, tzinfo=VIETNAM)

    later = StoryClock(calendar, HOLIDAY_NIGHT, written_until=start + timedelta(hours=9))
    assert later() == HOLIDAY_NIGHT
    later.reach("08:30")
    assert HOLIDAY_NIGHT < later() <= HOLIDAY_NIGHT + timedelta(minutes=1)


def test_the_day_is_told_in_chapters_and_the_register_holds_what_was_told(own_sample: Centre) -> None:
    lines: list[str] = []
    told = play_tour(own_sample, lines.append, now=lambda: HOLIDAY_NIGHT)
    assert len(told.chapters) == 22
    assert all(chapter.lines for chapter in told.chapters)
    story = " ".join(" ".join(lines).split())
    assert "14.000 đ" in story
    assert tour().nobody_late not in story
    assert tour().nobody_waits not in story

    with Register.open(own_sample.folder, own_sample.officers["leader"], PASSPHRASE) as register:

        def read(number: int) -> Any:
            return read_dossier(register.db, find_dossier(register.db, f"19867.01-261123-{number:04}"))

        birth, copies, marital, twice = (read(number) for number in (1, 2, 3, 4))
        assert local(birth.state.due_at) == datetime(2026, 11, 23, 17, 30, tzinfo=VIETNAM)
        assert [d.state.status for d in (birth, copies, marital)] == ["returned", "returned", "supplement_awaited"]
        assert copies.row["fee_amount"] == copies.state.fee_paid == 14_000
        assert birth.row["fee_amount"] == 0
        assert twice.state.voided
        assert [(row["number"], row["replaces"]) for row in marital.prints if row["form"] == "01"] == [
            (1, None),
            (2, 1),
        ]
        assert {"taken_back"} <= {event.kind for event in birth.events}
        assert marital.row["applicant_name"] == "Phan Thị Thanh Nhàn"
        assert register.warnings == []


@pytest.mark.long
def test_the_tour_can_be_played_again_and_again_and_every_form_is_a_pdf_in_its_folder(own_sample: Centre) -> None:
    first = play_tour(own_sample, lambda _: None, now=lambda: HOLIDAY_NIGHT)
    second = play_tour(own_sample, lambda _: None, now=lambda: HOLIDAY_NIGHT)
    assert len(second.chapters) == len(first.chapters)
    assert not set(first.files) & set(second.files)
    for told in (first, second):
        assert {path.name[:6] for path in told.files} == {"mau-01", "mau-02", "mau-04", "ke-hoa", "bao-ca"}
        for path in told.files:
            assert path.parent == own_sample.folder / "tour"
            assert path.read_bytes().startswith(b"%PDF" if path.suffix == ".pdf" else b"PK")


def test_a_story_that_the_register_does_not_bear_out_stops() -> None:
    with pytest.raises(StoryFailed, match="the fee is paid"):
        sure(False, "the fee is paid")
    narrator = Narrator(lambda _: None)
    with pytest.raises(KeyError):
        narrator.chapter("{code}")


def run_demo(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNETUI")}
    return subprocess.run(
        [sys.executable, "-m", "communetui", "demo", *arguments, "--dir", str(folder)],
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=120, check=False,
        env=kept | {"PYTHONIOENCODING": "ascii"},
    )  # fmt: skip


@pytest.mark.long
def test_the_command_makes_the_centre_plays_the_tour_and_finds_the_centre_again(tmp_path: Path) -> None:
    folder = tmp_path / "ở đâu cũng được"
    first = run_demo("--dossiers", "60", folder=folder)  # no terminal: the tour without asking for it
    assert first.returncode == 0, first.stderr
    assert PASSPHRASE in first.stdout
    assert all(officer.name in first.stdout for officer in OFFICERS)
    assert str(folder / "register.db") in first.stdout
    assert "60 hồ sơ" in first.stderr
    assert list((folder / "tour").glob("mau-04_*.pdf"))

    again = run_demo("--tour", "--lang", "en", "--json", folder=folder)
    assert again.returncode == 0, again.stderr
    document = json.loads(again.stdout)
    assert document["made"] is False
    assert document["story"][0]["title"] == "Opening"
    assert len(document["story"]) == 22
    assert all(line for chapter in document["story"] for line in chapter["lines"])
    for name in document["files"]:
        assert (folder / "tour" / name).read_bytes().startswith((b"%PDF", b"PK"))
