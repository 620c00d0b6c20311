"""Half-filled forms of one officer at this station, safe from a crash and from other eyes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from communedb.sqlite import rows

if TYPE_CHECKING:
    from communedb.sqlite import Database


class DraftForm(StrEnum):
    """The forms that are kept while they are filled."""

    INTAKE = "intake"
    QUICK = "quick"


@dataclass(frozen=True)
class Draft:
    """A half-filled form under the citizen's name; `body` is whatever the form holds."""

    id: str
    label: str
    body: dict[str, Any]
    parked: bool
    saved_at: str


def read_drafts(db: Database, officer: str, form: DraftForm) -> list[Draft]:
    """An officer's own parked or interrupted forms, the latest first."""
    found = rows(
        db, "SELECT * FROM draft WHERE officer = ? AND form = ? ORDER BY saved_at DESC, id DESC", (officer, form.value)
    )
    return [Draft(r["id"], r["label"], json.loads(r["body"]), bool(r["parked"]), r["saved_at"]) for r in found]
