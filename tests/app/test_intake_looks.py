"""The intake form as it looks, at a clock that stands still."""

from __future__ import annotations

import pytest
from tests.app.intake_desk import CentreDoor, receive_before
from tests.keyboard import at_rest

from communetui.app import CommuneApp
from communetui.strings.language import Language, use

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
LANGUAGES = pytest.mark.parametrize("language", Language)

CARD = "046090012345||Nguyễn Văn Đạt|01011990|Nữ|Thôn 1|01012021"
KNOWN = ("f2", "=khai sinh", "enter", "=046090012345", "enter")


@pytest.fixture
def looks(centre, snap_compare, press):
    """Compare what keys lead to with how it looked before; `=` begins a text."""
    receive_before(centre)
    sessions = []

    def compare(size, *steps):
        door = CentreDoor(centre)
        app = CommuneApp(door)

        async def before(pilot):
            sessions.append(door.session(centre.officers["reception"]))
            app.begin(sessions[-1])
            await at_rest(pilot)
            for step in steps:
                await press(pilot, *(step[1:] if step[0] == "=" else [step]))

        return snap_compare(app, terminal_size=size, run_before=before)

    yield compare
    for session in sessions:
        session.close()


@SIZES
@LANGUAGES
def test_given_a_known_applicant_when_the_papers_are_next_then_it_looks_like_this(looks, language, size):
    use(language)
    assert looks(size, *KNOWN, "=cck")


@LANGUAGES
def test_given_a_scan_with_another_name_then_everything_to_look_at_is_in_sight(looks, language):
    use(language)
    assert looks((80, 24), "f2", "=sao y", "enter", f"={CARD}", "enter", "enter", "=5x3")


@LANGUAGES
def test_given_a_dossier_was_saved_then_what_comes_next_is_told(looks, language):
    use(language)
    assert looks((80, 24), *KNOWN, "=cck", "ctrl+s")


def test_given_a_form_that_is_parked_then_it_is_found_in_the_list(looks):
    assert looks((80, 24), *KNOWN, "f7", "f8")


def test_given_no_colour_then_nothing_is_lost(looks, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks((80, 24), *KNOWN, "=cck")
