"""`communetui demo`: the sample centre, opened on the screens or shown in a tour."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from communetui.cli.lazy import command, start_of
from communetui.cli.output import answer, say
from communetui.cli.start import default_folder
from communetui.strings.demo import demo as texts
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from communedb.domain.calendar import WorkCalendar
    from communetui.cli.start import Start
    from communetui.demo.centre import Centre
    from communetui.demo.narrator import Narrator

LEAST, MOST = 60, 100_000


@command("demo")
@click.option("--tour", is_flag=True)
@click.option("--dossiers", type=click.IntRange(LEAST, MOST), default=3_000)
@start_of
def demo(start: Start, tour: bool, dossiers: int) -> None:
    """Make the sample centre or take the one that is there; open it, or play the tour where there is no terminal."""
    folder = _folder(start)
    on_screen = not tour and not start.as_json and sys.stdin.isatty() and sys.stdout.isatty()
    centre = _prepare(folder, dossiers, for_tour=not on_screen)
    if on_screen:
        _open(centre)
    else:
        _tour(start, centre)


def _folder(start: Start) -> Path:
    """The folder that was named; a sample is never made where this user's own register belongs."""
    own = default_folder()
    return own.with_name(f"{own.name}-demo") if start.folder == own else start.folder


def _prepare(folder: Path, dossiers: int, *, for_tour: bool) -> Centre:
    from communetui.demo.centre import prepare_centre
    from communetui.demo.story_day import last_finished_day, opening

    now = _now()

    def until(calendar: WorkCalendar) -> datetime:
        return opening(calendar, last_finished_day(calendar, now)) if for_tour else now

    return prepare_centre(folder, dossiers=dossiers, until=until, progress=_progress(dossiers))


def _now() -> datetime:
    from communedb.register import wall_clock

    return wall_clock()


def _progress(dossiers: int) -> Callable[[int, datetime], None]:
    """One line that is written over on a terminal, a line a month elsewhere; on standard error."""
    from communedb.domain.moment import local

    said = texts()
    told: list[str] = []

    def tell(received: int, until: datetime) -> None:
        if not told:
            say(said.making.format(count=dossiers))
        line = said.progress.format(day=f"{local(until):%d/%m/%Y}", received=received)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{line}" + ("\n" if received == dossiers else ""))
            sys.stderr.flush()
        elif not told or told[-1] != f"{local(until):%Y%m}":
            say(line)
        told.append(f"{local(until):%Y%m}")

    return tell


def _about(centre: Centre) -> list[str]:
    """What the centre holds, who works there, and how to get in."""
    from communedb.register import Register
    from communetui.demo.officers import OFFICERS, PASSPHRASE

    said = texts()
    with Register.open(centre.folder, centre.officers["leader"], PASSPHRASE) as register:
        count, open_ = register.db.conn.execute("SELECT count(*), sum(open) FROM dossier_state").fetchone()
    lines = [(said.made if centre.made else said.found).format(count=count, open=open_), said.invented, "", said.who]
    lines += [said.officer.format(name=o.name, role=values().role[o.role.value]) for o in OFFICERS]
    return [*lines, said.passphrase.format(passphrase=PASSPHRASE)]


def _open(centre: Centre) -> None:
    from communetui.cli.app import run_app
    from communetui.demo.neighbours import leave_conflict, prepare_neighbours
    from communetui.strings.demo_exchange import exchange_tour

    said, exchange = texts(), exchange_tour()
    say(exchange.making)
    made = prepare_neighbours(centre, _now)
    leave_conflict(centre, made, _now)
    waiting = exchange.waiting.format(stick=made.stick.absolute())
    for line in [*_about(centre), waiting, said.tour_next.format(folder=centre.folder), "", said.enter]:
        _write(line)
    sys.stdin.readline()
    run_app(centre.folder)


def _tour(start: Start, centre: Centre) -> None:
    from communetui.demo.officers import OFFICERS, PASSPHRASE
    from communetui.demo.tour import play_tour

    write = say if start.as_json else _write
    for line in [*_about(centre), "", texts().tour_title]:
        write(line)
    narrator = play_tour(centre, write)
    document = {
        "folder": centre.folder.absolute(),
        "made": centre.made,
        "passphrase": PASSPHRASE,
        "officers": [{"id": centre.officers[o.post], "name": o.name, "role": o.role} for o in OFFICERS],
        "story": narrator.chapters,
        "files": [path.absolute() for path in narrator.files],
    }
    answer(start, document, lambda: _ending(centre, narrator, PASSPHRASE))


def _ending(centre: Centre, narrator: Narrator, passphrase: str) -> str:
    from communedb import layout

    said = texts()
    folder = centre.folder.absolute()
    prints = narrator.files[0].parent.absolute()
    lines: list[Any] = [
        "",
        f"{said.files_title}:",
        f"   {said.register_at.format(path=layout.database(folder))}",
        f"   {said.prints_at.format(path=prints)}",
        *(f"      {path.name}" for path in narrator.files),
        "",
        said.open_again.format(folder=folder, passphrase=passphrase),
    ]
    return "\n".join(lines)


def _write(line: str) -> None:
    click.echo(line)
