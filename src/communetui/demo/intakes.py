"""What reception enters for one invented citizen: papers, fee by the rule, channel, codes of other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.channel import Channel
from communedb.domain.fees import FeeUnit, compute
from communedb.domain.identity import Sex
from communedb.domain.intake import Intake, OutsideCode, PaperEntry, PaperState, ReturnMethod
from communedb.domain.procedure import CopyKind
from communetui.demo.matters import CERTIFIED_COPY, PHRASES
from communetui.demo.people import UNIT, VILLAGES, family_of, invent_name

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from communedb.domain.fees import FeeLine
    from communedb.domain.procedure import PaperItem, Procedure
    from communetui.demo.matters import Matter
    from communetui.demo.people import Citizen

PORTAL: Final = "Cổng Dịch vụ công quốc gia"
_FOR_OTHERS_SHARE: Final = 0.08


def make_intake(
    dice: Random,
    matter: Matter,
    procedure: Procedure,
    citizen: Citizen,
    relative: Citizen,
    at: datetime,
    *,
    lacking: bool,
) -> Intake:
    """The intake of one dossier; `lacking`: a paper is missing, to be asked for later."""
    channel = matter.channel(dice)
    by_other = channel is Channel.COUNTER and relative is not citizen and dice.random() < _FOR_OTHERS_SHARE
    elsewhere = citizen.unit != UNIT and channel is Channel.COUNTER and matter.code != CERTIFIED_COPY
    return Intake(
        procedure_code=matter.code,
        typed_limit=matter.typed,
        applicant=citizen.applicant(),
        submitter=relative.submitter(dice) if by_other else None,
        content=_content(dice, matter, citizen),
        papers=tuple(_papers(dice, procedure, channel, lacking=lacking)),
        fee=_fee(dice, procedure, channel, at),
        channel=channel,
        official_place=citizen.unit if elsewhere else None,
        return_method=_return_method(dice, channel),
        outside_codes=_outside_codes(dice, channel, at),
    )


def _content(dice: Random, matter: Matter, citizen: Citizen) -> str:
    sex = dice.choice(tuple(Sex))
    other = Sex.MALE if citizen.sex is Sex.FEMALE else Sex.FEMALE
    words = {name: dice.choice(phrases) for name, phrases in PHRASES.items()}
    words |= {
        "village": citizen.address if citizen.unit == UNIT else dice.choice(VILLAGES),
        "child": invent_name(dice, sex, family_of(citizen.name)),
        "dead": invent_name(dice, sex, family_of(citizen.name)),
        "spouse": invent_name(dice, other),
        "parcel": f"thửa {dice.randint(3, 640)}, tờ bản đồ {dice.randint(1, 38)}",
    }
    return matter.content.format_map(words)


def _papers(dice: Random, procedure: Procedure, channel: Channel, *, lacking: bool) -> list[PaperEntry]:
    entries = [_paper(dice, item, channel) for item in procedure.papers or ()]
    handed = [place for place, entry in enumerate(entries) if entry.state is PaperState.YES]
    if lacking and handed:
        place = handed[-1]
        entries[place] = entries[place].model_copy(update={"state": PaperState.NO})
    return entries


def _paper(dice: Random, item: PaperItem, channel: Channel) -> PaperEntry:
    applies = item.condition is None or dice.random() < 0.3
    online = channel is Channel.ONLINE
    return PaperEntry(
        name=item.name,
        state=PaperState.YES if applies else PaperState.NOT_APPLICABLE,
        copy_kind=CopyKind.ELECTRONIC if online else item.copy_kind or CopyKind.ORIGINAL,
        quantity=item.quantity,
        condition=item.condition,
    )


def _fee(dice: Random, procedure: Procedure, channel: Channel, at: datetime) -> tuple[FeeLine, ...] | None:
    """The fee by the first rule that holds; None where the catalogue does not tell."""
    if not procedure.fee.given:
        return None
    return tuple(
        compute(
            rule,
            channel,
            dice.randint(1, 12) if rule.unit is FeeUnit.PAGE else 1,
            copies=dice.randint(1, 4) if rule.unit in {FeeUnit.PAGE, FeeUnit.COPY} else 1,
        )
        for rule in procedure.fee.rules_on(at.date())[:1]
    )


def _return_method(dice: Random, channel: Channel) -> ReturnMethod:
    if channel is Channel.POST:
        return ReturnMethod.POST
    online = channel is Channel.ONLINE and dice.random() < 0.7
    return ReturnMethod.ONLINE if online else ReturnMethod.COUNTER


def _outside_codes(dice: Random, channel: Channel, at: datetime) -> tuple[OutsideCode, ...]:
    if channel is not Channel.ONLINE:
        return ()
    return (OutsideCode(system=PORTAL, code=f"000.00.00.H57-{at:%y%m%d}-{dice.randint(1, 9999):04}"),)
