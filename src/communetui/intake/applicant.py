"""Filling the applicant from the directory or an ID card: what is known is preferred, what is doubtful is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.birth import parse_birth
from communedb.domain.identity import Sex
from communedb.domain.intake import ApplicantKind
from communedb.domain.refusal import Refused
from communedb.domain.text import fold
from communedb.journal.pen import Shown
from communetui.intake.state import PERSON, FormState

if TYPE_CHECKING:
    from communedb.domain.idcard import IdCard
    from communedb.domain.intake import Applicant
    from communetui.intake.memory import Known

_TEXTS = ("id_number", "old_id_number", "name", "phone", "email", "address")


def with_known(form: FormState, known: Known) -> FormState:
    """The form filled from a known person; what the officer typed stays, except what came from somebody else."""
    form = without_person(form) if form.person != known.person["id"] else form
    facts = _facts(known)
    changes: dict[str, Any] = {name: value for name, value in facts.items() if not getattr(form, name)}
    if fold(form.name) == fold(facts["name"]):
        changes["name"] = facts["name"]
    if form.kind is ApplicantKind.CITIZEN and known.person["kind"]:
        changes["kind"] = ApplicantKind(known.person["kind"])
    if form.sex is None and known.person["sex"]:
        changes["sex"] = Sex(known.person["sex"])
    if form.unit_text and "unit_text" not in changes:
        changes.pop("unit", None)
    return form.model_copy(update=changes | {"person": known.person["id"], "filled": facts, "shown": dict(known.shown)})


def without_person(form: FormState) -> FormState:
    """The form without what came from a known person: the officer has turned to somebody else."""
    stale: dict[str, Any] = {
        name: ""
        for name, value in form.filled.items()
        if value and name != "id_number" and getattr(form, name) == value
    }
    if "name" in stale:
        stale["sex"] = None
    return form.model_copy(update=stale | {"person": "", "filled": {}, "shown": {}, "card_name": "", "unchecked": ()})


def is_another(form: FormState, number: str) -> bool:
    """Whether this number is not the one of the person from whom the form was filled."""
    kept = {form.filled.get("id_number"), form.filled.get("old_id_number")} - {None, ""}
    return bool(form.person and kept and number not in kept)


def holds_somebody_else(form: FormState, card: IdCard) -> bool:
    """Whether the form has an applicant who is not the holder of this card."""
    if form.id_number.strip():
        return form.id_number.strip() not in {card.number, card.old_number}
    return bool(form.name.strip()) and fold(form.name) != fold(card.name)


def with_card(form: FormState, card: IdCard, known: Known | None) -> FormState:
    """The form filled from an ID card.

    Numbers, date of birth and sex are taken from the card. A known person's name and address are preferred to what a
    scanner typed; otherwise they are marked to be checked. The address stays text: its unit is mostly an old one.
    """
    if holds_somebody_else(form, card):
        empty = FormState()
        form = form.model_copy(update={name: getattr(empty, name) for name in PERSON})
    form = form.model_copy(update={"id_number": card.number, "kind": ApplicantKind.CITIZEN})
    if known is not None:
        form = with_known(form.model_copy(update={"name": "", "birth": ""}), known)
    unchecked = {"sex"} & card.to_check
    changes: dict[str, Any] = {"id_number": card.number, "card_name": ""}
    if card.birth:
        changes["birth"] = card.birth.shown
    if card.sex:
        changes["sex"] = card.sex
    if card.old_number and not form.old_id_number:
        changes["old_id_number"] = card.old_number
    if known is None:
        changes["name"] = card.name
        unchecked |= {"name"} & card.to_check
    elif fold(card.name) != fold(known.person["name"]):
        changes["card_name"] = card.name
        unchecked |= {"name"} & card.to_check
    if card.address and not form.address and not form.unit:
        changes["address"] = card.address
        unchecked.add("address")
    return form.model_copy(update=changes | {"unchecked": tuple(sorted(unchecked))})


def submitter_with_card(form: FormState, card: IdCard) -> FormState:
    """The person who hands in, from their ID card."""
    return form.model_copy(update={"submitter_name": card.name, "submitter_id_number": card.number})


def birth_shown(kept: str | None) -> str:
    """A kept date of birth as people read it; what cannot be read stays as it is."""
    try:
        return parse_birth(kept).shown if kept else ""
    except Refused:
        return kept or ""


def _facts(known: Known) -> dict[str, str]:
    facts = {name: str(known.person[name] or "") for name in _TEXTS}
    birth = birth_shown(known.person["birth"])
    return facts | {"birth": birth, "unit": known.person["unit"] or "", "unit_text": known.unit_text}


def filled_facts(form: FormState) -> dict[str, str | None]:
    """What the form was filled with, as the directory keeps it."""
    facts: dict[str, str | None] = {name: form.filled.get(name) or None for name in (*_TEXTS, "unit")}
    try:
        return facts | {"birth": parse_birth(form.filled["birth"]).text if form.filled.get("birth") else None}
    except Refused:
        return facts | {"birth": form.filled["birth"]}


def shown_to(form: FormState, applicant: Applicant) -> dict[str, Shown]:
    """What the officer had been shown of a person some fact of whom they changed; nothing if they changed none."""
    if form.known_person is None:
        return {}
    filled, entered = filled_facts(form), applicant.model_dump(mode="json")
    changed = any(entered.get(name) and entered[name] != value for name, value in filled.items())
    return {scope: Shown(*kept) for scope, kept in form.shown.items()} if changed else {}
