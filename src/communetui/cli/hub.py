"""`communetui hub`: the register of a province that takes in what the communes send, and answers them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.officer import Role
from communedb.domain.text import clean
from communetui.cli.faults import error_of
from communetui.cli.init import asked, choose_unit
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, plain, say
from communetui.cli.passphrases import first_passphrase
from communetui.cli.showing import moment
from communetui.cli.table import pairs
from communetui.strings.cli import cli
from communetui.strings.cli_hub import hub
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.founding import Founded
    from communedb.reference.units import Unit
    from communesync.hub.service import Taken
    from communesync.hub.state import HubState
    from communetui.cli.start import Start

hub_group = group(
    "hub",
    {
        "init": "communetui.cli.hub:init",
        "serve": "communetui.cli.hub:serve",
        "import": "communetui.cli.hub:import_bundles",
        "export": "communetui.cli.hub:export_answers",
        "status": "communetui.cli.hub:status",
        "report": "communetui.cli.hub_report:report",
        "notice": "communetui.cli.hub_notice:notice",
        "task": "communetui.cli.hub_task:task",
        "backup": "communetui.cli.hub:backup",
    },
)

_PATH = click.Path(path_type=Path)


@command("hub init")
@click.option("--unit", type=TEXT)
@click.option("--officer", type=TEXT)
@click.option("--light", is_flag=True)
@click.option("--recovery-file", type=_PATH)
@click.option("--recovery-recipient", "escrow", type=TEXT, multiple=True)
@start_of
def init(
    start: Start,
    unit: str | None,
    officer: str | None,
    light: bool,
    recovery_file: Path | None,
    escrow: tuple[str, ...],
) -> None:
    """Create the hub's register and its first key list, and show the fingerprint and the recovery key."""
    from communedb.founding import HUB_STATION, found
    from communedb.keys import LIGHT, STANDARD
    from communedb.register import Register
    from communesync.keys.fingerprint import fingerprint
    from communesync.keys.members import Role as Member
    from communesync.keys.station import ensure_list

    place = choose_unit(unit, province=True)
    name = officer if officer is not None else asked(cli().first_officer)
    passphrase = first_passphrase(start)
    made = found(
        start.folder,
        unit=place.code,
        station=HUB_STATION,
        officer=name,
        passphrase=passphrase,
        strength=LIGHT if light else STANDARD,
        recovery_file=recovery_file,
        escrow=escrow,
    )
    with Register.open(start.folder, made.officer, passphrase) as register:
        ensure_list(register, Member.HUB)
        printed = fingerprint(register.signer.public, register.identity.recipient)
    document = {
        "folder": start.folder,
        "unit": {"code": place.code, "name": place.full_name},
        "officer": {"id": made.officer, "name": clean(name)},
        "fingerprint": printed,
        "recovery": {"key": made.recovery_text, "file": made.saved_to},
    }
    answer(start, document, lambda: _founded(start, place, name, printed, made))
    if start.as_json:
        say(cli().recovery_advice.format(file=made.saved_to))


def _founded(start: Start, place: Unit, name: str, printed: str, made: Founded) -> str:
    said = cli()
    founded = hub().founded.format(
        folder=start.folder,
        unit=f"{place.full_name} ({place.code})",
        officer=clean(name),
        roles=values().role[Role.ADMINISTRATOR],
    )
    key = f"{said.recovery_key}\n\n    {made.recovery_text}\n\n{said.recovery_advice.format(file=made.saved_to)}"
    return f"{founded}\n\n{hub().fingerprint}\n\n    {printed}\n\n{key}"


@command("hub serve")
@click.option("--host", type=TEXT, default="127.0.0.1")
@click.option("--port", type=click.IntRange(0, 65_535), default=8440)
@click.option("--metrics-port", type=click.IntRange(0, 65_535))
@click.option("--certificate", type=_PATH)
@click.option("--private-key", type=_PATH)
@start_of
def serve(
    start: Start,
    host: str,
    port: int,
    metrics_port: int | None,
    certificate: Path | None,
    private_key: Path | None,
) -> None:
    """Serve until Ctrl+C, or until the system asks to end."""
    from communesync.hub.logs import Log
    from communesync.hub.serve import Place, Served

    with opened(start) as register:
        served = Served(register, Place(host, port, metrics_port, certificate, private_key), Log())
        document = {"address": served.address, "metrics_port": served.metrics_port}
        answer(start, document, lambda: _serving(served.address, served.metrics_port))
        served.run()


