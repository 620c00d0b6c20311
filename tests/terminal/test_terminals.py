"""Poor terminals: without colour, with sixteen, and far too small."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_app import running

from communetui.__main__ import SPLASH

APP = Path(__file__).with_name("typing_app.py")
TAB = "\t"


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "linux"}, {"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "standard"}, {"TERM": "vt220"}],
    ids=["no-colour", "console", "sixteen-colours", "vt220"],
)
def test_given_a_poor_terminal_when_the_form_is_shown_then_text_focus_and_choice_can_be_told_apart(environment):
    with running(APP, ready="A=; B=;", **environment) as app:
        app.send("Huế", TAB * 2, "b")
        assert "[ba]" in app.wait_for("A=Huế; B=; C=ba;")

        drawn = app.cells("ba]")
        assert any(cell.reverse or (cell.fg, cell.bg) != ("white", "black") for cell in drawn)
        assert all(cell.fg != cell.bg for row in app.rows() for cell in row if cell.data.strip())


def test_given_a_form_when_the_terminal_shrinks_and_grows_again_then_it_is_whole_and_holds_its_text():
    with running(APP, ready="A=; B=;") as app:
        app.send("Huế")
        app.wait_for("A=Huế;")
        app.resize(40, 10)
        app.settle()
        app.send("!")
        app.resize(80, 24)

        app.wait_for("(?s)A=Huế!; B=;.*F1 Trợ giúp")


PROGRAM = """
import sys, types, time
command_line = types.ModuleType("communetui.cli")
command_line.main = lambda: (print("loaded", "textual" in sys.modules), time.sleep(30))
sys.modules["communetui.cli"] = command_line
sys.argv = ["communetui", *{arguments}]
from communetui.__main__ import main
main()
"""


@pytest.mark.parametrize(("arguments", "splash"), [([], True), (["init"], False)])
def test_given_the_program_when_it_starts_then_the_screen_is_not_blank_while_libraries_load(
    tmp_path, arguments, splash
):
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.replace("{arguments}", repr(arguments)))

    with running(script, ready="loaded False") as app:
        assert (SPLASH.encode() in app.raw) is splash
        assert len(SPLASH) <= 40


def test_given_standard_error_leads_to_a_file_when_the_program_starts_then_the_screens_are_seen_all_the_same(
    founded_centre, tmp_path
):
    folder, _ = founded_centre
    script = tmp_path / "program.py"
    script.write_text(
        f"import sys; sys.argv = ['communetui', '--dir', {str(folder)!r}]\nfrom communetui.__main__ import main\nmain()"
    )
    faults = tmp_path / "faults.log"
    with faults.open("wb") as log, running(script, ready="Trần Thị Bình", faults=log.fileno()) as app:
        assert "Mật khẩu" in app.text
    assert faults.read_bytes() == b""
