"""Whatever officers do, in whatever order and at whatever time: the register stays true to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.centre import Centre
from tests.register.history import AnyHistory

from communedb import register
from communedb.domain.projection import State
from communedb.domain.status import ENDED, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUICK = settings(
    max_examples=30,
    stateful_step_count=20,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def play(founded: tuple[Path, dict[str, str]], how: settings = QUICK) -> None:
    folder, officers = founded
    run_state_machine_as_test(lambda: AnyHistory(Centre(folder, officers)), settings=how)


def test_any_history_leaves_a_register_that_is_true_to_itself(founded_centre: tuple[Path, dict[str, str]]) -> None:
    play(founded_centre)


def _never_derived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "derive", lambda *_: None)


def _voided_ones_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(State, "open", property(lambda s: s.status not in ENDED and s.status is not Status.DRAFT))


@pytest.mark.parametrize("broken", [_never_derived, _voided_ones_counted])
def test_a_broken_register_is_caught(
    founded_centre: tuple[Path, dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    broken: Callable[[pytest.MonkeyPatch], None],
) -> None:
    """Negative control."""
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        play(founded_centre, settings(QUICK, phases=[Phase.generate], derandomize=True, report_multiple_bugs=False))
