"""Where the program starts: something on the screen at once, then the command line.

Importing Textual takes a quarter of a second on a fast PC and a whole one on an old one. Until then the officer sees
that the key press was taken.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SPLASH: Final = "\x1b[1m Communetui ...\x1b[0m\r"
"""One line; the cursor goes back to its start, so that whatever comes next writes over it."""

_ENVIRONMENT: Final = {
    # Textual's handling of the Kitty keyboard protocol still changes from release to release, and plain keys are all
    # that is bound here. Set it to 0 to have the protocol.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_ANIMATIONS": "none",
}
"""Read by Textual when it is imported; what the user has set stays."""


def opens_screen(arguments: Sequence[str]) -> bool:
    """Whether these arguments open the screens: only `--dir DIR` and `--lang LANG`, no command and no question."""
    rest = list(arguments)
    while rest:
        name, equals, _ = rest.pop(0).partition("=")
        if name not in {"--dir", "--lang"} or not (equals or rest):
            return False
        if not equals:
            rest.pop(0)
    return True


def main() -> None:
    """Splash, environment, command line."""
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    if opens_screen(sys.argv[1:]) and sys.stdin.isatty() and sys.stdout.isatty():
        sys.stdout.write(SPLASH)
        sys.stdout.flush()

    from communetui.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
