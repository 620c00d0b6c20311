"""The list of dossiers, a dossier and its forms as they look, at a clock that stands still."""

from __future__ import annotations

import asyncio

import pytest
from tests.centre import PASSPHRASE
from tests.desk.dossier_steps import BIRTH, done, received, type_keys
from tests.keyboard import at_rest

from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
LANGUAGES = pytest.mark.parametrize("language", Language)


@pytest.fixture
def looks(centre, snap_compare):
    """Compare what keys lead to with how it looked before."""
    sessions = []

    def compare(role, size, *keys):
        app = CommuneApp(RegisterDoor(centre.folder, now=centre.clock))

        async def before(pilot):
            await at_rest(pilot)
            sessions.append(await asyncio.to_thread(app.door.open_session, centre.officers[role], PASSPHRASE))
            app.begin(sessions[-1])
            await at_rest(pilot)
            await type_keys(pilot, *keys)

        return snap_compare(app, terminal_size=size, run_before=before)

    yield compare
    for session in sessions:
        session.close()


@pytest.fixture
def busy_centre(centre):
    """One dossier overdue, one waiting, one void, one new with markup in its name."""
    reception, specialist = centre.open("reception"), centre.open("specialist")
    late = received(reception, name="Trần Thị Sen", id_number=None, phone=None)
    done(reception, late, "handed_over", to_officer=centre.officers["specialist"])
    waiting = received(reception, BIRTH)
    centre.clock.set("2026-11-30 09:30")
    paper = [{"name": "Giấy chứng sinh", "state": "no"}]
    done(specialist, waiting, "supplement_requested", papers=paper, reason="Bản chụp mờ, không đọc được")
    received(reception, name="Hồ [b]Văn[/b] Lợi", id_number=None)
    for register in (reception, specialist):
        register.close()
    return centre


@SIZES
@LANGUAGES
def test_given_a_busy_centre_when_the_list_is_shown_then_it_looks_like_this(busy_centre, looks, language, size):
    use(language)

    assert looks("reception", size, "f3", "down")


@SIZES
@LANGUAGES
def test_given_a_waiting_dossier_when_its_course_is_shown_then_it_looks_like_this(busy_centre, looks, language, size):
    use(language)

    assert looks("reception", size, "f3", "=lua", "enter", "tab", "tab")


@LANGUAGES
def test_given_a_dossier_when_the_menu_of_steps_is_open_then_it_looks_like_this(busy_centre, looks, language):
    use(language)

    assert looks("specialist", (80, 24), "f3", "=sen", "enter", "f7")


@LANGUAGES
def test_given_an_overdue_dossier_when_a_supplement_is_asked_for_then_it_looks_like_this(busy_centre, looks, language):
    use(language)

    assert looks("specialist", (80, 24), "f3", "=sen", "enter", "f7", "b")


@LANGUAGES
def test_given_a_pile_of_which_nothing_could_be_done_then_each_row_says_why(busy_centre, looks, language):
    use(language)

    assert looks("specialist", (80, 24), "f3", "ctrl+f", "f7", "f7", "v")
