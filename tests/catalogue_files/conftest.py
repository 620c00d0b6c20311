"""A register whose catalogue a file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.centre import Centre

    from communedb.register import Register


@pytest.fixture
def register(centre: Centre) -> Register:
    return centre.open("administrator")
