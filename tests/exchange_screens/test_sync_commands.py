"""`communetui sync` on real registers and real files."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import PASSPHRASE
from tests.cli.conftest import Ran
from tests.exchange.town import names, print_of, received
from tests.exchange_screens.meeting import everywhere

from communedb.desk.mend import correct
from communedb.journal.conflicts import conflicts
from communedb.stores.dossier import read_dossier
from communetui.cli import run

if TYPE_CHECKING:
    from tests.exchange.town import Town

    from communedb.register import Register


class Shell:
    """Runs commands on the register of any station."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self._patch = patch
        self._capture = capture

    def at(self, register: Register, *arguments: object) -> Ran:
        """Run `communetui sync` at a station."""
        self._patch.setenv("COMMUNETUI_DIR", str(register.folder))
        self._patch.setenv("COMMUNETUI_OFFICER", register.officer.id)
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
        self._capture.readouterr()
        code = run(("sync", *map(str, arguments)))
        told = self._capture.readouterr()
        return Ran(code, told.out, told.err)

    def document(self, register: Register, *arguments: object) -> Any:
        """The JSON answer of a command that is done."""
        ran = self.at(register, *arguments, "--json")
        assert ran.code == 0, ran.err
        return json.loads(ran.out)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Shell:
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("COMMUNETUI_LANG", "vi")
    return Shell(monkeypatch, capfd)


def test_given_two_counters_when_one_exports_and_the_other_imports_then_both_have_it(town: Town, shell: Shell) -> None:
    one, two = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")

    before = shell.document(one, "status")
    exported = shell.at(one, "export", stick)
    imported = shell.document(two, "import", stick)
    again = shell.at(two, "import", stick)

    assert before["unsent"]["dossiers"] == 1
    assert before["unsent"]["bytes"] > 0
    assert exported.code == 0
    assert "đọc lại đúng. Rút USB được rồi." in exported.out
    assert imported["taken"][0]["lines"] == before["unsent"]["lines"]
    assert imported["refused"] == []
    assert again.out == "Không có gói nào mới.\n"
    assert two.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (1,)


def test_given_a_bundle_that_was_damaged_then_it_is_named_and_the_exit_code_tells(town: Town, shell: Shell) -> None:
    one, two = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")
    shell.at(one, "export", stick)
    (bundle,) = stick.glob("*.bundle")
    bundle.write_bytes(bundle.read_bytes()[:-3000] + b"x" * 3000)

    ran = shell.at(two, "import", bundle)

    assert ran.code == 1
    assert f"Không nhận {bundle.name}" in ran.err
    assert two.db.conn.execute("SELECT count(*) FROM dossier").fetchone() == (0,)


@pytest.mark.parametrize(("size", "code"), [("1,5 mb", 0), ("large", 1)])
def test_a_size_is_read_as_people_write_it(town: Town, shell: Shell, size: str, code: int) -> None:
    one, _ = town.counters(1, 2)
    ran = shell.at(one, "export", town.folder("mail"), "--max-size", size, "--rows-only")
    assert ran.code == code
    assert ("Ví dụ: 20M" in ran.err) is bool(code)


@pytest.mark.parametrize(("most", "told"), [("1k", True), ("20M", False)])
def test_a_bundle_that_came_out_larger_than_asked_for_is_told(
    town: Town, shell: Shell, most: str, *, told: bool
) -> None:
    one, _ = town.counters(1, 2)
    ran = shell.at(one, "export", town.folder("mail"), "--max-size", most)
    assert ran.code == 0
    assert ("lớn hơn mức đã định" in ran.out) is told


def test_given_differing_values_when_one_is_chosen_then_every_counter_has_it(town: Town, shell: Shell) -> None:
    one, two = town.counters(1, 2)
    dossier = received(one)
    everywhere([one, two], town.folder("first"))
    for register, name in ((one, "Hồ Thị Sươn"), (two, "Hồ Thị Sương Mai")):
        town.clock.forward(minutes=1)
        register.write(correct, dossier, "applicant_name", "Hồ Thị Sương", name, "gõ nhầm")
    everywhere([one, two], town.folder("second"))

    (conflict,) = shell.document(one, "conflicts")["conflicts"]
    assert [each["value"] for each in conflict["values"]] == ["Hồ Thị Sương Mai", "Hồ Thị Sươn"]
    listed = shell.at(one, "conflicts").out
    assert f"[{conflict['id']}]" in listed
    assert "1. Hồ Thị Sương Mai  (Hồ Văn Minh, quầy 2, 08:02 23/11/2026)" in listed
    assert "2. Hồ Thị Sươn  (Trần Thị Bình, máy này, 08:01 23/11/2026)" in listed
    assert "Hãy ghi --keep" in shell.at(one, "resolve", conflict["id"]).err
    assert shell.at(one, "resolve", "0123456789", "--keep", "1").code == 1

    done = shell.at(one, "resolve", conflict["id"], "--keep", "1")
    everywhere([one, two], town.folder("third"))

    assert done.code == 0, done.err
    for register in (one, two):
        assert conflicts(register.db) == []
        assert read_dossier(register.db, dossier).row["applicant_name"] == "Hồ Thị Sương Mai"


