"""What every screen is: a title, a body, notices and hints; actions from the registry; work in threads.

A screen gives its name, a heading, a body and one `do_...` method per action; docs/decisions/0030-terminal.md has an
example.
"""

from __future__ import annotations

from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen

from communedb.domain.officer import holds
from communedb.domain.refusal import Refused
from communetui.actions.keys import is_sequence, key_hint
from communetui.actions.registry import Action, actions_of, find
from communetui.strings.frame import frame
from communetui.strings.values import values
from communetui.threads import run_in_thread
from communetui.widgets.control import Entered, Translated
from communetui.widgets.hintbar import Hint, HintBar
from communetui.widgets.notice import Notice
from communetui.widgets.painting import PartCompositor
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.app import ComposeResult
    from textual.events import ScreenResume
    from textual.widget import Widget

    from communetui.desk import Desk
    from communetui.register_session import RegisterSession

T = TypeVar("T")
ResultT = TypeVar("ResultT")


class BaseScreen(Screen[ResultT]):
    """A screen of the app; a subclass gives `NAME`, `heading`, `body` and a `do_<id>` for each of its actions."""

    NAME: ClassVar[str] = ""
    IN_SESSION: ClassVar[bool] = True
    """Whether an officer must be in; if so, the actions of `everywhere` are offered too."""
    SHOWS_NEWS: ClassVar[bool] = False
    """Whether it reads again by itself, in the same place, when rows come from another station."""
    READS_AGAIN: ClassVar[bool] = False
    """Whether it reads again when the officer comes back to it: what it shows may have changed meanwhile."""
    actions: ClassVar[tuple[Action, ...]] = ()

    # Textual's own repaints the whole screen whenever the focus moves; the two controls concerned repaint themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    DEFAULT_CSS = """
    BaseScreen { layout: vertical; overflow: hidden; }
    BaseScreen > #heading { height: 1; width: 100%; background: $panel; text-style: bold; }
    BaseScreen > #body { height: 1fr; width: 100%; }
    BaseScreen > #foot { height: auto; width: 100%; }
    """

    _hint_bar: HintBar | None = None
    """None until the screen is composed."""
    _resumed_before = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        if "NAME" in cls.__dict__:
            cls.actions = actions_of(cls.NAME, everywhere=cls.IN_SESSION)
            cls.BINDINGS = [
                Binding(key, f"act('{a.id}')", show=False)
                for a in cls.actions
                for key in a.keys
                if not is_sequence(key)
            ]
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = PartCompositor()

    # -- what a subclass gives

    def heading(self) -> str:
        """What stands in the title line."""
        return frame().product

    def body(self) -> ComposeResult:
        """The widgets between the title and the foot."""
        yield from ()

    def put_away(self) -> None:
        """The officer locks or leaves: keep what was typed but not saved. Must be quick and must not fail."""

    def place(self) -> dict[str, Any] | None:
        """What this screen needs to be opened again as it is now, as JSON has it; None where one does not come back."""
        return None

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """The screen as `place` told it. A ValueError or TypeError says that it cannot be opened so."""
        return cls(**place)

    # -- what a subclass uses

    @property
    def desk(self) -> Desk:
        """The app, with its session and its ways to other screens."""
        return self.app  # type: ignore[return-value]  # the only app there is

    @property
    def session(self) -> RegisterSession:
        """The officer's session; asked only by screens that are shown within one."""
        return self.desk.session  # type: ignore[return-value]  # the only kind there is

    @cached_property
    def notice(self) -> Notice:
        """Where to answer the officer: `self.notice.tell(...)`, `.warn(...)`, `.error(...)`.

        There from the first moment: a thread may answer while the screen is still being put together.
        """
        return Notice()

    def refuse(self, refusal: Refused) -> None:
        """Say a refusal in the officer's language."""
        from communetui.strings.reasons import reason_text

        self.notice.error(reason_text(refusal))

    def run_in_thread(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        refused: Callable[[Refused], object] | None = None,
        group: str = "work",
        hold: bool = False,
    ) -> None:
        """Run `work` off the screen's thread, then `then(result)` on it; a refusal is shown unless `refused` takes it.

        The latest work of a group wins. `hold` keeps the keys typed meanwhile for what comes after (a save).
        """
        run_in_thread(self, work, then, refused=refused or self.refuse, group=group, hold=hold)

    def retranslate(self) -> None:
        """The language has changed: every widget with words of its own says them again."""
        for widget in self.query("*"):
            if isinstance(widget, Translated):
                widget.retranslate()
        self.update_hints()

    def update_heading(self) -> None:
        """Show `heading()` again after what it tells has changed."""
        for said in self.query("#heading").results(Said):
            said.retranslate()

    # -- actions

    def why_not(self, action: Action) -> str | None:
        """Why this action cannot run now, in the officer's language; None if it can."""
        session = self.desk.session
        if action.roles and session is not None and not holds(session.roles, action.roles):
            names = ", ".join(sorted(values().role[role.value] for role in action.roles))
            return frame().not_allowed.format(roles=names)
        return action.available(self)

    async def run_chosen(self, action_id: str | None) -> None:
        """Do what was chosen in the palette."""
        if action_id is not None:
            await self.action_act(action_id)

    async def action_act(self, action_id: str) -> None:
        """Do an action of the registry, or say why not."""
        action = find(self.actions, action_id)
        if action is None:
            return
        if why := self.why_not(action):
            self.notice.error(why)
            return
        do: Callable[[], object] | None = getattr(self, f"do_{action.id}", None)
        try:
            if do is None and action.opens:
                done: object = self.desk.show(action.opens)
            else:
                done = (do or getattr(self.app, f"do_{action.id}"))()
            if isawaitable(done):
                await done
        except Refused as refusal:
            self.refuse(refusal)

    def update_hints(self) -> None:
        """Bring the hint bar up to date; the app calls it after every key and every answer from a thread."""
        if self._hint_bar is None:
            return
        # The way to where the officer is would only take the room of others; on the lowest screen there is none back.
        nowhere = {self.NAME} if self.desk.has_screen_below else {self.NAME, "back", "home"}
        hinted = (a for a in self.actions if a.hint is not None and a.keys and a.id not in nowhere)
        shown = [*(a for a in self.actions if a.pinned), *sorted(hinted, key=lambda a: a.hint or 0)]
        self._hint_bar.show_hints(
            Hint(key_hint(a.keys[0]), a.text().name, self.why_not(a) is None, pinned=a.pinned) for a in shown
        )

    # -- how it is put together

    def compose(self) -> ComposeResult:
        """Title, body, foot."""
        yield Said(self._heading, id="heading")
        yield self.frame_body()
        self._hint_bar = HintBar()
        yield Vertical(self.notice, self._hint_bar, id="foot")

    def frame_body(self) -> Widget:
        """The container of the body."""
        return Vertical(*self.body(), id="body")

    def _on_screen_resume(self, event: ScreenResume) -> None:
        # Private, as Textual has it: what a screen does of its own when it comes back takes no event.
        # A new screen has just been styled as it was put together; Textual would do all of that a second time.
        event.refresh_styles = is_back = self._resumed_before
        self._resumed_before = True
        self.desk.note_place()
        if is_back and self.READS_AGAIN:
            self.do_refresh()

    def on_mount(self) -> None:
        """Show the keys."""
        self.update_hints()

    def do_refresh(self) -> None:
        """A screen with nothing to read again stays as it is."""

    def hear(self) -> None:
        """Another station was heard of, without rows that screens show: nothing unless a screen tells of stations."""

    def _heading(self) -> str:
        session = self.desk.session
        told = f" {self.heading()}" + (f"  |  {session.name}" if session is not None else "")
        if session is None:
            return told
        width = self.app.size.width
        return beside(told, session.fresh_text(width - cell_len(told) - _BETWEEN), width)


