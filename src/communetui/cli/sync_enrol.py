"""`communetui sync enrol`: which stations exchange with each other, and how one more comes in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.refusal import Reason, Refused
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.exchange.names import member_name, place_name
from communetui.strings.cli_sync import sync
from communetui.strings.exchange import exchange

if TYPE_CHECKING:
    from communedb.register import Register
    from communesync.keys.key_list import KeyList
    from communesync.keys.members import Member
    from communetui.cli.start import Start

_MODULE = "communetui.cli.sync_enrol"

enrol = group(
    "sync enrol",
    {
        "request": f"{_MODULE}:request",
        "accept": f"{_MODULE}:accept",
        "join": f"{_MODULE}:join",
        "list": f"{_MODULE}:list_stations",
        "revoke": f"{_MODULE}:revoke",
        "rotate": f"{_MODULE}:rotate",
        "fingerprint": f"{_MODULE}:fingerprint",
        "escrow": f"{_MODULE}:escrow",
    },
)

_PATH = click.Path(path_type=Path)


@command("sync enrol request")
@click.argument("file", type=_PATH, default=Path())
@click.option("--name", type=TEXT, default="")
@start_of
def request(start: Start, file: Path, name: str) -> None:
    """Write this station's enrolment file and show its fingerprint."""
    from communetui.exchange.enrolling import own_fingerprint, write_request

    with opened(start) as register:
        written, own = write_request(register, file, name), own_fingerprint(register)
    document = {"file": written, "fingerprint": own.fingerprint, "qr": own.qr}
    answer(start, document, lambda: sync().requested.format(file=written, fingerprint=own.fingerprint))


@command("sync enrol fingerprint")
@click.option("--print", "printed", is_flag=True)
@start_of
def fingerprint(start: Start, printed: bool) -> None:
    """Show this station's fingerprint with its QR, or print the page."""
    from communetui.exchange.enrolling import own_fingerprint, print_fingerprint
    from communetui.exchange.qr import qr_lines

    with opened(start) as register:
        own = own_fingerprint(register)
        name = exchange().station.format(number=register.by.station_number)
        page = print_fingerprint(register, name) if printed else None
    document = {**own._asdict(), "file": page and page.path, "printed": bool(page and page.sent.printed)}

    def told() -> str:
        lines = [own.fingerprint, "", *qr_lines(own.qr)]
        return "\n".join([*lines, *([sync().page_saved.format(file=page.path)] if page else [])])

    answer(start, document, told)


@command("sync enrol accept")
@click.argument("file", type=_PATH)
@click.option("--fingerprint", "compared", type=TEXT)
@start_of
def accept(start: Start, file: Path, compared: str | None) -> None:
    """Enrol the station of a file after its fingerprint was compared."""
    from communesync.keys.enrolment import read_request
    from communetui.exchange.enrolling import accept_file, read_file

    with opened(start) as register:
        asked = read_request(read_file(file), file.name)
        keys, written = accept_file(register, file, compared or _compared(asked.fingerprint))
    station = place_name(asked.name, asked.station)
    document = {"station": asked.model_dump(mode="json"), "version": keys.version, "list": written}
    answer(start, document, lambda: sync().accepted.format(station=station, file=written))


@command("sync enrol join")
@click.argument("file", type=_PATH)
@click.option("--fingerprint", "compared", type=TEXT)
@start_of
def join(start: Start, file: Path, compared: str | None) -> None:
    """Take the list of stations of another issuer, whose fingerprint was compared."""
    from communesync.keys.key_list import fingerprint_of_issuer, parse_list
    from communetui.exchange.enrolling import join_file, read_file

    with opened(start) as register:
        found = fingerprint_of_issuer(parse_list(read_file(file), file.name))
        keys = join_file(register, file, compared or _compared(found))
    answer(start, _document(keys), lambda: sync().joined.format(version=keys.version, count=len(keys.members)))


@command("sync enrol list")
@start_of
def list_stations(start: Start) -> None:
    """List the stations of the list in force."""
    with opened(start) as register:
        keys = _list(register)
    rows = [_row(member) for member in keys.members]
    answer(start, _document(keys), lambda: table(sync().station_columns, rows))


@command("sync enrol revoke")
@click.argument("key", type=TEXT)
@click.option("--up-to", "entries", type=TEXT, multiple=True)
@click.option("--yes", is_flag=True)
@start_of
def revoke(start: Start, key: str, entries: tuple[str, ...], yes: bool) -> None:
    """Believe a station's key no further than what is held of it here, or than what is in quarantine."""
    from communesync.exchange.inbox import retry
    from communesync.keys.issuing import revoke as revoke_key

    with opened(start) as register:
        member = _member(_list(register), key)
        if not yes:
            click.confirm(sync().revoke_sure.format(station=member_name(member)), abort=True, err=True)
        keys = revoke_key(register, member.key, _up_to(register, member, entries) if entries else None)
        if entries:
            retry(register)
    answer(start, _document(keys), lambda: sync().revoked.format(station=member_name(member), version=keys.version))


@command("sync enrol rotate")
@start_of
def rotate(start: Start) -> None:
    """Make this station another key."""
    from communesync.keys.station import rotate as rotate_key
    from communetui.exchange.enrolling import own_fingerprint

    with opened(start) as register:
        rotate_key(register)
        own = own_fingerprint(register, coming=True)
    answer(start, own._asdict(), lambda: sync().rotated.format(fingerprint=own.fingerprint))


@command("sync enrol escrow")
@click.argument("recipient", type=TEXT)
@click.option("--name", type=TEXT, default="")
@start_of
def escrow(start: Start, recipient: str, name: str) -> None:
    """Encrypt every bundle to an escrow's key, too."""
    from communesync.keys.issuing import name_escrow

    with opened(start) as register:
        _list(register)
        keys = name_escrow(register, recipient, name)
    answer(start, _document(keys), lambda: sync().escrow_named.format(version=keys.version))


def _list(register: Register) -> KeyList:
    from communesync.keys.station import ensure_list, in_force

    return in_force(register.db) or ensure_list(register)


def _member(keys: KeyList, wanted: str) -> Member:
    """The member whose key begins so. Refused: NOT_ENROLLED."""
    found = [member for member in keys.members if member.key and member.key.startswith(wanted.strip().lower())]
    if len(found) != 1:
        raise Refused(Reason.NOT_ENROLLED)
    return found[0]


def _up_to(register: Register, member: Member, wanted: tuple[str, ...]) -> dict[str, int]:
    """The last lines to be believed when those of these entries are, too. Refused: UNKNOWN_QUARANTINE."""
    from communesync.exchange import quarantine
    from communesync.keys.issuing import signed_up_to

    numbers = signed_up_to(register.db, member.key)
    for entry in (quarantine.entry(register.db, key) for key in wanted):
        if entry.last is None or entry.facts.get("key") != member.key:
            raise Refused(Reason.UNKNOWN_QUARANTINE, entry=entry.id)
        place = f"{entry.replica}/{entry.scope}"
        numbers[place] = max(entry.last, numbers.get(place, 0))
    return numbers


def _compared(found: str) -> str:
    """Ask for the fingerprint; it is not shown, so that nobody answers yes without looking."""
    return str(click.prompt(sync().fingerprint_asked, err=True)) if found else ""


def _document(keys: KeyList) -> dict[str, Any]:
    return keys.model_dump(mode="json")


def _row(member: Member) -> tuple[str, ...]:
    words = sync()
    station = member_name(member)
    role = exchange().roles.get(member.role.value, words.role_station)
    state = words.state_revoked if member.revoked else words.state_active
    return (station, role, member.unit, state, member.key[:16])
