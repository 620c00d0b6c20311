"""What screens, widgets and work in threads ask of the app; they know it by this alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from communetui.session import Door, Session


class Desk(Protocol):
    """The one app there is: its session, its door, its ways to other screens, and its keys."""

    door: Door
    session: Session | None

    @property
    def has_screen_below(self) -> bool:
        """Whether Escape leads anywhere."""

    def begin(self, session: Session) -> None:
        """An officer has come in."""

    async def show(self, name: str, **arguments: Any) -> None:
        """Show a screen; without arguments one that is already open comes back as it was left."""

    def note_place(self) -> None:
        """What is on the screen has changed: remember it for after a power cut."""

    def tell(self, text: str) -> None:
        """Say on the screen that is now on top that something is done."""

    def note_news(self, rows: bool) -> None:
        """Something came from another station, `rows` when that changes what screens show; from any thread."""

    def take_fault(self, fault: Exception) -> bool:
        """Note and tell a fault met in a thread; False where it cannot be noted."""

    def hold_keys(self) -> None:
        """Let no further key in until `release_keys`."""

    def release_keys(self) -> None:
        """End one `hold_keys`."""

    def after_key(self) -> None:
        """What can be done next may have changed."""
