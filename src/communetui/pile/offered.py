"""Accepting everything that waits for the officer, from the home page or from a list, without a pile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.event import EventKind
from communetui.dossier_source import DossierSource
from communetui.pile.acting import Acting
from communetui.pile.pile import MOST
from communetui.strings.pile import pile_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.register_session import RegisterSession
    from communetui.screens.base import BaseScreen


def accept_offered(screen: BaseScreen[Any], session: RegisterSession, then: Callable[[], object]) -> None:
    """Ask, and accept every hand-over that waits for this officer; `then` when something has changed."""

    def work() -> list[str]:
        source = DossierSource(session.register, DossierFilter(offered_to=session.officer))
        return [row.dossier for row in source.first(MOST)]

    def ask(dossiers: list[str]) -> None:
        if dossiers:
            Acting(screen, session, dossiers, then).begin(Act(kind=EventKind.ACCEPTED))
        else:
            screen.notice.tell(pile_texts().nothing_offered)

    screen.run_in_thread(work, ask, group="offered", hold=True)
