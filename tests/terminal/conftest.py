"""These tests need a pty, which Windows does not have; its console is tried by hand."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

collect_ignore_glob = ["*"] if sys.platform == "win32" else []
