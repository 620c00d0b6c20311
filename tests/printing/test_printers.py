"""Which printer prints a form, how small printers are reached, and what happens when one is not there."""

from __future__ import annotations

import os
import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from tests.printing.printed_dots import dot_matrix, thermal

from communedb.desk.act import act
from communedb.desk.office import set_setting
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.intake import Intake
from communedb.domain.refusal import Reason, Refused
from communedb.stores.prints import prints_of, waiting_prints
from communetui.printing import Paper
from communetui.printing.queue import print_form, print_waiting
from communetui.printing.spool import Sent, Waits, send_raw

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

    from communedb.register import Register

CATCHES = f'"{sys.executable}" -c "import shutil,sys; shutil.copy(sys.argv[1], sys.argv[2])" {{file}} '


@pytest.fixture
def register(centre: Centre) -> Register:
    return centre.open("administrator")


def received(register: Register) -> str:
    intake = {"procedure_code": "1.004873", "applicant": {"name": "Nguyễn Thị Lụa", "phone": "0905123456"}}
    return register.write(receive, Intake.model_validate(intake)).dossier


def set_up(register: Register, **values: str) -> None:
    for name, value in values.items():
        register.write(set_setting, name, value)


def asked_for_papers(register: Register, dossier: str) -> None:
    papers = [{"name": "Giấy ủy quyền", "state": "no"}]
    asked = {"kind": "supplement_requested", "reason": "Thiếu chữ ký", "papers": papers}
    register.write(act, dossier, Act.model_validate(asked))


def test_each_form_goes_to_the_printer_that_was_chosen_for_it(register: Register, tmp_path: Path) -> None:
    slip, letter = tmp_path / "slip.bin", tmp_path / "letter.bin"
    set_up(
        register,
        printer_01="thermal",
        printer_02="dot_matrix",
        thermal_printer=f'{CATCHES} "{slip}"',
        dot_matrix_printer=f'{CATCHES} "{letter}"',
    )
    dossier = received(register)
    asked_for_papers(register, dossier)
    assert print_form(register, dossier, "01").sent.printed
    assert print_form(register, dossier, "02").sent.printed

    assert any(any(row) for row in thermal(slip.read_bytes()).rows)
    assert len(dot_matrix(letter.read_bytes(), 1_049)) == 1
    assert {row["form"]: row["printer"] for row in prints_of(register.db, dossier)} == {
        "01": "thermal",
        "02": "dot_matrix",
    }


def test_a_printer_that_is_not_there_keeps_its_prints_waiting_and_nobody_elses(
    register: Register, tmp_path: Path
) -> None:
    slip = tmp_path / "slip.bin"
    set_up(register, printer_01="thermal", thermal_printer=str(tmp_path / "usb" / "lp0"), printer_02="dot_matrix")
    dossier = received(register)
    asked_for_papers(register, dossier)
    first, second = (print_form(register, dossier, form) for form in ("01", "02"))
    assert (first.sent.waits, second.sent.waits) == (Waits.NO_DEVICE, Waits.NOT_SET)
    assert [row["problem"].partition(":")[0] for row in waiting_prints(register.db)] == ["no_device", "not_set"]

    set_up(register, dot_matrix_printer=f'{CATCHES} "{slip}"')
    assert [done.sent.printed for done in print_waiting(register)] == [False, True]
    assert [row["form"] for row in waiting_prints(register.db)] == ["01"]

    set_up(register, printer_01="page", print_command=f'{CATCHES} "{slip}"')
    assert [done.sent.printed for done in print_waiting(register)] == [True]
    assert slip.read_bytes().startswith(b"%PDF")
    assert prints_of(register.db, dossier)[0]["printer"] == "page"


def test_a_printer_that_there_is_not_is_refused_by_the_settings(register: Register) -> None:
    for name, value in (("printer_01", "laser"), ("printer_02", ""), ("paper_size", "a3")):
        with pytest.raises(Refused) as refused:
            register.write(set_setting, name, value)
        assert refused.value.reason is Reason.SETTING_NOT_ACCEPTED


def test_an_ordinary_file_is_no_device_and_stays_as_it_is(tmp_path: Path) -> None:
    program = tmp_path / "in-phieu"
    program.write_bytes(b"#!/bin/sh\nexec lp\n")
    assert send_raw(b"\x1b@", tmp_path / "slip.prn", str(program), Paper.ROLL) == Sent(Waits.NO_DEVICE, str(program))
    assert program.read_bytes() == b"#!/bin/sh\nexec lp\n"
    assert not (tmp_path / "slip.prn").exists()


if sys.platform != "win32":

    @pytest.fixture
    def device(tmp_path: Path) -> Path:
        """A device that takes nothing until somebody reads, like a printer that is switched off."""
        path = tmp_path / "lp0"
        os.mkfifo(path)
        return path

    def test_a_device_is_written_to_the_last_byte(device: Path, tmp_path: Path) -> None:
        told, taken = os.urandom(200_000), []
        reader = Thread(target=lambda: taken.append(device.read_bytes()))
        reader.start()
        assert send_raw(told, tmp_path / "slip.prn", str(device), Paper.ROLL).printed
        reader.join()
        assert taken == [told]
        assert not (tmp_path / "slip.prn").exists()

    def test_a_printer_that_never_takes_it_is_given_up(device: Path, tmp_path: Path) -> None:
        sent = send_raw(b"\x1b@", tmp_path / "slip.prn", str(device), Paper.ROLL, seconds=1)
        assert sent.waits is Waits.TOO_SLOW
        assert not (tmp_path / "slip.prn").exists()

    def test_a_device_of_another_user_is_told_as_such(tmp_path: Path) -> None:
        sent = send_raw(b"\x1b@", tmp_path / "slip.prn", "/dev/full", Paper.ROLL)
        assert sent == Sent(Waits.REFUSED, "disk_full")
