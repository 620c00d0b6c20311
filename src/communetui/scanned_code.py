"""A scanned dossier code: it opens its dossier, or the late entry of the handwritten receipt that it stands on."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any, cast

from communetui.actions.registry import EVERYWHERE, actions_in, find
from communetui.screens.base import BaseScreen
from communetui.threads import run_in_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.app import CommuneApp


def open_code(app: CommuneApp, code: str, show_dossier: Callable[[], object]) -> None:
    """Open what carries a code, a dossier by `show_dossier`; keys typed meanwhile are for what comes."""
    session, screen = app.session, cast("BaseScreen[Any]", app.screen)
    if session is None:
        return

    async def open_it(blank: bool) -> None:
        if blank:
            await _enter_late(app, code)
        else:
            shown = show_dossier()
            if isawaitable(shown):
                await shown

    run_in_thread(screen, lambda: session.is_blank(code), open_it, refused=screen.refuse, group="code", hold=True)


async def _enter_late(app: CommuneApp, code: str) -> None:
    """The intake form with this code; one that is open already takes it."""
    front = cast("BaseScreen[Any]", app.screen)
    intake = find(actions_in(EVERYWHERE), "intake")
    if intake is not None and (why := front.why_not(intake)):
        front.notice.error(why)
        return
    for screen in app.screen_stack:
        if isinstance(screen, BaseScreen) and screen.NAME == "intake":
            screen.pop_until_active()
            screen.take_blank(code)  # type: ignore[attr-defined]  # the intake form has it
            return
    await app.push_screen(app.make_screen("intake", blank=code))
