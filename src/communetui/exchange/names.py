"""What a member of the key list is called: by its own name, as the hub, or by its counter's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.strings.exchange import exchange

if TYPE_CHECKING:
    from communesync.keys.members import Member


def member_name(member: Member) -> str:
    """The name of a member."""
    return place_name(member.name, member.station, member.role.value)


def place_name(name: str, number: int, role: str = "station") -> str:
    """The name of a station or of who is none."""
    words = exchange()
    return name or words.roles.get(role) or words.station.format(number=number)
