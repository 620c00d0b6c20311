"""Every report has its words in both languages: title, headings, and the names of the codes that its rows can hold."""

from __future__ import annotations

from importlib import import_module

import pytest

from communedb.reference.indicators import shipped_index
from communedb.reports.names import NAMES
from communedb.reports.series import CHARTS
from communetui.report_files.wording import code_text, heading_of, title_of
from communetui.strings.charts import charts
from communetui.strings.language import Language, use
from communetui.strings.open_data import open_data
from communetui.strings.reports import REPORTS


@pytest.fixture(params=list(Language))
def spoken(request: pytest.FixtureRequest) -> Language:
    use(request.param)
    yield request.param
    use(Language.VI)


def test_each_report_has_a_title_and_a_heading_over_each_column(spoken: Language) -> None:
    assert set(REPORTS) == set(NAMES)
    for name, module in NAMES.items():
        assert title_of(name)
        for column in import_module(module).COLUMNS:
            assert heading_of(name, column)[1] != column.name, (spoken, name, column.name)


def test_codes_have_names(spoken: Language) -> None:
    index = shipped_index()
    codes = [one.id for one in index.indicators] + [f"group:{group}" for group in index.groups]
    assert all(code_text("decision-766", "indicator", code) != code for code in codes)
    traits = {"tasks": ("block", "document", "unit", "officer"), "feedback": ("kind", "source"),
              "difficulties": ("topic", "source"), "support": ("kind", "month", "procedure")}  # fmt: skip
    for report, names in traits.items():
        assert all(code_text(report, "name", f"by_{name}") != f"by_{name}" for name in names), report
    assert {part for chart in CHARTS.values() for part in chart.parts} <= set(charts().parts)


def test_both_languages_say_the_same_things() -> None:
    vi, en = open_data.vi, open_data.en
    assert (vi.tables.keys(), vi.columns.keys()) == (en.tables.keys(), en.columns.keys())
    assert {name: set(codes) for name, codes in vi.values.items()} == {k: set(v) for k, v in en.values.items()}
    for name, words in REPORTS.items():
        assert words.vi.columns.keys() == words.en.columns.keys(), name
        assert words.vi.codes.keys() == words.en.codes.keys(), name
        assert words.vi.groups.keys() == words.en.groups.keys(), name
