"""Home: the day in one look, and what others did meanwhile."""

from __future__ import annotations

import pytest
from tests.keyboard import at_rest

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communetui.home.numbers import Numbers
from communetui.strings.language import Language, use
from communetui.widgets.pagedlist import PagedList


def birth(name):
    return Intake.model_validate({"procedure_code": "1.001193", "applicant": {"name": name}})


def screen_text(pilot):
    size = pilot.app.size
    lines = pilot.app.screen._compositor.render_strips() if size else []
    return "\n".join(strip.text for strip in lines)


async def test_given_a_morning_of_work_when_home_opens_then_each_number_is_there(centre, desk):
    register = centre.open("reception")
    for name in ("Nguyễn Văn Đức", "Trần Thị Sen [red]"):
        register.write(receive, birth(name))

    async with desk("reception") as pilot:
        text = screen_text(pilot)
        counts = pilot.app.screen.query_one(Numbers).counts

    assert [counts[name] for name in ("received", "due_soon", "overdue", "mine", "to_review")] == [2, 2, 0, 2, 0]
    assert "Trần Thị Sen [red]" in text
    assert "19867.01-261123-0001" in text


async def test_given_an_overdue_dossier_when_home_opens_then_a_sign_and_not_only_a_colour_says_so(centre, desk):
    centre.open("reception").write(receive, birth("Nguyễn Văn Đức"))
    centre.clock.set("2026-11-25 08:00")
    async with desk("reception") as pilot:
        assert "!Hồ sơ quá hạn" in screen_text(pilot)


async def test_given_others_worked_while_i_was_away_then_home_says_how_much_changed(centre, desk):
    dossier = centre.open("reception").write(receive, birth("Nguyễn Văn Đức")).dossier
    async with desk("leader") as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["changed_by_others"] == 0
    centre.clock.forward(hours=1)
    centre.open("reception").write(act, dossier, Act.model_validate({"kind": "noted", "text": "Đã gọi điện"}))
    centre.clock.forward(hours=1)
    async with desk("leader") as pilot:
        assert pilot.app.screen.query_one(Numbers).counts["changed_by_others"] == 1


async def test_given_home_when_the_language_changes_then_nothing_vietnamese_is_left_of_its_words(centre, desk):
    async with desk("reception") as pilot:
        await pilot.press("ctrl+t")
        await at_rest(pilot)
        text = screen_text(pilot)
    use(Language.VI)
    assert "Received today" in text
    assert "Đã nhận" not in text
    assert "Thủ tục" not in text


async def test_given_a_locked_desk_then_nothing_of_the_officer_is_left_on_the_screen(centre, desk):
    centre.open("reception").write(receive, birth("Nguyễn Văn Đức"))
    async with desk("reception") as pilot:
        pilot.app.copy_to_clipboard("046090012345")
        await pilot.press("f10")
        await at_rest(pilot)
        text = screen_text(pilot)
        assert pilot.app.session is None
        assert pilot.app.clipboard == ""
    assert "Nguyễn Văn Đức" not in text
    assert "Mật khẩu" in text


async def test_given_a_second_app_on_the_same_register_then_it_reads_and_does_not_write(centre, desk):
    async with desk("reception"), desk("leader") as second:
        assert second.app.session.read_only
        assert "chỉ xem được" in screen_text(second)


async def test_given_a_terminal_shrunk_to_40x10_and_back_then_the_desk_is_still_there(centre, desk):
    centre.open("reception").write(receive, birth("Nguyễn Văn Đức"))
    async with desk("reception") as pilot:
        await pilot.resize_terminal(40, 10)
        await at_rest(pilot)
        await pilot.press("tab", "down", "tab")
        await pilot.resize_terminal(80, 24)
        await at_rest(pilot)
        assert "Nguyễn Văn Đức" in screen_text(pilot)
        assert pilot.app.screen.query_one(PagedList).row is not None


@pytest.mark.parametrize("keys", [[], ["f2"], ["f3"], ["f3", "enter"], ["f6"], ["f6", "enter"], ["f9"], ["f1"]])
async def test_given_any_screen_at_80_columns_then_the_key_that_locks_is_in_sight_at_its_place(centre, desk, keys):
    centre.open("reception").write(receive, birth("Nguyễn Văn Đức"))
    async with desk("administrator") as pilot:
        for key in keys:
            await pilot.press(key)
            await at_rest(pilot)
        assert screen_text(pilot).endswith("F10 Khóa máy")
