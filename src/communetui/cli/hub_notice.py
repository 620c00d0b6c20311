"""`communetui hub notice`: notices to the communes, and which of them have not read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.moment import local
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.new_notice import described, new_notice
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import pairs, table
from communetui.notices.told import day_text, kind_text
from communetui.strings.cli_notices import hub_notices
from communetui.strings.notices import notices

if TYPE_CHECKING:
    from communedb.register import Register
    from communesync.hub.notices import Issued
    from communetui.cli.start import Start

notice = group(
    "hub notice",
    {
        "add": "communetui.cli.hub_notice:add",
        "list": "communetui.cli.hub_notice:list_issued",
        "show": "communetui.cli.hub_notice:show",
        "withdraw": "communetui.cli.hub_notice:withdraw",
    },
)


@command("hub notice add")
@described
@click.option("--to", type=TEXT, multiple=True)
@start_of
def add(start: Start, to: tuple[str, ...], **given: Any) -> None:
    """Issue a notice; who issues it is the hub's unit, if nobody else is named."""
    from communedb.stores.units import unit_name
    from communesync.hub.notices import issue

    with opened(start) as register:
        units = [commune(register, one) for one in to]
        given["issued_by"] = given["issued_by"] or unit_name(register.db, register.by.unit)
        made = issue(register, new_notice(local(register.now()).date(), **given), units)
    told = hub_notices().issued.format(title=made.title, to=_to(made))
    answer(start, _document(made), lambda: told)


@command("hub notice list")
@start_of
def list_issued(start: Start) -> None:
    """Tell what was issued, and how far it was read."""
    from communesync.hub.notices import issued

    with opened(start) as register:
        found = issued(register.db)
    answer(start, list(map(_document, found)), lambda: _listed(found))


@command("hub notice show")
@click.argument("notice", type=TEXT)
@start_of
def show(start: Start, notice: str) -> None:
    """Tell one notice, and who has not read it."""
    from communesync.hub.notices import find_issued

    with opened(start) as register:
        found = find_issued(register.db, notice)
    answer(start, _document(found), lambda: _shown(found))


@command("hub notice withdraw")
@click.argument("notice", type=TEXT)
@click.option("--reason", type=TEXT, required=True)
@start_of
def withdraw(start: Start, notice: str, reason: str) -> None:
    """Take a notice back."""
    from communesync.hub import notices as hub

    with opened(start) as register:
        made = hub.withdraw(register, notice, reason)
    answer(start, _document(made), lambda: hub_notices().withdrawn.format(title=made.title))


def commune(register: Register, typed: str) -> str:
    """The code of the commune of this hub's province that is meant; a Problem when none is, or several are."""
    from communedb.reference.units import find_units
    from communedb.stores.units import known_units

    among = [unit for unit in known_units(register.db) if unit.province == register.by.unit]
    found = find_units(among, typed)
    if len(found) == 1 or (found and found[0].code == typed.strip()):
        return found[0].code
    lines = tuple(f"{unit.code}  {unit.full_name}" for unit in found)
    raise Problem("unit_ambiguous" if found else "unit_not_found", lines, unit=typed)


def _to(one: Issued) -> str:
    return ", ".join(receipt.name for receipt in one.receipts) if one.to else hub_notices().everybody


def _document(one: Issued) -> dict[str, Any]:
    receipts = [{**receipt._asdict(), "silent": receipt.silent} for receipt in one.receipts]
    return {**one._asdict(), "to": list(one.to) or None, "receipts": receipts}


def _listed(found: list[Issued]) -> str:
    said = hub_notices()
    return table(said.heads, map(_row, found), flexible=3) if found else said.nothing


def _row(one: Issued) -> tuple[str, ...]:
    said = hub_notices()
    read = sum(receipt.read for receipt in one.receipts)
    officers = read + sum(len(receipt.waiting) for receipt in one.receipts)
    unread = [receipt.name for receipt in one.receipts if not receipt.read]
    done = f"{read}/{officers}" if one.active else said.withdrawn_mark
    day, kind = day_text(one.issued_on), kind_text(one.kind)
    return (one.number, day, kind, one.title, _to(one), done, ", ".join(unread) or said.none)


def _shown(one: Issued) -> str:
    said, words = hub_notices(), notices()
    facts = pairs(
        [
            (words.kind, kind_text(one.kind)),
            (words.number, one.number),
            (words.subject, one.title),
            (words.issued_on, day_text(one.issued_on)),
            (words.due_on, day_text(one.due_on)),
            ("!", "" if one.active else said.withdrawn_mark),
        ]
    )
    rows = [
        (
            receipt.unit, receipt.name, f"{receipt.read}/{receipt.read + len(receipt.waiting)}",
            said.silent if receipt.silent else ", ".join(receipt.waiting) or said.none,
        )
        for receipt in one.receipts
    ]  # fmt: skip
    return "\n\n".join((facts, one.body or words.no_text, table(said.receipt_heads, rows)))
