"""The end of the tour's day: a second counter, a stick, two officers who change the same thing, and the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.desk.conflicts import keep_value
from communedb.desk.mend import correct
from communedb.domain.moment import local
from communedb.journal.conflicts import conflicts
from communedb.stores.dossier import read_dossier
from communesync.exchange.folder import by_stick, import_folder
from communesync.exchange.status import status
from communesync.hub.by_folder import answer_all
from communesync.hub.durable import back_up_hub
from communesync.hub.logs import Log
from communesync.hub.overview import overview
from communesync.hub.service import Hub
from communesync.keys.keyring import Keyring
from communetui.demo.narrator import moment, sure
from communetui.demo.neighbours import COUNTER_OFFICER, HERE, PHONE, THERE, open_neighbour, prepare_neighbours, print_of
from communetui.demo.people import UNIT
from communetui.dossier.told import size_text
from communetui.strings.demo_exchange import exchange_tour
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.journal.conflicts import Conflict
    from communedb.register import Register
    from communesync.exchange.folder import ByStick
    from communetui.demo.neighbours import Neighbours
    from communetui.demo.scene import Scene


class Place(NamedTuple):
    """The neighbours, and the second counter's open register."""

    neighbours: Neighbours
    counter: Register


def exchange(scene: Scene) -> None:
    """Two counters and a stick, a conflict and its resolution, the hub."""
    scene.clock.reach("16:50")
    made = prepare_neighbours(scene.centre, scene.clock)
    with open_neighbour(made.counter, scene.clock) as counter:
        place = Place(made, counter)
        _two_counters(scene, place)
        _conflict(scene, place)
        _hub(scene, place)


def _two_counters(scene: Scene, place: Place) -> None:
    """What counter 1 wrote is carried to counter 2."""
    said, here, there = exchange_tour(), scene.desk("reception"), place.counter
    scene.narrator.chapter(said.stick)
    scene.narrator.tell(said.enrolled, fingerprint=print_of(there))
    done = by_stick(here, place.neighbours.stick)
    _tell_written(scene, done)
    taken = by_stick(there, place.neighbours.stick)
    dossier = scene.kept["marital"]
    shown, original = read_dossier(there.db, dossier), scene.read(dossier)
    sure(shown.row == original.row and shown.state == original.state, "counter 2 shows what counter 1 shows")
    scene.narrator.tell(said.taken, lines=taken.imported.lines, code=shown.code, name=shown.row["applicant_name"])


def _conflict(scene: Scene, place: Place) -> None:
    """Both change the same telephone number before either has seen the other's; an officer ends it."""
    said, here, there = exchange_tour(), scene.desk("reception"), place.counter
    dossier, stick = scene.kept["marital"], place.neighbours.stick
    code, field = scene.read(dossier).code, values().field[PHONE]
    scene.narrator.chapter(said.conflict)
    scene.clock.reach("16:55")
    for register, officer, value in ((here, scene.name("reception"), HERE), (there, COUNTER_OFFICER, THERE)):
        old = read_dossier(register.db, dossier).row[PHONE]
        register.write(correct, dossier, PHONE, old, value, said.heard)
        scene.narrator.tell(said.wrote, at=scene.clock(), officer=officer, field=field, code=code, value=value)
        scene.clock.reach("16:57")
    for register in (here, there, here):
        by_stick(register, stick)
    found, theirs = _conflict_of(here, dossier), _conflict_of(there, dossier)
    sure(found is not None and found == theirs, "both counters show the same conflict")
    if found is None:
        return
    sure({head.value for head in found.heads} == {HERE, THERE}, "no value is lost")
    scene.narrator.tell(said.both, first=found.heads[0].value, second=found.heads[1].value, field=field)
    scene.clock.reach("17:00")
    kept = next(head for head in found.heads if head.value == THERE)
    heads = [(head.replica, head.number) for head in found.heads]
    here.write(keep_value, dossier, PHONE, (kept.replica, kept.number), heads)
    for register in (here, there):
        by_stick(register, stick)
    numbers = {read_dossier(register.db, dossier).row[PHONE] for register in (here, there)}
    sure(numbers == {THERE}, "both counters show the value that was chosen")
    sure(_conflict_of(here, dossier) is None and _conflict_of(there, dossier) is None, "the conflict is over")
    scene.narrator.tell(said.resolved, officer=scene.name("reception"), value=THERE)


def _hub(scene: Scene, place: Place) -> None:
    """The same stick comes to the hub, whose answer tells what is received and what is safe."""
    said, here, made = exchange_tour(), scene.desk("reception"), place.neighbours
    scene.narrator.chapter(said.hub)
    scene.clock.reach("17:10")
    by_stick(here, made.stick)
    with open_neighbour(made.hub, scene.clock) as register:
        with Hub(register, Log(lambda _: None)) as hub:
            taken = [hub.bring(path) for path in sorted(made.stick.glob("*.bundle"))]
        sure(all(one.refused is None for one in taken), "the hub takes every bundle in")
        day = local(scene.clock()).date()
        commune = next(one for one in overview(register, day, day) if one.unit == UNIT)
        scene.narrator.tell(
            said.view, bundles=len(taken), lines=sum(one.lines for one in taken), commune=commune.name,
            received=commune.received, resolved=commune.resolved, overdue=commune.overdue,
        )  # fmt: skip
        sure(commune.received == scene.today().received, "the hub counts what the counter counts")
        back_up_hub(register, made.backups)
        answered = next(one for one in answer_all(register, made.stick) if (one.unit, one.station) == (UNIT, 1))
    import_folder(here, answered.folder)
    told = status(here.db, Keyring.load(here.db))
    if told.hub is None:
        sure(False, "the hub's receipt is here")
        return
    sure(told.hub.durable.all, "everything is in the hub's backup")
    scene.narrator.tell(said.safe, received=moment(told.hub.received.until), durable=moment(told.hub.durable.until))


def _tell_written(scene: Scene, done: ByStick) -> None:
    size = sum(bundle.size for bundle in done.written)
    scene.narrator.tell(exchange_tour().written, bundles=len(done.written), size=size_text(size))


def _conflict_of(register: Register, dossier: str) -> Conflict | None:
    return next((one for one in conflicts(register.db) if (one.row, one.column) == (dossier, PHONE)), None)
