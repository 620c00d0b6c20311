"""The centre of Quảng Điền with a few weeks of dossiers, and the app on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.desk.conftest import desk, vietnamese
from tests.desk.dossier_steps import BIRTH, MARRIAGE_STATUS, done, received

if TYPE_CHECKING:
    from tests.centre import Centre

__all__ = ["desk", "vietnamese"]

LAND = "1.012812"


@pytest.fixture
def october(centre: Centre) -> dict[str, str]:
    """Names to dossiers of October and November 2026: in time, late, carried over, one void."""
    register = centre.open("reception")
    leader = centre.open("leader")
    centre.clock.set("2026-10-05 08:30")
    dossiers = {"Lụa": received(register, MARRIAGE_STATUS)}
    centre.clock.set("2026-10-20 09:00")
    dossiers["Tâm"] = received(register, BIRTH, name="Nguyễn Văn Tâm", id_number="046085001234")
    centre.clock.set("2026-10-21 10:00")
    done(leader, dossiers["Tâm"], "decided")
    done(leader, dossiers["Tâm"], "result_ready")
    centre.clock.set("2026-11-02 08:15")
    dossiers["Hòa"] = received(register, MARRIAGE_STATUS, name="Trần Thị Hòa", id_number="046190007777")
    done(leader, dossiers["Lụa"], "decided")
    done(leader, dossiers["Lụa"], "result_ready")
    centre.clock.set("2026-11-23 08:00")
    dossiers["Minh"] = received(register, BIRTH, name="Lê Quang Minh", id_number="046080002222")
    return dossiers
