"""The register's lists of dossiers as the paged list of a screen reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.dossier_list import DossierList, DossierRow, PageKey

if TYPE_CHECKING:
    from communedb.domain.dossier_filter import DossierFilter
    from communedb.register import Register


class DossierSource:
    """One filter of the dossiers, as things stand at the moment of its making; read from threads."""

    def __init__(self, register: Register, wanted: DossierFilter) -> None:
        self._register = register
        self._wanted = wanted
        self._made: DossierList | None = None

    @property
    def _list(self) -> DossierList:
        # Made when first read, in a thread: it asks the calendar, and so the register.
        if self._made is None:
            self._made = DossierList(self._wanted, self._register.now(), self._register.calendar())
        return self._made

    def key(self, row: DossierRow) -> PageKey:
        """Where a row stands."""
        return self._list.key(row)

    def first(self, size: int) -> list[DossierRow]:
        """The first rows."""
        return self._list.page(self._register.db, size)

    def last(self, size: int) -> list[DossierRow]:
        """The last rows."""
        return self._list.page(self._register.db, size, last=True)

    def after(self, key: PageKey, size: int) -> list[DossierRow]:
        """The rows after a key."""
        return self._list.page(self._register.db, size, after=key)

    def before(self, key: PageKey, size: int) -> list[DossierRow]:
        """The rows before a key."""
        return self._list.page(self._register.db, size, before=key)

    def count(self) -> int:
        """How many there are."""
        return self._list.count(self._register.db)
