"""Whatever the desk has entered goes out to a table and comes back as nothing new."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.centre import Centre
from tests.dossier_files.books import bring_in, held

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.intake import Intake
from communedb.dossier_files import export_dossiers

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

# Signs of formulas, quotation marks, separators, marks in both forms, what Excel would take for something else.
TEXT = st.text(st.sampled_from("aĐứcơ\u0309=+-@'\";|,0123456789 .:\n\t#/%_x"), max_size=20)
NAMES = TEXT.filter(lambda text: any(letter.isalnum() for letter in text))
APPLICANTS = st.fixed_dictionaries({
    "name": NAMES,
    "id_number": st.sampled_from(["046190054321", "191234567", None]),
    "birth": st.sampled_from(["01/02/1990", "1990", "02/1990", None]),
    "sex": st.sampled_from(["male", "female", None]),
    "phone": st.one_of(st.none(), TEXT, st.just("0905 123 456"), st.just("0234.3822222")),
    "old_id_number": st.one_of(st.none(), TEXT),
    "address": st.one_of(st.none(), TEXT),
    "unit": st.sampled_from(["19867", None]),
})  # fmt: skip
INTAKES = st.fixed_dictionaries({
    "procedure_code": st.sampled_from(["1.004873", "1.001193", "2.000815"]),
    "applicant": APPLICANTS,
    "submitter": st.one_of(st.none(), st.fixed_dictionaries({"name": NAMES, "relation": TEXT, "phone": TEXT})),
    "content": TEXT,
    "note": TEXT,
    "sets": st.integers(1, 99),
    "channel": st.sampled_from(["counter", "online", "post"]),
    "return_method": st.sampled_from(["counter", "online", "post"]),
})  # fmt: skip
STEPS: list[dict[str, Any]] = [
    {"kind": "supplement_requested", "reason": "thiếu ảnh", "papers": [{"name": "Ảnh", "state": "no"}]},
    {"kind": "fee_requested", "amount": 8000},
    {"kind": "agency_asked", "agency": "Công an xã"},
    {"kind": "refused", "reason": "không thuộc thẩm quyền"},
    {"kind": "decided"},
]


def centre_of(founded: tuple[Path, dict[str, str]], folder: Path) -> Centre:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(founded[0], folder)
    return Centre(folder, dict(founded[1]))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(INTAKES, st.sampled_from([None, *STEPS])), min_size=3, max_size=8), st.data())
def test_an_export_imported_again_changes_nothing(
    founded_centre: tuple[Path, dict[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
    entered: list[tuple[dict[str, Any], dict[str, Any] | None]],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.getbasetemp() / "there-and-back"
    centre = centre_of(founded_centre, folder)
    register = centre.open("administrator")
    for intake, step in entered:
        key = register.write(receive, Intake.model_validate(intake)).dossier
        if step:
            register.write(act, key, Act.model_validate(step))
    path = folder.with_suffix(data.draw(st.sampled_from([".csv", ".xlsx"])))
    assert export_dossiers(register, path, DossierFilter()) == len(entered)

    tally = bring_in(register, path)

    assert (tally.unchanged, tally.kept, tally.rejected) == (len(entered), 0, {})

    # In another register they are new, and the same.
    other = centre_of(founded_centre, folder.with_name("other"))
    abroad = other.open("administrator")
    assert bring_in(abroad, path).new == len(entered)
    again = folder.with_name(f"again{path.suffix}")
    export_dossiers(abroad, again, DossierFilter())
    assert bring_in(abroad, again).unchanged == len(entered)
    ours = {row["code"]: row["applicant_name"] for row in _all(register)}
    assert {row["outside"]: row["applicant_name"] for row in held(abroad)} == ours
    centre.close()
    other.close()


def _all(register: Any) -> list[dict[str, Any]]:
    from communedb.sqlite import rows

    return list(rows(register.db, "SELECT code, applicant_name FROM dossier"))
