"""Help in both languages, nothing of it left in English; completion for four shells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest
from click.shell_completion import get_completion_class

from communetui.cli.completion import PowerShellComplete
from communetui.cli.lazy import LazyGroup
from communetui.cli.root import root
from communetui.strings.cli_click import CLICK
from communetui.strings.cli_help import HELP
from communetui.strings.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Desk


def commands(group: LazyGroup = root, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    ctx = click.Context(group)
    for name in group.members:
        yield (*above, name)
        found = group.get_command(ctx, name)
        if isinstance(found, LazyGroup):
            yield from commands(found, (*above, name))


PATHS = [(), *commands()]
ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|OPTIONS|ARGS|TEXT|INTEGER|PATH|FILE|Show|required|default|the|(?<!end-)of)\b"
)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_and_option_is_explained_in_both_languages(desk: Desk, path: tuple[str, ...]) -> None:
    vietnamese = desk.run(*path, "--help")
    assert vietnamese.code == 0, vietnamese.err
    assert "Cách dùng:" in vietnamese.out
    assert not ENGLISH.search(vietnamese.out), ENGLISH.search(vietnamese.out)
    english = desk.run(*path, "--help", "--lang", "en") if path else desk.run("--lang", "en", "--help")
    assert "Usage:" in english.out
    assert not re.search("[ăâđêôơưạảấầẩẫậắằẳẵặ]", english.out.replace("đồng", "")), english.out


def test_every_text_has_both_languages_and_is_used() -> None:
    keys = {"communetui"} | {" ".join(path) for path in PATHS if path}
    said = {key for key in HELP if not key.partition("--")[1]}
    assert said == keys
    options = {
        option
        for path in PATHS
        for param in command_at(path).params
        if isinstance(param, click.Option)
        for option in (f"{' '.join(path)} {max(param.opts, key=len)}", max(param.opts, key=len))
    }
    assert {key for key in HELP if "--" in key} - {"--help"} <= options
    assert all(words.vi != words.en for words in HELP.values())


def command_at(path: tuple[str, ...]) -> click.Command:
    found: click.Command = root
    for name in path:
        assert isinstance(found, LazyGroup)
        deeper = found.get_command(click.Context(found), name)
        assert deeper is not None
        found = deeper
    return found


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["dossier", "lst"], "Không có lệnh 'lst'."),
        (["dossier", "list", "--opne"], "Không có tùy chọn '--opne'."),
        (["dossier", "show"], "Thiếu tham số"),
        (["dossier", "show", "a", "b"], "Thừa tham số (b)"),
        (["dossier", "list", "--limit", "x"], "'x' không phải là số hợp lệ."),
        (["dossier", "list", "--limit", "-1"], "không nằm trong khoảng"),
        (["dossier", "list", "--status"], "cần một giá trị"),
        (["dossier", "list", "--channel", "pigeon"], "'pigeon' không thuộc: 'counter'"),
        (["dossier", "list", "--open=yes"], "không có giá trị"),
    ],
)
def test_wrong_usage_is_explained_in_vietnamese(desk: Desk, arguments: list[str], told: str) -> None:
    ran = desk.run(*arguments)
    assert ran.code == 2
    assert told in ran.err
    assert "Xem hướng dẫn: communetui" in ran.err
    assert ran.out == ""


def test_what_click_says_is_translated_with_its_own_placeholders() -> None:
    for english, vietnamese in CLICK.items():
        assert set(re.findall(r"\{.*?\}", vietnamese)) <= set(re.findall(r"\{.*?\}", english)), english


def test_the_language_comes_from_the_line_or_the_environment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNETUI_LANG", Language.EN)
    assert "no such dossier" in desk.run("dossier", "show", "x").err
    assert "Không có hồ sơ" in desk.run("--lang", "vi", "dossier", "show", "x").err
    assert "Không có hồ sơ" in desk.run("dossier", "show", "x", "--lang=vi").err
    monkeypatch.setenv("COMMUNETUI_LANG", "fr")
    assert "Không có hồ sơ" in desk.run("dossier", "show", "x").err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_completion_script_is_printed_for_each_shell(desk: Desk, shell: str) -> None:
    ran = desk.run("completion", shell)
    assert ran.code == 0
    assert "_COMMUNETUI_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("line", "word", "values"),
    [
        ("communetui dos", "dos", ["dossier"]),
        ("communetui dossier ", "", ["list", "search", "show"]),
        ("communetui dossier list --stat", "--stat", ["--status"]),
        ("communetui dossier list --status result", "result", ["result_ready"]),
        ("communetui dossier act X supp", "supp", ["supplement_requested", "supplement_received"]),
    ],
)
def test_powershell_completes_as_the_others_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, line: str, word: str, values: list[str]
) -> None:
    assert get_completion_class("powershell") is PowerShellComplete
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", word)
    answered = PowerShellComplete(root, {}, "communetui", "_COMMUNETUI_COMPLETE").complete()
    offered = [one.split("\t")[1] for one in answered.splitlines()]
    assert offered[: len(values)] == values
