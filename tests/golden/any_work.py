"""Random work of a centre over seven weeks around Tết 2027: every step that the desk allows, told at once or later."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from communedb.desk.act import act
from communedb.desk.mend import take_back, void
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.intake import Intake
from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Refused
from communedb.domain.workflow import offered
from communedb.stores.events import read_state

if TYPE_CHECKING:
    from tests.centre import DeskClock

    from communedb.register import Register
    from communedb.transaction import Write

PROCEDURES = ("1.001193", "1.004873", "1.004222", "1.012812", "2.001159", "2.000884")
FIRST = datetime(2027, 1, 11, 8, 0, tzinfo=VIETNAM)
SITTINGS = 10
"""How often the officers sit down and enter what happened since the last time; five days lie between."""

_AT_A_SITTING = 20
# What leads on is likelier than what ends early, or every dossier would be withdrawn before anything happens to it.
_WEIGHTS = {
    EventKind.DECIDED: 6, EventKind.RESULT_READY: 8, EventKind.RETURNED: 8, EventKind.SUPPLEMENT_RECEIVED: 6,
    EventKind.AGENCY_ANSWERED: 6, EventKind.FEE_PAID: 1, EventKind.EXTENDED: 2, EventKind.NOTED: 0.2,
    EventKind.ACCEPTED: 0, EventKind.DECLINED: 0,
}  # fmt: skip


class AnyWork:
    """One seed, one history."""

    def __init__(self, seed: int, clock: DeskClock) -> None:
        self.chance = Random(seed)
        self.clock = clock
        self.dossiers: list[str] = []

    def sittings(self, *stations: Register) -> None:
        """The officers of these stations enter what happened, each their own dossiers."""
        mine: list[list[str]] = [[] for _ in stations]
        for number in range(SITTINGS):
            self.clock.now = FIRST + timedelta(days=5 * number, minutes=self.chance.randrange(600))
            for station, dossiers in zip(stations, mine, strict=True):
                station.write(self._sit, dossiers)
        self.dossiers = [key for part in mine for key in part]

    def _sit(self, tx: Write, dossiers: list[str]) -> None:
        for _ in range(_AT_A_SITTING):
            if not dossiers or self.chance.random() < 0.2:
                dossiers.append(self._receive(tx))
            else:
                self._go_on(tx, self.chance.choice(dossiers))

    def _receive(self, tx: Write) -> str:
        received = self._earlier(tx.now, tx.now - timedelta(days=4))
        given: dict[str, Any] = {
            "procedure_code": self.chance.choice(PROCEDURES),
            "applicant": {"name": "Hồ Thị Sương"},
            "channel": self.chance.choice(["counter", "online", "post"]),
            "fee": [{"label": "Lệ phí", "amount": 20_000}],
        }
        if received is not None:
            given |= {"received_at": received, "late_reason": "Mất điện"}
        return receive(tx, Intake.model_validate(given)).dossier

    def _go_on(self, tx: Write, dossier: str) -> None:
        state = read_state(tx.db, dossier)
        steps = [step.kind for step in offered(state.status, tx.by.roles, voided=state.voided)]
        chance = self.chance.random()
        try:
            if chance < 0.03:
                void(tx, dossier, "Nhập nhầm")
            elif chance < 0.1:
                take_back(tx, dossier, "Ghi nhầm bước")
            elif steps:
                (kind,) = self.chance.choices(steps, [_WEIGHTS.get(step, 1.0) for step in steps])
                assert state.last is not None
                act(tx, dossier, self._asked(tx, kind, self._earlier(tx.now, state.last.happened_at)))
        except Refused:
            return

    def _earlier(self, now: datetime, after: datetime) -> datetime | None:
        """Some minute between; None for now."""
        minutes = int((now - after).total_seconds() // 60) - 1
        if minutes < 1 or self.chance.random() < 0.3:
            return None
        return now - timedelta(minutes=self.chance.randrange(1, minutes + 1))

    def _asked(self, tx: Write, kind: EventKind, happened: datetime | None) -> Act:
        return Act(
            kind=kind,
            reason="Theo nội dung ghi trong sổ",
            text="Đã gọi điện",
            to_officer=tx.by.officer,
            papers=({"name": "Tờ khai", "state": "no"},),  # type: ignore[arg-type]
            amount=self.chance.choice((0, 5_000, 20_000)),
            method=self.chance.choice(("cash", "online", "transfer")),  # type: ignore[arg-type]
            agency="Công an xã Quảng Điền",
            pauses=self.chance.choice((None, None, True)),
            new_due=tx.now + timedelta(days=self.chance.randrange(1, 20)) if kind is EventKind.EXTENDED else None,
            recipient={},  # type: ignore[arg-type]
            mark=self.chance.choice(("very_good", "good", "poor")),  # type: ignore[arg-type]
            marked_by="citizen",  # type: ignore[arg-type]
            happened_at=happened,
        )
