"""Attached files opened to look at: decrypted copies in a private folder, gone when the screen is."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from communetui.printing.spool import open_pdf
from communetui.strings.dossier import dossier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.files.attachments import AttachmentFiles
    from communetui.printing.spool import Sent
    from communetui.screens.base import BaseScreen


class OpenedCopies:
    """The copies that one screen opened; `clear` deletes them."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._closed = False

    def open(self, files: AttachmentFiles, digest: str) -> Sent:
        """Decrypt a file and show it in the system's own viewer; from a thread. Refused as `open_copy` refuses."""
        if self._folder is None:
            # Only its owner may look into it.
            self._folder = Path(mkdtemp(prefix="communetui-"))
        copy = files.open_copy(digest, self._folder)
        if self._closed:
            # Locked while it was being decrypted: nobody asked for it any more.
            self.clear()
        return open_pdf(copy)

    def clear(self) -> None:
        """Delete every copy. Never fails."""
        self._closed = True
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)


def show_copy(screen: BaseScreen[Any], copies: OpenedCopies, file: Mapping[str, Any]) -> None:
    """Open an attached file beside a screen, and say there that it is open, or why not."""
    register = screen.session.register

    def opened(sent: Sent) -> None:
        if sent.printed:
            screen.notice.tell(dossier().opened.format(name=file["name"]))
        else:
            screen.notice.warn(dossier().not_opened.format(detail=sent.detail))

    screen.run_in_thread(lambda: copies.open(register.files, file["digest"]), opened, group="open")
