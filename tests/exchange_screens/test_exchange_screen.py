"""The exchange as the officer sees it: a stick from one counter to the other, the shared folder, a new station."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.desk.dossier_steps import said, shown, type_keys
from tests.exchange.town import names, print_of, received, send
from tests.exchange_screens.meeting import everywhere
from tests.keyboard import at_rest, type_ahead, until

from communedb.desk.office import set_setting
from communedb.journal.apply import Applying
from communesync.exchange.lan_loop import LanLoop
from communesync.keys.issuing import revoke
from communetui.exchange import service
from communetui.home.numbers import Numbers
from communetui.screens.exchange import ExchangeScreen
from communetui.screens.stations import StationsScreen
from communetui.widgets.pagedlist import PagedList


async def over(pilot):
    """Wait until no exchange is under way."""
    await until(pilot, lambda: pilot.app.session.exchange.job is None)
    await at_rest(pilot)


async def test_given_a_dossier_when_the_stick_goes_from_one_counter_to_the_other_then_it_is_there(town, desk_of):
    one, two = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")
    async with desk_of("counter 1") as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["unsent"] > 0
        await type_keys(pilot, "f11")
        assert "Chưa tới nơi:" in shown(pilot)
        assert "trong 1 hồ sơ" in shown(pilot)
        await type_keys(pilot, "f7", f"={stick}", "enter")
        await over(pilot)
        assert "USB: ghi" in said(pilot)
        assert "rút USB được rồi" in said(pilot)
        assert list(stick.glob("*.bundle"))
    async with desk_of("counter 2") as pilot:
        await type_keys(pilot, "f11", "f7", f"={stick}", "enter")
        await over(pilot)
        assert "nhận" in said(pilot)
        # Whoever has received from a station sees how fresh it is, on every screen.
        await type_keys(pilot, "f4")
        assert "quầy 1 08:00" in shown(pilot).splitlines()[0]
        assert pilot.app.screen.query_one(Numbers).counts["open"] == 1
    assert two.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (1,)


def test_given_an_older_program_failed_over_lines_then_the_next_opening_of_the_desk_takes_them_in(town, monkeypatch):
    one, two = town.counters(1, 2)
    received(one)
    with monkeypatch.context() as older:
        older.setattr(Applying, "take_in", lambda *_: 1 / 0)
        send(one, two, town.folder("mail"))
    assert names(two) == []

    opened = service.ExchangeService(two)
    opened.start()

    assert names(two) == ["Hồ Thị Sương"]
    opened.stop()


async def test_given_no_stick_then_it_says_so_and_nothing_is_lost(town, desk_of):
    one, _ = town.counters(1, 2)
    received(one)
    async with desk_of("counter 1") as pilot:
        await type_keys(pilot, "f11", "f7", "=/nowhere/at/all", "enter")
        await over(pilot)
        assert "Không thấy thư mục /nowhere/at/all" in said(pilot)
        await type_keys(pilot, "ctrl+s")
        assert "F7 dùng USB" in said(pilot)


async def test_given_an_exchange_under_way_when_it_is_stopped_then_that_is_said_and_the_next_one_goes_on(
    town, desk_of, monkeypatch
):
    one, _ = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")

    def slow(register, folder, job):
        job.progress(1_000_000, 4_000_000)
        while not job.stopped():
            time.sleep(0.01)
        return kept(register, folder, job)

    import communetui.screens.exchange as module

    kept = module.exchange_by_stick
    monkeypatch.setattr(module, "exchange_by_stick", slow)
    async with desk_of("counter 1") as pilot:
        await type_keys(pilot, "f11")
        await pilot.press("f7")
        await at_rest(pilot)
        # Not until it is at rest: the exchange is under way.
        type_ahead(pilot.app, *str(stick), "enter")
        await until(pilot, lambda: pilot.app.session.exchange.job is not None)
        screen = pilot.app.screen
        await until(pilot, lambda: "25%" in str(screen.bar.content))
        assert "1,0 MB / 4,0 MB" in str(screen.bar.content)
        assert screen.why_not(next(a for a in screen.actions if a.id == "send")) is not None
        await pilot.press("ctrl+r")
        await over(pilot)
        assert "Đã dừng. Không mất gì" in said(pilot)
        assert not list(stick.glob("*.bundle"))
        monkeypatch.setattr(module, "exchange_by_stick", kept)
        await type_keys(pilot, "f7", f"={stick}", "enter")
        await over(pilot)
        assert list(stick.glob("*.bundle"))


async def test_given_a_shared_folder_when_counter_1_receives_then_counter_2_sees_it_without_a_key(
    town, desk_of, monkeypatch
):
    monkeypatch.setattr(service, "LAN_POLL", 0.05)
    one, two = town.counters(1, 2)
    share = town.folder("share")
    two.write(set_setting, "lan_folder", str(share))
    loop = LanLoop(one, share, lambda _: None, poll=0.05)
    loop.start()
    async with desk_of("counter 2") as pilot:
        numbers = pilot.app.screen.query_one(Numbers)
        received(one)
        await until(pilot, lambda: numbers.counts.get("open") == 1)
        await until(pilot, lambda: "quầy 1 08:00" in shown(pilot).splitlines()[0])
    assert loop.stop()


async def test_given_a_half_typed_search_when_rows_arrive_then_what_is_typed_and_the_cursor_stay(
    town, desk_of, tmp_path
):
    one, two = town.counters(1, 2)
    for name in ("Trần Văn An", "Trần Văn Bình", "Trần Văn Cường"):
        received(two, name)
    everywhere([one, two], town.folder("bundles"))
    async with desk_of("counter 2") as pilot:
        await type_keys(pilot, "f3", "=tran", "down", "down")
        paged = pilot.app.screen.query_one(PagedList)
        here = paged.row.row.dossier
        received(one, "Trần Văn Dũng")
        send(one, two, town.folder("more"))
        pilot.app.note_news(True)
        await at_rest(pilot)
        assert paged.row.row.dossier == here
        assert paged.total == 4
        await type_keys(pilot, "f2", "=Nguyễn")
        received(one, "Trần Văn Em")
        send(one, two, town.folder("still more"))
        pilot.app.note_news(True)
        await at_rest(pilot)
        assert "Nguyễn" in shown(pilot)


async def test_given_a_new_station_when_file_and_fingerprint_were_compared_then_both_exchange(
    town, desk_of, desk_new, new_station
):
    town.open("counter 1")
    stick = town.folder("stick")
    async with desk_new() as pilot:
        await type_keys(pilot, "f11", "ctrl+n")
        assert isinstance(pilot.app.screen, StationsScreen)
        assert print_of(new_station) in shown(pilot)
        await type_keys(pilot, "f7", f"={stick}", "enter")
        assert "ghi-danh-19867-4.json" in said(pilot)
    async with desk_of("counter 1") as pilot:
        await type_keys(pilot, "f11", "ctrl+n", "f8", f"={stick}", "enter")
        assert "MÀN HÌNH MÁY MỚI" in shown(pilot)
        await type_keys(pilot, "=12345", "enter")
        assert "Dấu vân khóa không khớp" in shown(pilot)
        await type_keys(pilot, *["backspace"] * 5, f"={print_of(new_station)}", "enter")
        assert "Đã ghi danh quầy 4" in said(pilot)
        assert "quầy 4" in shown(pilot)
    async with desk_new() as pilot:
        await type_keys(pilot, "f11", "ctrl+n", "ctrl+f", f"={stick}", "enter")
        await type_keys(pilot, f"={print_of(town.open('counter 1'))}", "enter")
        assert "Từ nay các máy trao đổi với nhau" in said(pilot)
        await type_keys(pilot, "ctrl+r")
        assert "\u2580" in shown(pilot)
        await type_keys(pilot, "ctrl+r", "escape")
        assert isinstance(pilot.app.screen, ExchangeScreen)
        assert "quầy 1" in shown(pilot)


async def test_given_a_revoked_station_wrote_on_then_its_lines_are_in_quarantine_with_what_can_be_done(town, desk_of):
    one, two = town.counters(1, 2)
    received(two, "Trần Văn Trước")
    send(two, one, town.folder("before"))
    revoke(one, two.signer.public)
    received(two, "Trần Văn Sau")
    send(two, one, town.folder("after"))
    async with desk_of("counter 1") as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["open"] == 1
        await type_keys(pilot, "f11")
        assert "! 1 mục cách ly" in shown(pilot)
        await pilot.app.show("quarantine")
        await at_rest(pilot)
        assert "quầy 2, dòng" in shown(pilot)
        assert "máy bị thu hồi" in shown(pilot)
        assert "Báo quản trị" in shown(pilot)
        await type_keys(pilot, "enter")
        assert "Vẫn chưa nhận được" in said(pilot)
        await type_keys(pilot, "f11", "ctrl+n")
        assert "đã thu hồi" in shown(pilot)


@pytest.mark.parametrize("folder", ["", "gone"])
async def test_given_the_shared_folder_is_gone_then_the_desk_works_on_and_says_so(town, desk_of, monkeypatch, folder):
    monkeypatch.setattr(service, "LAN_POLL", 0.05)
    one, _ = town.counters(1, 2)
    one.write(set_setting, "lan_folder", str(Path(town.top) / folder) if folder else "")
    async with desk_of("counter 1") as pilot:
        if folder:
            await until(pilot, lambda: bool(pilot.app.session.exchange.faults))
        await type_keys(pilot, "f11")
        assert ("! Mạng nội bộ: Không thấy thư mục" in shown(pilot)) is bool(folder)


async def test_given_a_way_that_fails_when_everything_is_sent_then_the_other_ways_are_gone_all_the_same(town, desk_of):
    one, _ = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")
    one.write(set_setting, "hub_address", "http://127.0.0.1:9")
    one.write(set_setting, "exchange_folder", str(stick))
    async with desk_of("counter 1") as pilot:
        await type_keys(pilot, "f11", "ctrl+s")
        await over(pilot)
        assert said(pilot).startswith("? USB: ghi 1 gói")
        assert "Internet: Máy này chưa được ghi danh" in said(pilot)
    assert list(stick.glob("*.bundle"))
