"""A history: a few stations and a hub, a few hot cells, and everything that goes wrong; one seed, one history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.simulator.machine import Machine, World, fresh
from tests.simulator.oracles import Broken, check
from tests.simulator.station import HOT, Station

from communedb.domain.event import EventKind
from communedb.journal import clock, pen
from communedb.journal.conflicts import conflicts
from communedb.journal.freeze import read_segment
from communedb.journal.held import held, lacking
from communedb.journal.parked import forks

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.journal.held import Vector
    from communedb.journal.segment import Segment

STEPS = 36
ROUNDS = 8
"""How often everybody exchanges with everybody until nobody lacks anything, at most."""

_KINDS = (
    EventKind.HANDED_OVER, EventKind.ACCEPTED, EventKind.DECIDED, EventKind.RETURNED, EventKind.NOTED,
    EventKind.SUPPLEMENT_REQUESTED, EventKind.SUPPLEMENT_RECEIVED, EventKind.VOIDED,
)  # fmt: skip


@dataclass
class _Message:
    to: str
    segments: list[Segment]


class History:
    """One run of the simulator."""

    def __init__(self, seed: int, steps: int = STEPS) -> None:
        self.seed = seed
        self._steps = steps
        self._chance = Random(seed)
        self._world = World(self._chance, datetime(2026, 11, 23, 1, 0, tzinfo=UTC))
        self._stations: dict[str, Station] = {}
        self._under_way: list[_Message] = []
        self._vectors: list[Vector] = [{}]
        self._hot = self._chance.sample(HOT, self._chance.choice((2, 3)))
        self._nasty = seed % 3 == 0
        """Whether whole systems are copied and set back, so that no mark can tell: there a fork is allowed."""
        self.log: list[str] = []

    def run(self) -> None:
        """Do the steps, deliver everything, ask the oracles; Broken names the seed."""
        try:
            with self._world.simulated():
                self._found()
                for _ in range(self._steps):
                    self._step()
                self._deliver_everything()
                if self._nasty:
                    # Whatever a station went through, its officers go on working.
                    for station in self._stations.values():
                        self._edit(station)
                    self._deliver_everything()
                check({name: station.db for name, station in self._stations.items()}, self._written)
                self._check_clocks()
                self._check_forks()
        except Exception as fault:
            raise Broken(f"seed {self.seed}: {type(fault).__name__}: {fault}") from fault

    def _found(self) -> None:
        chance = self._chance
        self._written: list = []
        for number in range(1, chance.choice((2, 2, 2, 3, 4)) + 1):
            name = f"counter {number}"
            self._stations[name] = Station(name, self._world, Machine(name), fresh(number), self._written)
        self._stations["hub"] = Station("hub", self._world, Machine("hub"), fresh(9), self._written)
        for station in self._stations.values():
            station.offset = timedelta(seconds=chance.choice((-3600, -40, 0, 40, 3600)))
        if chance.random() < 0.4:
            chance.choice(list(self._stations.values())).offset += timedelta(days=chance.choice((-2, 2)))
        first = self._stations["counter 1"]
        first.found()
        first.freeze()
        for name in self._stations:
            if name != first.name and chance.random() < 0.85:
                self._send(first, name, {})

    def _step(self) -> None:
        self._world.now += timedelta(seconds=self._chance.choice((0, 0, 1, 30)))
        station = self._chance.choice(list(self._stations.values()))
        steps, weights, nasty = zip(*_STEPS, strict=True)
        step = self._chance.choices(steps, nasty if self._nasty else weights)[0]
        self.log.append(f"{station.name}: {step.__name__.strip('_')}")
        step(self, station)

    # What officers do.

    def _edit(self, station: Station) -> None:
        station.edit(self._cells(station))

    def _open_form(self, station: Station) -> None:
        station.forms.append(station.read())

    def _save_form(self, station: Station) -> None:
        if station.forms:
            form = station.forms.pop(self._chance.randrange(len(station.forms)))
            station.edit(self._cells(station), form)

    def _edit_in_a_power_cut(self, station: Station) -> None:
        station.edit(self._cells(station), cut=True)

    def _add_event(self, station: Station) -> None:
        station.add_event(self._chance.choice(_KINDS))

    def _resolve(self, station: Station) -> None:
        if waiting := conflicts(station.db):
            conflict = self._chance.choice(waiting)
            values = [head.value for head in conflict.heads]
            station.resolve(conflict, self._chance.choice([*values, self._value()]))

    def _cells(self, station: Station) -> dict:
        return {cell: self._value() for cell in self._chance.sample(self._hot, self._chance.choice((1, 1, 2)))}

    def _value(self) -> str:
        return self._chance.choice(("A", "B", *[f"v{len(self.log)}"] * 3))

    # What is under way.

    def _hand_on(self, station: Station) -> None:
        others = [name for name in self._stations if name != station.name]
        target = self._chance.choice(others)
        vector = self._chance.choice((held(self._stations[target].db), self._chance.choice(self._vectors)))
        self._send(station, target, vector)

    def _send(self, station: Station, target: str, vector: Vector) -> None:
        station.freeze()
        segments = [read_segment(station.db, ref.digest) for ref in lacking(station.db, vector)]
        if self._chance.random() < 0.2:
            self._chance.shuffle(segments)
        if segments and self._chance.random() < 0.2:
            segments = segments[self._chance.randrange(len(segments)) :]
        if segments and self._chance.random() < 0.1:
            segments.append(segments[0])
        self._vectors.append(held(station.db))
        self._under_way.append(_Message(target, segments))

    def _deliver(self, _: Station) -> None:
        if not self._under_way:
            return
        message = self._under_way.pop(self._chance.randrange(len(self._under_way)))
        segments, cut = list(message.segments), None
        fate = self._chance.random()
        if fate < 0.1:
            return
        if fate < 0.2:
            self._under_way.append(message)
        elif fate < 0.3:
            segments = segments[: len(segments) // 2]
        elif fate < 0.45 and segments:
            cut = self._chance.randrange(len(segments)) + 1
            self._under_way.append(message)
        station = self._stations[message.to]
        station.take_in(segments, cut)
        if cut and self._chance.random() < 0.7:
            self._edit(station)

    # What happens to a PC.

    def _freeze(self, station: Station) -> None:
        station.freeze()

    def _start(self, station: Station) -> None:
        if station.start():
            raise Broken(f"{station.name} took a new replica without need")

    def _set_clock(self, station: Station) -> None:
        station.offset = timedelta(days=self._chance.choice((-2, 0, 0, 2)))

    def _back_up(self, station: Station) -> None:
        station.back_up()

    def _restore(self, station: Station) -> None:
        if not station.backups:
            station.back_up()
            return
        whole_system = self._nasty and self._chance.random() < 0.7
        station.restore(self._chance.choice(station.backups), whole_system=whole_system)
        if self._chance.random() < 0.5:
            others = [each for each in self._stations.values() if each is not station]
            self._send(self._chance.choice(others), station.name, held(station.db))
            station.take_in(self._under_way.pop().segments)

    def _clone(self, station: Station) -> None:
        if len(self._stations) < 5:
            name = f"copy {len(self._stations)}"
            nasty = self._nasty and self._chance.random() < 0.7
            self._stations[name] = station.clone(name, whole_system=nasty)

    def _deliver_everything(self) -> None:
        names = list(self._stations)
        while self._under_way:
            message = self._under_way.pop(self._chance.randrange(len(self._under_way)))
            self._stations[message.to].take_in(message.segments)
        centre, *others = self._chance.sample(names, len(names))
        for _ in range(ROUNDS):
            if not sum(self._exchange(one, centre) + self._exchange(centre, one) for one in others):
                return
        raise Broken("they exchange for ever")

    def _check_clocks(self) -> None:
        """Nobody's clock followed another more than a day beyond what his own has ever shown."""
        for station in self._stations.values():
            if clock.instant(pen.last_clock(station.db)) > station.latest + timedelta(days=1, seconds=1):
                raise Broken(f"the clock of {station.name} was carried away")

    def _check_forks(self) -> None:
        """Two that write under one name, without a whole system having been copied, is a fork too many."""
        for station in self._stations.values():
            if not self._nasty and forks(station.db):
                raise Broken(f"a fork at {station.name}")

    def _exchange(self, source: str, target: str) -> int:
        giving, taking = self._stations[source], self._stations[target]
        giving.freeze()
        taking.freeze()
        segments = [read_segment(giving.db, ref.digest) for ref in lacking(giving.db, held(taking.db))]
        if segments:
            taking.take_in(segments)
        return len(segments)


_STEPS: tuple[tuple[Callable[[History, Station], None], float, float], ...] = (
    # How often in an ordinary history, and in a nasty one.
    (History._edit, 28, 28),
    (History._open_form, 7, 5),
    (History._save_form, 7, 5),
    (History._edit_in_a_power_cut, 2, 1),
    (History._add_event, 6, 3),
    (History._resolve, 6, 5),
    (History._hand_on, 20, 20),
    (History._deliver, 24, 24),
    (History._freeze, 3, 3),
    (History._start, 2, 2),
    (History._set_clock, 1.5, 1),
    (History._back_up, 3, 6),
    (History._restore, 3, 10),
    (History._clone, 1, 5),
)
