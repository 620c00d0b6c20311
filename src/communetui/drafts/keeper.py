"""Keeping a half-filled form on the disk while it is filled: after each field, never by a timer."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from communedb.desk.drafts import discard_draft, keep_draft
from communedb.domain.refusal import Refused
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.stores.drafts import DraftForm
    from communetui.drafts.typed import TypedForm


class DraftKeeper:
    """The draft of the form on the screen; writes are queued in order and never wait for the disk."""

    def __init__(self, register: Register, form: DraftForm) -> None:
        self._register = register
        self._form = form
        self.key = new_id()
        self._kept: TypedForm | None = None

    @property
    def kept(self) -> bool:
        """Whether the register has a draft of this form."""
        return self._kept is not None

    def begin(self) -> None:
        """A new form: the former draft was used up, parked or discarded."""
        self.key, self._kept = new_id(), None

    def resume(self, key: str, state: TypedForm) -> None:
        """A form that was kept earlier."""
        self.key, self._kept = key, state

    def keep(self, state: TypedForm, *, parked: bool = False) -> Future[object] | None:
        """Queue what changed since the last time; None if there is nothing to keep.

        The future holds the answer, or the Refused of a disk that takes no more.
        """
        if self._register.read_only or (state == self._kept and not parked):
            return None
        if state.empty:
            return self._discard()
        self._kept = state
        return self._submit(state, parked=parked)

    def _submit(self, state: TypedForm, *, parked: bool) -> Future[object]:
        try:
            return self._register.submit(keep_draft, self.key, self._form, state.label, state.body(), parked=parked)
        except Refused as refusal:
            return _failed(refusal)

    def _discard(self) -> Future[object] | None:
        """An emptied form needs no draft."""
        if self._kept is None:
            return None
        self._kept = None
        try:
            return self._register.submit(discard_draft, self.key)
        except Refused as refusal:
            return _failed(refusal)

    def not_kept(self) -> None:
        """The last write failed: what is on the disk is older."""
        self._kept = None


def _failed(refusal: Refused) -> Future[object]:
    future: Future[object] = Future()
    future.set_exception(refusal)
    return future
