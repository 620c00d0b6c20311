"""Texts of forms that are kept while they are filled."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the officer is told of keeping."""

    not_kept: str


drafts = Words(
    Drafts(not_kept="Phiếu đang nhập chưa được giữ lại trên đĩa: {why}"),
    Drafts(not_kept="The form is not kept on the disk yet: {why}"),
)
