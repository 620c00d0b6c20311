"""Why something was refused, in words that say what to do. `{name}` is filled from the refusal's facts.

The texts stand in `reasons_entry` (what is typed), `reasons_desk` (what is done with dossiers), `reasons_counter`
(quick counter, till), `reasons_exchange` (bundles, keys, hub), `reasons_paper` (blank receipts, scans, printers),
`reasons_import` (dossiers brought in), `reasons_backup`, `reasons_register` (files, keys, storage), `reasons_tables`
(CSV and XLSX), and those of each other kind of work; a test holds them together with `Reason`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.facts import filled
from communetui.strings.language import Words
from communetui.strings.reasons_backup import BACKUP
from communetui.strings.reasons_counter import COUNTER
from communetui.strings.reasons_desk import DESK
from communetui.strings.reasons_entry import ENTRY
from communetui.strings.reasons_exchange import EXCHANGE
from communetui.strings.reasons_feedback import FEEDBACK
from communetui.strings.reasons_import import IMPORTS
from communetui.strings.reasons_notices import NOTICES
from communetui.strings.reasons_paper import PAPER
from communetui.strings.reasons_register import REGISTER
from communetui.strings.reasons_reports import REPORTS
from communetui.strings.reasons_tables import TABLES
from communetui.strings.reasons_tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.refusal import Reason, Refused

REASONS: Final[Mapping[Reason, Words[str]]] = {
    reason: Words(*said)
    for part in (
        BACKUP,
        COUNTER,
        DESK,
        ENTRY,
        EXCHANGE,
        FEEDBACK,
        IMPORTS,
        NOTICES,
        PAPER,
        REGISTER,
        REPORTS,
        TABLES,
        TASKS,
    )
    for reason, said in part.items()
}
"""One text per `Reason`."""


def reason_text(refusal: Refused) -> str:
    """The refusal in the language of now."""
    return filled(REASONS[refusal.reason](), refusal.facts)
