"""A search above a list: keys pass from the one to the other, so that nobody has to go there first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from communetui.widgets.field import Field


def pass_on(event: events.Key, search: Field, listed: Widget) -> bool:
    """Let Down and Page Down go from the search into the list, and a letter typed in the list back; whether it did."""
    if search.has_focus and event.key in {"down", "pagedown"}:
        listed.focus()
    elif listed.has_focus and event.character and event.is_printable:
        search.focus()
        search.insert_text_at_cursor(event.character)
    else:
        return False
    event.stop()
    return True
