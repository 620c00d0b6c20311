"""How a rule or the register says no, without words of any language."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why something was refused; the app holds the words for each."""

    UNKNOWN_DOSSIER = "unknown_dossier"


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """The register says no and has left everything as it was.

    `facts` fill the message that the app shows in the officer's language.
    """

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value, facts)
        self.reason = reason
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.reason.value}({told})"
