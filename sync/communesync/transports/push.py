"""One exchange with the hub over HTTP: its vector first, what it lacks up, what we lack down, its receipt last.

Whatever is cut off goes on at the next attempt: bundles that are on their way stay in the register's folder until the
hub has them. Nothing counts as received or safe but what a verified receipt says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import file_digest
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import PART_SUFFIX, make_folder
from communedb.stores.settings import read_setting
from communesync.exchange.bundles import Way
from communesync.exchange.folder import exchanging
from communesync.exchange.inbox import TakenIn, take_in
from communesync.exchange.outbox import Sending, export, plan
from communesync.exchange.receipts import Receipt, take_receipt, verified
from communesync.exchange.statement import Statement, keep_statement, own_statement, stated
from communesync.keys.keyring import Keyring
from communesync.keys.renewal import renewal
from communesync.transports.connection import Line
from communesync.transports.http import HubClient, OnHub, never, unwatched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from communedb.journal.apply import Applying
    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.exchange.plan import Plan
    from communesync.keys.members import Member

    Progress = Callable[[int, int], None]

OUTGOING: Final = "outgoing"
INCOMING: Final = "incoming"

MOST_ROUNDS: Final = 20
"""Questions of one exchange: files are asked for only when their rows are here."""


@dataclass
class Pushed:
    """What an exchange came to: bundles and bytes sent, what came back, why the hub refused what it refused.

    `receipt` is the hub's last word: what it has, and what of it is durable.
    """

    bundles: int = 0
    bytes: int = 0
    refused: tuple[str, ...] = ()
    taken: list[TakenIn] = field(default_factory=list)
    receipt: Receipt | None = None

    @property
    def lines(self) -> int:
        """Lines that are new here."""
        return sum(taken.rows.lines for taken in self.taken)


def hub_line(db: Database) -> Line:
    """How the hub is reached, by the settings. Refused: HUB_NOT_SET."""
    address = read_setting(db, "hub_address")
    if not address.startswith(("https://", "http://")):
        raise Refused(Reason.HUB_NOT_SET)
    return Line(address, read_setting(db, "hub_proxy"), read_setting(db, "hub_ca_file"))


def push(
    register: Register,
    progress: Progress = unwatched,
    cancelled: Callable[[], bool] = never,
    *,
    rows_only: bool | None = None,
    agree: Callable[[Plan], bool] | None = None,
    client: HubClient | None = None,
) -> Pushed:
    """Exchange everything with the hub of the settings; one exchange of a register at a time.

    Rows only on a metered line, unless `rows_only` says otherwise; `agree` is asked before anything is sent, with what
    the hub lacks and how large it is. Refused: HUB_NOT_SET, NOT_ENROLLED, HUB_UNREACHABLE, HUB_REFUSED,
    HUB_RECEIPT_BAD, EXCHANGE_UNDERWAY, EXCHANGE_CANCELLED, BUNDLE_…, and the faults of the disk.
    """
    hub = Keyring.load(register.db).hub
    line = hub_line(register.db)
    if hub is None:
        raise Refused(Reason.NOT_ENROLLED)
    metered = read_setting(register.db, "metered") == "yes" if rows_only is None else rows_only
    with exchanging(register), client or HubClient(line, lambda: register.signer, cancelled) as talking:
        how = Sending(rows_only=metered, way=Way.HTTP)
        exchange = _Exchange(register, hub, talking, how, _Bar(progress), cancelled)
        exchange.send(agree)
        exchange.fetch()
        exchange.done.receipt = exchange.hear()[1]
    return exchange.done


class _Bar:
    """One bar over everything: what is to come is added when it is known."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = self._total = 0

    def expect(self, size: int) -> None:
        """So many bytes more."""
        self._total += size

    def step(self, done: int, size: int) -> None:
        """So many bytes of the present bundle; the last time, all of them."""
        self._progress(self._done + done, self._total)
        if done == size:
            self._done += size


