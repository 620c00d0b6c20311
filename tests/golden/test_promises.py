"""The golden register says of each dossier what the table says: promise, reception, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.golden.table import lines

from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.golden.playing import Play


def test_each_dossier_was_promised_when_the_table_says(golden: Play) -> None:
    found = dict(golden.promised.items())

    assert found == {line.number: line.due for line in lines()}


def test_each_dossier_is_in_the_register_as_it_is_in_the_table(golden: Play) -> None:
    db = golden.desks["leader"].db
    for line in lines():
        dossier = read_dossier(db, golden.keys[line.number])
        assert dossier.state.received_at == line.received, line.number
        assert dossier.state.late is line.late_entry, line.number
        assert not dossier.state.findings, line.number
