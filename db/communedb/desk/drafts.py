"""Keeping a half-filled form under the citizen's name, and throwing it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.text import clean
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.stores.drafts import DraftForm
    from communedb.transaction import Write


def keep_draft(
    tx: Write, draft: str | None, form: DraftForm, label: str, body: Mapping[str, Any], *, parked: bool
) -> str:
    """Save a half-filled form for this officer and return its key; `parked` when the officer set it aside.

    Saved while it is filled too, so that a power cut costs a few seconds of typing.
    """
    key = draft or new_id()
    tx.db.conn.execute(
        "INSERT INTO draft (id, officer, form, label, body, parked, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET label = excluded.label, body = excluded.body, parked = excluded.parked,"
        " saved_at = excluded.saved_at WHERE officer = excluded.officer",
        (key, tx.by.officer, form.value, clean(label, 200), as_json(dict(body)), int(parked), tx.stamp()),
    )
    return key


def discard_draft(tx: Write, draft: str) -> None:
    """Throw away an own half-filled form."""
    tx.db.conn.execute("DELETE FROM draft WHERE id = ? AND officer = ?", (draft, tx.by.officer))
