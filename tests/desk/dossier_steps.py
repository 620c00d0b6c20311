"""What the stories of the list and of one dossier have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.keyboard import at_rest, type_ahead

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communetui.screens.base import BaseScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from communedb.register import Register

MARRIAGE_STATUS = "1.004873"
BIRTH = "1.001193"
LUA = {"name": "Nguyễn Thị Lụa", "id_number": "046190054321", "phone": "0914123456", "address": "Thôn La Vân Thượng"}


def received(register: Register, procedure: str = MARRIAGE_STATUS, **applicant: Any) -> str:
    """A dossier taken in; its key."""
    given = {"procedure_code": procedure, "applicant": {**LUA, **applicant}}
    return register.write(receive, Intake.model_validate(given)).dossier


def done(register: Register, dossier: str, kind: str, **given: Any) -> None:
    """A step taken by somebody elsewhere."""
    register.write(act, dossier, Act.model_validate({"kind": kind, **given}))


def shown(pilot: Pilot[Any]) -> str:
    """The screen as it is painted, without colours."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def said(pilot: Pilot[Any]) -> str:
    """The notice of the screen on top."""
    screen = pilot.app.screen
    return screen.notice.text if isinstance(screen, BaseScreen) else ""


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Type keys by name or letter without waiting for anything, as an officer who knows the way; then wait."""
    type_ahead(pilot.app, *keys)
    await at_rest(pilot)


async def type_keys(pilot: Pilot[Any], *keys: str) -> None:
    """Type keys by name; a text that begins with `=` letter by letter, and wait for what each brings about."""
    for key in keys:
        await burst(pilot, *(key[1:] if key.startswith("=") and len(key) > 1 else (key,)))


async def open_dossier(pilot: Pilot[Any], dossier: str) -> None:
    """Show one dossier."""
    await pilot.app.show("dossier", dossier=dossier)
    await at_rest(pilot)
