"""An officer who receives one dossier after the other, in a process of its own that a test may kill at any moment.

Each code is written to the file of acknowledgements after the register said that it is safe, in one unbuffered write.
Arguments: the register's folder, the officer's key, the passphrase, the file of acknowledgements, how many dossiers
(0: until killed), and the variant: `sound`, or one of the broken ones that the tests must catch.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from communedb.desk.receive import Received, receive
from communedb.domain.intake import Intake
from communedb.register import Register

if TYPE_CHECKING:
    from communedb.transaction import Write

BIRTH = "1.001193"
MOMENT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""The calendar of the tests ends some day; the processes stay in it."""


def intake(number: int) -> Intake:
    applicant = {"name": f"Nguyễn Văn Đức {number}", "id_number": f"0460900{number:05}"}
    return Intake.model_validate({"procedure_code": BIRTH, "applicant": applicant})


def main(folder: str, officer: str, passphrase: str, acknowledged: str, most: str, variant: str) -> None:
    safe = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def acknowledge(received: Received) -> None:
        os.write(safe, f"{received.code}\n".encode())

    def too_early(tx: Write, number: int) -> None:
        acknowledge(receive(tx, intake(number)))

    with Register.open(Path(folder), officer, passphrase, now=lambda: MOMENT) as register:
        if variant == "unsynced":
            register._writing_db.conn.execute("PRAGMA synchronous=OFF")
        for number in range(int(most)) if int(most) else count():
            if variant == "too_early":
                register.write(too_early, number)
            else:
                acknowledge(register.write(receive, intake(number)))


if __name__ == "__main__":
    main(*sys.argv[1:])
