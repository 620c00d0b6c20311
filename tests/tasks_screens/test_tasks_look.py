"""The list, the board and one task as they look, at a clock that stands still."""

from __future__ import annotations

from tests.desk.test_dossier_looks import looks

from communetui.strings.language import Language, use

__all__ = ["looks"]

SMALL, LARGE = (80, 24), (120, 40)


def test_given_a_plan_when_the_list_is_shown_then_it_looks_like_this(plan, looks):
    assert looks("leader", SMALL, "f8", "n", "down", "down")


def test_given_a_plan_when_it_is_grouped_by_directive_in_english_then_it_looks_like_this(plan, looks):
    use(Language.EN)
    assert looks("leader", LARGE, "f8", "n", "down", "f12", "f12", "f12", "f12")


def test_given_a_plan_when_the_board_is_shown_then_it_looks_like_this(plan, looks):
    assert looks("leader", LARGE, "f8", "n", "down", "f9", "right")


def test_given_a_task_when_its_periods_are_shown_in_english_then_it_looks_like_this(plan, looks):
    use(Language.EN)
    assert looks("specialist", SMALL, "f8", "n", "down", "down", "enter", "tab")
