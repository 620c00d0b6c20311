"""`communetui sync export`, `import` and `push`: bundles out, bundles in, and both with the hub."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.refusal import Reason, Refused
from communetui.cli.faults import Problem, error_of
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say
from communetui.cli.progress import Bar
from communetui.cli.start import DONE, REFUSED
from communetui.dossier.told import size_text
from communetui.exchange.told import number_text, report_text
from communetui.strings.cli_sync import sync
from communetui.strings.exchange import exchange

if TYPE_CHECKING:
    from communedb.register import Register
    from communesync.bundle.write import Written
    from communesync.exchange.importing import Imported
    from communesync.keys.members import Member
    from communetui.cli.start import Start

_PATH = click.Path(path_type=Path)
_SIZE = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([kmg]?)(?:i?b)?\s*", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_HUB = "hub"


@command("sync export")
@click.argument("folder", type=_PATH)
@click.option("--to", "receiver", type=TEXT)
@click.option("--max-size", type=TEXT)
@click.option("--rows-only", is_flag=True)
@start_of
def export_command(start: Start, folder: Path, receiver: str | None, max_size: str | None, rows_only: bool) -> None:
    """Write what others lack into a folder, and read it back."""
    from communesync.exchange.folder import exchanging, export_folder
    from communesync.exchange.outbox import Sending

    how = Sending(max_size=_size(max_size) if max_size else None, rows_only=rows_only, announce=True)
    with opened(start) as register, exchanging(register):
        peer = _peer(register, receiver) if receiver else None
        with _bar(start, "folder") as bar:
            written, removed = export_folder(register, folder, peer, how, progress=bar)
    document = {"folder": folder, "removed": removed, "bundles": [_bundle(one) for one in written]}
    answer(start, document, lambda: _written(written, folder, how.max_size))


@command("sync import")
@click.argument("paths", type=_PATH, nargs=-1, required=True)
@start_of
def import_command(start: Start, paths: tuple[Path, ...]) -> int:
    """Take in bundles from files and folders; exit code 1 when one could not be."""
    from communesync.exchange.folder import exchanging

    with opened(start) as register, exchanging(register), _bar(start, "folder") as bar:
        done = [_take(register, path, bar) for path in paths]
    taken = [one for imported in done for one in imported.taken]
    refused = [one for imported in done for one in imported.refused]
    for name, refusal in refused:
        say(sync().refused_line.format(name=name, why=error_of(refusal)["message"]))
    document = {
        "taken": [
            {"digest": one.digest, "kind": one.kind, "lines": one.rows.lines, "files": one.files} for one in taken
        ],
        "quarantined": sum(sum(one.rows.quarantined.values()) for one in taken),
        "known": sum(imported.known for imported in done),
        "for_others": sum(imported.for_others for imported in done),
        "refused": [{"name": name, **error_of(refusal)} for name, refusal in refused],
    }
    lines, files = sum(one.rows.lines for one in taken), sum(one.files for one in taken)
    told = sync().taken.format(count=number_text(len(taken)), lines=number_text(lines), files=number_text(files))
    answer(start, document, lambda: told if taken else sync().nothing_taken)
    return REFUSED if refused else DONE


@command("sync push")
@click.option("--rows-only", is_flag=True)
@start_of
def push_command(start: Start, rows_only: bool) -> None:
    """Exchange everything with the hub."""
    from communesync.transports.push import push
    from communetui.exchange.sending import Report

    with opened(start) as register, _bar(start, "http") as bar:
        done = push(register, bar, rows_only=True if rows_only else None)
    document = {
        "bundles": done.bundles,
        "bytes": done.bytes,
        "lines": done.lines,
        "refused": done.refused,
        "receipt": done.receipt and done.receipt.at,
    }
    answer(start, document, lambda: report_text(Report(pushed=done))[0])


def _bar(start: Start, way: str) -> Bar:
    return Bar(exchange().working.format(way=exchange().ways.get(way, "")), quiet=start.as_json)


def _take(register: Register, path: Path, bar: Bar) -> Imported:
    from communesync.exchange.folder import import_folder
    from communesync.exchange.importing import import_all

    if path.is_dir():
        return import_folder(register, path, progress=bar)
    if not path.is_file():
        raise Refused(Reason.EXCHANGE_FOLDER_MISSING, path=str(path))
    return import_all(register, [path], progress=bar)


def _peer(register: Register, wanted: str) -> Member:
    """The member that is meant: `hub`, a station's number, or the beginning of its key."""
    from communesync.exchange.peers import peers
    from communesync.keys.keyring import Keyring

    keyring = Keyring.load(register.db)
    named = wanted.strip().lower()
    found = [
        member
        for member in peers(keyring)
        if (named == _HUB and member.role == _HUB) or named == str(member.station) or member.key.startswith(named)
    ]
    if len(found) != 1:
        raise Problem("station_unknown", station=wanted)
    return found[0]


def _size(typed: str) -> int:
    """Bytes of `20M`, `1,5 MB` or `800k`; units of a thousand, as mail services count."""
    found = _SIZE.fullmatch(typed)
    if found is None:
        raise Problem("size_unreadable", value=typed)
    return int(float(found[1].replace(",", ".")) * _UNITS[found[2].lower()])


def _bundle(written: Written) -> dict[str, Any]:
    return {
        "file": written.path,
        "digest": written.digest,
        "size": written.size,
        "segments": written.segments,
        "files": len({part.digest for part in written.parts}),
    }


def _written(written: list[Written], folder: Path, most: int | None) -> str:
    words = sync()
    if not written:
        return words.nothing_to_write
    told = words.written.format(
        count=number_text(len(written)),
        size=size_text(sum(one.size for one in written)),
        files=number_text(len({part.digest for one in written for part in one.parts})),
        folder=folder,
    )
    if most is None:
        return told
    # One segment is not cut, and there is a least size: mail might refuse what came out.
    larger = max((one.size for one in written if one.size > most), default=0)
    return "\n".join([told, words.by_mail, *([words.larger.format(size=size_text(larger))] if larger else [])])
