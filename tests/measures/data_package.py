"""Reading a data package by its specification (Data Package 1.0, Table Schema): a checker of ours.

It holds what the specification demands of what we write; nothing of the program is used.
"""

from __future__ import annotations

import csv
import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

NAME = re.compile(r"[-a-z0-9._/]+")
TYPES = {
    "string": lambda text: True,
    "integer": lambda text: re.fullmatch(r"[+-]?\d+", text) is not None,
    "yearmonth": lambda text: re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text) is not None,
}


def faults(folder: Path) -> list[str]:
    """What a reader would stumble over; nothing for a valid package."""
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found = [] if NAME.fullmatch(descriptor["name"]) else ["name of the package"]
    found += [] if descriptor["profile"] == "tabular-data-package" else ["profile"]
    names = [resource["name"] for resource in descriptor["resources"]]
    found += [] if names and len(set(names)) == len(names) else ["names of the resources"]
    for resource in descriptor["resources"]:
        found += [f"{resource['name']}: {fault}" for fault in _of_resource(folder, resource)]
    return found


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a resource."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _of_resource(folder: Path, resource: dict[str, Any]) -> list[str]:
    path = resource["path"]
    if path.startswith(("/", "..")) or ".." in path or not NAME.fullmatch(resource["name"]):
        return ["path or name"]
    content = (folder / path).read_bytes()
    found = []
    if len(content) != resource["bytes"] or resource["hash"] != f"sha256:{sha256(content).hexdigest()}":
        found.append("bytes or hash")
    if (
        resource["profile"] != "tabular-data-resource"
        or resource["encoding"] != "utf-8"
        or content[:3] == b"\xef\xbb\xbf"
    ):
        found.append("profile or encoding")
    fields = resource["schema"]["fields"]
    header, *lines = csv.reader(content.decode("utf-8").splitlines())
    if header != [field["name"] for field in fields]:
        found.append("header")
    key = [header.index(name) for name in resource["schema"]["primaryKey"]]
    if len({tuple(line[place] for place in key) for line in lines}) != len(lines):
        found.append("primary key")
    missing = resource["schema"]["missingValues"]
    for line in lines:
        found += [
            f"{field['name']}: {cell}" for field, cell in zip(fields, line, strict=True) if _wrong(field, cell, missing)
        ]
    return found


def _wrong(field: dict[str, Any], cell: str, missing: list[str]) -> bool:
    limits = field.get("constraints", {})
    if cell in missing:
        return bool(limits.get("required"))
    return (
        not TYPES[field["type"]](cell)
        or ("enum" in limits and cell not in limits["enum"])
        or ("minimum" in limits and int(cell) < limits["minimum"])
    )
