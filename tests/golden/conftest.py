"""The golden register: played once a session, and opened by the tests of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.golden.playing import Play


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """The register after everything in the table was entered, on Monday 15 March 2027 at 8:00."""
    from tests.centre import Centre, found_centre
    from tests.golden.playing import Play

    folder: Path = tmp_path_factory.mktemp("golden") / "register"
    centre = Centre(folder, found_centre(folder))
    play = Play(centre)
    play.all()
    centre.clock.set("2027-03-15 08:00")
    yield play
    centre.close()
