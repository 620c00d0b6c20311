"""The tour: one working day of the sample centre, played through the desk's own functions and told as it goes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from communetui.demo import chapters_afternoon, chapters_exchange, chapters_morning, chapters_work
from communetui.demo.narrator import Narrator
from communetui.demo.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.demo.centre import Centre

_CHAPTERS: Final = (
    chapters_morning.morning,
    chapters_morning.birth,
    chapters_morning.copies,
    chapters_morning.correction,
    chapters_morning.supplement,
    chapters_morning.voiding,
    chapters_afternoon.decision,
    chapters_afternoon.supplement_brought,
    chapters_afternoon.apology,
    chapters_afternoon.search,
    chapters_afternoon.journal,
    chapters_work.plan,
    chapters_work.extension,
    chapters_work.periods,
    chapters_work.feedback,
    chapters_work.notice,
    chapters_work.sums,
    chapters_work.leader_page,
    chapters_afternoon.evening,
    chapters_exchange.exchange,
)


def play_tour(
    centre: Centre, write: Callable[[str], None], now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Narrator:
    """Play the day and tell it through `write`; the narrator that is returned knows what was told and saved.

    StoryFailed when the register did not do what the story says.
    """
    scene = Scene(centre, Narrator(write), now)
    try:
        for chapter in _CHAPTERS:
            chapter(scene)
    finally:
        scene.close()
    return scene.narrator
