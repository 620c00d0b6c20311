"""With a terminal the demo says who works at the centre and how to get in, and opens the screens on it."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.terminal.pty_app import PtyApp

from communetui.demo.officers import OFFICERS, PASSPHRASE

if TYPE_CHECKING:
    from communetui.demo.centre import Centre

pytestmark = pytest.mark.long


def test_officers_and_passphrase_are_shown_then_enter_opens_the_screens(own_sample: Centre) -> None:
    command = [sys.executable, "-m", "communetui", "demo", "--dir", str(own_sample.folder)]
    with closing(PtyApp(command, 80, 24, {})) as terminal:
        terminal.wait_for("Enter", within=30)
        assert f"Mật khẩu chung: {PASSPHRASE}" in terminal.text
        assert all(officer.name in terminal.text for officer in OFFICERS)
        assert "300 hồ sơ" in terminal.text
        assert b"\x1b[?1049h" not in terminal.raw
        terminal.send("\r")
        terminal.wait_gone(PASSPHRASE, within=30)
        terminal.wait_for(OFFICERS[0].name, within=30)
        assert b"\x1b[?1049h" in terminal.raw
