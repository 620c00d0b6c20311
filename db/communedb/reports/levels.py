"""Whose competence a dossier is: the level by which form II.06a groups its fields."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.reports.caseload import Case
    from communedb.sqlite import Database


class Level(StrEnum):
    """The level of the competent agency, in the order of the form."""

    PROVINCE = "province"
    COMMUNE = "commune"
    OTHER = "other"
    """An agency that is no unit: a branch of a ministry, a land registry."""


def levels(db: Database) -> Callable[[Case], Level]:
    """A function that tells the level of a dossier by its competent agency; one is asked for many dossiers."""
    kinds = dict(db.conn.execute("SELECT code, kind FROM unit").fetchall())

    def level(case: Case) -> Level:
        if case.competent_agency == case.unit:
            return Level.PROVINCE if kinds.get(case.unit) == "province" else Level.COMMUNE
        kind = kinds.get(case.competent_agency)
        if kind is None:
            return Level.OTHER
        return Level.PROVINCE if kind == "province" else Level.COMMUNE

    return level