_BETWEEN = 3


def beside(left: str, right: str, width: int) -> str:
    """Two texts on one line, the right one at its end."""
    return left + " " * max(width - cell_len(left) - cell_len(right) - 1, 1) + right if right else left


class FormBody(VerticalScroll, can_focus=False):
    """The scrolling body of a form; only its controls take the focus."""

    # What a layout found moves nothing beside it; Textual's own would lay the screen out once more.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class FormScreen(BaseScreen[ResultT]):
    """A screen of controls in rows: Tab, Shift+Tab, and Enter go from one to the next."""

    def frame_body(self) -> Widget:
        """A body that scrolls to the focused control."""
        return FormBody(*self.body(), id="body")

    @property
    def focus_chain(self) -> list[Widget]:
        """The controls in the order of the form.

        Textual's own order is that of their places on the screen. A control that the key before has brought up has no
        place yet, and what is typed ahead for it would go to another.
        """
        return list(_controls(self))

    def on_entered(self, event: Entered) -> None:
        """Enter goes on; on the last control `entered_last` decides."""
        event.stop()
        chain = self.focus_chain
        if chain and event.sender is chain[-1]:
            self.entered_last()
        else:
            self.focus_next()

    def entered_last(self) -> None:
        """Enter in the last control; nothing unless a form says otherwise."""


def _controls(node: Widget) -> Iterator[Widget]:
    """What may take the focus below a widget, in the order in which it was composed."""
    for child in node.displayed_children:
        if child.disabled or child.styles.visibility == "hidden":
            continue
        if child.allow_focus() and not child.loading:
            yield child
        yield from _controls(child)
