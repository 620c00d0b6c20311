"""`python -m docs.morning`: play the morning of thirty citizens and write what it cost into docs/morning.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("morning.md")
COSTS = Path("build/morning.md")
_MARK = "<!-- the table is written by `python -m docs.morning` -->\n"


def main() -> int:
    """Run the test, then put its table behind the mark of the page."""
    played = subprocess.run([sys.executable, "-m", "pytest", "-n", "0", "-q", "tests/day/test_morning.py"], check=False)
    if played.returncode == 0:
        told, _, _ = PAGE.read_text(encoding="utf-8").partition(_MARK)
        PAGE.write_text(told + _MARK + COSTS.read_text(encoding="utf-8"), encoding="utf-8")
    return played.returncode


if __name__ == "__main__":
    sys.exit(main())
