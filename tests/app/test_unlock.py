"""The locked door: light to open, and the same on every PC."""

from __future__ import annotations

import subprocess
import sys

import pytest

from communetui.__main__ import opens_screen
from communetui.strings.language import Language, use

LOADED_AT_THE_DOOR = """
import sys
import communetui.__main__
assert not any(m.partition(".")[0] in {"textual", "rich", "click"} for m in sys.modules), "before the splash"
import communetui.app
heavy = {"pydantic", "sqlite3", "sqlcipher3", "sqlite_utils", "nacl", "pyrage", "openpyxl", "reportlab", "holidays"}
print(sorted(m for m in sys.modules if m.partition(".")[0] in heavy))
print(sorted(m for m in sys.modules if m.startswith("communedb.") and not m.startswith("communedb.domain")))
print(sorted(m for m in sys.modules if m.startswith("communetui.screens.")))
"""


def test_given_the_door_when_it_is_shown_then_neither_the_register_nor_other_screens_are_loaded():
    told = subprocess.run([sys.executable, "-c", LOADED_AT_THE_DOOR], capture_output=True, text=True, check=True)

    assert told.stdout.splitlines() == ["[]", "[]", "['communetui.screens.base', 'communetui.screens.unlock']"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_given_two_officers_when_the_door_is_shown_then_it_looks_like_this(snap_compare, locked, language, size):
    use(language)

    assert snap_compare(locked, terminal_size=size, run_before=lambda pilot: pilot.app.workers.wait_for_complete())


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--dir", "D:\\So mot cua"], True),
        (["--dir=so"], True),
        (["--lang", "en"], True),
        (["--lang"], False),
        (["--help"], False),
        (["dossier", "list", "--json"], False),
        (["--dir", "so", "init"], False),
        (["--dir"], False),
    ],
)
def test_given_arguments_when_they_ask_for_no_command_then_the_screens_open(arguments, opens):
    assert opens_screen(arguments) is opens
