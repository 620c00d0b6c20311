"""What the officer has in front of them."""

from __future__ import annotations


def name_of(pilot):
    return getattr(pilot.app.screen, "NAME", type(pilot.app.screen).__name__)


def notice(pilot):
    return pilot.app.screen.notice.text


def everything_shown(app):
    return "\n".join(
        str(getattr(widget, "value", "")) + str(widget.render())
        for screen in app.screen_stack
        for widget in screen.query("*")
    )
