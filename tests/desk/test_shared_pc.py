"""One PC, one officer after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from tests.centre import PASSPHRASE

from communetui.register_session import RegisterDoor

if TYPE_CHECKING:
    from tests.centre import Centre


def test_after_one_officer_locks_the_next_may_write_whichever_threads_did_the_work(centre: Centre) -> None:
    door = RegisterDoor(centre.folder, now=centre.clock)
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        first = one.submit(door.open_session, centre.officers["reception"], PASSPHRASE).result()
        other.submit(first.close).result()
        second = one.submit(door.open_session, centre.officers["specialist"], PASSPHRASE).result()
        try:
            assert not second.read_only
        finally:
            other.submit(second.close).result()


def test_while_one_app_is_open_a_second_one_only_reads(centre: Centre) -> None:
    first = RegisterDoor(centre.folder, now=centre.clock).open_session(centre.officers["reception"], PASSPHRASE)
    second = RegisterDoor(centre.folder, now=centre.clock).open_session(centre.officers["specialist"], PASSPHRASE)
    try:
        assert not first.read_only
        assert second.read_only
    finally:
        second.close()
        first.close()
