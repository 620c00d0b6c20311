"""What an officer types for the progress of a task, and how it is understood."""

from __future__ import annotations

import pytest

from communetui.tasks.quick import Progress, read_progress


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("4", Progress(40, "")),
        ("0", Progress(0, "")),
        ("45", Progress(45, "")),
        ("05", Progress(5, "")),
        ("4%", Progress(4, "")),
        ("60 %", Progress(60, "")),
        ("100", Progress(100, "")),
        (" 7 đã tập huấn 3 thôn ", Progress(70, "đã tập huấn 3 thôn")),
        ("45 còn 2 thôn", Progress(45, "còn 2 thôn")),
        ("101", None),
        ("999", None),
        ("1000", None),
        ("-5", None),
        ("4x", None),
        ("bốn mươi", None),
        ("", None),
        ("٤", None),
    ],
)
def test_given_what_is_typed_then_it_is_this_progress_or_not_understood(typed, understood):
    assert read_progress(typed) == understood
