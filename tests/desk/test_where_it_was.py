"""After a power cut the app opens where it was; one officer never sees where another one was."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import asynccontextmanager

from tests.centre import PASSPHRASE
from tests.keyboard import at_rest
from tests.register.test_end_of_day import received

from communedb.stores.desk_place import read_place
from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor


@asynccontextmanager
async def working(centre, role: str = "reception", *, power_goes: bool = False):
    """The app with an officer at work; when `power_goes` nothing is closed: the lock dies with the process."""
    door = RegisterDoor(centre.folder, now=centre.clock)
    app = CommuneApp(door)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot)
        session = await asyncio.to_thread(door.open_session, centre.officers[role], PASSPHRASE)
        app.begin(session)
        await at_rest(pilot)
        yield pilot
        if app.session is not None:
            await asyncio.to_thread(session.register.close if power_goes else session.close)
            session._lock.release()


async def keys(pilot, *pressed: str) -> None:
    await pilot.press(*pressed)
    await at_rest(pilot)


def shown(pilot) -> list[str]:
    return [screen.NAME for screen in pilot.app.screen_stack[1:]]


async def test_given_a_dossier_found_by_a_search_when_the_power_goes_then_it_and_the_search_are_back(centre):
    register = centre.open()
    dossier = received(register)
    register.close()
    async with working(centre, power_goes=True) as pilot:
        await keys(pilot, "f3", *"tran thi lan", "enter")
        assert shown(pilot) == ["home", "dossiers", "dossier"]
    async with working(centre) as pilot:
        assert shown(pilot) == ["home", "dossiers", "dossier"]
        assert pilot.app.screen.view.dossier.id == dossier
        await keys(pilot, "escape")
        assert pilot.app.screen.wanted.text == "tran thi lan"
        assert pilot.app.screen.query_one("#search").value == "tran thi lan"


async def test_given_a_half_filled_form_when_the_power_goes_then_the_citizen_who_waits_is_on_the_screen(centre):
    async with working(centre, power_goes=True) as pilot:
        await keys(pilot, "f2", *"khai sinh", "enter", *"046090012345", "tab", "tab", *"Hồ Thị Lài", "tab")
    async with working(centre) as pilot:
        state = pilot.app.screen.form.state
        assert (shown(pilot)[-1], state.procedure_code, state.name) == ("intake", "1.001193", "Hồ Thị Lài")
        # Another officer sees nothing of it; locking keeps the form for its officer, who is asked first.
        await keys(pilot, "f10")
    async with working(centre, "administrator") as pilot:
        assert shown(pilot) == ["home"]
    async with working(centre) as pilot:
        assert shown(pilot) == ["home"]
        await keys(pilot, "f2")
        assert "Hồ Thị Lài" in pilot.app.screen.notice.text


async def test_given_a_quick_counter_half_typed_when_the_power_goes_then_it_is_open_with_what_was_left(centre):
    async with working(centre, power_goes=True) as pilot:
        await keys(pilot, "ctrl+b", "enter", *"Hồ Thị Sen", "enter", *"Học bạ", "enter", "4", "enter", "2")
    async with working(centre) as pilot:
        assert shown(pilot)[-1] == "quick"
        typed = pilot.app.screen.typed
        assert (typed.name, typed.lines[0].name, typed.lines[0].pages) == ("Hồ Thị Sen", "Học bạ", "4")


async def test_given_a_desk_that_was_locked_in_order_then_the_next_unlock_opens_at_home(centre):
    async with working(centre) as pilot:
        await keys(pilot, "f3", *"lan")
        await keys(pilot, "f10")
    async with working(centre) as pilot:
        assert shown(pilot) == ["home"]


async def test_given_a_place_of_another_version_or_a_window_for_reading_then_the_desk_opens_at_home(centre):
    def strange(tx):
        body = {"places": [{"screen": "no_such_screen"}, {"screen": "dossiers", "wanted": {"due": "one day"}}]}
        tx.db.conn.execute("INSERT INTO desk_place VALUES (?, ?, ?)", (tx.by.officer, json.dumps(body), tx.stamp()))

    register = centre.open()
    register.write(strange)
    kept = "SELECT body FROM desk_place"
    before = register.db.conn.execute(kept).fetchone()
    reading = RegisterDoor(centre.folder, now=centre.clock)
    first = reading.open_session(centre.officers["specialist"], PASSPHRASE)
    second = reading.open_session(centre.officers["reception"], PASSPHRASE)
    assert second.read_only
    second.keep_place([{"screen": "catalogue"}])
    assert register.db.conn.execute(kept).fetchone() == before
    second.close()
    first.close()
    register.close()
    async with working(centre) as pilot:
        assert shown(pilot) == ["home"]


def test_given_a_slow_disk_when_an_officer_locks_while_places_wait_then_the_orderly_end_stands_last(centre):
    session = RegisterDoor(centre.folder, now=centre.clock).open_session(centre.officers["reception"], PASSPHRASE)
    disk = threading.Event()
    session.register.submit(lambda _tx: disk.wait(20))
    session.keep_place([{"screen": "dossiers"}])
    session.keep_place([{"screen": "dossiers"}, {"screen": "dossier", "dossier": "x"}])
    closing = threading.Thread(target=session.close)
    closing.start()
    while not session._places._ended:
        pass
    disk.set()
    closing.join(20)
    with centre.open() as register:
        assert read_place(register.db, centre.officers["reception"]).left
