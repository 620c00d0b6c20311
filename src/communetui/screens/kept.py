"""A form that is kept on the disk whenever a field is left, and when its officer locks or goes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from communetui.drafts.keeper import DraftKeeper
from communetui.drafts.typed import TypedForm
from communetui.screens.base import FormScreen
from communetui.strings.drafts import drafts
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from textual import events

    from communedb.domain.refusal import Refused
    from communedb.stores.drafts import DraftForm

TypedT = TypeVar("TypedT", bound=TypedForm)


class KeptFormScreen(FormScreen[None], Generic[TypedT]):
    """A subclass says which form it is, whether it is laid, and what stands in it."""

    FORM: ClassVar[DraftForm]

    def __init__(self) -> None:
        super().__init__()
        self._away = False
        self._keeper: DraftKeeper | None = None

    # -- what a subclass gives

    @property
    def laid(self) -> bool:
        """Whether the form can be read."""
        raise NotImplementedError

    @property
    def typed(self) -> TypedT:
        """What stands in the form now."""
        raise NotImplementedError

    def left(self, control: str) -> None:
        """A control was left."""

    def leave_open(self) -> None:
        """Another screen comes in front: what is needed to find the form as it was when coming back."""

    # -- keeping

    @property
    def keeper(self) -> DraftKeeper:
        """Where the form is kept."""
        if self._keeper is None:
            self._keeper = DraftKeeper(self.session.register, self.FORM)
        return self._keeper

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field was left: keep the form."""
        if self._away or self.desk.session is None or not self.is_current or not self.laid:
            return
        self.left(event.widget.id or "")
        self.keep(self.typed)

    def keep(self, state: TypedT) -> None:
        """Keep what changed; a disk that takes no more is told."""
        future = self.keeper.keep(state)
        if future is not None:
            self.run_in_thread(future.result, self._kept, refused=self._not_kept, group="keep")

    def _kept(self, _key: object) -> None:
        """It is on the disk."""

    def _not_kept(self, refusal: Refused) -> None:
        self.keeper.not_kept()
        self.notice.error(drafts().not_kept.format(why=reason_text(refusal)))

    def put_away(self) -> None:
        """The officer locks: what is half filled is kept under their name, and nothing more after that."""
        if self._away or not self.laid or not self.is_mounted:
            return
        self.keeper.keep(self.typed)
        self._away = True

    def on_screen_suspend(self) -> None:
        """Another screen comes in front, or this one goes: what was typed last is kept, too."""
        if self._away or self.desk.session is None or not self.laid:
            return
        self.leave_open()
        self.keeper.keep(self.typed)
