"""What every command starts from: the register's folder, the language, the form of the answer."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
STOPPED, UNREAD = 130, 141

DIR, LANG, OFFICER, PASSPHRASE, NEW_PASSPHRASE, RECOVERY_KEY = (
    f"COMMUNETUI_{name}" for name in ("DIR", "LANG", "OFFICER", "PASSPHRASE", "NEW_PASSPHRASE", "RECOVERY_KEY")
)
"""The environment variables that are read."""

_SCREEN_OPTIONS: Final = ("--dir", "--lang")


class ReaderGone(Exception):  # noqa: N818 - not an error of ours
    """Whoever read our output has stopped, as `head` does."""


@dataclass
class Start:
    """The choices that every command shares."""

    folder: Path
    language: Language = Language.VI
    language_chosen: bool = False
    """Whether the user said which language, so that the station's own setting has no say."""
    as_json: bool = False
    passphrase_file: Path | None = None

    def speak(self) -> None:
        """Use the chosen language from here on."""
        use(self.language)


def screen_start(arguments: Sequence[str]) -> Start | None:
    """The start of the screens when the arguments hold no command, only `--dir` and `--lang`; else None.

    Read without click, which an officer who only wants to unlock need not wait for.
    """
    given: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in _SCREEN_OPTIONS:
            return None
        if not equals:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        given[name] = value
    chosen = given.get("--lang") or os.environ.get(LANG)
    spoken = chosen or Language.VI.value
    if spoken not in set(Language):
        return None
    folder = given.get("--dir") or os.environ.get(DIR)
    return Start(Path(folder) if folder else default_folder(), Language(spoken), bool(chosen))


def default_folder() -> Path:
    """Where a register lies unless it is said otherwise: the place for an application's data of this user."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "communetui" if base else Path.home() / "AppData" / "Local" / "communetui"
    base = os.environ.get("XDG_DATA_HOME", "")
    # A relative path is to be ignored (XDG Base Directory Specification).
    return (Path(base) if base.startswith("/") else Path.home() / ".local" / "share") / "communetui"


def variable(name: str) -> str | None:
    """An environment variable as UTF-8, whatever the process believes its encoding to be; None when it is not set."""
    value = os.environ.get(name)
    return None if value is None else as_utf8(value)


def as_utf8(text: str) -> str:
    """Text from the command line or the environment, read as UTF-8 even under a locale such as C."""
    try:
        return os.fsencode(text).decode()
    except UnicodeError:
        return text


def ready_streams() -> None:
    """Write UTF-8 whatever the console's code page is; a character that cannot be written never stops a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
