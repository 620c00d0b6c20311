"""`communetui notice`: notices and directives, and who has read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.moment import local
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.new_notice import described, new_notice
from communetui.cli.opening import opened
from communetui.cli.output import answer, plain
from communetui.cli.showing import moment
from communetui.cli.table import pairs, table
from communetui.notices.told import day_text, facts, kind_text, readers_text
from communetui.strings.notices import notices as words

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.stores.notices import Notice, Reader
    from communetui.cli.start import Start

notice = group(
    "notice",
    {
        "list": "communetui.cli.notice:list_notices",
        "show": "communetui.cli.notice:show",
        "add": "communetui.cli.notice:add",
        "read": "communetui.cli.notice:read",
        "withdraw": "communetui.cli.notice:withdraw",
    },
)


@command("notice list")
@click.option("--unread", is_flag=True)
@click.option("--withdrawn", is_flag=True)
@click.option("--search", type=TEXT, default="")
@start_of
def list_notices(start: Start, unread: bool, withdrawn: bool, search: str) -> None:
    """Tell the notices as this officer finds them."""
    from communedb.stores.notices import notices

    with opened(start) as register:
        found = notices(register.db, register.officer.id, unread_only=unread, withdrawn=withdrawn, search=search)
    answer(start, list(map(_document, found)), lambda: _listed(found))


@command("notice show")
@click.argument("notice", type=TEXT)
@start_of
def show(start: Start, notice: str) -> None:
    """Tell one notice, and who of the office has read it."""
    with opened(start) as register:
        kept, read_by, task = _read(register, notice)
    document = {**_document(kept), "readers": [one._asdict() for one in read_by], "task": task}
    answer(start, document, lambda: _shown(kept, read_by, task))


@command("notice add")
@described
@start_of
def add(start: Start, **given: Any) -> None:
    """Enter a notice that came by hand."""
    from communedb.desk.notices import add_notice
    from communedb.stores.notices import read_notice

    with opened(start) as register:
        key = register.write(add_notice, new_notice(local(register.now()).date(), **given))
        kept = read_notice(register.db, key, register.officer.id)
    answer(start, _document(kept), lambda: words().added.format(title=kept.title))


@command("notice read")
@click.argument("notice", type=TEXT, nargs=-1, required=True)
@start_of
def read(start: Start, notice: tuple[str, ...]) -> None:
    """Note that this officer has read them."""
    from communedb.desk.notices import mark_read
    from communedb.stores.notices import find_notice, unread

    with opened(start) as register:
        for key in [find_notice(register.db, one) for one in notice]:
            register.write(mark_read, key)
        left = unread(register.db, register.officer.id)
    said = words().left.format(count=left.number, title=left.title) if left.number else words().all_read
    answer(start, {"unread": left.number}, lambda: f"{words().read_now} {said}")


@command("notice withdraw")
@click.argument("notice", type=TEXT)
@click.option("--reason", type=TEXT, required=True)
@start_of
def withdraw(start: Start, notice: str, reason: str) -> None:
    """Take a notice of this office back."""
    from communedb.desk.notices import withdraw_notice
    from communedb.stores.notices import find_notice, read_notice

    with opened(start) as register:
        key = find_notice(register.db, notice)
        register.write(withdraw_notice, key, reason)
        kept = read_notice(register.db, key, register.officer.id)
    answer(start, _document(kept), lambda: words().gone.format(title=kept.title))


def _read(register: Register, wanted: str) -> tuple[Notice, list[Reader], str | None]:
    from communedb.stores.notices import find_notice, read_notice, readers, task_of

    key = find_notice(register.db, wanted)
    kept = read_notice(register.db, key, register.officer.id)
    return kept, readers(register.db, key), task_of(register.db, kept.number)


def _document(kept: Notice) -> dict[str, Any]:
    return {name: value for name, value in plain(kept).items() if name != "scope"}


def _listed(found: list[Notice]) -> str:
    said = words()
    heads = (said.read, said.issued_on, said.kind, said.number, said.subject, said.due_on)
    rows = [
        (
            moment(one.read_at)[6:] or said.unread if one.active else said.withdrawn,
            day_text(one.issued_on), kind_text(one.kind), one.number, one.title, day_text(one.due_on),
        )
        for one in found
    ]  # fmt: skip
    return table(heads, rows, flexible=4) if rows else said.none


def _shown(kept: Notice, read_by: list[Reader], task: str | None) -> str:
    return "\n\n".join((pairs(facts(kept, task)), kept.body or words().no_text, readers_text(read_by)))
