"""What stands in a form, as typed: what a draft holds and a form is laid from again."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Typed(BaseModel):
    """A part of a form as typed."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class TypedForm(Typed):
    """A whole form as typed; a subclass says when nothing is entered, and under what its draft is found."""

    @classmethod
    def of_body(cls, body: Mapping[str, Any]) -> Self:
        """The form that a draft holds; what another version of the program wrote and we cannot read is left out."""
        try:
            return cls.model_validate(body)
        except ValidationError as error:
            strange = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
            return cls.model_validate({name: value for name, value in body.items() if name not in strange})

    def body(self) -> dict[str, Any]:
        """What a draft holds: only what differs from an empty form."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @property
    @abstractmethod
    def empty(self) -> bool:
        """Whether nothing was entered that would be a loss."""

    @property
    @abstractmethod
    def label(self) -> str:
        """Under what a draft is found: the citizen, as far as it can be told."""
