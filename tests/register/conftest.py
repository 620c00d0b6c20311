"""Fault injection needs tools of the system; where one is missing, the tests that need it are not collected."""

from __future__ import annotations

import shutil
import subprocess
import sys


def _own_disk_possible() -> bool:
    """Whether a process may mount a small disk that it alone sees: Linux, with user namespaces or as root."""
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


collect_ignore: list[str] = []
if sys.platform == "win32":
    collect_ignore.append("test_faults_read_only.py")
if not _own_disk_possible():
    collect_ignore += ["test_faults_disk_full.py", "test_faults_stick_full.py"]
if sys.platform != "linux" or shutil.which("gcc") is None:
    collect_ignore.append("test_faults_power.py")
