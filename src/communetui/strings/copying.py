"""Texts of copying a dossier's fields."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Copying:
    """What is said when a dossier's fields were copied."""

    copied: str


copying = Words(
    Copying(
        copied="Đã chép {count} mục của hồ sơ {code}, mỗi mục một dòng theo thứ tự trên phần mềm của tỉnh. Dán bằng Ctrl+V.",
    ),
    Copying(
        copied="{count} fields of {code} are on the clipboard, one a line in the order of the provincial form. Paste with Ctrl+V.",
    ),
)

copy_fields = Words(
    ActionText("Chép các mục", "Chép các mục của hồ sơ theo thứ tự trên phần mềm của tỉnh, để dán sang đó."),
    ActionText("Copy fields", "Copies the dossier's fields in the order of the provincial form, to paste them there."),
)
