"""The starter catalogue: procedures of a commune, one TOML file per field."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.procedure import Procedure, procedure_id

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_FIELD_KEYS: Final = ("field", "field_code", "field_en", "version", "source", "valid_from", "valid_to")


def starter_catalogue() -> list[Procedure]:
    """Every procedure that ships, by code; read when a register is created, not at start-up."""
    folder = files("communedb.reference") / "procedures"
    shipped = [procedure for file in folder.iterdir() if file.name.endswith(".toml") for procedure in _read(file)]
    return sorted(shipped, key=lambda procedure: procedure.code)


def _read(file: Traversable) -> list[Procedure]:
    """The procedures of one field."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    common = {key: table[key] for key in _FIELD_KEYS if key in table}
    return [_procedure(common | entry, table.get("shared", {})) for entry in table["procedure"]]


def _procedure(entry: dict[str, Any], shared: dict[str, Any]) -> Procedure:
    """One procedure; a paper that is only a name stands for the shared paper of its field."""
    if "papers" in entry:
        entry["papers"] = [shared[paper] if isinstance(paper, str) else paper for paper in entry["papers"]]
    return Procedure.model_validate(entry | {"id": procedure_id(entry["code"], entry["version"])})
