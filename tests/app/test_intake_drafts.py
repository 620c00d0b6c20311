"""Half-filled forms: kept while they are filled, parked by one key, found again by their officer alone."""

from __future__ import annotations

import gc
import json
import weakref

from tests.app.intake_desk import at_desk, receive_before

from communetui.screens.parked import ParkedScreen


def drafts(desk) -> list[tuple[str, int]]:
    return desk.rows("SELECT label, parked FROM draft ORDER BY id")


async def begin(desk, name: str = "Hồ Thị Lài") -> None:
    await desk.enter("khai sinh")
    await desk.go_to("name")
    await desk.type(name)
    await desk.press("tab")


async def test_given_a_field_that_is_left_then_it_is_on_the_disk_and_an_unchanged_one_writes_nothing(centre):
    async with at_desk(centre) as desk:
        await begin(desk)
        label = "Hồ Thị Lài - Thủ tục đăng ký khai sinh"
        await desk.until(lambda: drafts(desk) == [(label, 0)])
        centre.clock.forward(minutes=5)
        (before,) = desk.rows("SELECT saved_at, body FROM draft")
        await desk.press("tab", "tab", "tab")
        assert desk.rows("SELECT saved_at, body FROM draft") == [before]
        assert json.loads(before[1])["name"] == "Hồ Thị Lài"


async def test_given_a_parked_form_when_it_is_taken_up_then_everything_is_as_it_was(centre):
    receive_before(centre)
    async with at_desk(centre) as desk:
        await desk.enter("sao y")
        await desk.type("046090012345")
        await desk.press("enter", "c", "k", "enter")
        await desk.type("5x3")
        await desk.press("ctrl+o")
        await desk.type("Nguyễn Thị Hạnh")
        before = desk.intake.form.state
        await desk.press("f7")
        assert desk.intake.empty
        assert "Đã để dở phiếu của Nguyễn Văn Đức" in desk.notice
        assert [parked for _, parked in drafts(desk)] == [1]

        await desk.press("f8")
        await desk.until(lambda: isinstance(desk.app.screen, ParkedScreen))
        await desk.until(lambda: desk.app.screen.query_one("#parked").row is not None)
        await desk.press("enter")
        assert desk.intake.form.state == before
        assert "21.000 đ" in desk.summary
        await desk.press("ctrl+s")
        assert drafts(desk) == []


async def test_given_another_form_on_the_screen_when_one_is_taken_up_then_it_is_parked_itself(centre):
    async with at_desk(centre) as desk:
        await begin(desk, "Hồ Thị Lài")
        await desk.press("f7")
        await begin(desk, "Phan Văn Long")
        await desk.press("f8")
        await desk.until(lambda: getattr(desk.app.screen.query_one("#parked"), "row", None) is not None)
        await desk.press("enter")
        assert desk.value("name") == "Hồ Thị Lài"
        await desk.until(lambda: [p for label, p in drafts(desk) if "Long" in label] == [1])


async def test_given_a_parked_form_when_it_is_discarded_then_it_asks_first(centre):
    async with at_desk(centre) as desk:
        await begin(desk)
        await desk.press("f7", "f8")
        await desk.until(lambda: getattr(desk.app.screen.query_one("#parked"), "row", None) is not None)
        await desk.press("delete", "escape")
        assert len(drafts(desk)) == 1
        await desk.press("delete", "enter")
        await desk.until(lambda: drafts(desk) == [])


async def test_given_a_form_left_by_another_key_when_one_comes_back_then_it_is_as_it_was(centre):
    async with at_desk(centre) as desk:
        await desk.enter("khai sinh")
        await desk.go_to("name")
        await desk.type("Hồ Thị Lài")
        await desk.press("escape", "f2")
        await desk.until(lambda: desk.value("name") == "Hồ Thị Lài")
        assert len(drafts(desk)) == 1


async def test_given_a_lock_in_the_middle_then_the_form_is_kept_and_offered_to_its_officer_alone(centre):
    async with at_desk(centre) as desk:
        await begin(desk)
        await desk.type("12/03/19")  # the field is not left
        app, door = desk.app, desk.app.door
        session = weakref.ref(app.session)
        await desk.press("f10")
        assert (app.session, app.screen.NAME) == (None, "unlock")
        # With the session goes what the form had read of citizens; the thread that closed it may take a moment.
        await desk.until(lambda: gc.collect() >= 0 and session() is None)

        app.begin(door.session(centre.officers["administrator"]))
        await desk.press("f2")
        assert app.screen.NAME == "intake"
        assert desk.intake.empty
        assert desk.intake.drafts_count == 0
        assert desk.notice == ""
        await desk.press("f10")
        assert app.session is None

        app.begin(door.session(centre.officers["reception"]))
        await desk.press("f2")
        assert "Còn phiếu chưa lưu của Hồ Thị Lài" in desk.notice
        await desk.press("f8")
        await desk.until(lambda: getattr(app.screen.query_one("#parked"), "row", None) is not None)
        await desk.press("enter")
        assert desk.value("birth") == "12/03/19", "as it was typed"


async def test_given_home_when_the_parked_forms_are_asked_for_then_their_list_comes_first(centre):
    async with at_desk(centre) as desk:
        await begin(desk)
        await desk.press("f7", "f4")
        await desk.app.show("intake", parked=True)
        await desk.until(lambda: isinstance(desk.app.screen, ParkedScreen))


async def test_given_a_draft_of_another_version_when_it_is_opened_then_what_can_be_read_is_there(centre):
    async with at_desk(centre) as desk:
        body = '{"name":"Hồ Thị Lài","sex":"unknown","papers":"none","colour":"red"}'
        desk.register.write(
            lambda tx: tx.db.conn.execute(
                "INSERT INTO draft VALUES ('d1', ?, 'intake', 'Hồ Thị Lài', ?, 1, '2026-11-23T01:00:00Z')",
                (tx.by.officer, body),
            )
        )
        await desk.press("f8")
        await desk.until(lambda: getattr(desk.app.screen.query_one("#parked"), "row", None) is not None)
        await desk.press("enter")
        assert (desk.value("name"), desk.value("sex")) == ("Hồ Thị Lài", None)
