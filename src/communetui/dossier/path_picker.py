"""A field for the path of a file, which offers what lies in the folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from communetui.widgets.picker import Found, Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communetui.strings.language import Text

_PATH_LIMIT: Final = 1_000
_MOST: Final = 7


class PathPicker(Picker[Path]):
    """Type a path, or choose step by step: a folder that is taken opens, a file is the answer."""

    def __init__(self, *, hint: Text | None = None) -> None:
        super().__init__(files_named, free=True, limit=_PATH_LIMIT, hint=hint)

    def _enter(self) -> None:
        found, at = self._list.found, self._list.at
        chosen = found[at] if 0 <= at < len(found) else None
        if chosen is not None and chosen.text.endswith(_SEPARATORS):
            self.value = chosen.text
            self.cursor_position = len(chosen.text)
        else:
            super()._enter()


_SEPARATORS: Final = ("/", "\\")


def typed_path(text: str) -> Path:
    """The file that was typed or dragged into the terminal, which may put quotes around it or `file://` before it."""
    bare = text.strip().removeprefix("file://").strip("'\"")
    return Path(bare).expanduser()


def files_named(text: str) -> Sequence[Found[Path]]:
    """The files and folders that a path typed so far may mean; from a thread."""
    path = typed_path(text)
    folder, start = (path, "") if text.endswith(_SEPARATORS) else (path.parent, path.name.lower())
    try:
        found = sorted(one for one in folder.iterdir() if one.name.lower().startswith(start))
    except OSError:
        return []
    shown = [one for one in found if start.startswith(".") or not one.name.startswith(".")][:_MOST]
    return [Found(one, f"{one}/" if one.is_dir() else str(one)) for one in shown]
