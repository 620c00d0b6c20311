"""The exchange and its conflicts as they look, and nothing English on them."""

from __future__ import annotations

import asyncio

import pytest
from tests.centre import PASSPHRASE
from tests.desk.dossier_steps import open_dossier, shown, type_keys
from tests.desk.reading import english
from tests.exchange.town import ANNOUNCED, Sending, received, send
from tests.exchange_screens.meeting import everywhere
from tests.keyboard import at_rest

from communedb.desk.attachments import attach
from communedb.desk.mend import correct
from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.strings.language import Language, use

LOOKS = pytest.mark.parametrize(
    ("language", "size"), [(Language.VI, (80, 24)), (Language.EN, (120, 40))], ids=["vi-80x24", "en-120x40"]
)


@pytest.fixture
def contested_town(town):
    """Two counters that know of each other, and one phone number that they disagree about."""
    one, two = town.counters(1, 2)
    dossier = received(one, "Nguyễn Thị Lụa")
    everywhere([one, two], town.folder("first"))
    for register, phone in ((one, "0905111222"), (two, "0914333444")):
        town.clock.forward(minutes=7)
        register.write(correct, dossier, "applicant_phone", None, phone, "khách đọc lại")
    everywhere([one, two], town.folder("second"))
    return one, dossier


@pytest.fixture
def looks(town, snap_compare):
    """Compare what keys lead to with how it looked before."""
    sessions = []

    def compare(register, size, *keys):
        app = CommuneApp(RegisterDoor(register.folder, now=town.clock))

        async def before(pilot):
            await at_rest(pilot)
            sessions.append(await asyncio.to_thread(app.door.open_session, register.officer.id, PASSPHRASE))
            app.begin(sessions[-1])
            await at_rest(pilot)
            await type_keys(pilot, *keys)

        return snap_compare(app, terminal_size=size, run_before=before)

    yield compare
    for session in sessions:
        session.close()


@LOOKS
def test_given_two_counters_when_the_exchange_is_opened_then_it_looks_like_this(contested_town, looks, language, size):
    use(language)
    assert looks(contested_town[0], size, "f11")


@LOOKS
def test_given_differing_values_when_they_are_shown_then_they_look_like_this(contested_town, looks, language, size):
    use(language)
    assert looks(contested_town[0], size, "f11", "f8", "enter")


async def test_nothing_on_the_exchanges_screens_is_left_in_english(contested_town, desk_of):
    _, dossier = contested_town
    left = {}
    async with desk_of("counter 1", size=(160, 50)) as pilot:
        for place, keys in {
            "exchange": ("f11",),
            "conflicts": ("f8",),
            "conflict": ("enter",),
            "another value": ("f7",),
            "stations": ("escape", "escape", "escape", "ctrl+n"),
            "file": ("f8",),
            "help": ("escape", "f1"),
        }.items():
            await type_keys(pilot, *keys)
            left[place] = english(shown(pilot))
        await pilot.app.show("quarantine")
        await at_rest(pilot)
        left["quarantine"] = english(shown(pilot))
        await open_dossier(pilot, dossier)
        left["dossier"] = english(shown(pilot))
    assert {place: words for place, words in left.items() if words} == {}


async def test_given_a_file_that_has_not_come_then_the_dossier_says_so_until_it_has(town, desk_of):
    one, two = town.counters(1, 2)
    dossier = received(one)
    stored = one.files.store(b"%PDF-1.4\n" + b"scan " * 400)
    one.write(attach, dossier, stored, "Tờ khai.pdf")
    send(one, two, town.folder("rows"), Sending(rows_only=True, announce=True))
    async with desk_of("counter 2") as pilot:
        await open_dossier(pilot, dossier)
        await type_keys(pilot, "tab", "end")
        assert "tệp chưa nhận về" in shown(pilot)
        await type_keys(pilot, "enter")
        assert "chưa nhận về máy này" in shown(pilot)
        send(two, one, town.folder("asking"), ANNOUNCED)
        send(one, two, town.folder("files"))
        pilot.app.note_news(True)
        await at_rest(pilot)
        assert "tệp chưa nhận về" not in shown(pilot)
        assert "Tờ khai.pdf" in shown(pilot)
