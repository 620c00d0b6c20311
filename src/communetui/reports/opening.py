"""Opening what keys of a report name: one thing at once, more as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communetui.numbers import count_text
from communetui.reports.behind import subjects_of
from communetui.reports.told import subject_word
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communetui.screens.base import BaseScreen

SCREENS: Final = {"dossier": "dossier", "task": "task", "feedback": "concern"}
"""The screen that shows one thing of each kind; it takes the key under the kind's name."""


def open_keys(screen: BaseScreen[Any], keys: Sequence[str], subjects: str, title: str, what: str) -> None:
    """Open the one thing, or the list under `title`; `what` says of which number it is.

    `subjects` is what the report counts; whether the keys name something else is asked of the register.
    """
    register = screen.session.register

    async def show(found: str) -> None:
        if len(keys) == 1:
            await open_subject(screen, found, keys[0])
            return
        told = report_screens().behind_count.format(
            what=what, count=count_text(len(keys)), subjects=subject_word(found)
        )
        await screen.desk.show("behind", keys=keys, subjects=found, report=title, what=told)

    screen.run_in_thread(lambda: subjects_of(register.db, keys, subjects), show, group="behind", hold=True)


async def open_subject(screen: BaseScreen[Any], subjects: str, key: str) -> None:
    """Open one dossier, task or feedback; a line of another log has no screen of its own."""
    name = SCREENS.get(subjects)
    if name is None:
        screen.notice.tell(report_screens().not_opened)
    else:
        await screen.desk.show(name, **{subjects: key})
