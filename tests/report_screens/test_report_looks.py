"""The form of the ministry as it looks on the screen."""

from __future__ import annotations

import asyncio

import pytest
from tests.centre import PASSPHRASE
from tests.desk.dossier_steps import type_keys
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
