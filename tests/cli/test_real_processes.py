"""What only a process of its own shows: exit codes, streams, encodings, pipes, Ctrl+C, and how little is loaded."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.centre import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

INTAKE = {"procedure_code": "1.004873", "applicant": {"name": "Nguyễn Văn Đức"}}


def environment(centre: Centre | None, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMMUNETUI", "LC_", "LANG"))}
    if centre is not None:
        kept |= {
            "COMMUNETUI_DIR": str(centre.folder),
            "COMMUNETUI_PASSPHRASE": PASSPHRASE,
            "COMMUNETUI_OFFICER": "lê thị hoa",
        }
    return kept | more


def communetui(
    *arguments: str | bytes, centre: Centre | None = None, given: bytes = b"", **more: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "communetui", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=environment(centre, **more), timeout=60)


def test_a_register_is_founded_opened_and_used_by_a_script(tmp_path: Path) -> None:
    folder = str(tmp_path / "sổ")
    asked = ["--dir", folder, "init", "--unit", "19867", "--station", "1", "--officer", "Trần Thị B"]
    founded = communetui(
        *asked, "--role", "administrator", "--light", "--json", COMMUNETUI_PASSPHRASE=PASSPHRASE
    )  # fmt: skip
    assert founded.returncode == 0, founded.stderr.decode()
    document = json.loads(founded.stdout)
    assert document["unit"] == {"code": "19867", "name": "Xã Quảng Điền, Thành phố Huế"}
    assert document["recovery"]["key"].startswith("AGE-SECRET-KEY-1")
    assert document["recovery"]["key"] not in founded.stderr.decode()
    assert "communetui recover" in founded.stderr.decode()
    again = communetui(*asked, "--json", COMMUNETUI_PASSPHRASE=PASSPHRASE)
    assert (again.returncode, json.loads(again.stdout)["error"]["reason"]) == (1, "register_exists")

    secret = tmp_path / "mật khẩu.txt"
    secret.write_text(PASSPHRASE + "\r\n", encoding="utf-8")
    opened = ["--dir", folder, "--passphrase-file", str(secret)]
    received = communetui("dossier", "receive", *opened, "--json", given=json.dumps(INTAKE).encode())
    assert received.returncode == 0, received.stderr.decode()
    assert communetui("dossier", "list", *opened).stdout.decode().count("19867.01-") == 1


@pytest.mark.parametrize(
    ("unit", "reason"),
    [("Quảng", "unit_ambiguous"), ("xyzzy", "unit_not_found"), ("46", "unit_not_found")],
)
def test_a_unit_that_is_not_one_is_not_guessed(tmp_path: Path, unit: str, reason: str) -> None:
    ran = communetui(
        "--dir", str(tmp_path), "init", "--unit", unit, "--officer", "B", "--json", COMMUNETUI_PASSPHRASE=PASSPHRASE
    )
    assert (ran.returncode, json.loads(ran.stdout)["error"]["reason"]) == (1, reason)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["quang dien hue", "xã quảng điền", "19867"])
def test_a_unit_is_found_by_letters_with_marks_or_none(tmp_path: Path, typed: str) -> None:
    ran = communetui(
        "--dir", str(tmp_path / "r"), "init", "--unit", typed, "--officer", "B", "--light", "--json",
        COMMUNETUI_PASSPHRASE=PASSPHRASE,
    )  # fmt: skip
    assert json.loads(ran.stdout)["unit"]["code"] == "19867", ran.stderr.decode()


def test_without_a_passphrase_nothing_waits_for_one(centre: Centre, tmp_path: Path) -> None:
    kept = environment(centre)
    del kept["COMMUNETUI_PASSPHRASE"]
    command = [sys.executable, "-m", "communetui", "dossier", "list", "--json"]
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=kept, timeout=60)
    assert (ran.returncode, json.loads(ran.stdout)["error"]["reason"]) == (1, "passphrase_missing")
    nobody = communetui("dossier", "list", "--json", centre=centre, COMMUNETUI_OFFICER="")
    assert json.loads(nobody.stdout)["error"]["reason"] == "officer_not_chosen"
    assert "Lê Thị Hoa" in nobody.stderr.decode()
    no_folder = communetui("dossier", "list", "--dir", str(tmp_path / "none"), "--json", centre=centre)
    assert json.loads(no_folder.stdout)["error"]["reason"] == "no_register"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--json", "dossier", "list"], 0),
        (["dossier", "list", "--json"], 0),
        (["dossier", "list", "--json", "--no-such-option"], 2),
        (["no-such-command", "--json"], 2),
        (["dossier", "--json"], 2),
        (["--version", "--json"], 0),
        (["schema", "act", "--json"], 0),
        (["dossier", "show", b"\xff\xfe", "--json"], 2),
        (["dossier", "show", "không có", "--json"], 1),
        (["completion", "bash", "--json"], 0),
    ],
)
def test_json_is_exactly_one_document_whatever_happens(centre: Centre, arguments: list[str | bytes], code: int) -> None:
    ran = communetui(*arguments, centre=centre)
    document = json.loads(ran.stdout)
    assert ran.returncode == code, ran.stderr.decode()
    assert ("error" in document) is (code != 0)
    assert b"Traceback" not in ran.stderr


def test_output_is_utf8_on_a_console_of_another_code_page(centre: Centre) -> None:
    communetui("dossier", "receive", centre=centre, given=json.dumps(INTAKE).encode())
    ran = communetui("dossier", "list", centre=centre, PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert "Nguyễn Văn Đức" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
def test_a_reader_that_stops_ends_the_command_quietly(centre: Centre) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for arguments in (["dossier", "list", "--json"], ["catalogue", "list"], ["--help"]):
        command = [sys.executable, "-m", "communetui", *arguments]
        ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment(centre), timeout=60)
        assert (ran.returncode, ran.stderr) == (141, b"")
    os.close(writing)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_amid_many_intakes_tells_what_is_saved(centre: Centre) -> None:
    many = b"\n".join([json.dumps(INTAKE).encode()] * 20_000)
    command = [sys.executable, "-m", "communetui", "dossier", "receive", "--json"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(centre)
    )
    assert process.stdin is not None
    process.stdin.write(many)
    process.stdin.close()
    process.stdin = None
    with centre.open("reception") as register:
        for _ in range(300):
            (saved,) = register.db.conn.execute("SELECT count(*) FROM dossier").fetchone()
            if saved > 3:
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        (saved,) = register.db.conn.execute("SELECT count(*) FROM dossier").fetchone()
    assert process.returncode == 130
    document = json.loads(out)
    assert document["interrupted"] is True
    assert len(document["received"]) == saved < 20_000
    assert b"Traceback" not in err


def loaded_by(code: str, centre: Centre | None = None) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment(centre), timeout=60, check=True
    )
    return set(ran.stdout.decode().split())


def test_the_way_to_the_screens_loads_neither_click_nor_the_register() -> None:
    loaded = loaded_by(
        "import communetui.cli as c, communetui.cli.app\n"
        "assert c.screen_start(['--dir', 'x', '--lang=en']).folder.name == 'x'\n"
        "assert c.screen_start(['dossier']) is None\n"
        "assert c.screen_start(['--json']) is None"
    )
    assert not {name.partition(".")[0] for name in loaded} & {"click", "pydantic", "sqlcipher3", "reportlab", "textual"}


def test_help_loads_no_register() -> None:
    loaded = loaded_by("from communetui.cli import run\nimport io, sys\nsys.stdout = io.StringIO()\n"
                       "assert run(['--help']) == 0\nsys.stdout = sys.__stdout__")  # fmt: skip
    assert not {name.partition(".")[0] for name in loaded} & {"pydantic", "sqlcipher3", "reportlab", "textual"}


def test_without_a_terminal_the_screens_say_so(centre: Centre, tmp_path: Path) -> None:
    ran = communetui(centre=centre)
    assert ran.returncode == 1
    assert "dòng lệnh" in ran.stderr.decode()
    assert ran.stdout == b""
    english = communetui("--dir", str(tmp_path), "--lang", "en")
    assert "communetui init" in english.stderr.decode()
    assert "There is no register" in english.stderr.decode()