def test_given_a_new_value_came_in_after_the_list_was_read_then_its_name_is_refused(town: Town, shell: Shell) -> None:
    one, two, three = town.counters(1, 2, 3)
    dossier = received(one)
    everywhere([one, two, three], town.folder("first"))
    for register, phone in ((one, "0905111222"), (two, "0914333444")):
        register.write(correct, dossier, "applicant_phone", None, phone, "gọi được")
    everywhere([one, two], town.folder("second"))
    (conflict,) = shell.document(one, "conflicts")["conflicts"]
    three.write(correct, dossier, "applicant_phone", None, "0977000111", "gọi được")
    everywhere([one, three], town.folder("third"))

    ran = shell.at(one, "resolve", conflict["id"], "--value", "0905111222")

    assert ran.code == 1
    assert "giá trị mới" in ran.err
    assert len(conflicts(one.db)) == 1


def test_given_a_new_station_then_request_accept_and_join_enrol_it(
    town: Town, shell: Shell, new_station: Register
) -> None:
    one = town.open("counter 1")
    stick = town.folder("stick")

    asked = shell.document(new_station, "enrol", "request", stick)
    wrong = shell.at(one, "enrol", "accept", asked["file"], "--fingerprint", "12345")
    accepted = shell.document(one, "enrol", "accept", asked["file"], "--fingerprint", asked["fingerprint"])
    joined = shell.document(new_station, "enrol", "join", accepted["list"], "--fingerprint", print_of(one))
    listed = shell.at(new_station, "enrol", "list").out

    assert wrong.code == 1
    assert "Dấu vân khóa không khớp" in wrong.err
    assert joined["version"] == accepted["version"]
    assert "quầy 4" in listed
    assert "quầy 1" in listed

    shown = shell.at(one, "enrol", "fingerprint")
    assert shown.out.startswith(print_of(one))
    assert "\u2580" in shown.out

    key = new_station.signer.public
    revoked = shell.at(one, "enrol", "revoke", key[:12], "--yes")
    assert "Đã thu hồi" in revoked.out
    assert "đã thu hồi" in shell.at(one, "enrol", "list").out


def test_given_lines_of_a_revoked_station_are_in_quarantine_then_the_issuer_may_let_them_in(
    town: Town, shell: Shell
) -> None:
    one, two = town.counters(1, 2)
    key = two.signer.public
    shell.at(one, "enrol", "revoke", key[:12], "--yes")
    received(two)
    stick = town.folder("stick")
    shell.at(two, "export", stick)
    shell.at(one, "import", stick)
    found = shell.document(one, "quarantine")["quarantine"]
    assert names(one) == []

    entries = [word for entry in found for word in ("--up-to", entry["id"])]
    wrong = shell.at(one, "enrol", "revoke", one.signer.public[:12], *entries, "--yes")
    shell.at(one, "enrol", "revoke", key[:12], *entries, "--yes")

    assert "Không có mục cách ly" in wrong.err
    assert names(one) == ["Hồ Thị Sương"]
    assert shell.document(one, "quarantine")["quarantine"] == []


def test_given_another_key_is_made_then_its_fingerprint_is_told_and_not_that_of_the_one_in_use(
    town: Town, shell: Shell
) -> None:
    _, two = town.counters(1, 2)
    told = shell.document(two, "enrol", "rotate")
    assert told["fingerprint"] != print_of(two)
    assert shell.document(two, "enrol", "rotate") == told


def test_the_fingerprint_can_be_printed_as_a_page(town: Town, shell: Shell) -> None:
    one = town.open("counter 1")
    page = shell.document(one, "enrol", "fingerprint", "--print")
    assert page["file"].endswith(".pdf")
    with Path(page["file"]).open("rb") as file:
        assert file.read(5) == b"%PDF-"


def test_given_nothing_wrong_then_quarantine_and_conflicts_say_so(town: Town, shell: Shell) -> None:
    one = town.open("counter 1")
    assert shell.at(one, "quarantine").out == "Không có gì bị cách ly.\n"
    assert shell.at(one, "conflicts").out == "Không có giá trị nào trái nhau.\n"
    unknown = shell.at(one, "quarantine", "--retry", "0123456789abcdef")
    assert unknown.code == 1
    assert "Không có mục cách ly" in unknown.err


def test_given_no_hub_then_push_says_what_to_set(town: Town, shell: Shell) -> None:
    one, _ = town.counters(1, 2)
    ran = shell.at(one, "push")
    assert ran.code == 1
    assert "hub_address" in ran.err
