"""Officers and what their roles let them do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an officer may do; an officer holds one or more."""

    RECEPTION = "reception"
    SPECIALIST = "specialist"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


def holds(roles: frozenset[Role], wanted: frozenset[Role]) -> bool:
    """Whether these roles include one that is wanted; an administrator stands in for every other.

    A centre has about six officers and some have two: the one who is left must be able to serve the citizen.
    """
    return Role.ADMINISTRATOR in roles or bool(roles & wanted)
