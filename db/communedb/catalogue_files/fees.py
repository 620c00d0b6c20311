"""Fees in a cell: a plain amount, or `Lệ phí: 2.000 đ {đơn vị: trang; từ 3: 1.000 đ; tối đa: 200.000 đ}`."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import ValidationError

from communedb.catalogue_files.items import Item, parse_items, write_items
from communedb.catalogue_files.values import FEE_UNITS, NONE_AT_ALL, parse_date
from communedb.domain.fees import ChannelAmounts, Exemption, FeeRule, FeeSchedule, FeeUnit, Tier
from communedb.domain.money import format_dong, parse_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import TEXT_LIMIT, bounded, clean, fold

LABEL: Final = "Phí, lệ phí"
"""What a fee is called of which only the amount is told."""

_KNOWN: Final = (
    "đơn vị, trực tiếp, trực tuyến, bưu chính, từ (số), tối đa, miễn giảm (mã) (số)%, hiệu lực từ, hiệu lực đến,"
    " ghi chú, nguồn"
)
_UNITS: Final = {fold(word): unit for unit, word in FEE_UNITS.items()} | {unit.value: unit for unit in FeeUnit}
_CHANNELS: Final = {"truc tiep": "counter", "truc tuyen": "online", "buu chinh": "post"}
_CHANNEL_WORDS: Final = {"counter": "trực tiếp", "online": "trực tuyến", "post": "bưu chính"}
_TIER: Final = re.compile(r"tu (\d{1,6})", re.ASCII)
_EXEMPTION: Final = re.compile(r"mi[eễ]n gi[aả]m (.+) (\d{1,3})%", re.IGNORECASE)
_PLAIN: Final = re.compile(r"-?[\d., ]+(?: ?(?:đ|đồng|vnđ|vnd|d|dong))?", re.IGNORECASE)


def parse_fee(cell: str, known: FeeSchedule | None) -> FeeSchedule:
    """The fees of a cell. A plain amount that agrees with the one fee that is known leaves its tiers and caps alone.

    Refused: MONEY_UNREADABLE (negative and half amounts, too), FEE_AMOUNT_OUT_OF_RANGE, PROCEDURE_DETAIL_UNKNOWN.
    """
    text = clean(cell)
    if fold(text) in NONE_AT_ALL:
        return FeeSchedule(given=True)
    if _PLAIN.fullmatch(text):
        return _plain(parse_dong(text), known)
    return FeeSchedule(rules=tuple(_rule(item) for item in parse_items(cell)), given=True)


def write_fee(fee: FeeSchedule) -> str | int:
    """The cell that `parse_fee` reads as these fees; empty when they are not given."""
    if not fee.given:
        return ""
    if not fee.rules:
        return 0
    first = fee.rules[0]
    if len(fee.rules) == 1 and first.amount and first == FeeRule(label=LABEL, amount=first.amount):
        return first.amount
    return write_items(_item(rule) for rule in fee.rules)


def _plain(amount: int, known: FeeSchedule | None) -> FeeSchedule:
    if known is not None and len(known.rules) == 1 and known.rules[0].amount == amount:
        return known
    return FeeSchedule(rules=(FeeRule(label=LABEL, amount=amount),) if amount else (), given=True)


def _rule(item: Item) -> FeeRule:
    label, colon, amount = item.text.rpartition(":")
    told: dict[str, Any] = {
        "label": bounded(label.strip(), TEXT_LIMIT) if colon else LABEL,
        "amount": parse_dong(amount.strip()),
        "amounts": {}, "tiers": [], "exemptions": [],
    }  # fmt: skip
    for key, value in item.details or ():
        _add_detail(told, key, value)
    told["tiers"].sort(key=lambda tier: tier.from_quantity)
    told["amounts"] = ChannelAmounts(**told["amounts"])
    try:
        return FeeRule.model_validate(told)
    except ValidationError as fault:
        raise Refused(Reason.PROCEDURE_DETAIL_UNKNOWN, typed=item.text[:120], known=_KNOWN) from fault


def _add_detail(told: dict[str, Any], key: str, value: str) -> None:
    """Put one detail where it belongs. Refused: PROCEDURE_DETAIL_UNKNOWN."""
    name = fold(key)
    try:
        if name in _CHANNELS:
            told["amounts"][_CHANNELS[name]] = parse_dong(value)
        elif found := _TIER.fullmatch(name):
            told["tiers"].append(Tier(from_quantity=int(found[1]), amount=parse_dong(value)))
        elif granted := _EXEMPTION.fullmatch(key):
            told["exemptions"].append(Exemption(id=granted[1], label=value, percent=int(granted[2])))
        else:
            told |= _plain_detail(name, value)
    except (KeyError, ValidationError) as fault:
        raise Refused(Reason.PROCEDURE_DETAIL_UNKNOWN, typed=f"{key}: {value}"[:120], known=_KNOWN) from fault


def _plain_detail(name: str, value: str) -> dict[str, Any]:
    """A detail with a name of its own; KeyError for a name or a unit that is not known."""
    match name:
        case "don vi":
            return {"unit": _UNITS[fold(value)]}
        case "toi da":
            return {"cap": parse_dong(value)}
        case "hieu luc tu":
            return {"valid_from": parse_date(value, name)}
        case "hieu luc den":
            return {"valid_to": parse_date(value, name)}
        case "ghi chu":
            return {"note": value}
        case "nguon":
            return {"source": value}
    raise KeyError(name)


def _item(rule: FeeRule) -> Item:
    details = [("đơn vị", FEE_UNITS[rule.unit])] if rule.unit is not FeeUnit.DOSSIER else []
    amounts = rule.amounts.model_dump()
    details += [
        (word, format_dong(amounts[name])) for name, word in _CHANNEL_WORDS.items() if amounts[name] is not None
    ]
    details += [(f"từ {tier.from_quantity}", format_dong(tier.amount)) for tier in rule.tiers]
    details += [("tối đa", format_dong(rule.cap))] if rule.cap is not None else []
    details += [(f"miễn giảm {each.id} {each.percent}%", each.label) for each in rule.exemptions]
    dates = (("hiệu lực từ", rule.valid_from), ("hiệu lực đến", rule.valid_to))
    details += [(word, f"{day:%d/%m/%Y}") for word, day in dates if day]
    details += [(word, text) for word, text in (("ghi chú", rule.note), ("nguồn", rule.source)) if text]
    return Item(f"{rule.label}: {format_dong(rule.amount)}", tuple(details) or None)