def _serving(address: str, metrics_port: int | None) -> str:
    lines = [hub().serving.format(address=address)]
    if metrics_port is not None:
        lines.append(hub().serving_metrics.format(port=metrics_port))
    return "\n".join(lines)


@command("hub import")
@click.argument("file", type=_PATH, nargs=-1, required=True)
@start_of
def import_bundles(start: Start, file: tuple[Path, ...]) -> int:
    """Keep and take in each bundle; exit code 1 when one was refused."""
    from communesync.hub.logs import Log
    from communesync.hub.service import Hub

    with opened(start) as register, Hub(register, Log(lambda _: None)) as opened_hub:
        taken = [(path, opened_hub.bring(path)) for path in _bundles(file)]
    refused = [{"file": path, "error": _refusal(one)} for path, one in taken if one.refused is not None]
    done = [one for _, one in taken if one.refused is None]
    document = {
        "taken": len(done),
        "lines": sum(one.lines for one in done),
        "files": sum(one.files for one in done),
        "quarantined": sum(one.quarantined for one in done),
        "refused": refused,
    }
    answer(start, document, lambda: _imported(document))
    return 1 if refused else 0


def _bundles(paths: tuple[Path, ...]) -> list[Path]:
    """The files that are named, and the bundles in the folders that are named and one below."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted([*path.glob("*.bundle"), *path.glob("*/*.bundle")])
        else:
            found.append(path)
    return found


def _refusal(taken: Taken) -> dict[str, Any]:
    from communedb.domain.refusal import Refused

    return {} if taken.refused is None else error_of(Refused(taken.refused, **taken.facts))


def _imported(document: dict[str, Any]) -> str:
    said, refused = hub(), document["refused"]
    if not refused and not document["taken"]:
        return said.no_bundles
    lines = [said.imported.format(**document)]
    if refused:
        lines.append(said.refused.format(refused=len(refused)))
        lines += [f"  {one['file']}: {one['error']['message']}" for one in refused]
    return "\n".join(lines)


@command("hub export")
@click.argument("folder", type=_PATH)
@click.option("--to", type=TEXT)
@click.option("--rows-only", is_flag=True)
@start_of
def export_answers(start: Start, folder: Path, to: str | None, rows_only: bool) -> None:
    """Write each station's answer into a sub-folder of its own."""
    from communesync.hub.by_folder import answer_all

    with opened(start) as register:
        made = answer_all(register, folder, unit=to, rows_only=rows_only)
    document = {"folder": folder, "stations": [one._asdict() for one in made]}
    said, bundles = hub(), sum(one.bundles for one in made)
    text = said.exported.format(bundles=bundles, stations=len(made), folder=folder) if made else said.nobody
    answer(start, document, lambda: text)


@command("hub status")
@start_of
def status(start: Start) -> None:
    """Tell what the hub holds, and up to when it is safe."""
    from communesync.hub.state import hub_state
    from communesync.hub.store import Store
    from communesync.keys.fingerprint import fingerprint

    with opened(start) as register:
        found = hub_state(register.db, Store(register.folder), register.now())
        printed = fingerprint(register.signer.public, register.identity.recipient)
    document = {**found.counts, "durable_at": found.durable_at, "fingerprint": printed}
    answer(start, document, lambda: _state(found, printed))


def _state(found: HubState, printed: str) -> str:
    said = hub()
    counts = pairs((said.counts[name], str(number)) for name, number in found.counts.items())
    safe = said.durable.format(at=moment(found.durable_at)) if found.durable_at else said.not_durable
    return f"{counts}\n\n{safe}\n\n{said.fingerprint} {printed}"


@command("hub backup")
@click.argument("folder", type=_PATH)
@start_of
def backup(start: Start, folder: Path) -> None:
    """Back up, read back, and only then call it safe."""
    from communesync.hub.durable import back_up_hub

    with opened(start) as register:
        done = back_up_hub(register, folder)
    made, said = done.backup, hub()
    text = said.backed_up.format(
        dossiers=made.dossiers, changes=made.changes, bundles=done.new_bundles, folder=made.folder, at=moment(made.at)
    )
    document = {**plain(made), "new_bundles": done.new_bundles}
    answer(start, document, lambda: f"{text}\n{said.same_disk}" if made.same_disk else text)
