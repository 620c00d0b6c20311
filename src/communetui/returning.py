"""Coming back to where the officer was: from open screens to places, and from a place to its screen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from communetui.actions.registry import EVERYWHERE, actions_in, find
from communetui.screens.base import BaseScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from communetui.places import Place


def screen_class(name: str) -> type[BaseScreen[Any]]:
    """The class of a screen, imported now."""
    module = import_module(f"communetui.screens.{name}")
    return cast("type[BaseScreen[Any]]", getattr(module, f"{name.capitalize()}Screen"))


def places_of(screens: Iterable[Screen[Any]]) -> list[Place]:
    """The places of those among the open screens to which one comes back, the lowest first."""
    kept = [(screen.NAME, screen.place()) for screen in screens if isinstance(screen, BaseScreen)]
    return [{"screen": name, **place} for name, place in kept if place is not None]


def at_place(place: Place, front: Screen[Any]) -> Screen[Any] | None:
    """The screen of a place; None where this officer may not go there, or this version knows no such place."""
    name, told = place.get("screen", ""), {key: value for key, value in place.items() if key != "screen"}
    action = find(actions_in(EVERYWHERE), name)
    if action is not None and isinstance(front, BaseScreen) and front.why_not(action):
        return None
    try:
        return screen_class(name).at_place(told)
    except (ImportError, AttributeError, ValueError, TypeError):
        return None
