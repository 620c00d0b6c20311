"""The sample centre, made once a session with cheap keys: its history ends when Monday 23 November 2026 begins."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from communetui.demo.centre import Centre

DOSSIERS = 300

# Windows has no pty; its console is tried by hand.
collect_ignore_glob = ["test_demo_in_a_terminal.py"] if sys.platform == "win32" else []


@pytest.fixture(scope="session")
def history_end() -> datetime:
    """The last moment of the generated history."""
    from communedb.domain.moment import VIETNAM

    return datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, history_end: datetime) -> Centre:
    """The sample centre; tests only read it."""
    from tests.centre import CHEAP

    from communetui.demo.centre import prepare_centre

    folder = tmp_path_factory.mktemp("sample") / "demo"
    return prepare_centre(folder, dossiers=DOSSIERS, until=lambda _: history_end, strength=CHEAP)


@pytest.fixture
def own_sample(sample: Centre, tmp_path: Path) -> Centre:
    """A copy of the sample centre to write in."""
    folder = tmp_path / "demo"
    shutil.copytree(sample.folder, folder)
    return replace(sample, folder=folder)
