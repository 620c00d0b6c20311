"""The reports as they look, and nothing English on them."""

from __future__ import annotations

import asyncio

import pytest
from tests.centre import PASSPHRASE
from tests.desk.dossier_steps import shown, type_keys
from tests.desk.test_vietnamese_screens import english
from tests.keyboard import at_rest

from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use

LOOKS = pytest.mark.parametrize(
    ("language", "size"), [(Language.VI, (80, 24)), (Language.EN, (120, 40))], ids=["vi-80x24", "en-120x40"]
)


@pytest.fixture
def looks(centre, october, snap_compare):
    """Compare what keys lead to with how it looked before."""
    sessions = []

    def compare(size, *keys):
        app = CommuneApp(RegisterDoor(centre.folder, now=centre.clock))

        async def before(pilot):
            await at_rest(pilot)
            sessions.append(await asyncio.to_thread(app.door.open_session, centre.officers["leader"], PASSPHRASE))
            app.begin(sessions[-1])
            await at_rest(pilot)
            await type_keys(pilot, *keys)

        return snap_compare(app, terminal_size=size, run_before=before)

    yield compare
    for session in sessions:
        session.close()


@LOOKS
def test_the_form_of_the_ministry_looks_like_this(looks, language, size):
    use(language)
    assert looks(size, "f8", "b", "=ii06a", "enter", "up", "left", "down", "down")


def test_a_chart_looks_like_this(looks):
    assert looks((80, 24), "f8", "b", "=theo ngay", "enter", "f6", "h")


async def test_nothing_on_the_reports_is_left_in_english(october, desk):
    left = {}

    async def see(pilot, place, *keys):
        await type_keys(pilot, *keys)
        if words := english(shown(pilot)):
            left[place] = words

    async with desk("leader", size=(160, 40)) as pilot:
        await see(pilot, "list", "f8", "b")
        for name in ("decision-766", "leader"):
            await pilot.app.show("report", report=name)
            await see(pilot, name, "up", "left", "down")
        await pilot.app.show("report", report="ii06a")
        await see(pilot, "kinds", "f6")
        await see(pilot, "range", "d")
        await see(pilot, "send", "escape", "f7")
        await see(pilot, "sent", "enter")
        await see(pilot, "sent ones", "ctrl+r")
        await see(pilot, "save", "escape", "ctrl+s")
        await see(pilot, "doubts", "escape", "ctrl+n")
        await see(pilot, "behind", "escape", "end", "right", "enter")
    assert left == {}
