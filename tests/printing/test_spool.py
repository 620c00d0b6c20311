"""Printing through a command: what the officer is told, whatever the printer does."""

import os
import sys
import time
from pathlib import Path

import pytest

from communetui.printing import Paper
from communetui.printing.pdf_file import pdf_name, save_pdf
from communetui.printing.spool import Sent, Waits, open_pdf, parse_command, send
from communetui.strings.forms import WAITS, waits_text

PDF = b"%PDF-1.4 bi\xc3\xaan nh\xe1\xba\xadn"


@pytest.fixture
def printed_form(tmp_path):
    return save_pdf(PDF, tmp_path / "bản in", "01", "19867.1-261123-0042")


@pytest.fixture
def printer(tmp_path):
    """A program of Python lines that stands for a printer's command; `sys.argv` are its words."""

    def command(lines, *words):
        program = tmp_path / "printer.py"
        program.write_text("import os, subprocess, sys, time\n" + lines, encoding="utf-8")
        return (sys.executable, str(program), *words)

    return command


def test_a_printer_that_takes_the_file_has_printed(printed_form, printer, tmp_path):
    taken = tmp_path / "taken.pdf"
    command = printer("open(sys.argv[2], 'wb').write(open(sys.argv[1], 'rb').read())", "{file}", str(taken))

    sent = send(printed_form, Paper.A5, command)

    assert sent == Sent()
    assert sent.printed
    assert taken.read_bytes() == PDF


def test_words_reach_the_command_as_they_are_without_a_shell(printed_form, printer, tmp_path):
    said = tmp_path / "words.txt"
    command = printer(
        f"open({str(said)!r}, 'w', encoding='utf-8').write('|'.join(sys.argv[1:]))",
        "-o",
        "media={paper}",
        "$(touch x); `y` & 'z' *",
        "{file}",
    )

    assert send(printed_form, Paper.A4, command).printed
    assert said.read_text(encoding="utf-8") == f"-o|media=A4|$(touch x); `y` & 'z' *|{printed_form.resolve()}"


def test_a_relative_path_never_looks_like_an_option(printer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    odd = Path("-d.pdf")
    odd.write_bytes(PDF)

    assert send(odd, Paper.A5, printer("sys.exit(sys.argv[1].startswith('-'))", "{file}")).printed


def test_a_printer_that_refuses_leaves_the_print_waiting_with_its_last_word(printed_form, printer):
    command = printer("sys.stderr.write('start\\nlp: Error - no default destination available.\\n\\n'); sys.exit(1)")

    sent = send(printed_form, Paper.A5, command)

    assert sent == Sent(Waits.REFUSED, "lp: Error - no default destination available.")
    assert not sent.printed


def test_a_refusal_without_a_word_gives_its_code(printed_form, printer):
    assert send(printed_form, Paper.A5, printer("sys.exit(7)")) == Sent(Waits.REFUSED, "7")


def test_the_last_word_of_a_talkative_printer_is_made_safe_for_the_screen(printed_form, printer):
    command = printer("sys.stderr.buffer.write(b'\\xff\\x1b[31m' + b'x' * 5000); sys.exit(1)")

    sent = send(printed_form, Paper.A5, command)

    assert sent.waits is Waits.REFUSED
    assert len(sent.detail) <= 200
    assert sent.detail.isprintable()


def test_a_printer_that_hangs_is_stopped_with_all_it_started(printed_form, printer, tmp_path):
    late = tmp_path / "late"
    child = f"import time; time.sleep(2); open({str(late)!r}, 'w')"
    command = printer(
        f"sys.stderr.write('dang noi...'); sys.stderr.flush()\n"
        f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)"
    )
    began = time.monotonic()

    sent = send(printed_form, Paper.A5, command, seconds=1.0)

    assert sent == Sent(Waits.TOO_SLOW, "dang noi...")
    assert time.monotonic() - began < 10
    if os.name == "posix":
        time.sleep(2.5)
        assert not late.exists()


def test_a_child_that_keeps_running_does_not_hold_up_a_command_that_ended(printed_form, printer):
    began = time.monotonic()

    sent = send(
        printed_form, Paper.A5, printer("subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(5)'])")
    )

    assert sent.printed
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("command", [("no-such-printer-program", "{file}"), ("",), ("a\0b",)])
def test_a_missing_command_is_an_answer(printed_form, command):
    sent = send(printed_form, Paper.A5, command)

    assert sent.waits is Waits.NO_PROGRAM
    assert sent.detail


def test_a_command_that_may_not_be_run_is_an_answer(printed_form, tmp_path):
    plain = tmp_path / "plain.txt"
    plain.write_text("no program")

    assert send(printed_form, Paper.A5, (str(plain), "{file}")).waits is Waits.NO_PROGRAM