@dataclass
class _Exchange:
    register: Register
    hub: Member
    client: HubClient
    how: Sending
    bar: _Bar
    cancelled: Callable[[], bool]
    done: Pushed = field(default_factory=Pushed)

    def hear(self) -> tuple[Statement, Receipt]:
        """What the hub holds and lacks, as its receipt says, verified and kept. Refused: HUB_RECEIPT_BAD."""
        told = self.client.ask("GET", "/v1/vector")
        said, envelope = stated(told.get("statement")), told.get("receipt")
        if said is None or not isinstance(envelope, dict):
            raise Refused(Reason.HUB_RECEIPT_BAD)
        receipt = verified(Keyring.load(self.register.db), envelope)
        if receipt.station != self.register.signer.public:
            raise Refused(Reason.HUB_RECEIPT_BAD)
        # Only the receipt is signed: its word counts for what the hub holds.
        said = said.model_copy(update={"vector": receipt.received})
        self.register.apply(_keep, self.hub.key, said, envelope)
        return said, receipt

    def send(self, agree: Callable[[Plan], bool] | None) -> None:
        """Send what is left of the last time, then what the hub lacks by its own word."""
        folder = _folder(self.register, OUTGOING)
        self._send_left(folder)
        said, _ = self.hear()
        how = self._how(said)
        if agree is not None and not agree(plan(self.register, self.hub, how)):
            raise Refused(Reason.EXCHANGE_CANCELLED)
        written = export(self.register, self.hub, folder, how, cancelled=self.cancelled)
        for bundle in written:
            self.bar.expect(bundle.size)
        self._send_all([(bundle.path, bundle.digest) for bundle in written])

    def fetch(self) -> None:
        """Ask for what we lack until there is nothing new."""
        for _ in range(MOST_ROUNDS):
            db = self.register.db
            said = own_statement(db, self.register.now(), self.hub.may_read).model_dump_json().encode()
            answer = self.client.ask("POST", f"/v1/answers?rows_only={str(self.how.rows_only).lower()}", said)
            taken = self._take_all(answer)
            if not any(one.is_news for one in taken):
                return

    def _how(self, said: Statement) -> Sending:
        """A new key of our own has to be told even when there is no line to send."""
        announce = renewal(self.register.db, utc_text(self.register.now())) is not None
        return Sending(**(vars(self.how) | {"said": {self.hub.key: said}, "announce": announce}))

    def _send_left(self, folder: Path) -> None:
        """Bundles of an exchange that was cut off: those that have begun to arrive go on, the others are made anew."""
        begun: list[tuple[Path, str]] = []
        for path in sorted(folder.iterdir()):
            digest = _digest(path) if path.suffix == ".bundle" else ""
            if digest and self.client.on_hub(digest) != OnHub(0, "unknown", ""):
                self.bar.expect(path.stat().st_size)
                begun.append((path, digest))
            else:
                path.unlink()
        self._send_all(begun)

    def _send_all(self, bundles: list[tuple[Path, str]]) -> None:
        for path, digest in bundles:
            here = self.client.upload(path, digest, self.bar.step)
            self.done.bundles += 1
            self.done.bytes += path.stat().st_size
            # Kept by the hub on its disk: what it makes of it is told by its vector.
            if here.state == "waiting":
                here = self.client.until_taken_in(digest)
            if here.state == "refused":
                self.done.refused += (here.reason,)
            path.unlink()

    def _take_all(self, answer: dict[str, Any]) -> list[TakenIn]:
        folder = _folder(self.register, INCOMING)
        bundles = _listed(answer)
        wanted = {f"{digest}{PART_SUFFIX}" for digest, _ in bundles}
        for path in folder.iterdir():
            if path.name not in wanted:
                path.unlink()
        for _, size in bundles:
            self.bar.expect(size)
        return [self._take(folder / f"{digest}{PART_SUFFIX}", digest, size) for digest, size in bundles]

    def _take(self, part: Path, digest: str, size: int) -> TakenIn:
        self.client.download(digest, size, part, self.bar.step)
        taken = take_in(self.register, part, way=Way.HTTP, cancelled=self.cancelled)
        self.done.taken.append(taken)
        part.unlink()
        return taken


def _keep(applying: Applying, hub: str, said: Statement, envelope: dict[str, Any]) -> None:
    take_receipt(applying.db, Keyring.load(applying.db), envelope, applying.at)
    keep_statement(applying.db, hub, said, applying.now, Way.HTTP)


def _listed(answer: dict[str, Any]) -> list[tuple[str, int]]:
    """Digest and size of the bundles of an answer. Refused: HUB_REFUSED for anything else."""
    try:
        found = [(str(each["digest"]), int(each["size"])) for each in answer["bundles"]]
    except (KeyError, TypeError, ValueError) as fault:
        raise Refused(Reason.HUB_REFUSED, why="hub_answer") from fault
    if not all(len(digest) == 64 and digest.isalnum() and digest.isascii() for digest, _ in found):
        raise Refused(Reason.HUB_REFUSED, why="hub_answer")
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _folder(register: Register, name: str) -> Path:
    folder = register.folder / name
    make_folder(folder)
    return folder
