"""A fault of the program leaves the desk open, a file for whoever mends it, and no citizen's data on the terminal."""

from __future__ import annotations

import pytest
from tests.centre import PASSPHRASE
from tests.desk.test_home import screen_text
from tests.keyboard import at_rest

from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor
from communetui.screens.catalogue import CatalogueScreen


def broken(*_: object) -> None:
    secret_of_a_citizen = "046090012345"  # noqa: F841 - must not be told
    raise ZeroDivisionError("broken on purpose")


@pytest.fixture
def log(tmp_path):
    return tmp_path / "errors.log"


async def come_in(app, centre, pilot):
    app.begin(app.door.open_session(centre.officers["reception"], PASSPHRASE))
    await at_rest(pilot)


async def break_the_catalogue(app, centre, monkeypatch):
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(app, centre, pilot)
        monkeypatch.setattr(CatalogueScreen, "do_refresh", broken)
        await pilot.press("f6")
        await at_rest(pilot)


async def test_given_a_fault_in_a_thread_then_the_desk_says_so_and_goes_on(centre, log, monkeypatch):
    app = CommuneApp(RegisterDoor(centre.folder, now=centre.clock), fault_log=log)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(app, centre, pilot)
        monkeypatch.setattr("communetui.screens.catalogue.procedures_on", broken)
        await pilot.press("f6")
        await at_rest(pilot)
        assert "Chương trình gặp lỗi" in screen_text(pilot)
        assert isinstance(app.screen, CatalogueScreen)
        await pilot.press("f4")
        await at_rest(pilot)
        assert "Đã nhận hôm nay" in screen_text(pilot)
        app.session.close()
    told = log.read_text(encoding="utf-8")
    assert "broken on purpose" in told
    assert "046090012345" not in told


async def test_given_a_fault_on_the_screen_then_the_app_closes_with_words_and_without_values(centre, log, monkeypatch):
    app = CommuneApp(RegisterDoor(centre.folder, now=centre.clock), fault_log=log)
    shown: list[object] = []
    monkeypatch.setattr(CommuneApp, "_print_error_renderables", lambda self: shown.extend(self._exit_renderables))
    with pytest.raises(ZeroDivisionError):
        await break_the_catalogue(app, centre, monkeypatch)
    if app.session is not None:
        app.session.close()
    assert "broken on purpose" in log.read_text(encoding="utf-8")
    assert all("secret_of_a_citizen" not in str(one) for one in app._exit_renderables)
    assert any("phải đóng" in str(one) for one in app._exit_renderables)
