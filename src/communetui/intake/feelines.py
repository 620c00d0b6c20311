"""The fee rules of a procedure, one line each: tick those that apply, type how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Rich
from textual.message import Message
from textual.widget import Widget

from communedb.domain.channel import Channel
from communedb.domain.money import format_dong
from communedb.domain.refusal import Refused
from communetui.intake.fees import first_choices, line_of
from communetui.strings.catalogue import catalogue
from communetui.strings.intake import fee_texts
from communetui.widgets.control import Entered, ShowsFocus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.geometry import Size

    from communedb.domain.fees import FeeRule
    from communetui.intake.state import FeeChoice

_DIGITS: Final = 5
_AMOUNT: Final = 12


class FeeLines(ShowsFocus, Widget, can_focus=True):
    """Space ticks a line, digits set its quantity, `x` and digits the copies, M turns its exemptions.

    `choices` are by the rule's label. Posts `FeeLines.Changed`. Enter leaves the list.
    """

    DEFAULT_CSS = """
    FeeLines {
        height: auto; width: 100%; border-left: solid $border-blurred; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    class Changed(Message):
        """The officer changed a line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.choices: dict[str, FeeChoice] = {}
        self._rules: Sequence[FeeRule] = ()
        self._channel = Channel.COUNTER
        self._at = 0
        self._typing: str | None = None

    def show(self, rules: Sequence[FeeRule], choices: Mapping[str, FeeChoice] | None = None) -> None:
        """Offer these rules, as chosen earlier or as they are at first."""
        self._rules, self._at, self._typing = rules, 0, None
        self.choices = first_choices(rules) | dict(choices or {})
        self.refresh(layout=True)

    def use_channel(self, channel: Channel) -> None:
        """Some amounts differ by channel."""
        if channel is not self._channel:
            self._channel = channel
            self.refresh()

    def retranslate(self) -> None:
        """Say units and keys in the language of now."""
        self.refresh()

    def snapshot(self) -> object:
        """What is chosen, and where the cursor stands."""
        return (dict(self.choices), self._at)

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` gave."""
        if isinstance(snapshot, tuple):
            self.choices, self._at = snapshot
            self._typing = None
            self.refresh()
            self.post_message(self.Changed())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each, and one for the keys."""
        return len(self._rules) + 1

    def on_blur(self) -> None:
        """A number that is typed later is a new one."""
        self._typing = None

    # -- painting

    def render(self) -> Rich:
        """`> [x] Phí chứng thực bản sao   5 trang x 3 bản   21.000 đ`."""
        text = Rich(no_wrap=True, overflow="ellipsis", end="")
        for index, rule in enumerate(self._rules):
            here = self.has_focus and index == self._at
            text.append(self._line(rule, ">" if here else " "), "reverse" if here else "").append("\n")
        said = fee_texts()
        if self.has_focus and self._rules:
            text.append(said.keys + (said.keys_exemption if self._rules[self._at].exemptions else ""), "dim")
        return text

    def _line(self, rule: FeeRule, sign: str) -> str:
        choice = self.choices[rule.label]
        unit = catalogue().per[rule.unit.value]
        counted = fee_texts().counted.format(quantity=choice.quantity, unit=unit)
        if choice.copies != 1 or rule.unit in {"page", "sheet"}:
            counted += fee_texts().copies.format(copies=choice.copies)
        try:
            line = line_of(rule, choice, self._channel)
            amount = format_dong(line.amount)
            exempt = f" (-{line.exemption.percent}%: {line.exemption.label})" if line.exemption else ""
        except Refused:
            amount, exempt = fee_texts().over, ""
        tail = f" {counted}{exempt}{amount:>{_AMOUNT}}"
        room = max(self.size.width - 6 - cell_len(tail), 12)
        return f"{sign} [{'x' if choice.chosen else ' '}] {set_cell_size(rule.label, room)}{tail}"

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Tick, count, move."""
        letter = (event.character or "").lower()
        if event.key == "enter":
            self.post_message(Entered(self))
        elif not self._rules:
            return
        elif event.key in {"up", "down"}:
            self._at = max(0, min(self._at + (1 if event.key == "down" else -1), len(self._rules) - 1))
            self._typing = None
            self.refresh()
        elif event.key == "space":
            self._set(chosen=not self._choice.chosen)
        elif letter == "m":
            self._turn_exemption()
        elif letter in {"x", "*"}:
            self._typing = "copies"
            self._set(chosen=True, copies=0)
        elif (letter.isascii() and letter.isdigit()) or event.key == "backspace":
            self._type(letter)
        else:
            return
        event.stop()

    @property
    def _choice(self) -> FeeChoice:
        return self.choices[self._rules[self._at].label]

    def _type(self, digit: str) -> None:
        """One digit more, or one less; the first digit after coming here begins a new number."""
        name = self._typing or "quantity"
        old = str(getattr(self._choice, name)) if self._typing or not digit else ""
        number = old + digit if digit else old[:-1]
        self._typing = name
        self._set(chosen=True, **{name: int(number[-_DIGITS:] or "0")})

    def _turn_exemption(self) -> None:
        ids = [None, *(exemption.id for exemption in self._rules[self._at].exemptions)]
        at = ids.index(self._choice.exemption) if self._choice.exemption in ids else 0
        self._set(exemption=ids[(at + 1) % len(ids)])

    def _set(self, **changes: object) -> None:
        self.choices[self._rules[self._at].label] = self._choice.model_copy(update=changes)
        self.refresh()
        self.post_message(self.Changed())
