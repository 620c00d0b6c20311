"""A stranger opens a bundle with tar, age, zstd and a JSON reader, by docs/BUNDLE.md."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from tests.bundle import foreign_reader
from tests.bundle.made import COUNTER, HUB, VECTOR, a_day, frozen, write_day

from communesync.bundle.read import open_bundle


def test_a_stranger_reads_what_was_written(tmp_path: Path) -> None:
    day = [*a_day(dossiers=90), a_day()[0]._replace(number=182, changes='{"a": 1}', row="19867")]
    segments = frozen(day, size=150)
    written = write_day(tmp_path, segments)
    found = foreign_reader.read(written.path, COUNTER.public, HUB.secret_text)
    assert found["documents"] == {"vector": VECTOR}
    assert [segment["digest"] for segment in found["segments"]] == [segment.digest for segment in segments]
    assert [line for segment in found["segments"] for line in segment["lines"]] == [line._asdict() for line in day]
    assert found["label"]["payload"]["size"] == open_bundle(written.path).label.payload.size


def test_the_stranger_knows_nothing_of_ours() -> None:
    source = Path(foreign_reader.__file__).read_text(encoding="utf-8")
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    assert imported - set(sys.stdlib_module_names) == {"nacl", "pyrage", "zstandard"}
