"""The command line: `communetui` opens the screens, `communetui COMMAND` does one thing and ends.

Exit codes: 0 done, 1 refused with a reason, 2 wrong usage; 130 stopped by Ctrl+C, 141 nobody reads the output any more.
Loading this package loads neither click nor the register: the way to the Unlock screen stays short.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from communetui.cli.start import STOPPED, UNREAD, ReaderGone, Start, ready_streams, screen_start

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> None:
    """Run with the arguments of the process and leave with an exit code."""
    code = run(sys.argv[1:])
    if code == UNREAD:
        # What the buffers still hold would fail once more, and louder, when Python closes them.
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; every expected fault becomes a message and an exit code."""
    ready_streams()
    as_json = "--json" in arguments
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except (ReaderGone, BrokenPipeError, SystemExit):
        # click, told not to exit by itself, still does when its own help meets a closed pipe.
        return UNREAD
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:
        from communetui.cli.faults import told

        return told(fault, as_json=as_json)
    return code


def _run(arguments: Sequence[str]) -> int:
    start = None if "_COMMUNETUI_COMPLETE" in os.environ else screen_start(arguments)
    if start is not None:
        return _open_screens(start)
    from communetui.cli.click_words import speak
    from communetui.cli.root import root

    speak()
    answered = root.main(args=list(arguments), prog_name="communetui", standalone_mode=False)
    return answered if isinstance(answered, int) else 0


def _open_screens(start: Start) -> int:
    from communetui.cli.app import run_app

    start.speak()
    run_app(start.folder, language_chosen=start.language_chosen)
    return 0
