"""What a key in the intake form makes the screen do: the whole of it is laid out only when something moves."""

from __future__ import annotations

import pytest
from tests.app.intake_desk import at_desk, receive_before

ROOMY = (120, 40)
"""Nothing has to scroll."""


@pytest.fixture
async def desk(centre):
    """The form with a birth registration chosen, and how often the screen was laid out since."""
    receive_before(centre)
    async with at_desk(centre, size=ROOMY) as desk:
        await desk.type("1.001193")
        await desk.press("enter")
        await desk.pilot.pause()
        desk.layouts = []
        desk.intake.screen_layout_refresh_signal.subscribe(desk.intake, desk.layouts.append, immediate=True)
        yield desk


@pytest.mark.parametrize("control", ["address", "phone", "content"])
async def test_given_a_field_when_a_letter_is_typed_then_nothing_is_laid_out(desk, control):
    await desk.go_to(control)
    desk.layouts.clear()
    await desk.type("Thôn Thạch Bình")

    assert desk.value(control) == "Thôn Thạch Bình"
    assert desk.layouts == []


async def test_given_a_text_as_wide_as_its_field_when_one_types_on_then_its_end_is_in_sight_and_nothing_laid_out(desk):
    field = desk.intake.form.control("address")
    await desk.go_to("address")
    field.value = "Thôn Thạch Bình, " * 7
    await desk.pilot.pause()
    desk.layouts.clear()
    await desk.type("xã Quảng Điền")

    assert field.scroll_offset.x > 0
    assert str(field.render_line(0).text).rstrip().endswith("xã Quảng Điền")
    assert desk.layouts == []


async def test_given_fields_when_tab_goes_from_one_to_the_next_then_nothing_is_laid_out(desk):
    await desk.go_to("name")
    desk.layouts.clear()
    await desk.press(*["tab"] * 5, *["shift+tab"] * 5)

    assert desk.app.focused.id == "name"
    assert desk.layouts == []


async def test_given_the_papers_when_the_cursor_comes_and_goes_then_the_room_for_their_keys_costs_one_layout_each(desk):
    await desk.go_to("content")
    desk.layouts.clear()
    await desk.press("tab")
    assert desk.app.focused.id == "papers"
    assert len(desk.layouts) == 1
    await desk.press("shift+tab")
    assert len(desk.layouts) == 2


async def test_given_suggestions_when_one_more_letter_leaves_as_many_then_nothing_is_laid_out(desk):
    await desk.go_to("name")
    await desk.type("nguyễn v")
    await desk.until(lambda: bool(desk.intake.form.control("name")._list.found))
    desk.layouts.clear()
    await desk.type("ă")
    await desk.pilot.app.workers.wait_for_complete()
    await desk.pilot.pause()

    assert [found.text for found in desk.intake.form.control("name")._list.found] == ["Nguyễn Văn Đức"]
    assert desk.layouts == []
