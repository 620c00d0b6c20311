"""Whoever writes does so in turn: in the order asked, one at a time, and to the end when the register is closed."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from communedb.domain.refusal import Refused
from communedb.writer import Writer


@pytest.fixture
def writer():
    made = Writer()
    yield made
    made.close()


def test_given_jobs_that_are_queued_when_one_is_waited_for_then_it_comes_after_them(writer: Writer) -> None:
    begun, go_on, done = threading.Event(), threading.Event(), []

    def slow() -> None:
        begun.set()
        go_on.wait()
        done.append("under way")

    writer.submit(slow)
    begun.wait()
    writer.submit(lambda: done.append("queued"))
    with ThreadPoolExecutor(1) as other:
        waited_for = other.submit(writer.run, lambda: done.append("waited for"))
        go_on.set()
        waited_for.result()

    assert done == ["under way", "queued", "waited for"]


def test_given_many_threads_that_write_at_once_then_no_two_jobs_meet_and_none_is_lost(writer: Writer) -> None:
    inside, met, done = [], [], []

    def job(name: tuple[int, int]) -> tuple[int, int]:
        inside.append(name)
        met.extend(inside[1:])
        threading.Event().wait(0.0001)
        inside.remove(name)
        done.append(name)
        return name

    def thread(number: int) -> None:
        chance = Random(number)
        for turn in range(40):
            name = (number, turn)
            if chance.random() < 0.5:
                assert writer.run(lambda name=name: job(name)) == name
            else:
                writer.submit(lambda name=name: job(name))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(thread, range(4)))
    writer.run(lambda: None)

    assert met == []
    assert sorted(done) == [(number, turn) for number in range(4) for turn in range(40)]
    assert all([turn for of, turn in done if of == number] == [*range(40)] for number in range(4)), "in the order asked"


def test_given_a_job_under_way_in_its_callers_thread_when_the_register_is_closed_then_that_waits_for_it() -> None:
    writer, begun, go_on, done = Writer(), threading.Event(), threading.Event(), []

    def slow() -> None:
        begun.set()
        go_on.wait()
        done.append("written")

    with ThreadPoolExecutor(2) as threads:
        threads.submit(writer.run, slow)
        begun.wait()
        closing = threads.submit(lambda: (writer.close(), done.append("closed")))
        with pytest.raises(TimeoutError):
            closing.result(timeout=0.05)
        go_on.set()
        closing.result()

    assert done == ["written", "closed"]
    with pytest.raises(Refused, match="register_closed"):
        writer.run(lambda: None)


def test_given_a_job_that_fails_when_it_is_waited_for_then_its_fault_comes_out_and_the_next_one_is_done(writer) -> None:
    def fails() -> None:
        raise KeyError("fault")

    for _ in range(2):
        with pytest.raises(KeyError):
            writer.run(fails)
    assert writer.run(lambda: "next") == "next"
