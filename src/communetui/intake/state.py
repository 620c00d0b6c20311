"""What stands in the intake form, as typed: kept in a draft, laid into the form again, read into an `Intake`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from pydantic import Field

from communedb.domain.channel import Channel
from communedb.domain.identity import Sex
from communedb.domain.intake import ApplicantKind, PaperState, ReturnMethod
from communedb.domain.procedure import CopyKind
from communedb.domain.text import clean, fold
from communedb.domain.time_limit import LimitUnit
from communetui.drafts.typed import Typed, TypedForm

if TYPE_CHECKING:
    from communedb.domain.procedure import PaperItem

OTHER_LIMIT: Final = -1
"""The place of the time limit that the officer types."""


class PaperLine(Typed):
    """A line of the checklist; `state` None while nobody looked, `own` when the officer added it."""

    name: str
    state: PaperState | None = None
    kind: CopyKind = CopyKind.ORIGINAL
    quantity: int = 1
    condition: str | None = None
    note: str = ""
    own: bool = False

    @property
    def state_to_save(self) -> PaperState:
        """What a line counts as that nobody looked at: a conditional paper is not asked for, any other is missing."""
        if self.state is not None:
            return self.state
        return PaperState.NOT_APPLICABLE if self.condition else PaperState.NO


class FeeChoice(Typed):
    """What the officer says of one fee rule."""

    chosen: bool = False
    quantity: int = 1
    copies: int = 1
    exemption: str | None = None


class FormState(TypedForm):
    """Every control of the form; texts are as typed and may make no sense yet.

    `procedure_code` is empty for a procedure that is not in the list, `unlisted` says that the officer means that.
    `unit` and the three places hold a unit's code where one was picked; `..._text` what stands in the field. `person`
    is the known person from whom the form was filled, `filled` what came from there and `shown` what its reader had
    been shown. `unchecked` are the controls that a scan filled and nobody has looked at, `card_name` the card's name
    where it is not the kept one. `fees` are by the rule's label.
    """

    procedure_code: str = ""
    procedure: str = ""
    unlisted: bool = False
    limit: int = 0
    limit_amount: str = ""
    limit_unit: LimitUnit = LimitUnit.WORKING_DAY
    kind: ApplicantKind = ApplicantKind.CITIZEN
    id_number: str = ""
    old_id_number: str = ""
    name: str = ""
    birth: str = ""
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    unit: str = ""
    unit_text: str = ""
    person: str = ""
    filled: dict[str, str] = Field(default_factory=dict)
    shown: dict[str, tuple[int, int]] = Field(default_factory=dict)
    card_name: str = ""
    submitter_name: str = ""
    submitter_id_number: str = ""
    submitter_phone: str = ""
    submitter_relation: str = ""
    content: str = ""
    papers: tuple[PaperLine, ...] = ()
    fees: dict[str, FeeChoice] = Field(default_factory=dict)
    fee_typed: str = ""
    channel: Channel = Channel.COUNTER
    sets: str = "1"
    return_method: ReturnMethod = ReturnMethod.COUNTER
    reception_place: str = ""
    reception_place_text: str = ""
    official_place: str = ""
    official_place_text: str = ""
    competent_agency: str = ""
    competent_agency_text: str = ""
    portal_code: str = ""
    other_codes: str = ""
    note: str = ""
    late_code: str = ""
    late_day: str = ""
    late_time: str = ""
    late_reason: str = ""
    unchecked: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was entered that would be a loss."""
        return not any((self.procedure, self.content, self.note, self.portal_code, self.other_codes)) and not any(
            getattr(self, name) for name in (*PERSON_TEXTS, *SUBMITTER_TEXTS, "late_code", "late_time")
        )

    @property
    def late(self) -> bool:
        """Whether this was received earlier, on paper."""
        return any(getattr(self, name).strip() for name in LATE_TEXTS)

    @property
    def label(self) -> str:
        """Under what a parked form is found: the citizen, else the number, and the procedure."""
        citizen = clean(self.name) or clean(self.id_number) or clean(self.late_code) or "?"
        matter = clean(self.procedure)
        return f"{citizen} - {matter}"[:200] if matter else citizen[:200]

    @property
    def known_person(self) -> str | None:
        """The known person, while the name is still theirs."""
        return self.person if self.person and fold(self.name) == fold(self.filled.get("name", "")) else None

    def for_next_procedure(self) -> Self:
        """The same citizen with the next matter."""
        kept = {name: getattr(self, name) for name in (*PERSON, *SUBMITTER_TEXTS)}
        return type(self)(**kept)


PERSON_TEXTS: Final = ("id_number", "old_id_number", "name", "birth", "phone", "email", "address", "unit_text")
PERSON: Final = (*PERSON_TEXTS, "kind", "sex", "unit", "person", "filled", "shown", "card_name", "unchecked")
SUBMITTER_TEXTS: Final = ("submitter_name", "submitter_id_number", "submitter_phone", "submitter_relation")
LATE_TEXTS: Final = ("late_code", "late_day", "late_time", "late_reason")
PLACES: Final = ("reception_place", "official_place", "competent_agency")


def paper_lines(papers: tuple[PaperItem, ...] | None) -> tuple[PaperLine, ...]:
    """The checklist of a procedure, nothing ticked yet."""
    return tuple(
        PaperLine(
            name=item.name,
            kind=item.copy_kind or CopyKind.ORIGINAL,
            quantity=item.quantity,
            condition=item.condition,
            note=item.note,
        )
        for item in papers or ()
    )
