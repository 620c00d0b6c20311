"""A scanned dossier code: it opens its dossier, or the late entry of the handwritten receipt that it stands on."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from communetui.actions.registry import EVERYWHERE, actions_in, find
from communetui.screens.base import BaseScreen

if TYPE_CHECKING:
    from collections.abc import Callable


def open_code(screen: BaseScreen[Any], code: str, show_dossier: Callable[[], object]) -> None:
    """Open from a screen what carries a code, a dossier by `show_dossier`; keys typed meanwhile are for what comes."""
    session = screen.session

    async def open_it(blank: bool) -> None:
        if blank:
            await _enter_late(screen, code)
            return
        shown = show_dossier()
        if isawaitable(shown):
            await shown

    screen.run_in_thread(lambda: session.is_blank(code), open_it, group="code", hold=True)


async def _enter_late(screen: BaseScreen[Any], code: str) -> None:
    """The intake form with this code; one that is open already takes it."""
    intake = find(actions_in(EVERYWHERE), "intake")
    if intake is not None and (why := screen.why_not(intake)):
        screen.notice.error(why)
        return
    for below in screen.app.screen_stack:
        if isinstance(below, BaseScreen) and below.NAME == "intake":
            below.pop_until_active()
            below.take_blank(code)  # type: ignore[attr-defined]  # the intake form has it
            return
    await screen.desk.show("intake", blank=code)
