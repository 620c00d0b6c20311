"""Writers that wait for each other, readers beside writers, and closing in the middle of all that."""

from __future__ import annotations

import threading
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.faults.receiving import intake
from tests.faults.whole import assert_whole, codes

from communedb.desk.office import close_day
from communedb.desk.receive import Received, receive
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import BUSY_MILLISECONDS
from communedb.stores import dossier_derived
from communedb.stores.calendar import read_calendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.centre import Centre

    from communedb.register import Register
    from communedb.transaction import Write


def counts(register: Register) -> dict[str, int]:
    tables = (
        "dossier", "event", "paper", "person", "journal_line", "dossier_state", "dossier_search", "person_state",
        "person_search", "code_counter",
    )  # fmt: skip
    return {table: register.db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_a_writer_waits_for_another_and_then_saves(centre: Centre) -> None:
    reception, administrator = centre.open("reception"), centre.open("administrator")
    entered, leave = threading.Event(), threading.Event()

    def slow(tx: Write) -> Received:
        received = receive(tx, intake(1))
        entered.set()
        leave.wait(10)
        return received

    first = administrator.submit(slow)
    assert entered.wait(10)
    second = reception.submit(receive, intake(2))
    time.sleep(0.1)
    assert not second.done()
    assert codes(reception.db) == []  # reading goes on, and sees nothing of what is not committed
    leave.set()
    assert {first.result(10).code, second.result(10).code} == set(codes(reception.db))
    assert_whole(reception.db)


def test_who_waits_too_long_is_told_that_the_register_is_busy_and_may_try_again(centre: Centre) -> None:
    assert BUSY_MILLISECONDS == 5_000
    reception, administrator = centre.open("reception"), centre.open("administrator")
    reception._writing_db.conn.execute("PRAGMA busy_timeout=50")
    entered, leave = threading.Event(), threading.Event()

    def stuck(_: Write) -> None:
        entered.set()
        leave.wait(10)

    holding = administrator.submit(stuck)
    assert entered.wait(10)
    before = counts(reception)
    with pytest.raises(Refused) as refused:
        reception.write(receive, intake(1))
    leave.set()
    holding.result(10)
    assert refused.value.reason is Reason.REGISTER_BUSY
    assert counts(reception) == before
    reception.write(receive, intake(1))
    assert_whole(reception.db)


class SlipError(Exception):
    """A fault of the program in the middle of a save."""


def _after_receiving(tx: Write) -> None:
    receive(tx, intake(1))
    raise SlipError


def _after_a_statement_that_fails(tx: Write) -> None:
    receive(tx, intake(1))
    tx.db.conn.execute("INSERT INTO dossier (id) VALUES ('x')")


def _as_an_interrupt(tx: Write) -> None:
    receive(tx, intake(1))
    raise KeyboardInterrupt


@pytest.mark.parametrize("job", [_after_receiving, _after_a_statement_that_fails, _as_an_interrupt])
def test_a_fault_in_the_middle_of_a_save_leaves_everything_as_it_was(
    centre: Centre, job: Callable[[Write], None]
) -> None:
    register = centre.open()
    kept = register.write(receive, intake(1))
    before = counts(register)
    with pytest.raises(BaseException):  # noqa: B017, PT011 - each of the three its own
        register.write(job)
    assert counts(register) == before
    following = register.write(receive, intake(2))
    assert int(following.code[-4:]) == int(kept.code[-4:]) + 1  # the counter went back, too
    assert_whole(register.db)


def test_a_fault_while_deriving_undoes_the_save(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    register = centre.open()
    before = counts(register)

    def failing(*_: object) -> None:
        raise SlipError

    with monkeypatch.context() as broken:
        broken.setattr(dossier_derived, "write_search", failing)
        with pytest.raises(SlipError):
            register.write(receive, intake(1))
    assert counts(register) == before
    register.write(receive, intake(1))
    assert_whole(register.db)


def test_without_the_transaction_the_same_fault_leaves_half_a_dossier(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: what `assert_whole` is for."""
    register = centre.open()

    def failing(*_: object) -> None:
        register._writing_db.conn.execute("COMMIT")
        raise SlipError

    with monkeypatch.context() as broken:
        broken.setattr(dossier_derived, "write_search", failing)
        with pytest.raises(SlipError):
            register.write(receive, intake(1))
    with pytest.raises(AssertionError):
        assert_whole(register.db)


def test_readers_read_on_while_a_writer_writes(centre: Centre) -> None:
    register = centre.open()
    seen: list[int] = []
    faults: list[BaseException] = []
    writing = threading.Event()
    writing.set()

    def read() -> None:
        try:
            while writing.is_set():
                dossiers = register.db.conn.execute(
                    "SELECT (SELECT count(*) FROM dossier), (SELECT count(*) FROM dossier_state)"
                ).fetchone()
                assert dossiers[0] == dossiers[1]
                seen.append(dossiers[0])
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(60):
        register.write(receive, intake(number))
    writing.clear()
    for thread in threads:
        thread.join(10)
    assert faults == []
    assert len(set(seen)) > 3
    assert_whole(register.db)


def test_closing_finishes_what_is_queued(centre: Centre) -> None:
    register = centre.open()
    queued = [register.submit(receive, intake(number)) for number in range(20)]
    register.close()
    assert all(job.done() for job in queued)
    assert len(codes(centre.open().db)) == 20


def test_after_closing_everything_is_refused_and_nobody_waits_for_ever(centre: Centre) -> None:
    register = centre.open()
    reading = register.db
    register.close()
    for late in (
        lambda: register.write(receive, intake(1)),
        lambda: register.db.conn.execute("SELECT 1"),
        lambda: reading.conn.execute("SELECT 1"),
    ):
        with pytest.raises(Refused, match="register_closed"):
            late()


def test_the_screen_may_be_locked_while_searches_run(centre: Centre) -> None:
    """SQLite's memory must not be given back while another thread reads it: that ended the whole program."""
    ends: list[str] = []

    def read(register: Register) -> None:
        try:
            while True:
                for _ in register.db.conn.execute("SELECT * FROM unit a, unit b LIMIT 5000"):
                    pass
        except Refused as refusal:
            ends.append(refusal.reason)

    for _ in range(20):
        register = centre.open()
        threads = [threading.Thread(target=read, args=[register]) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(0.02)
        register.close()
        for thread in threads:
            thread.join(10)
            assert not thread.is_alive()
    assert ends == [Reason.REGISTER_CLOSED] * 60


def test_threads_that_are_gone_leave_no_connection_behind(centre: Centre) -> None:
    register = centre.open()
    for _ in range(10):
        thread = threading.Thread(target=lambda: register.db.conn.execute("SELECT 1").fetchone())
        thread.start()
        thread.join()
    assert register.db.conn.execute("SELECT 1").fetchone() == (1,)
    assert len(register._readers._opened) <= 2


def test_a_job_may_be_withdrawn_before_its_turn(centre: Centre) -> None:
    register = centre.open()
    entered, leave = threading.Event(), threading.Event()

    def slow(_: Write) -> None:
        entered.set()
        leave.wait(10)

    register.submit(slow)
    assert entered.wait(10)
    withdrawn = register.submit(receive, intake(1))
    assert withdrawn.cancel()
    leave.set()
    register.write(receive, intake(2))
    assert len(codes(register.db)) == 1


def test_a_calendar_that_was_rolled_back_is_not_remembered(centre: Centre) -> None:
    """The clock stands still here: the next transaction has the clock value of the one that was undone."""
    register = centre.open("administrator")
    flood = date(2026, 11, 26)

    def undone(tx: Write) -> None:
        close_day(tx, flood, "Nghỉ do lũ lụt")
        assert not tx.known(read_calendar).is_working_day(flood)
        raise SlipError

    with pytest.raises(SlipError):
        register.write(undone)
    register.write(close_day, date(2026, 12, 1), "Nghỉ do bão")
    assert register.calendar().is_working_day(flood)
    assert not register.calendar().is_working_day(date(2026, 12, 1))