def test_a_file_that_is_gone_is_an_answer(printed_form, printer):
    printed_form.unlink()

    assert send(printed_form, Paper.A5, printer("")).waits is Waits.NO_FILE
    assert open_pdf(printed_form).waits is Waits.NO_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows prints by file type, not by a program on the path")
def test_without_a_command_and_without_cups_the_print_waits(printed_form, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert send(printed_form, Paper.A5).waits is Waits.NO_PROGRAM
    assert open_pdf(printed_form).waits is Waits.NO_PROGRAM


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS and xdg-open are not on Windows")
@pytest.mark.parametrize("name", ["lp", "xdg-open"])
def test_the_systems_own_way_gets_the_file(printed_form, tmp_path, monkeypatch, name):
    tool = tmp_path / "xdg" / name
    tool.parent.mkdir()
    tool.write_text(f'#!{sys.executable}\nimport sys\nopen({str(tmp_path / "got")!r}, "w").write(sys.argv[1])\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent))
    monkeypatch.setattr(sys, "platform", "linux")

    sent = send(printed_form, Paper.A5) if name == "lp" else open_pdf(printed_form)

    assert sent.printed
    assert (tmp_path / "got").read_text() == str(printed_form.resolve())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens viewers by itself")
def test_a_viewer_that_stays_open_is_left_open(printed_form, tmp_path, monkeypatch):
    tool = tmp_path / "xdg" / "xdg-open"
    tool.parent.mkdir()
    tool.write_text(f'#!{sys.executable}\nimport time\ntime.sleep(1)\nopen({str(tmp_path / "still")!r}, "w")\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent))
    monkeypatch.setattr(sys, "platform", "linux")

    assert open_pdf(printed_form, seconds=0.3).printed

    deadline = time.monotonic() + 10
    while not (tmp_path / "still").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (tmp_path / "still").exists()


def test_a_printers_program_never_sees_a_passphrase(printed_form, printer, monkeypatch):
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", "bí mật của tôi")

    assert send(printed_form, Paper.A5, printer("sys.exit('COMMUNETUI_PASSPHRASE' in os.environ)")).printed


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("   ", ()),
        ("lp -d quay1 {file}", ("lp", "-d", "quay1", "{file}")),
        ("lp -o media={paper}", ("lp", "-o", "media={paper}", "{file}")),
        (
            r'"C:\Program Files\SumatraPDF\SumatraPDF.exe" -print-to-default -silent "{file}"',
            (r"C:\Program Files\SumatraPDF\SumatraPDF.exe", "-print-to-default", "-silent", "{file}"),
        ),
    ],
)
def test_a_command_is_typed_as_people_type_it(typed, words):
    assert parse_command(typed) == words


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("19867.1-261123-0042", "mau-01_19867.1-261123-0042_lan-1.pdf"),
        ("../../etc/passwd", "mau-01_etc_passwd_3754d6cb_lan-1.pdf"),
        ("", "mau-01__lan-1.pdf"),
    ],
)
def test_a_dossier_code_becomes_a_safe_file_name(code, name):
    assert pdf_name("01", code) == name


@pytest.mark.parametrize("code", ["CON", "a:b|c?*<>\"'\\/", "Đơn 42", ".", "..", "x" * 500, "a\n\0b", "a ", "a."])
def test_any_code_gives_a_name_that_every_system_accepts(code, tmp_path):
    name = pdf_name("04", code, 12)

    assert len(name) <= 100
    assert name.isascii()
    assert not set(name) & set('\\/:*?"<>|\n\0 ')
    assert name.startswith("mau-04_")
    assert save_pdf(PDF, tmp_path, "04", code, 12).read_bytes() == PDF


def test_codes_that_look_alike_when_made_safe_keep_their_own_files():
    names = {pdf_name("01", code) for code in ("42/1", "42:1", "42_1", "42 1", "x" * 61, "x" * 62)}

    assert len(names) == 6


def test_a_file_is_whole_or_not_there(tmp_path, monkeypatch):
    path = save_pdf(PDF, tmp_path, "01", "42")

    def power_fails(*_args):
        raise OSError(5, "power fails")

    monkeypatch.setattr(os, "fsync", power_fails)
    with pytest.raises(Exception, match="write_failed"):
        save_pdf(b"half", tmp_path, "01", "42")

    assert path.read_bytes() == PDF
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("waits", Waits)
def test_every_wait_has_words_in_both_languages(waits):
    assert WAITS[waits].vi.strip()
    assert WAITS[waits].en.strip()
    assert waits_text(Sent(waits, "lp: quay1")) == f"{WAITS[waits].vi} (lp: quay1)"
    assert waits_text(Sent()) == ""
