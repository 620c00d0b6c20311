"""The command line as tests use it: in this process, with the environment and streams of a process of its own."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from communetui.cli import run
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.centre import Centre


@dataclass
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


class Desk:
    """Runs commands on the centre's register as the officer of a role."""

    def __init__(self, centre: Centre, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.centre = centre
        self._patch = monkeypatch
        self._capture = capfd

    def run(self, *arguments: str, as_: str = "reception", given: str | bytes = b"") -> Ran:
        """Run `communetui` with these arguments, `given` on standard input."""
        content = given.encode() if isinstance(given, str) else given
        self._patch.setenv("COMMUNETUI_OFFICER", self.centre.officers[as_])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        self._capture.readouterr()
        code = run(arguments)
        told = self._capture.readouterr()
        return Ran(code, told.out, told.err)

    def receive(self, name: str = "Nguyễn Văn Đức", procedure: str = "1.004873") -> str:
        """Receive a dossier and return its code."""
        intake = {"procedure_code": procedure, "applicant": {"name": name, "id_number": "046090012345"}}
        ran = self.run("dossier", "receive", "--json", given=json.dumps(intake))
        assert ran.code == 0, ran.err
        return str(ran.document["code"])


@pytest.fixture
def desk(centre: Centre, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    """The centre of Quảng Điền at the command line, in Vietnamese."""
    from tests.centre import PASSPHRASE

    for name, value in {"DIR": str(centre.folder), "PASSPHRASE": PASSPHRASE, "LANG": "vi"}.items():
        monkeypatch.setenv(f"COMMUNETUI_{name}", value)
    yield Desk(centre, monkeypatch, capfd)
    use(Language.VI)
