"""The intake form in a real terminal: input methods, scanners, type-ahead, and a power cut."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pty_app import PtyApp, running
from tests.centre import PASSPHRASE

from communedb.register import Register
from communedb.stores.drafts import DraftForm, read_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
APP = Path(__file__).with_name("intake_app.py")
DEL, TAB, SHIFT_TAB, ENTER, ESCAPE = "\x7f", "\t", "\x1b[Z", "\r", "\x1b"
F2, F7, F8, SAVE = "\x1bOQ", "\x1b[18~", "\x1b[19~", "\x13"
CARD = "046190012399||Trần Thị Hoa|05031990|Nữ|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|01012021"
TELEX = f"Nguye{DEL}ê{DEL}ễn Va{DEL}ăn DD{DEL * 2}Đu{DEL}ư{DEL}ức"


@contextmanager
def desk(folder: Path) -> Iterator[PtyApp]:
    """Lê Thị Hoa of reception has unlocked and opened the form."""
    paths = f"{ROOT}:{ROOT / 'src'}:{ROOT / 'db'}:{ROOT / 'sync'}"
    with running(APP, ready="Trần Thị Bình", REGISTER=str(folder), PYTHONPATH=paths) as app:
        app.send(f"{SHIFT_TAB}h{TAB}{PASSPHRASE}{ENTER}{F2}")
        app.wait_for("Tiếp nhận hồ sơ.*Lê Thị Hoa")
        app.settle()
        yield app


@pytest.fixture
def folder(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Path:
    copy = tmp_path / "register"
    shutil.copytree(founded_centre[0], copy)
    return copy


@pytest.fixture
def hoa(founded_centre: tuple[Path, dict[str, str]]) -> str:
    return founded_centre[1]["reception"]


def parked(app: PtyApp, folder: Path, officer: str) -> dict[str, Any]:
    """The form as it stands, read from the register after the officer has put it aside."""
    app.send(F7)
    app.wait_for("Đã để dở phiếu")
    with Register.open(folder, officer, PASSPHRASE, read_only=True) as register:
        return read_drafts(register.db, officer, DraftForm.INTAKE)[0].body


TEXTS = ("old_id_number", "name", "phone", "email", "address", "content", "portal_code", "other_codes", "note")


def test_given_an_input_method_when_it_types_in_bursts_into_every_text_field_then_each_word_is_whole(folder, hoa):
    with desk(folder) as app:
        app.send(TAB * 2)
        app.send(*([f"{TELEX}{TAB}"] * 18))
        form = parked(app, folder, hoa)

    assert {name: form.get(name) for name in TEXTS} == dict.fromkeys(TEXTS, "Nguyễn Văn Đức")


def test_given_a_whole_citizen_typed_ahead_in_one_read_then_every_key_is_where_it_belongs(folder):
    with desk(folder) as app:
        app.send(f"khai sinh{ENTER}046090012345{ENTER}{TELEX}{TAB}1/1/1990{TAB}n{TAB}0905123456{SAVE}")
        shown = app.wait_for("Mã hồ sơ: 19867.01-261123-0001")
        assert "Nguyễn Văn Đức" in shown
        assert "17:30 23/11/2026" in shown


def test_given_a_scanner_when_it_types_a_card_into_any_control_then_the_applicant_is_filled(folder, hoa):
    with desk(folder) as app:
        for place_of_cursor in (0, 1, 2, 4, 8):
            app.send(TAB * place_of_cursor)
            app.settle(0.2)
            app.send(CARD + ENTER)
            app.wait_for("Họ và tên +│Trần Thị Hoa")
            form = parked(app, folder, hoa)
            app.wait_gone("Họ và tên +│Trần Thị Hoa")

            assert form.pop("address").startswith("Thôn 1, Quảng Phước")
            facts = ("id_number", "name", "birth", "sex", "unchecked")
            assert [form.pop(fact) for fact in facts] == [
                "046190012399", "Trần Thị Hoa", "05/03/1990", "female", ["address", "name"]]  # fmt: skip
            assert form == {}, f"nothing of what the scanner typed stayed anywhere; cursor at {place_of_cursor}"


def test_given_a_scanner_behind_an_input_method_then_its_replacements_are_followed(folder):
    with desk(folder) as app:
        app.send(CARD.replace("ầ", f"a{DEL}â{DEL}ầ") + ENTER)
        app.wait_for("Họ và tên +│Trần Thị Hoa")


def test_given_a_power_cut_when_the_desk_starts_again_then_the_form_is_in_front_and_as_it_was(folder):
    with desk(folder) as app:
        app.send(f"khai sinh{ENTER}046090012345{ENTER}{TELEX}{TAB}")
        app.wait_for("Nguyễn Văn Đức")
        app.read_for(0.5)
        # `running` ends it by SIGKILL
    with desk(folder) as app:
        shown = app.wait_for("Họ và tên +│Nguyễn Văn Đức")
        assert "Thủ tục đăng ký khai sinh" in shown
        assert "046090012345" in shown


@pytest.mark.parametrize("delay", [0.05, 0.15, 0.3])
def test_given_a_kill_in_the_middle_of_a_save_then_what_was_acknowledged_is_there_and_nothing_is_half(
    folder, hoa, delay
):
    with desk(folder) as app:
        for number in range(2):
            app.send(f"khai sinh{ENTER}04609001234{number}{ENTER}Hồ Thị Lài{SAVE}")
            app.wait_for(f"19867.01-261123-000{number + 1}")
            app.send(F2)
            app.wait_for("Hẹn trả: chọn thủ tục")
        app.send(f"khai sinh{ENTER}046090012349{ENTER}Hồ Thị Lài{SAVE}")
        app.read_for(delay)
    with Register.open(folder, hoa, PASSPHRASE) as register:
        saved = register.db.conn.execute(
            "SELECT code, (SELECT count(*) FROM event WHERE dossier = d.id),"
            " (SELECT count(*) FROM paper WHERE dossier = d.id) FROM dossier d ORDER BY code"
        ).fetchall()
        drafts = read_drafts(register.db, hoa, DraftForm.INTAKE)
    assert saved[:2] == [("19867.01-261123-0001", 1, 7), ("19867.01-261123-0002", 1, 7)]
    assert saved[2:] in ([], [("19867.01-261123-0003", 1, 7)])
    assert len(saved[2:]) + len(drafts) <= 1, "saved or still a draft, never both"


def test_given_a_terminal_that_is_made_small_and_large_again_then_the_form_is_all_there(folder):
    with desk(folder) as app:
        app.send(f"khai sinh{ENTER}")
        app.wait_for("Hẹn trả: 17:30")
        app.resize(40, 10)
        app.wait_for("17:30 23/11/2026")
        app.resize(80, 24)
        app.wait_for(r"Thủ tục +│Thủ tục đăng ký khai sinh")
        app.send("046090012345")
        app.wait_for("046090012345")


def test_given_an_idle_form_then_nothing_is_written_to_the_terminal(folder):
    with desk(folder) as app:
        app.send(f"khai sinh{ENTER}{TAB}")
        app.settle(1.0)
        assert app.read_for(2.0) == 0
